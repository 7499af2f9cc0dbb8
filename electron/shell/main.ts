/**
 * Electron's main process: puts the parts together and follows the life of the app, nothing else. Runs
 * `electron . [--profile DIR]`. Nothing here waits at top level for the app to be ready: Electron gets ready only after
 * this file was read to its end.
 */
import './zodWithoutCode.ts';
import { webcrypto } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { app, BrowserWindow, dialog } from 'electron';
import { dataFolderFor } from '../host/dataFolder.ts';
import { openLogFile } from '../host/logFile.ts';
import { loadStaticFiles } from '../host/staticFiles.ts';
import { startVaultProcess, type VaultProcess } from '../host/vaultProcess.ts';
import { quietChromium } from './chromiumSwitches.ts';
import { forbidCoreDumps } from './coreDumps.ts';
import { createIpcBridge } from './ipcBridge.ts';
import { openKeychain } from './keychain.ts';
import { watchLastWindow } from './lastWindow.ts';
import { addTextMenu, setMenu } from './menu.ts';
import { guardNavigation } from './navigation.ts';
import { blockNetwork, denyPermissions, limitDownloads } from './permissions.ts';
import { watchPower } from './power.ts';
import { registerAppScheme, serveApp } from './protocol.ts';
import { makeSessionFolder, type SessionFolder } from './sessionFolder.ts';
import { SHELL_TEXTS } from './shellTexts.ts';
import { launchVault } from './vaultHost.ts';
import { appSession, openWindow } from './window.ts';

const { values: options } = parseArgs({ options: { profile: { type: 'string' } }, strict: false });
const profile = typeof options.profile === 'string' ? options.profile : null;
const dataFolder = dataFolderFor(profile, process.env, process.platform);
const userData = join(dataFolder, 'electron');
const random = { bytes: (length: number) => webcrypto.getRandomValues(new Uint8Array(length)) };

// The same file runs from source (.ts) and from out/ (.js).
const isSource = import.meta.url.endsWith('.ts');
const beside = (inSource: string, inBundle: string): string =>
  fileURLToPath(new URL(isSource ? inSource : inBundle, import.meta.url));

app.setPath('userData', userData);
app.enableSandbox();
quietChromium();

if (app.requestSingleInstanceLock()) {
  forbidCoreDumps(process.platform, process.pid);
  const sessionFolder = makeSessionFolder(userData, process.platform);
  app.setPath('sessionData', sessionFolder.path);
  registerAppScheme();
  guardNavigation((page) => BrowserWindow.fromWebContents(page));
  void app.whenReady().then(() => start(sessionFolder));
} else app.quit();

async function start(sessionFolder: SessionFolder): Promise<void> {
  const files = await loadStaticFiles(beside('../../out/renderer', '../renderer'));
  if (!files.ok) return refuse('bundle');
  const log = openLogFile(dataFolder, { nowMs: () => Date.now() });
  let window: BrowserWindow | null = null;
  let isScreenProtected = true;
  let isEnded = false;

  const session = appSession();
  denyPermissions(session);
  blockNetwork(session);
  limitDownloads(session);
  serveApp(session, files.value, random);

  const vault: VaultProcess = startVaultProcess({
    launch: launchVault({
      vault: beside('../../out/vault/main.js', '../vault/main.js'),
      stretcher: beside('../../out/vault/stretcher.js', '../vault/stretcher.js'),
    }),
    host: 'electron',
    dataFolder,
    appVersion: app.getVersion(),
    keychain: await openKeychain(join(userData, 'keychain'), process.platform),
    log,
    onMessage: (screenId, bytes) => bridge.send(screenId, bytes),
    onScreenClosed: (screenId) => bridge.end(screenId),
    onRefused: refuse,
  });
  const bridge = createIpcBridge({
    page: () => window?.webContents ?? null,
    onScreen: (screenId) => vault.connect(screenId),
    onMessage: (screenId, bytes) => vault.send(screenId, bytes),
    onGone: (screenId) => vault.disconnect(screenId),
    logger: log,
  });
  const lastWindow = watchLastWindow(() => {
    vault.suspend();
    // Elsewhere an app without a window could not be seen or ended any more.
    if (process.platform !== 'darwin') app.quit();
  });

  function show(): void {
    lastWindow.back();
    if (window !== null) {
      if (window.isMinimized()) window.restore();
      window.focus();
      return;
    }
    const opened = openWindow(beside('../../out/shell/preload.cjs', './preload.cjs'), isScreenProtected, {
      onPageGone: () => bridge.pageGone(),
      onClosed: () => (window = null),
      onSessionEnd: () => app.quit(),
    });
    window = opened;
    addTextMenu(opened.webContents, opened);
  }

  setMenu({
    window: () => window,
    isScreenProtected: () => isScreenProtected,
    protectScreen(isProtected) {
      isScreenProtected = isProtected;
      window?.setContentProtection(isProtected);
    },
  });
  watchPower(
    () => vault.suspend(),
    () => app.quit(),
  );
  app.on('window-all-closed', () => lastWindow.gone());
  app.on('second-instance', show);
  app.on('activate', show);
  app.on('before-quit', (event) => {
    if (isEnded) return;
    event.preventDefault();
    lastWindow.back();
    // Saved and ended before anything closes; a second request waits for the same end.
    void vault.end().then(() => {
      isEnded = true;
      sessionFolder.wipe();
      app.quit();
    });
  });
  show();
}

function refuse(reason: keyof typeof SHELL_TEXTS): void {
  const { title, text } = SHELL_TEXTS[reason];
  dialog.showErrorBox(title, text);
  app.exit(1);
}
