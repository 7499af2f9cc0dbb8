/** Which places on the network a bundle names, and whether it asks anything of a place that it names itself. */

/** Comments speak about many things. An address is no comment: it stands after a colon or a quote. */
export const withoutComments = (code: string): string =>
  code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');

/** Every host in an address, also one without a scheme or without a dot. */
export function namedHosts(code: string): ReadonlySet<string> {
  const text = withoutComments(code);
  return new Set([
    ...[...text.matchAll(/\b(?:https?|wss?):\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)*)/gi)].map(([, host]) => host ?? ''),
    ...[...text.matchAll(/["'`]\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)+)/gi)].map(([, host]) => host ?? ''),
  ]);
}

/** Calls that ask something of an address that stands in the code. What is only a name is never in one. */
export function askedAddresses(code: string): readonly string[] {
  const call =
    /\b(?:fetch|WebSocket|EventSource|sendBeacon|openExternal|request|get|connect|loadURL|open)\s*\(\s*["'`](?:(?:https?|wss?):)?\/\/\w[^"'`]*/g;
  return withoutComments(code).match(call) ?? [];
}
