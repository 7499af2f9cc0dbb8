/** The processes of Node and Electron. Packages under `dependencies` stay outside: they hold native code, or must exist once. */
import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'vite';
import { outFolder, projectFolder, type NodeEntry } from './bundleEntries.ts';
import { packagesIn, type BundledPackage } from './bundledPackages.ts';

const { dependencies } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
};
const external = ['electron', /^node:/, ...Object.keys(dependencies).map((name) => new RegExp(`^${name}(/|$)`))];

/** Bundles one process. Answers the packages of which code is inside. */
export async function bundleNodeEntry({
  source,
  output,
  format,
  files,
}: NodeEntry): Promise<readonly BundledPackage[]> {
  const result = await build({
    root: projectFolder,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true,
      target: 'node24',
      outDir: outFolder,
      emptyOutDir: false,
      minify: false,
      rolldownOptions: {
        input: join(projectFolder, source),
        external,
        // What an entry imports later stays a file of its own beside it: the vault's guard against an old Node must run
        // before the database driver is loaded.
        output: { format, entryFileNames: output, chunkFileNames: output.replace(/\.(\w+)$/, '-[name].$1') },
      },
    },
  });
  if (files !== undefined) {
    for (const file of readdirSync(join(projectFolder, files)))
      copyFileSync(join(projectFolder, files, file), join(outFolder, dirname(output), file));
  }
  return (Array.isArray(result) ? result : [result]).flatMap((one) => ('output' in one ? packagesIn(one.output) : []));
}
