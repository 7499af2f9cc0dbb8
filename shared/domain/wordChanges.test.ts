import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordChanges } from './wordChanges.ts';

test('tells the words that went and came, and keeps the rest', () => {
  expect(wordChanges('Ze slaapt weer goed.', 'Ze slaapt nu weer heel goed.')).toEqual([
    { kind: 'kept', text: 'Ze slaapt ' },
    { kind: 'added', text: 'nu ' },
    { kind: 'kept', text: 'weer ' },
    { kind: 'added', text: 'heel ' },
    { kind: 'kept', text: 'goed.' },
  ]);
  expect(wordChanges('', 'Nieuw')).toEqual([{ kind: 'added', text: 'Nieuw' }]);
  expect(wordChanges('Weg', '')).toEqual([{ kind: 'removed', text: 'Weg' }]);
});

test('leaves nothing out of either text', () => {
  const text = fc
    .array(fc.constantFrom('de', 'zus', 'belt', 'morgen', '.', '\n', ' ', '  '))
    .map((words) => words.join(' '));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = wordChanges(before, after);
      const of = (kind: 'removed' | 'added') =>
        parts
          .filter((part) => part.kind !== kind)
          .map((part) => part.text)
          .join('');
      expect(of('added')).toBe(before);
      expect(of('removed')).toBe(after);
    }),
    { seed: Number(process.env['SEED'] ?? 20_261_121), numRuns: 300 },
  );
});
