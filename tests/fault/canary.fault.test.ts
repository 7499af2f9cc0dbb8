/**
 * A canary word in all that a screen can write, through the real vault process with its production keys; then every file
 * under the data folder and the temporary folder, and everything it logged, is searched for it. What only the vault
 * itself writes is planted in canaryKinds.fault.test.ts.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { WalkInForm } from '../../shared/contract/commands/consultation.ts';
import { newWriter } from '../../shared/documents/accessors.ts';
import { householdKinds, type HouseholdKind, type RecordKind } from '../../shared/documents/schema.ts';
import { restrictedKinds } from '../../shared/documents/safetyKinds.ts';
import { findsOf, searchFolder } from './canarySearch.ts';
import { plantEverywhere } from './plantedRecords.ts';
import { seededNumbers } from './seededNumbers.ts';
import { startVault } from './vaultChild.ts';

const CANARY = 'kanariezonnebloem';
const PASSPHRASE = 'wachtzinkanarie tulp kiosk wandel bezem';
const PIN = '739158';
const root = mkdtempSync(join(tmpdir(), 'samenspel-canary-'));
const dataFolder = join(root, 'data');
const temporary = join(root, 'temporary');
const random = seededNumbers(7);

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

function value<T>(
  outcome: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown },
): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
}

test('a word in every field of every kind is in no file, no log and no temporary folder [P1]', async () => {
  mkdirSync(dataFolder);
  mkdirSync(temporary);
  const vault = await startVault(dataFolder, { TMPDIR: temporary });
  const { client } = vault;
  const { recoveryCode, askedGroups } = value(
    await client.call('profile.beginSetup', {
      name: 'Marieke Postma',
      jobTitle: 'gezinscoach',
      passphrase: new TextEncoder().encode(PASSPHRASE),
      pin: PIN,
      practice: true,
    }),
  );
  const groups = askedGroups.map((group) => ({ group, text: recoveryCode[group] ?? '' }));
  value(await client.call('profile.finishSetup', { groups }));
  const { householdId } = value(await client.call('household.create', { name: `Fam. ${CANARY}` }));
  const made = value(
    await client.call('conversation.create', { householdId, context: 'THUIS', place: `bij ${CANARY}` }),
  );
  const { state } = value(await client.call('document.open', { documentId: made.documentId }));
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state, 'load');
  const { me } = value(await client.call('session.get', {}));
  const bytes = (length: number): Uint8Array => Uint8Array.from({ length }, () => Math.floor(random() * 256));
  const writer = newWriter(me.userId, { nowMs: () => 1_790_000_000_000 }, { bytes });
  const kinds = Object.keys(householdKinds) as HouseholdKind[];
  const { places, updates } = plantEverywhere(doc, kinds, writer, (place) => `${CANARY} ${place}`);
  const refused: string[] = [];
  for (const { kind, update } of updates) {
    const pushed = await client.call('document.push', { documentId: made.documentId, update });
    if (!pushed.ok) refused.push(`${kind}: ${JSON.stringify(pushed.error)}`);
  }
  expect(refused).toEqual([]);
  expect(places.length).toBeGreaterThan(60);
  const safety = value(await client.call('restricted.open', { householdId }));
  const safetyDoc = new Y.Doc();
  const opened = value(await client.call('document.open', { documentId: safety.documentId }));
  Y.applyUpdate(safetyDoc, opened.state, 'load');
  // Steps of the meldcode are written by a command (canaryKinds.fault.test.ts).
  const onScreen = (Object.keys(restrictedKinds) as RecordKind[]).filter((kind) => kind !== 'meldcodeSteps');
  for (const { update } of plantEverywhere(safetyDoc, onScreen, writer, (at) => `${CANARY} ${at}`).updates)
    value(await client.call('document.push', { documentId: safety.documentId, update }));
  value(await client.call('worknote.save', { householdId, text: `${CANARY} aantekening` }));
  const consultation = value(
    await client.call('consultation.start', { place: `${CANARY} loket`, context: 'KANTOOR', area: `${CANARY} wijk` }),
  );
  const form: Omit<WalkInForm, 'who'> = {
    question: CANARY,
    perspectives: [],
    next: 'IK',
    what: CANARY,
    toUser: '',
    toName: CANARY,
    dueOn: '',
  };
  const who = { kind: 'NIEUW', name: `Dhr. ${CANARY}` } as const;
  const { documentId } = consultation;
  value(await client.call('consultation.save', { documentId, walkInId: null, form: { ...form, who } }));
  value(
    await client.call('consultation.keep', {
      documentId,
      walkInId: null,
      form: { ...form, who: { kind: 'LATER', name: CANARY } },
      state: 'CONCEPT',
    }),
  );
  value(await client.call('consultation.signal', { documentId, theme: '', area: CANARY, text: CANARY }));
  const { hits } = value(await client.call('search.query', { text: CANARY, mode: 'ranked', limit: 50 }));
  expect(hits.length).toBeGreaterThan(5);
  value(
    await client.call('session.rememberPlace', { route: CANARY, field: CANARY, selectionStart: 0, selectionEnd: 0 }),
  );
  value(await client.call('backup.create', {}));
  // While it runs, with the log of the database beside it, and after its end.
  const secrets = [
    CANARY,
    PASSPHRASE,
    PIN,
    recoveryCode.join(''),
    ...recoveryCode.slice(0, 3).map((_, i) => recoveryCode.slice(i, i + 3).join('-')),
  ];
  const running = searchFolder(root, secrets);
  expect(running.found).toEqual([]);
  expect(running.files).toBeGreaterThan(3);
  value(await client.call('vault.lock', {}));
  await vault.gone;
  expect(searchFolder(root, secrets).found).toEqual([]);
  expect(findsOf(secrets, Buffer.from(vault.log()))).toEqual([]);
  // The look itself sees: a file with the word in it is found.
  expect(findsOf(secrets, Buffer.from(`x${CANARY}y`, 'utf16le'))).toEqual([CANARY]);
}, 120_000);
