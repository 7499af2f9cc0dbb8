/** Reads the numbered rules of tests/SPEC.md, and the numbers that test titles carry. */

export interface Rule {
  readonly id: string;
  /** One of those that `npm run mutate` breaks. */
  readonly mattersMost: boolean;
  readonly text: string;
}

/** Every line `- **S1 !** text`, in the order of the page. */
export function rulesIn(page: string): readonly Rule[] {
  return [...page.matchAll(/^- \*\*([A-Z]\d+)( !)?\*\* (.+)$/gm)].map(([, id, mark, text]) => ({
    id: id ?? '',
    mattersMost: mark !== undefined,
    text: text ?? '',
  }));
}

/** The numbers in the titles of a test file: `it('keeps both values [D1]', ...)`. */
export function rulesNamedIn(source: string): readonly string[] {
  return [...source.matchAll(/\[((?:[A-Z]\d+)(?:, [A-Z]\d+)*)\][`'"](?=,|\)\()/g)].flatMap(([, ids]) =>
    (ids ?? '').split(', '),
  );
}
