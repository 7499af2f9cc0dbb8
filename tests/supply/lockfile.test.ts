/** What `npm ci` may bring and run. A new name in one of these lists is a decision, made in review. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
  readonly link?: boolean;
}
interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
  readonly allowScripts: Readonly<Record<string, boolean>>;
}

const project = join(import.meta.dirname, '../..');
const read = (file: string): unknown => JSON.parse(readFileSync(join(project, file), 'utf8'));
const manifest = read('package.json') as Manifest;
const { packages } = read('package-lock.json') as { packages: Readonly<Record<string, Locked>> };
const locked = Object.entries(packages).filter(([path]) => path !== '');

/** Packages that want to run a script when they are installed. None of them may; what they would fetch or build we do not use. */
const WANT_TO_RUN: Readonly<Record<string, string>> = {
  'electron-winstaller': 'prepares a tool for Squirrel installers, which we do not make',
  esbuild: 'checks its own binary; the package of the platform already holds it',
};

describe('the lockfile', () => {
  it('pins every package to its bytes [P10]', () => {
    const loose = locked.filter(([, { integrity, link }]) => link === true || !(integrity ?? '').startsWith('sha512-'));
    expect(loose.map(([path]) => path)).toEqual([]);
  });

  it('takes nothing from a repository, a file or an address of its own [P10]', () => {
    // No address at all: each machine asks the registry that it was set up with, and the bytes are pinned.
    const elsewhere = locked.filter(([, { resolved }]) => resolved !== undefined);
    expect(elsewhere.map(([path]) => path)).toEqual([]);
    const all = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
    // An exact version, or an alias of one; for Node's own types the major of the Node that we bring.
    expect(Object.entries(all).filter(([, wanted]) => !/^(npm:[\w@/-]+@)?\d+(\.\d+\.\d+)?$/.test(wanted))).toEqual([]);
  });

  it('runs no script of a package when it is installed [P10]', () => {
    const names = locked
      .filter(([, { hasInstallScript }]) => hasInstallScript === true)
      .map(([path]) => path.split('node_modules/').at(-1) ?? '');
    expect([...new Set(names)].sort()).toEqual(Object.keys(WANT_TO_RUN).sort());
    expect(Object.values(manifest.allowScripts)).not.toContain(true);
    expect(Object.keys(manifest.allowScripts)).toEqual(expect.arrayContaining(Object.keys(WANT_TO_RUN)));
  });
});
