/**
 * The page needs nothing of the machine: no camera, no place, no notifications, no devices, no network. Electron grants
 * by default, so everything is refused here. One exception: text that a person copies with a button of ours.
 */
import { app, type Session } from 'electron';
import { isAppAddress, isAppBlob } from './appAddress.ts';

const COPY_TEXT = 'clipboard-sanitized-write';

export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_page, permission, answer, details) =>
    answer(permission === COPY_TEXT && details.isMainFrame && isAppAddress(details.requestingUrl)),
  );
  session.setPermissionCheckHandler(
    (_page, permission, origin, details) => permission === COPY_TEXT && details.isMainFrame && isAppAddress(origin),
  );
  session.setDevicePermissionHandler(() => false);
  // Electron takes an answer without a stream as a refusal.
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }));
  session.setUSBProtectedClassesHandler((details) => details.protectedClasses);
}

/** Only our own page exists: every other request of the session ends before it begins. */
export function blockNetwork(session: Session): void {
  session.webRequest.onBeforeRequest((details, answer) => {
    const isOurs = isAppAddress(details.url) || isAppBlob(details.url);
    const isTools = !app.isPackaged && details.url.startsWith('devtools://');
    answer({ cancel: !isOurs && !isTools });
  });
}

/** The page may save a file that it made itself, after the person chose where; nothing else comes in. */
export function limitDownloads(session: Session): void {
  session.on('will-download', (event, item) => {
    if (isAppBlob(item.getURL())) item.setSaveDialogOptions({ title: 'Bewaar als', buttonLabel: 'Bewaar' });
    else event.preventDefault();
  });
}
