/** Making lists and search again while people work on: the same rows, nothing lost in between, and finished when cut off. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createRecord, replaceText, setFields } from '../../shared/documents/accessors.ts';
import { rebuildWasCutOff } from '../../electron/vault/documents/rebuildProjection.ts';
import { silentProgress, type Progress } from '../../electron/vault/progress.ts';
import { DossierFixture } from './dossierFixture.ts';

let vault: DossierFixture;
beforeEach(() => {
  vault = new DossierFixture();
});
afterEach(() => vault.end());

/** Every look at the clock takes long, so that each document is a piece of its own; `between` runs between two pieces. */
function slow(between: (piece: number) => void = () => undefined) {
  let now = 0;
  let piece = 0;
  return {
    machine: { uptimeMs: () => (now += 100) },
    setTimer: (run: () => void) => {
      queueMicrotask(() => {
        between((piece += 1));
        run();
      });
      return { cancel: () => undefined };
    },
  };
}

function households(count: number) {
  return Array.from({ length: count }, (_, at) => {
    const made = vault.done('household.create', { name: `Fam. Nummer${String(at)}`, person: { firstName: 'Fatima' } });
    vault.write(made.documentId, (doc, writer) => {
      const talk = createRecord(
        doc,
        'conversations',
        { date: '2026-11-01', context: 'THUIS', author: vault.me.userId },
        writer,
      );
      replaceText(doc, 'conversations', talk, 'whatIsGoingOn', `Kwikstaart ${String(at)}`);
      createRecord(
        doc,
        'actions',
        { what: 'Bellen', ladder: '1_ZELF', dueOn: '2026-12-01', status: 'GEPLAND' },
        writer,
      );
    });
    return made;
  });
}
const state = (): unknown => [vault.projection(), vault.entries()];
const found = (text: string): number => vault.done('search.query', { text, mode: 'ranked' }).hits.length;

it('makes the same rows as before, with counts that go up to the end, and loses nothing that is saved meanwhile', async () => {
  const made = households(6);
  vault.documents.flush();
  const before = state();
  const counts: number[] = [];
  const steps: unknown[] = [];
  const progress: Progress = {
    step: (step, total) => void steps.push([step, total]),
    done: (count) => void counts.push(count),
    end: () => undefined,
  };
  expect(await vault.documents.rebuildInSlices({ progress }, slow())).toMatchObject({ documents: 12 });
  expect(state()).toEqual(before);
  expect(steps).toEqual([
    ['DOSSIERS', 12],
    ['TIDY', undefined],
  ]);
  expect(counts).toEqual(counts.toSorted((a, b) => a - b));
  expect([counts[0], counts.at(-1)]).toEqual([0, 12]);

  // Of the first and of the last household something is saved while the lists are made again.
  const saveIn = (at: number, street: string): void => {
    const documentId = made[at]?.documentId;
    if (documentId !== undefined)
      vault.write(documentId, (doc, writer) => setFields(doc, 'household', 'household', { street }, writer));
  };
  let longest = 0;
  const meanwhile = slow((piece) => {
    longest = Math.max(longest, vault.countIn('household'));
    if (piece === 1) saveIn(5, 'Merelweg');
    if (piece === 2) saveIn(0, 'Kade');
    // The list itself is whole at every moment.
    expect(vault.countIn('household')).toBe(6);
  });
  await vault.documents.rebuildInSlices({ progress: silentProgress }, meanwhile);
  expect(longest).toBe(6);
  expect([found('merelweg'), found('kade'), found('kwikstaart')]).toEqual([1, 1, 6]);
  const after = state();
  vault.documents.flush();
  vault.documents.rebuild();
  expect(vault.projection()).toEqual((after as readonly unknown[])[0]);
});

it('is begun again at the next opening when the vault went out half way', async () => {
  households(4);
  vault.documents.flush();
  const before = state();
  const cut = slow((piece) => {
    if (piece === 1) vault.documents.end();
  });
  expect(await vault.documents.rebuildInSlices({ progress: silentProgress }, cut)).toBeNull();
  vault.restart();
  expect(rebuildWasCutOff(vault.store)).toBe(true);
  expect(found('kwikstaart')).toBeLessThan(4);
  vault.documents.rebuild();
  expect([rebuildWasCutOff(vault.store), state()]).toEqual([false, before]);
  expect(found('kwikstaart')).toBe(4);
});

it('takes the words of what is gone from the disk in pieces too', async () => {
  const [first] = households(3);
  if (first === undefined) throw new Error('no household');
  vault.write(first.documentId, (doc, writer) =>
    setFields(doc, 'household', 'household', { street: 'Ëksterpootlaan' }, writer),
  );
  vault.documents.flush();
  const pages = (): Buffer => vault.store.db.serialize();
  expect(pages().includes('eksterpootlaan')).toBe(true);
  vault.documents.destroy([first.documentId]);
  await vault.documents.scrubSearchInSlices(slow());
  expect(pages().includes('eksterpootlaan')).toBe(false);
  expect(found('kwikstaart')).toBe(2);
});
