/**
 * npm run screens [-- name ...]: every screen in every look as a picture in out/screens/, with a contact sheet (index.html).
 * Drives the built app on a demo caseload and on the practice households in a real browser, and a team on a real server.
 * The lists of screens are tests/e2e/support/screenTour.ts, panelTour.ts and leadTour.ts. A name is a tour or a screen.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { makeDamagedProfile } from '../tests/e2e/support/damagedProfile.ts';
import { prepareLeadTour } from '../tests/e2e/support/leadTour.ts';
import { makeDataFolder, removeDataFolder, startLoopbackApp } from '../tests/e2e/support/loopbackApp.ts';
import { dayPanels, householdPanels, makePanelVault } from '../tests/e2e/support/panelTour.ts';
import { firstRunTour, makeTourVault, repairTour, screenTour, type Stop } from '../tests/e2e/support/screenTour.ts';
import { projectFolder } from './bundleEntries.ts';
import { chromiumArguments, findChromium } from './chromium.ts';

interface Look {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly dark?: boolean;
  readonly forced?: boolean;
  /** As high as what is on it, so that nothing lies below the edge of the picture. */
  readonly whole?: boolean;
}

/** 200 % zoom is a window of half the size at twice the scale. */
const LOOKS: readonly Look[] = [
  { name: 'licht', width: 1366, height: 850, scale: 1 },
  { name: 'donker', width: 1366, height: 850, scale: 1, dark: true },
  { name: 'hoog-contrast', width: 1366, height: 850, scale: 1, forced: true },
  { name: 'heel', width: 1366, height: 850, scale: 1, whole: true },
  { name: '320', width: 320, height: 720, scale: 1, whole: true },
  { name: '200-procent', width: 683, height: 425, scale: 2 },
];

/** Of a whole screen, in pixels. */
const HIGHEST = 6_000;

const folder = join(projectFolder, 'out/screens');
const wanted = process.argv.slice(2);
const shots: { stop: string; look: string; file: string }[] = [];

async function shoot(page: Page, stop: Stop): Promise<void> {
  for (const look of LOOKS) {
    await page.emulateMedia({
      colorScheme: look.dark ? 'dark' : 'light',
      forcedColors: look.forced ? 'active' : 'none',
    });
    const session = await page.context().newCDPSession(page);
    const size = (height: number) =>
      session.send('Emulation.setDeviceMetricsOverride', {
        width: look.width,
        height,
        deviceScaleFactor: look.scale,
        mobile: false,
      });
    // Another size first: a window that stays as it was may still show the frame before this one.
    await size(look.height + 1);
    await page.evaluate(settled);
    await size(look.height);
    await page.evaluate(settled);
    if (look.whole) {
      await size(Math.min(HIGHEST, look.height + (await page.evaluate(outOfView))));
      await page.evaluate(settled);
    }
    const file = `${stop.name}-${look.name}.png`;
    // Not page.screenshot: that puts the size of the window back first.
    const { data } = await session.send('Page.captureScreenshot', { format: 'png' });
    writeFileSync(join(folder, file), data, 'base64');
    await session.send('Emulation.clearDeviceMetricsOverride');
    await session.detach();
    shots.push({ stop: stop.name, look: look.name, file });
  }
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
}

/** How much there is to scroll, in the part that scrolls most. */
function outOfView(): number {
  const parts = [document.documentElement, ...document.querySelectorAll<HTMLElement>('main *, .setup-sheet, .dialog')];
  return Math.max(
    ...parts
      .filter((part) => part.tagName !== 'TEXTAREA')
      .map(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight),
  );
}

/** Resolves when the fonts are there, nothing moves and the new size is drawn. */
async function settled(): Promise<void> {
  await document.fonts.ready;
  await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}

async function makeTourFolder(): Promise<string> {
  const dataFolder = await makeDataFolder();
  makeTourVault(dataFolder);
  return dataFolder;
}

async function walk(stops: readonly Stop[], dataFolder: string): Promise<void> {
  const app = await startLoopbackApp(dataFolder);
  await inBrowser(async (browser) => {
    const page = await browser.newPage({
      viewport: { width: 1366, height: 850 },
      locale: 'nl-NL',
      timezoneId: 'Europe/Amsterdam',
      reducedMotion: 'reduce',
    });
    await page.goto(await app.newAddress());
    await pass(stops, page);
  });
  await app.stop();
  await removeDataFolder(dataFolder);
}

async function walkWithTeam(): Promise<void> {
  await inBrowser(async (browser) => {
    const tour = await prepareLeadTour(browser);
    try {
      for (const stop of tour.stops) await pass([stop], stop.page);
    } finally {
      await tour.end();
    }
  });
}

async function pass(stops: readonly Stop[], page: Page): Promise<void> {
  for (const stop of stops) {
    try {
      await stop.go(page);
    } catch (cause) {
      throw new Error(`the tour cannot come to ${stop.name}`, { cause });
    }
    if (stop.picture === false || !(all || wanted.includes(stop.name))) continue;
    await shoot(page, stop);
    console.log(stop.name);
  }
}

async function inBrowser(use: (browser: Browser) => Promise<void>): Promise<void> {
  const browser = await chromium.launch({ executablePath: await findChromium(), args: [...chromiumArguments] });
  try {
    await use(browser);
  } finally {
    await browser.close();
  }
}

/** The tours by name. Who asks for one of them, or for stops of it, does not walk the others. */
const tours: readonly { name: string; stops: readonly Stop[] | null; walk: () => Promise<void> }[] = [
  { name: 'begin', stops: firstRunTour, walk: async () => walk(firstRunTour, await makeDataFolder()) },
  { name: 'herstel', stops: repairTour, walk: async () => walk(repairTour, (await makeDamagedProfile()).dataFolder) },
  { name: 'schermen', stops: screenTour, walk: async () => walk(screenTour, await makeTourFolder()) },
  { name: 'huishouden', stops: householdPanels, walk: async () => walk(householdPanels, await makePanelVault()) },
  { name: 'dag', stops: dayPanels, walk: async () => walk(dayPanels, await makePanelVault()) },
  { name: 'team', stops: null, walk: walkWithTeam },
];
let all = wanted.length === 0;
if (all) rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
execFileSync(process.execPath, [join(projectFolder, 'build/run.mjs'), 'bundle'], { stdio: 'inherit' });
for (const tour of tours) {
  all = wanted.length === 0 || wanted.includes(tour.name);
  if (all || tour.stops?.some(({ name }) => wanted.includes(name))) await tour.walk();
}

const rows = [...new Set(shots.map((shot) => shot.stop))].map((stop) => {
  const pictures = shots.filter((shot) => shot.stop === stop);
  const cells = pictures.map(
    (shot) => `<td><a href="${shot.file}"><img src="${shot.file}" alt="${stop}, ${shot.look}" loading="lazy"></a></td>`,
  );
  return `<tr><th scope="row">${stop}</th>${cells.join('')}</tr>`;
});
const heads = LOOKS.map((look) => `<th scope="col">${look.name}</th>`).join('');
writeFileSync(
  join(folder, 'index.html'),
  `<!doctype html><html lang="nl"><meta charset="utf-8"><title>Schermen</title><style>body{font:14px system-ui}img{max-width:260px;max-height:200px;border:1px solid #ccc}th{text-align:left;vertical-align:top}</style><table><tr><th></th>${heads}</tr>${rows.join('')}</table></html>`,
);
console.log(`${String(shots.length)} pictures in out/screens; contact sheet: out/screens/index.html`);
