import { expect, it } from 'vitest';
import { askedAddresses, namedHosts } from './namedHosts.ts';

it('finds a place on the network however it is written, and no place in a comment', () => {
  for (const [code, host] of [
    ['fetch("https://telling.example/x")', 'telling.example'],
    ['const a = `wss://192.0.2.7:443`', '192.0.2.7'],
    ["image.src = '//volgt.example/pixel'", 'volgt.example'],
    ['get("http://intranet/tellen")', 'intranet'],
    ['/* see https://uitleg.example */ // https://uitleg.example', null],
  ] as const)
    expect([...namedHosts(code)], code).toEqual(host === null ? [] : [host]);
});

it('finds a call that asks something of a place that is known as a name only', () => {
  expect(askedAddresses('void fetch("https://github.com/x")')).toHaveLength(1);
  expect(askedAddresses('new WebSocket(`wss://react.dev`)')).toHaveLength(1);
  expect(askedAddresses("https.get('//www.w3.org/x')")).toHaveLength(1);
  // Its own server: where the page came from, and what a person configured.
  expect(askedAddresses('new WebSocket(`ws://${location.host}/s`), new WebSocket(server)')).toEqual([]);
  expect(askedAddresses('document.createElementNS("http://www.w3.org/2000/svg", "svg")')).toEqual([]);
});
