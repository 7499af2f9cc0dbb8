import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { diffText, moveCaret, replaceYText } from '../../shared/documents/text.ts';
import { SEED, meet, pull, rebuilt } from './documentsSupport.ts';

const NAME = 't:x:summary';

function pair(start: string): [Y.Doc, Y.Doc] {
  const a = new Y.Doc();
  const b = new Y.Doc();
  a.clientID = 1;
  b.clientID = 2;
  a.getText(NAME).insert(0, start);
  pull(b, a);
  return [a, b];
}

const read = (doc: Y.Doc): string => doc.getText(NAME).toString();

/** Types over the text: the stretch at `place` becomes `typed`. */
function edit(doc: Y.Doc, place: number, removed: number, typed: string): { gone: string } {
  const text = doc.getText(NAME);
  const before = text.toString();
  const start = Math.min(place, before.length);
  const next = before.slice(0, start) + typed + before.slice(start + removed);
  doc.transact(() => replaceYText(text, next, start + typed.length), 'local');
  return { gone: before.slice(start, start + removed) };
}

/** Both laptops edit offline, in both orders of client id, and meet. */
function merged(
  start: string,
  byA: (text: string) => string,
  byB: (text: string) => string,
  caretA?: number,
): Set<string> {
  const results = [1, 3].map((clientId) => {
    const [a, b] = pair(start);
    a.clientID = clientId * 10;
    b.clientID = 20;
    a.transact(() => replaceYText(a.getText(NAME), byA(read(a)), caretA));
    b.transact(() => replaceYText(b.getText(NAME), byB(read(b))));
    meet(a, b);
    expect(read(a)).toBe(read(b));
    return read(a);
  });
  return new Set(results);
}

const words = fc.string({
  unit: fc.constantFrom('a', 'b', ' ', '\n', 'é', '😀', '😁', '🈀', '👩‍👧', '\ud83d', '\ude00'),
  maxLength: 12,
});

describe('the diff of two texts', () => {
  test('turns the old text into the new one, is no larger than needed, and never cuts a surrogate pair', () => {
    fc.assert(
      fc.property(
        words,
        words,
        words,
        words,
        fc.option(fc.nat({ max: 60 }), { nil: undefined }),
        (head, from, to, tail, caret) => {
          const previous = (head + from + tail).toWellFormed();
          const next = (head + to + tail).toWellFormed();
          const change = diffText(previous, next, caret);
          if (change === null) {
            expect(next).toBe(previous);
            return;
          }
          const { start, removed, inserted } = change;
          expect(previous.slice(0, start) + inserted + previous.slice(start + removed)).toBe(next);
          for (const part of [
            previous.slice(0, start),
            previous.slice(start, start + removed),
            previous.slice(start + removed),
            inserted,
          ])
            expect(part.isWellFormed()).toBe(true);
          const whole = (text: string): number => [...text].length;
          const plain = diffText(previous, next);
          expect(whole(inserted) + whole(previous.slice(start, start + removed))).toBe(
            whole(plain?.inserted ?? '') +
              whole(previous.slice(plain?.start ?? 0, (plain?.start ?? 0) + (plain?.removed ?? 0))),
          );
        },
      ),
      { seed: SEED, numRuns: 2000 },
    );
  }, 60_000);
});

const operation = fc.record({
  at: fc.nat({ max: 1 }),
  place: fc.nat({ max: 30 }),
  removed: fc.nat({ max: 6 }),
  length: fc.integer({ min: 1, max: 5 }),
  meet: fc.boolean(),
});

describe('two people in one text', () => {
  test('keep every typed character that nobody who saw it removed, once, each run in the order it was typed [D2]', () => {
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 30 }), (operations) => {
        const [a, b] = pair('');
        let code = 0x2500; // box drawing and symbols: no letters, so that no word is widened

        const removed = new Set<string>();
        const runs: string[] = [];
        for (const { at, place, removed: count, length, meet: meets } of operations) {
          const typed = String.fromCharCode(...Array.from({ length }, () => code++));
          const { gone } = edit(at === 0 ? a : b, place, count, typed);
          runs.push(typed);
          for (const letter of gone) removed.add(letter);
          if (meets) meet(a, b);
        }
        meet(a, b);
        const text = read(a);
        expect(read(b)).toBe(text);
        expect(read(rebuilt(a))).toBe(text);
        expect([...text].sort().join('')).toBe(
          runs
            .join('')
            .split('')
            .filter((letter) => !removed.has(letter))
            .sort()
            .join(''),
        );
        for (const run of runs) {
          const places = [...run].filter((letter) => !removed.has(letter)).map((letter) => text.indexOf(letter));
          expect(places).toEqual([...places].sort((x, y) => x - y));
        }
      }),
      { seed: SEED, numRuns: 500 },
    );
  }, 60_000);

  test('keep their caret at the same letters while the other types', () => {
    fc.assert(
      fc.property(fc.array(operation, { minLength: 1, maxLength: 8 }), fc.nat({ max: 20 }), (operations, caretAt) => {
        const letters = String.fromCharCode(...Array.from({ length: 20 }, (_, index) => 0x2500 + index));
        const [a, b] = pair(letters);
        for (const { place, removed, length } of operations) edit(b, place, removed, 'x'.repeat(length));
        let caret = caretAt;
        a.getText(NAME).observe((event) => {
          caret = moveCaret(caret, event.delta as { retain?: number; delete?: number; insert?: unknown }[]);
        });
        pull(a, b);
        const before = [...letters.slice(0, caretAt)].filter((letter) => read(a).includes(letter));
        const after = [...letters.slice(caretAt)].filter((letter) => read(a).includes(letter));
        const text = read(a);
        for (const letter of before) expect(text.indexOf(letter)).toBeLessThan(caret);
        for (const letter of after) expect(text.indexOf(letter)).toBeGreaterThanOrEqual(caret);
      }),
      { seed: SEED, numRuns: 500 },
    );
  }, 60_000);
});

describe('the caret', () => {
  test('stays where one types when a colleague adds text exactly there, and moves with text before it', () => {
    expect(moveCaret(5, [{ retain: 5 }, { insert: 'abc' }])).toBe(5);
    expect(moveCaret(5, [{ retain: 4 }, { insert: 'abc' }])).toBe(8);
    expect(moveCaret(5, [{ retain: 2 }, { delete: 10 }])).toBe(2);
    expect(moveCaret(5, [{ retain: 2 }, { delete: 1 }, { insert: 'ab' }, { retain: 9 }, { insert: 'x' }])).toBe(6);
  });
});

describe('the merge cases of two laptops that wrote offline', () => {
  const note = 'Zij woont bij haar zus.\nZij zoekt werk.';

  test('sentences added in different places are both kept, in place', () => {
    const result = merged(
      note,
      (text) => `Goed gesprek. ${text}`,
      (text) => `${text} Bel vrijdag.`,
    );
    expect(result).toEqual(new Set([`Goed gesprek. ${note} Bel vrijdag.`]));
  });

  test('an Enter in a paragraph leaves what the other types at its end in the right place', () => {
    const result = merged(
      note,
      (text) => text.replace('bij haar', 'bij\nhaar'),
      (text) => text.replace('zus.', 'zus. En haar moeder.'),
    );
    expect(result).toEqual(new Set(['Zij woont bij\nhaar zus. En haar moeder.\nZij zoekt werk.']));
  });

  test('a sentence added in a paragraph that the other deletes is kept', () => {
    const result = merged(
      note,
      (text) => text.replace('Zij woont bij haar zus.\n', ''),
      (text) => text.replace('zus.', 'zus. En haar moeder.'),
      0,
    );
    expect(result).toEqual(new Set([' En haar moeder.Zij zoekt werk.']));
  });

  test('a sentence typed in the second of two paragraphs that the other joins is kept in place', () => {
    const result = merged(
      note,
      (text) => text.replace('\n', ' '),
      (text) => `${text} Bij de bakker.`,
    );
    expect(result).toEqual(new Set(['Zij woont bij haar zus. Zij zoekt werk. Bij de bakker.']));
  });

  test('text typed in a paragraph that the other makes a list of stays in it', () => {
    const result = merged(
      note,
      (text) => text.replace('Zij zoekt', '- Zij zoekt'),
      (text) => text.replace('werk.', 'werk in de buurt.'),
    );
    expect(result).toEqual(new Set(['Zij woont bij haar zus.\n- Zij zoekt werk in de buurt.']));
  });

  test('one word rewritten by both is glued, never mixed: both words can be read', () => {
    for (const text of merged(
      note,
      (old) => old.replace('zus', 'zoon'),
      (old) => old.replace('zus', 'vriend'),
    )) {
      expect(text).toMatch(/bij haar (zoonvriend|vriendzoon)\./);
    }
  });

  test('what one adds right after a word that the other rewrites stays after it', () => {
    const result = merged(
      note,
      (text) => text.replace('zus', 'zoon'),
      (text) => text.replace('zus', 'zusje'),
    );
    expect(result).toEqual(new Set(['Zij woont bij haar zoonje.\nZij zoekt werk.']));
  });

  test('a section that one clears keeps what the other adds to it', () => {
    const result = merged(
      note,
      () => '',
      (text) => `${text} Bel vrijdag.`,
    );
    expect(result).toEqual(new Set([' Bel vrijdag.']));
  });

  test('two runs typed at the same caret stay whole, one after the other', () => {
    for (const text of merged(
      'Afspraken: ',
      (old) => `${old}bellen`,
      (old) => `${old}schrijven`,
    )) {
      expect(['Afspraken: bellenschrijven', 'Afspraken: schrijvenbellen']).toContain(text);
    }
  });

  test('the same sentence typed by both is there twice: a person decides, not the merge', () => {
    expect(
      merged(
        '',
        () => 'Zij zoekt werk. ',
        () => 'Zij zoekt werk. ',
      ),
    ).toEqual(new Set(['Zij zoekt werk. Zij zoekt werk. ']));
  });
});
