import type { OutputOf } from '../../../shared/contract/contract.ts';
import type { ImportKind } from '../../../shared/domain/importColumns.ts';

/** "3 huishoudens", "1 organisatie". */
export function countText(kind: ImportKind, count: number): string {
  const [one, more] = kind === 'HUISHOUDENS' ? ['huishouden', 'huishoudens'] : ['organisatie', 'organisaties'];
  return `${String(count)} ${count === 1 ? one : more}`;
}

/** What was made and what was left out, in one sentence. */
export function resultText(kind: ImportKind, { made, skipped }: OutputOf<'import.run'>): string {
  const left = skipped === 0 ? '' : ` ${countText(kind, skipped)} overgeslagen.`;
  return `${countText(kind, made)} ingelezen en bewaard op deze laptop.${left}`;
}
