/** What Chromium must not do inside this app: keep a cache, report, look for updates, phone out. */
import { app } from 'electron';

const SWITCHES: readonly (readonly [name: string, value?: string])[] = [
  ['lang', 'nl'],
  ['disk-cache-size', '1'],
  ['media-cache-size', '1'],
  ['disable-breakpad'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-quic'],
  ['no-pings'],
];

/** Before the app is ready. */
export function quietChromium(): void {
  for (const [name, value] of SWITCHES) {
    if (value === undefined) app.commandLine.appendSwitch(name);
    else app.commandLine.appendSwitch(name, value);
  }
}
