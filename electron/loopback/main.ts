/**
 * Entry of the loopback host: `node main.js [--profile DIR] [--no-window]`. Prints the one-time address, opens a
 * window when a browser of the Chromium family is there, gives a new address on Enter, and ends on Ctrl+C, SIGTERM or
 * when the input ends.
 */
import { webcrypto } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { findBrowser, openBrowserWindow, type BrowserWindow } from './browserWindow.ts';
import { dataFolderFor } from '../host/dataFolder.ts';
import { openLogFile } from '../host/logFile.ts';
import { answerSecondStarts, askRunningHost } from './secondStart.ts';
import { startHost } from './startHost.ts';

const { values: options } = parseArgs({
  options: {
    profile: { type: 'string' },
    'no-window': { type: 'boolean', default: false },
    'end-with-input': { type: 'boolean', default: false },
  },
});

// The same file runs from source (.ts) and from out/ (.js); its neighbours have the same ending.
const isSource = import.meta.url.endsWith('.ts');
const fileBeside = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

async function main(): Promise<number> {
  const dataFolder = dataFolderFor(options.profile ?? null, process.env, process.platform);
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  const running = await askRunningHost(dataFolder);
  if (running !== null) {
    say(`Samenspel draait al. Open dit adres binnen een minuut:\n\n    ${running}\n`);
    return 0;
  }

  const ended = Promise.withResolvers<number>();
  const started = await startHost({
    dataFolder,
    vaultEntry: fileBeside(isSource ? '../vault/main.ts' : '../vault/main.js'),
    rendererFolder: fileBeside(isSource ? '../../out/renderer' : '../renderer'),
    appVersion: await readVersion(),
    clock: { nowMs: () => performance.now() },
    random: { bytes: (length) => webcrypto.getRandomValues(new Uint8Array(length)) },
    log: openLogFile(dataFolder, { nowMs: () => Date.now() }),
    onRefused(reason) {
      say(REFUSED[reason]);
      ended.resolve(1);
    },
  });
  if (!started.ok) {
    say('De schermen van Samenspel zijn niet gebouwd, of daarna veranderd. Draai `npm run build` en start opnieuw.');
    return 1;
  }
  const host = started.value;
  const later = await answerSecondStarts(dataFolder, () => host.newAddress());
  let window: BrowserWindow | null = null;

  const open = async (): Promise<void> => {
    const browser = options['no-window'] || window !== null ? null : findBrowser();
    if (browser === null) {
      say(`Open dit adres binnen een minuut in Chromium, Chrome of Edge:\n\n    ${host.newAddress()}\n`);
      return;
    }
    window = await openBrowserWindow(browser, host.newAddress(), dataFolder);
    say('Samenspel staat open in een eigen venster. Komt er geen venster? Open dan dit adres binnen een minuut:');
    say(`\n    ${host.newAddress()}\n`);
    void window.closed.then(() => {
      window = null;
      say('Het venster is dicht. Druk op Enter voor een nieuw venster, of op Ctrl+C om te stoppen.');
    });
  };

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => ended.resolve(0));
  process.stdin.setEncoding('utf8');
  process.stdin.on('data', () => void open());
  process.stdin.on('end', () => {
    if (options['end-with-input']) ended.resolve(0);
  });
  process.stdin.on('error', () => undefined);
  await open();
  say('Enter: nieuw adres. Ctrl+C: stoppen.');

  const code = await ended.promise;
  later.close();
  (window as BrowserWindow | null)?.close();
  await host.end();
  return code;
}

const REFUSED = {
  NODE_TOO_OLD: 'Samenspel heeft een nieuwere Node nodig. Start met `npm start`; dan wordt de goede versie gebruikt.',
  PROTOCOL: 'De delen van Samenspel passen niet bij elkaar. Draai `npm ci` en `npm run build` en start opnieuw.',
  DATA_FOLDER: 'De map voor je gegevens kan niet gebruikt worden. Kies een map op deze laptop met --profile MAP.',
} as const;

async function readVersion(): Promise<string> {
  const text = await readFile(fileBeside('../../package.json'), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

process.exitCode = await main();
process.exit();
