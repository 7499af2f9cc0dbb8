/**
 * What a municipality gets of others' work: every package of which code is in a bundle, and every package that is
 * packed beside the bundles. Written at each build: `out/packages.json` (for the bill of materials and the checks) and
 * `out/licences.txt` (the texts that their licences ask us to pass on).
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { outFolder, projectFolder } from './bundleEntries.ts';
import { packageIn, type BundledPackage } from './bundledPackages.ts';

export const shippedFile = join(outFolder, 'packages.json');
export const licencesFile = join(outFolder, 'licences.txt');

export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
}

interface Manifest {
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const manifestOf = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;

/** Where a package finds another: in its own folder first, then upwards. */
function folderOf(name: string, from: string): string {
  for (let folder = from; folder.startsWith(projectFolder); folder = join(folder, '..')) {
    const found = join(folder, 'node_modules', name);
    if (existsSync(join(found, 'package.json'))) return found;
  }
  throw new Error(`${name}, needed by ${from.slice(projectFolder.length)}, is not installed`);
}

/** The packages under `dependencies` with everything that they need: they are packed as they are. */
function packedBeside(): readonly BundledPackage[] {
  const seen = new Map<string, BundledPackage>();
  const visit = (name: string, from: string): void => {
    const folder = folderOf(name, from);
    if (seen.has(folder)) return;
    seen.set(folder, packageIn(folder));
    for (const needed of Object.keys(manifestOf(folder).dependencies ?? {})) visit(needed, folder);
  };
  for (const name of Object.keys(manifestOf(projectFolder).dependencies ?? {})) visit(name, projectFolder);
  return [...seen.values()];
}

/** Writes both files for these bundled packages and the ones that are packed beside them. */
export function writeShippedPackages(bundled: readonly BundledPackage[]): void {
  const byId = new Map([...bundled, ...packedBeside()].map((one) => [`${one.name}@${one.version}`, one]));
  const shipped = [...byId.entries()].sort(([a], [b]) => a.localeCompare(b)).map(([, one]) => one);
  const list: readonly ShippedPackage[] = shipped.map(({ name, version, folder }) => ({
    name,
    version,
    licence: manifestOf(folder).license ?? '',
  }));
  writeFileSync(shippedFile, `${JSON.stringify(list, null, 1)}\n`);
  writeFileSync(
    licencesFile,
    shipped.map(({ name, version, folder }) => `${name} ${version}\n\n${licenceText(folder)}\n`).join('\n----\n\n'),
  );
}

/** The licence file of a package, or the name of its licence where it has no such file. */
function licenceText(folder: string): string {
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)/i.test(name));
  return file === undefined ? (manifestOf(folder).license ?? '') : readFileSync(join(folder, file), 'utf8').trim();
}

/** The list that the last build wrote. */
export function readShippedPackages(): readonly ShippedPackage[] {
  return JSON.parse(readFileSync(shippedFile, 'utf8')) as readonly ShippedPackage[];
}
