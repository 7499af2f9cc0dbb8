/**
 * The screen as a person feels it: the built app in a real Chromium whose processor is slowed four times. A key counts from
 * the event to the frame after which its answer stands there. The vault itself is not slowed: it is another process.
 *
 * Needs `npm run build` first.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { chromium, type Page } from '@playwright/test';
import { chromiumArguments, findChromium } from '../../build/chromium.ts';
import { beginWithNewHousehold, field } from '../e2e/support/dossierPages.ts';
import { makeDataFolder, removeDataFolder, startLoopbackApp } from '../e2e/support/loopbackApp.ts';
import { expectOpen } from '../e2e/support/sessionPages.ts';
import { PASSPHRASE } from './benchVault.ts';
import { median, percentile, type Measurements } from './figures.ts';

const SLOWED = 4;
const TYPED = 'Ze vertelt dat de huur te hoog is en dat haar moeder op dinsdag helpt met de kinderen. ';
const SEARCHED = ['yilmaz', 'huurachterstand', 'energie', 'schimmel'];
const project = join(import.meta.dirname, '../..');

export async function screenBench(size: {
  readonly households: number;
  readonly notes: number;
}): Promise<Measurements> {
  if (!existsSync(join(project, 'out/loopback/main.js'))) throw new Error('run `npm run build` first');
  const folder = await makeDataFolder();
  execFileSync(process.execPath, [
    join(project, 'tests/demo/makeDemo.ts'),
    ...['--households', String(size.households), '--notes', String(size.notes), '--profile', folder],
  ]);
  const app = await startLoopbackApp(folder);
  const browser = await chromium.launch({ executablePath: await findChromium(), args: [...chromiumArguments] });
  try {
    const page = await browser.newPage({
      locale: 'nl-NL',
      timezoneId: 'Europe/Amsterdam',
      viewport: { width: 1280, height: 800 },
    });
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
    const bare = await onAnEmptyPage(page);
    const starting = performance.now();
    await page.goto(await app.newAddress());
    await field(page, 'unlock.passphrase').waitFor({ timeout: 60_000 });
    const startMs = performance.now() - starting;
    await field(page, 'unlock.passphrase').fill(PASSPHRASE);
    const unlocking = performance.now();
    await field(page, 'unlock.passphrase').press('Enter');
    await expectOpen(page);
    const unlockMs = performance.now() - unlocking;
    await page.evaluate(installKeyClock);
    const searching: number[] = [];
    for (const words of SEARCHED) {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: /Zoek een huishouden/ }).waitFor();
      searching.push(...(await keyTimes(page, words)));
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
    }
    const switches = await switching(page);
    await beginWithNewHousehold(page, 'Fam. Meting', 'Fatima');
    await keyTimes(page, TYPED.slice(0, 10));
    const typing = await keyTimes(page, TYPED);
    return {
      figures: [
        { name: 'start, to the passphrase', value: startMs, unit: 'ms', bar: null },
        { name: 'unlock, to Vandaag (with Argon2id)', value: unlockMs, unit: 'ms', bar: null },
        { name: 'typing in a conversation, p95 per key', value: percentile(typing, 95), unit: 'ms', bar: 50 },
        { name: 'typing in the search field, p95 per key', value: percentile(searching, 95), unit: 'ms', bar: 50 },
        {
          name: 'the peer: a textarea on an empty page, p95 per key',
          value: percentile(bare, 95),
          unit: 'ms',
          bar: null,
          note: 'what this browser itself takes on this machine: typing cannot be faster',
        },
        {
          name: 'typing in a conversation, median, against the peer',
          value: median(typing) / median(bare),
          unit: 'x',
          bar: null,
        },
        {
          name: 'switching between Vandaag, Huishoudens and Taken, median',
          value: median(switches),
          unit: 'ms',
          bar: null,
        },
      ],
      raw: [
        { who: 'empty page', measured: asRecord(bare), load: Number.NaN },
        { who: 'typing', measured: asRecord(typing), load: Number.NaN },
        { who: 'searching', measured: asRecord(searching), load: Number.NaN },
        { who: 'switching', measured: asRecord(switches), load: Number.NaN },
      ],
    };
  } finally {
    await browser.close();
    await app.stop();
    await removeDataFolder(folder);
  }
}

const asRecord = (times: readonly number[]): Readonly<Record<string, number>> =>
  Object.fromEntries(times.map((ms, index) => [String(index), ms]));

/** The same words, keys and clock where nothing else is. */
async function onAnEmptyPage(page: Page): Promise<readonly number[]> {
  await page.setContent('<!doctype html><textarea rows="4" cols="60"></textarea>');
  await page.locator('textarea').focus();
  await page.evaluate(installKeyClock);
  await keyTimes(page, TYPED.slice(0, 10));
  return keyTimes(page, TYPED);
}

/** In the page: every key from its event to the first moment after the frame that shows it. */
function installKeyClock(): void {
  const times: number[] = [];
  Object.assign(window, { keyTimes: times });
  window.addEventListener(
    'keydown',
    (event) => {
      const at = event.timeStamp;
      requestAnimationFrame(() => {
        const after = new MessageChannel();
        after.port1.onmessage = () => times.push(performance.now() - at);
        after.port2.postMessage(null);
      });
    },
    true,
  );
}

/** Types as a quick person does and takes the times of these keys. */
async function keyTimes(page: Page, text: string): Promise<number[]> {
  await page.evaluate(() => ((window as unknown as { keyTimes: number[] }).keyTimes.length = 0));
  await page.keyboard.type(text, { delay: 80 });
  return page.evaluate(
    (wanted) =>
      new Promise<number[]>((resolve) => {
        const look = (): void => {
          const { keyTimes: times } = window as unknown as { keyTimes: number[] };
          if (times.length >= wanted) resolve([...times]);
          else requestAnimationFrame(look);
        };
        look();
      }),
    text.length,
  );
}

/** From the key to the heading of the other screen. */
async function switching(page: Page): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < 4; round += 1) {
    for (const name of ['Huishoudens', 'Taken', 'Vandaag']) {
      const link = page.getByRole('navigation').first().getByRole('link', { name });
      await link.focus();
      times.push(
        await link.evaluate(
          (element) =>
            new Promise<number>((resolve) => {
              const main = document.querySelector('main');
              const before = main?.querySelector('h1')?.textContent ?? '';
              const started = performance.now();
              const look = (): void => {
                const heading = document.querySelector('main h1')?.textContent ?? '';
                if (heading !== '' && heading !== before) resolve(performance.now() - started);
                else requestAnimationFrame(look);
              };
              (element as HTMLElement).click();
              look();
            }),
        ),
      );
    }
  }
  return times;
}
