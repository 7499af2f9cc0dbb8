/** Whether a build is still good: one hash over everything that goes into it, so that `npm start` is quick. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './bundleEntries.ts';

const FOLDERS = ['shared', 'electron', 'renderer', 'sync-server'];
const FILES = [
  'package.json',
  'package-lock.json',
  'build/bundleAll.ts',
  'build/bundledPackages.ts',
  'build/bundleEntries.ts',
  'build/bundleNode.ts',
  'build/bundleRenderer.ts',
  'build/shippedPackages.ts',
];

/** SHA-256 over names and contents, tests left out. */
export function hashOfInputs(): string {
  const hash = createHash('sha256').update(process.version);
  const folders = FOLDERS.flatMap((folder) =>
    readdirSync(join(projectFolder, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  for (const file of [...FILES.map((file) => join(projectFolder, file)), ...folders].sort()) {
    hash.update(file.slice(projectFolder.length)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}
