/**
 * The window shows our page and nothing else, ever. A link to the outside opens in the person's own browser: only
 * https, only to a host of the list, and only after the person has seen that host and said yes.
 */
import { app, dialog, shell, type BrowserWindow, type Event, type WebContents } from 'electron';
import { APP_PAGE } from './appAddress.ts';

/** Sites that our own texts refer to. */
const OUTSIDE_HOSTS: ReadonlySet<string> = new Set(['wetten.overheid.nl', 'www.rijksoverheid.nl', 'veiligthuis.nl']);

/** For every web contents that will ever exist in this app. */
export function guardNavigation(windowOf: (page: WebContents) => BrowserWindow | null): void {
  app.on('web-contents-created', (_event, page) => {
    const stay = (event: Event<{ readonly url: string }>): void => {
      if (event.url !== APP_PAGE) event.preventDefault();
    };
    page.on('will-navigate', stay);
    page.on('will-frame-navigate', stay);
    page.on('will-redirect', stay);
    page.on('will-attach-webview', (event) => event.preventDefault());
    page.setWindowOpenHandler(({ url }) => {
      void openOutside(url, windowOf(page));
      return { action: 'deny' };
    });
  });
}

/** True when the person's own browser was asked to open it. */
export async function openOutside(address: string, window: BrowserWindow | null): Promise<boolean> {
  const url = URL.parse(address);
  if (url === null || !isAllowedOutside(url) || window === null) return false;
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    title: 'Samenspel',
    message: `Wil je ${url.host} openen in je browser?`,
    detail: 'Deze site is niet van Samenspel. Er gaat niets mee van wat je in Samenspel hebt opgeschreven.',
    buttons: ['Open in de browser', 'Blijf hier'],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  if (response !== 0) return false;
  await shell.openExternal(url.href);
  return true;
}

function isAllowedOutside(url: URL): boolean {
  const isPlain = url.port === '' && url.username === '' && url.password === '';
  return url.protocol === 'https:' && isPlain && OUTSIDE_HOSTS.has(url.hostname);
}
