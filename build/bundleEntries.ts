/** What ships: one page and one file per process. Each process is bundled alone, so a file holds what it says and nothing else. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

export const projectFolder = join(import.meta.dirname, '..');
export const outFolder = join(projectFolder, 'out');

export interface NodeEntry {
  readonly source: string;
  /** Inside out/. The preload is CommonJS: Electron's sandbox loads nothing else. */
  readonly output: string;
  readonly format: 'es' | 'cjs';
  /** A folder whose files are put beside the bundle. */
  readonly files?: string;
}

const entries: readonly NodeEntry[] = [
  { source: 'electron/vault/main.ts', output: 'vault/main.js', format: 'es', files: 'electron/vault/paper/fonts' },
  { source: 'electron/vault/stretcher.ts', output: 'vault/stretcher.js', format: 'es' },
  { source: 'electron/vault/store/backupWorker.ts', output: 'vault/backupWorker.js', format: 'es' },
  { source: 'electron/loopback/main.ts', output: 'loopback/main.js', format: 'es' },
  { source: 'electron/shell/main.ts', output: 'shell/main.js', format: 'es' },
  { source: 'electron/shell/preload.ts', output: 'shell/preload.cjs', format: 'cjs' },
  { source: 'sync-server/main.ts', output: 'sync-server/main.js', format: 'es' },
];

export const nodeEntries = entries.filter(({ source }) => existsSync(join(projectFolder, source)));
export const hasRenderer = existsSync(join(projectFolder, 'renderer/index.html'));
