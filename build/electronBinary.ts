/**
 * Electron's binary is not part of its npm package. Here: where it is, and fetching it once without making a worker
 * wait for a network that is not there. Never `import 'electron'` outside Electron: that starts a download.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './bundleEntries.ts';

const packageFolder = join(projectFolder, 'node_modules/electron');

/** The executable, or null when it is not on this machine. */
export function findElectron(environment: NodeJS.ProcessEnv = process.env, folder = packageFolder): string | null {
  const pathFile = join(folder, 'path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : executableName();
  const override = environment['ELECTRON_OVERRIDE_DIST_PATH'];
  const file = join(override ?? join(folder, 'dist'), name);
  return existsSync(file) ? file : null;
}

function executableName(): string {
  if (process.platform === 'win32') return 'electron.exe';
  return process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
}

export interface FetchLimits {
  /** After this long without proof that the download source answers, the attempt ends. */
  readonly proofWithinMs: number;
  readonly doneWithinMs: number;
}

const LIMITS: FetchLimits = { proofWithinMs: 12_000, doneWithinMs: 900_000 };

/**
 * Fetches the binary with Electron's own installer. False when it cannot be had; with no network that is known within
 * `proofWithinMs`.
 */
export async function fetchElectron(
  onDownloading: () => void,
  installer: { readonly script: string; readonly sourceAnswers: () => Promise<boolean> } = {
    script: join(packageFolder, 'install.js'),
    sourceAnswers,
  },
  limits: FetchLimits = LIMITS,
): Promise<boolean> {
  const child = spawn(process.execPath, [installer.script], { stdio: 'ignore' });
  const timers: NodeJS.Timeout[] = [];
  const stop = (): void => void child.kill('SIGKILL');
  const proofTimer = setTimeout(stop, limits.proofWithinMs);
  timers.push(proofTimer, setTimeout(stop, limits.doneWithinMs));
  const exited = new Promise<boolean>((resolve) => {
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
  let isOver = false;
  void installer.sourceAnswers().then((answers) => {
    if (!answers || isOver) return;
    clearTimeout(proofTimer);
    onDownloading();
  });
  const installed = await exited;
  isOver = true;
  for (const timer of timers) clearTimeout(timer);
  return installed;
}

async function sourceAnswers(): Promise<boolean> {
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string };
  const base = process.env['ELECTRON_MIRROR'] ?? 'https://github.com/electron/electron/releases/download/';
  const file = `electron-v${version}-${process.platform}-${process.arch}.zip`;
  return fetch(`${base}v${version}/${file}`, { method: 'HEAD', signal: AbortSignal.timeout(10_000) }).then(
    (response) => response.ok,
    () => false,
  );
}
