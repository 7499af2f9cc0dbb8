/**
 * A window of an installed Chromium, Chrome or Edge, with a profile folder of its own under the data folder: private
 * mode, no sync, no extensions, no cache on disk, no background traffic. The folder is emptied before and after, so that
 * nothing of the screen stays behind. No browser found is not an error: the address is printed.
 */
import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { rm } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

export interface BrowserWindow {
  /** Settles when the window is closed, also when it never came up. */
  readonly closed: Promise<void>;
  close(): void;
}

interface Machine {
  readonly platform: NodeJS.Platform;
  readonly environment: NodeJS.ProcessEnv;
  isExecutable(file: string): boolean;
}

const LINUX_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];
const MAC_APPS = ['Chromium', 'Google Chrome', 'Microsoft Edge'];
const WINDOWS_FILES = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
];

/** The first Chromium family browser of this machine, or null. `CHROMIUM` goes before all. */
export function findBrowser(machine: Machine = thisMachine): string | null {
  return candidates(machine).find((file) => machine.isExecutable(file)) ?? null;
}

function candidates({ platform, environment }: Machine): readonly string[] {
  const chosen = environment['CHROMIUM'];
  const first = chosen ? [chosen] : [];
  if (platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => environment[name] ?? []);
    return [...first, ...WINDOWS_FILES.flatMap((parts) => roots.map((root) => join(root, ...parts)))];
  }
  if (platform === 'darwin') {
    return [...first, ...MAC_APPS.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)];
  }
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return [...first, ...LINUX_NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))];
}

/** How the window is started. The address with its token is the one secret here; it dies within 60 seconds. */
export function browserArguments(address: string, profileFolder: string, isRoot: boolean): readonly string[] {
  return [
    `--app=${address}`,
    `--user-data-dir=${profileFolder}`,
    '--incognito',
    '--lang=nl',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-sync',
    '--disable-extensions',
    '--disable-component-extensions-with-background-pages',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-domain-reliability',
    '--disable-breakpad',
    '--disable-crash-reporter',
    '--disable-client-side-phishing-detection',
    '--disable-quic',
    '--disable-spell-checking',
    '--disable-features=Translate,AutofillServerCommunication,MediaRouter,OptimizationHints,InterestFeedContentSuggestions',
    '--disk-cache-size=1',
    '--media-cache-size=1',
    '--password-store=basic',
    '--metrics-recording-only',
    // Chromium refuses to run its sandbox as root; nobody should work as root, but a container does.
    ...(isRoot ? ['--no-sandbox'] : []),
  ];
}

/** Opens a window on this address. The browser's own messages are not ours to print. */
export async function openBrowserWindow(browser: string, address: string, dataFolder: string): Promise<BrowserWindow> {
  const profileFolder = join(dataFolder, 'browser');
  await forget(profileFolder);
  const child = spawn(browser, browserArguments(address, profileFolder, process.getuid?.() === 0), {
    stdio: 'ignore',
    windowsHide: false,
  });
  const closed = new Promise<void>((resolve) => {
    child.once('error', () => resolve());
    child.once('exit', () => resolve());
  }).then(() => forget(profileFolder));
  return { closed, close: () => void child.kill() };
}

async function forget(profileFolder: string): Promise<void> {
  await rm(profileFolder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }).catch(() => undefined);
}

const thisMachine: Machine = {
  platform: process.platform,
  environment: process.env,
  isExecutable(file) {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  },
};
