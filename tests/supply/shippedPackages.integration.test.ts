/** What reaches a laptop of others' work: under which licence, in the bill of materials, and which addresses it names. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundleAll } from '../../build/bundleAll.ts';
import { outFolder } from '../../build/bundleEntries.ts';
import { makeSbom } from '../../build/makeSbom.ts';
import { licencesFile, readShippedPackages } from '../../build/shippedPackages.ts';
import { askedAddresses, namedHosts } from './namedHosts.ts';

/** Licences that go together with EUPL-1.2. */
const LICENCES = ['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'CC0-1.0', 'OFL-1.1'];
/** Named by hand where a manifest is silent: read in the licence file of that very version. */
const READ_BY_HAND: Readonly<Record<string, string>> = { 'png-js@2.0.0': 'MIT' };

/** Addresses that are names, not places that anything is asked of. */
const NAMES_ONLY = [
  'www.w3.org', // names of SVG and XML
  'json-schema.org', // names of schema versions, in zod
  'ns.adobe.com', // names of metadata in a PDF
  'www.aiim.org',
  'purl.org',
  // where an error is explained, in its text
  'react.dev',
  'github.com',
  'tools.ietf.org',
];

beforeAll(async () => {
  await bundleAll({ force: false });
}, 60_000);

describe('what ships', () => {
  it('has a licence that goes with ours, passed on with its text [P10]', () => {
    const shipped = readShippedPackages();
    expect(shipped.length).toBeGreaterThan(20);
    const foreign = shipped.filter(
      ({ name, version, licence }) => !LICENCES.includes(licence || (READ_BY_HAND[`${name}@${version}`] ?? '')),
    );
    expect(foreign).toEqual([]);
    const texts = readFileSync(licencesFile, 'utf8');
    expect(shipped.filter(({ name, version }) => !texts.includes(`${name} ${version}\n`))).toEqual([]);
  });

  it('is in the bill of materials, each with its hash and licence [P10]', async () => {
    const { bomFormat, components } = await makeSbom();
    expect(bomFormat).toBe('CycloneDX');
    const required = new Map(
      components.filter(({ scope }) => scope === 'required').map((component) => [component['bom-ref'], component]),
    );
    const missing = readShippedPackages().filter(({ name, version }) => !required.has(`${name}@${version}`));
    expect(missing).toEqual([]);
    expect([...required.values()].filter(({ hashes }) => hashes.every(({ alg }) => alg !== 'SHA-512'))).toEqual([]);
    // The tools that build it are in the bill too, marked as what does not ship.
    expect(components.some(({ name, scope }) => name === 'vitest' && scope === 'excluded')).toBe(true);
  }, 60_000);

  it('names no address of the network, so that only the configured server is ever asked [P9]', () => {
    const found = new Set<string>();
    const asked: string[] = [];
    for (const folder of ['renderer', 'vault', 'shell', 'loopback'].map((name) => join(outFolder, name))) {
      expect(existsSync(folder)).toBe(true);
      for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile() || !/\.(js|cjs|css|html)$/.test(entry.name)) continue;
        const code = readFileSync(join(entry.parentPath, entry.name), 'utf8');
        for (const host of namedHosts(code)) found.add(host);
        asked.push(...askedAddresses(code));
      }
    }
    const own = /^(localhost|127\.0\.0\.1)$/;
    expect([...found].filter((host) => !NAMES_ONLY.includes(host) && !own.test(host))).toEqual([]);
    // Nor is one of the names asked anything.
    expect(asked).toEqual([]);
  });
});
