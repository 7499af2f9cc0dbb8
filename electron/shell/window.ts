/**
 * The one window, and the only place where one is made. Its page runs sandboxed, without Node, in a session that lives
 * in memory. The title never holds a name, so that the taskbar and a list of windows show none.
 */
import { app, BrowserWindow, session, type Session, type WebPreferences } from 'electron';
import { APP_PAGE } from './appAddress.ts';

/** Without `persist:` in front: this session is in memory only. */
const PARTITION = 'samenspel';
export const WINDOW_TITLE = 'Samenspel';

/** The session of the page. Nothing of it is cached on disk. */
export function appSession(): Session {
  const ours = session.fromPartition(PARTITION, { cache: false });
  // Also not the word lists: those come from a server of Google by default.
  ours.setSpellCheckerEnabled(false);
  return ours;
}

export function webPreferences(preload: string): Readonly<WebPreferences> {
  return Object.freeze({
    preload,
    partition: PARTITION,
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    safeDialogs: true,
    enableWebSQL: false,
    disableDialogs: false,
    devTools: !app.isPackaged,
  });
}

export interface WindowEvents {
  /** The page's process is gone: what it had open with the vault is over. A reload begins a new connection by itself. */
  onPageGone(): void;
  onClosed(): void;
  /** The system ends the person's session (Windows). */
  onSessionEnd(): void;
}

/** Opens the window and loads the page. */
export function openWindow(preload: string, isScreenProtected: boolean, events: WindowEvents): BrowserWindow {
  const window = new BrowserWindow({
    title: WINDOW_TITLE,
    width: 1280,
    height: 800,
    // Smaller than this is left to zoom: the page reflows down to 320 px.
    minWidth: 360,
    minHeight: 480,
    show: false,
    backgroundColor: '#f7f5f0',
    webPreferences: { ...webPreferences(preload) },
  });
  window.setContentProtection(isScreenProtected);
  window.once('ready-to-show', () => window.show());
  window.on('page-title-updated', (event) => event.preventDefault());
  window.on('closed', () => {
    events.onPageGone();
    events.onClosed();
  });
  window.on('session-end', () => events.onSessionEnd());
  window.webContents.on('render-process-gone', (_event, details) => {
    events.onPageGone();
    // A page that cannot even start would come back for ever.
    if (details.reason === 'crashed' || details.reason === 'oom') window.reload();
  });
  void window.loadURL(APP_PAGE);
  return window;
}
