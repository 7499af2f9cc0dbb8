/** Which packages went into a bundle, from the modules that the bundler itself says it took. */
import { readFileSync } from 'node:fs';
import type { Rolldown } from 'vite';

export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** Its folder, where its licence lies. */
  readonly folder: string;
}

const IN_PACKAGE = /^\0?(.*\/node_modules\/((?:@[^/]+\/)?[^/]+))\//;

/** Name and version of each package of which code is in these chunks, once, by name. */
export function packagesIn(
  output: readonly (Rolldown.OutputChunk | Rolldown.OutputAsset)[],
): readonly BundledPackage[] {
  const folders = new Set<string>();
  for (const chunk of output) {
    if (chunk.type !== 'chunk') continue;
    for (const id of chunk.moduleIds) {
      const folder = IN_PACKAGE.exec(id.replaceAll('\\', '/'))?.[1];
      if (folder !== undefined) folders.add(folder);
    }
  }
  return [...folders].map(packageIn).sort((a, b) => a.name.localeCompare(b.name));
}

/** The package of a folder under node_modules. An alias is told by the name that it has itself. */
export function packageIn(folder: string): BundledPackage {
  const { name, version } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as {
    name: string;
    version: string;
  };
  return { name, version, folder };
}
