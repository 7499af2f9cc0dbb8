import fc from 'fast-check';
import { expect, it } from 'vitest';
import { textBlocks, withoutQuotes } from './ReadText.tsx';

it('makes lists of lines that start with a dash, and paragraphs of the rest', () => {
  expect(textBlocks('Er ligt post.\nVeel.\n- bank\n- energie\nEn verder.\n\nNieuw.')).toEqual([
    { kind: 'paragraph', lines: ['Er ligt post.', 'Veel.'] },
    { kind: 'list', items: ['bank', 'energie'] },
    { kind: 'paragraph', lines: ['En verder.'] },
    { kind: 'paragraph', lines: ['Nieuw.'] },
  ]);
});

it('loses no word, whatever is typed (property)', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('- a', 'b', '', '  - c', '-d', '- ')), (lines) => {
      const shown = textBlocks(lines.join('\n')).flatMap((block) =>
        block.kind === 'list' ? block.items : block.lines,
      );
      const typed = lines.filter((line) => line.trim() !== '').map((line) => line.replace(/^\s*- /, ''));
      expect(shown).toEqual(typed);
    }),
    { seed: 11 },
  );
});

it('takes quotes away that were typed around words, and leaves an apostrophe', () => {
  expect(withoutQuotes('\u201CIk schaam me.\u201D')).toBe('Ik schaam me.');
  expect(withoutQuotes("'Ik schaam me.'")).toBe('Ik schaam me.');
  expect(withoutQuotes("'s Avonds ben ik moe.")).toBe("'s Avonds ben ik moe.");
});
