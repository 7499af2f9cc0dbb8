/** Everything that ships, into out/. Does nothing when nothing changed since the last time. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { hasRenderer, nodeEntries, outFolder } from './bundleEntries.ts';
import { hashOfInputs } from './bundleInputs.ts';
import { bundleNodeEntry } from './bundleNode.ts';
import { bundleRenderer } from './bundleRenderer.ts';
import { shippedFile, writeShippedPackages } from './shippedPackages.ts';

const stampFile = join(outFolder, 'inputs.sha256');

/** Builds when needed; says in one line what it did. Throws when something does not build. */
export async function bundleAll(options: { readonly force: boolean }): Promise<string> {
  const hash = hashOfInputs();
  if (!options.force && isFresh(hash)) return 'build: nothing changed';
  // Whoever calls us (a test runner, a shell) may carry another value, and React would be bundled with its development checks.
  process.env['NODE_ENV'] = 'production';
  const startedMs = performance.now();
  const startedAtMs = Date.now();
  mkdirSync(outFolder, { recursive: true });
  // A build that stops halfway must not pass for a good one.
  rmSync(stampFile, { force: true });
  const [screen, processes] = await Promise.all([
    hasRenderer ? bundleRenderer() : null,
    (async () => {
      const packages = [];
      for (const entry of nodeEntries) packages.push(...(await bundleNodeEntry(entry)));
      return packages;
    })(),
  ]);
  removeOlderThan(startedAtMs);
  writeShippedPackages([...(screen?.packages ?? []), ...processes]);
  writeFileSync(stampFile, hash);
  const size = screen === null ? 'no screen yet' : `first load ${Math.round(screen.firstLoadBytes / 1000)} kB gzip`;
  return `build: ${nodeEntries.length} processes, ${size}, ${((performance.now() - startedMs) / 1000).toFixed(1)} s`;
}

function isFresh(hash: string): boolean {
  return (
    existsSync(stampFile) &&
    readFileSync(stampFile, 'utf8') === hash &&
    nodeEntries.every(({ output }) => existsSync(join(outFolder, output))) &&
    existsSync(shippedFile) &&
    (!hasRenderer || existsSync(join(outFolder, 'renderer/files.json')))
  );
}

/** Files of an earlier build that this one did not write again. */
function removeOlderThan(atMs: number): void {
  const folders = new Set(nodeEntries.map(({ output }) => join(outFolder, dirname(output))));
  for (const folder of folders) {
    for (const file of readdirSync(folder)) {
      if (statSync(join(folder, file)).mtimeMs < atMs - 1_000) rmSync(join(folder, file));
    }
  }
}
