/**
 * `npm start [-- --host=electron|loopback] [--profile DIR] [--no-window]`: builds what changed and starts the app in
 * the better host that this machine has. Without a choice: Electron when its binary is here or can be fetched and
 * starts, else the loopback host after one plain sentence.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { bundleAll } from './bundleAll.ts';
import { outFolder, projectFolder } from './bundleEntries.ts';
import { fetchElectron, findElectron } from './electronBinary.ts';

/** An Electron that stops this soon, with an error, cannot run on this machine (a library or a screen is missing). */
const CANNOT_RUN_WITHIN_MS = 8_000;

const { values } = parseArgs({
  options: {
    host: { type: 'string' },
    profile: { type: 'string' },
    'no-window': { type: 'boolean', default: false },
  },
});
const hostArguments = values.profile === undefined ? [] : ['--profile', values.profile];

if (values.host !== undefined && values.host !== 'electron' && values.host !== 'loopback') {
  console.error('Kies --host=electron of --host=loopback.');
  process.exit(1);
}

console.log(await bundleAll({ force: false }));
if (values.host === 'loopback') await startLoopback();
else {
  const reason = await startElectron();
  if (reason !== null && values.host === 'electron') {
    console.error(
      `Electron kan hier niet starten: ${reason}. Start met --host=loopback, dan werkt Samenspel in een browser.`,
    );
    process.exit(1);
  }
  if (reason !== null) {
    console.log(
      `Electron kan hier niet starten (${reason}); Samenspel start daarom in een browservenster op deze computer.`,
    );
    await startLoopback();
  }
}

/** Runs Electron until it ends; answers a reason when it cannot run here. */
async function startElectron(): Promise<string | null> {
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
    return 'er is geen beeldscherm';
  }
  const executable =
    findElectron() ??
    ((await fetchElectron(() => console.log('Electron wordt eenmalig opgehaald, ongeveer 120 MB...')))
      ? findElectron()
      : null);
  if (executable === null) return 'het programma is er niet en kan niet worden opgehaald';
  const startedMs = performance.now();
  const isRoot = process.getuid?.() === 0;
  const child = spawn(executable, [projectFolder, ...(isRoot ? ['--no-sandbox'] : []), ...hostArguments], {
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (exitCode, signal) => resolve(signal === null ? exitCode : 0));
  });
  if (code !== 0 && performance.now() - startedMs < CANNOT_RUN_WITHIN_MS) return 'er ontbreekt iets op deze computer';
  process.exit(code ?? 1);
}

/** The loopback host runs in this very process, so that Ctrl+C and Enter reach it without a detour. */
async function startLoopback(): Promise<void> {
  const main = join(outFolder, 'loopback/main.js');
  process.argv = [process.execPath, main, ...hostArguments, ...(values['no-window'] ? ['--no-window'] : [])];
  await import(pathToFileURL(main).href);
}
