/**
 * The number under which the municipality keeps a file elsewhere. What cannot be seen (control marks, marks that turn the
 * direction of writing) is taken out; what does not belong in a number is refused, and so is a citizen service number:
 * the product holds none.
 */
import { err, ok, type Result } from '../result.ts';

export type CaseNumberProblem = 'CHARACTERS' | 'TOO_LONG' | 'BSN';

const MAX_LENGTH = 60;
const UNSEEN = /[\p{Cc}\p{Cf}]/gu;
const ALLOWED = /^[\p{L}\p{N} ._\-/:#+()]*$/u;

/** Nine digits that pass the check of eleven; of eight a zero in front was lost. */
export function looksLikeBsn(text: string): boolean {
  const digits = text.replace(/[ .\-/]/g, '');
  if (!/^\d{8,9}$/.test(digits)) return false;
  const padded = digits.padStart(9, '0');
  const sum = [...padded].reduce((all, digit, at) => all + Number(digit) * (at === 8 ? -1 : 9 - at), 0);
  return sum % 11 === 0 && Number(padded) !== 0;
}

/** The number as it is kept; '' when nothing was filled in. */
export function parseCaseNumber(typed: string): Result<string, CaseNumberProblem> {
  const text = typed.normalize('NFC').replace(/\s/g, ' ').replace(UNSEEN, '').replace(/ +/g, ' ').trim();
  if (text.length > MAX_LENGTH) return err('TOO_LONG');
  if (!ALLOWED.test(text)) return err('CHARACTERS');
  return looksLikeBsn(text) ? err('BSN') : ok(text);
}
