import { TextField } from '../../ui/TextField.tsx';

export interface TypedPaper {
  readonly number: string;
  readonly code: string;
}
export const EMPTY_PAPERS: readonly [TypedPaper, TypedPaper] = [
  { number: '', code: '' },
  { number: '', code: '' },
];

/** As the vault reads them. */
export const papersOf = (papers: readonly TypedPaper[]): { number: number; code: string }[] =>
  papers.map(({ number, code }) => ({ number: Math.max(1, Math.min(255, Number.parseInt(number, 10) || 1)), code }));

export const papersFilled = (papers: readonly TypedPaper[]): boolean =>
  papers.every(({ number, code }) => number.trim() !== '' && code.trim() !== '');

interface TwoPapersProps {
  readonly papers: readonly TypedPaper[];
  readonly onChange: (papers: readonly TypedPaper[]) => void;
}

/** The number and the code of two of the three papers. */
export function TwoPapers({ papers, onChange }: TwoPapersProps) {
  const set = (index: number, change: Partial<TypedPaper>): void =>
    onChange(papers.map((paper, at) => (at === index ? { ...paper, ...change } : paper)));
  return (
    <>
      {papers.map((paper, index) => (
        <fieldset className="field" key={index}>
          <legend className="label">{index === 0 ? 'Eerste papier' : 'Tweede papier'}</legend>
          <TextField
            label="Nummer"
            field={`paper.${String(index)}.number`}
            inputMode="numeric"
            maxLength={3}
            autoComplete="off"
            value={paper.number}
            onChange={(number) => set(index, { number })}
          />
          <TextField
            label="Code"
            field={`paper.${String(index)}.code`}
            className="code-field"
            hint="Veertien groepjes van vier. Hoofdletters maken niet uit"
            maxLength={200}
            autoComplete="off"
            spellCheck={false}
            value={paper.code}
            onChange={(code) => set(index, { code })}
          />
        </fieldset>
      ))}
    </>
  );
}
