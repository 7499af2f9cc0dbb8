/**
 * npm run demo -- --households 400 [--notes 20000] [--profile DIR] [--seed N]
 * Makes a practice vault with an invented caseload and says how to start on it. Nobody in it exists.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createNodeDeps } from '../../electron/vault/nodeDeps.ts';
import { stretchInChild } from '../../electron/vault/nodeStretch.ts';
import { makeDemoVault } from './demoVault.ts';

/** Written here on purpose: a practice vault keeps nothing that is real. */
const PASSPHRASE = 'samen aan de keukentafel';
const PIN = '2580';
const NAME = 'Marieke Oefenaar';

const { values } = parseArgs({
  options: {
    households: { type: 'string', default: '40' },
    notes: { type: 'string' },
    profile: { type: 'string', default: 'out/demo' },
    seed: { type: 'string', default: '1' },
  },
});

const households = wholeNumber('households', values.households, 1, 10_000);
const notes = wholeNumber('notes', values.notes ?? String(households * 50), 0, 500_000);
const seed = wholeNumber('seed', values.seed, 0, 4_294_967_295);
const dataFolder = resolve(values.profile);
const deps = createNodeDeps({
  host: 'loopback',
  appVersion: 'demo',
  dataFolder,
  keychain: null,
  stretch: stretchInChild,
  end: () => undefined,
});

const started = performance.now();
const made = await makeDemoVault({ deps, seed, households, notes, name: NAME, passphrase: PASSPHRASE, pin: PIN });
const seconds = ((performance.now() - started) / 1_000).toFixed(1);
console.log(`Klaar in ${seconds} s: ${households} huishoudens, ${notes} gesprekken, ${made.records} stukken om in te zoeken.
Alle mensen zijn verzonnen. Begin met:
  npm start -- --profile ${values.profile}
Kies "${NAME}". Wachtzin: ${PASSPHRASE}. Pincode: ${PIN}.`);

function wholeNumber(name: string, text: string, from: number, to: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= from && value <= to) return value;
  console.error(`--${name} is een heel getal van ${from} tot en met ${to}.`);
  process.exit(1);
}
