/**
 * The bill of materials (CycloneDX). npm makes it from the lockfile; we say which components reach a laptop
 * (`required`) and which only build or test (`excluded`).
 */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { projectFolder } from './bundleEntries.ts';
import { readShippedPackages } from './shippedPackages.ts';

export interface Component {
  /** Name and version; an aliased package goes by the name that it has itself. */
  readonly 'bom-ref': string;
  readonly name: string;
  readonly version: string;
  readonly scope: 'required' | 'excluded';
  readonly licenses: readonly unknown[];
  readonly hashes: readonly { readonly alg: string; readonly content: string }[];
}
export interface Sbom {
  readonly bomFormat: string;
  readonly specVersion: string;
  readonly components: readonly Component[];
}

/** The bill of this checkout as it was built last. */
export async function makeSbom(): Promise<Sbom> {
  const { stdout } = await promisify(execFile)(
    'npm',
    ['sbom', '--sbom-format=cyclonedx', '--package-lock-only', '--include=dev', '--include=optional'],
    {
      cwd: projectFolder,
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  const bill = JSON.parse(stdout) as Sbom;
  const shipped = new Set(readShippedPackages().map(({ name, version }) => `${name}@${version}`));
  return {
    ...bill,
    components: bill.components.map((component) => ({
      ...component,
      scope: shipped.has(component['bom-ref']) ? 'required' : 'excluded',
    })),
  };
}
