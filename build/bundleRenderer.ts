/**
 * The screen: static files, a list of them with their hashes (both hosts serve only what it names), and a guard on
 * how much JavaScript a worker waits for.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import localesPlugin from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { build, type Rolldown } from 'vite';
import { outFolder, projectFolder } from './bundleEntries.ts';
import { packagesIn, type BundledPackage } from './bundledPackages.ts';

export const FIRST_LOAD_BUDGET_BYTES = 250_000;

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Builds into out/renderer. Throws when the first load is over its budget. Answers its size in bytes, gzipped, and what is in it. */
export async function bundleRenderer(): Promise<{
  readonly firstLoadBytes: number;
  readonly packages: readonly BundledPackage[];
}> {
  const outDir = join(outFolder, 'renderer');
  const result = await build({
    root: join(projectFolder, 'renderer'),
    configFile: false,
    logLevel: 'warn',
    base: '/',
    plugins: [react(), { ...localesPlugin.vite({ locales: ['nl-NL'] }), enforce: 'pre' as const }],
    // A fresh nonce takes the place of this at every load.
    html: { cspNonce: '__CSP_NONCE__' },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'chrome128',
      // Nothing inline: the policy of the page allows neither data: nor inline scripts.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
    },
  });
  const chunks = (Array.isArray(result) ? result : [result]).flatMap((one) => ('output' in one ? one.output : []));
  const firstLoadBytes = firstLoadOf(chunks);
  writeFileList(outDir);
  if (firstLoadBytes > FIRST_LOAD_BUDGET_BYTES) {
    throw new Error(
      `first-load JavaScript is ${firstLoadBytes} bytes gzipped, over the budget of ${FIRST_LOAD_BUDGET_BYTES}`,
    );
  }
  return { firstLoadBytes, packages: packagesIn(chunks) };
}

/** The entry and everything it imports at once; what is imported later (`import()`) does not count. */
function firstLoadOf(output: readonly (Rolldown.OutputChunk | Rolldown.OutputAsset)[]): number {
  const chunks = new Map(output.flatMap((one) => (one.type === 'chunk' ? [[one.fileName, one] as const] : [])));
  const wanted = [...chunks.values()].filter((chunk) => chunk.isEntry).map((chunk) => chunk.fileName);
  const seen = new Set<string>();
  let bytes = 0;
  while (wanted.length > 0) {
    const name = wanted.pop();
    const chunk = name === undefined || seen.has(name) ? undefined : chunks.get(name);
    if (chunk === undefined) continue;
    seen.add(chunk.fileName);
    bytes += gzipSync(chunk.code, { level: 9 }).byteLength;
    wanted.push(...chunk.imports);
  }
  return bytes;
}

function writeFileList(folder: string): void {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'files.json')
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => {
      const type = CONTENT_TYPES[extname(file)];
      if (type === undefined) throw new Error(`no content type for ${relative(folder, file)}`);
      const path = `/${relative(folder, file).split(sep).join('/')}`;
      return { path, sha256: createHash('sha256').update(readFileSync(file)).digest('hex'), type };
    });
  writeFileSync(join(folder, 'files.json'), JSON.stringify({ files }, null, 1));
}
