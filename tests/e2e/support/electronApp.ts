/** The app in Electron, as a person starts it, through Playwright's driver. Only where its binary is on this machine. */
import { _electron, type Page } from '@playwright/test';
import { findElectron } from '../../../build/electronBinary.ts';
import { projectFolder } from '../../../build/bundleEntries.ts';

/** Why the Electron scenarios cannot run here, or null. */
export function whyNoElectron(): string | null {
  if (findElectron() === null) return 'Electron: not run (no binary)';
  const hasScreen = process.platform !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'];
  return hasScreen ? null : 'Electron: not run (no display)';
}

export interface ElectronApp {
  readonly page: Page;
  /** Runs inside the main process. */
  readonly evaluate: Awaited<ReturnType<typeof _electron.launch>>['evaluate'];
  /** Quits as a person does. The data folder stays. */
  stop(): Promise<void>;
}

/** Starts the app on this data folder and waits for its window. */
export async function startElectronApp(dataFolder: string): Promise<ElectronApp> {
  const executablePath = findElectron();
  if (executablePath === null) throw new Error('there is no Electron here');
  const isRoot = process.getuid?.() === 0;
  const app = await _electron.launch({
    executablePath,
    args: [projectFolder, '--profile', dataFolder, ...(isRoot ? ['--no-sandbox'] : [])],
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
  });
  const page = await app.firstWindow();
  return { page, evaluate: app.evaluate.bind(app), stop: () => app.close() };
}
