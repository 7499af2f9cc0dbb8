/**
 * The printed recovery code: 256 random bits that a person can copy from paper.
 *
 * Form: 14 groups of four characters of Crockford's base32 (no I, L, O, U). Two characters are one symbol of 10 bits:
 * 26 symbols carry the secret (256 bits and four zero bits), the last group carries two check symbols. The check is a
 * Reed-Solomon code over GF(1024): one wrong pair of characters, wherever it is, is found *and* pointed at; two wrong
 * pairs are found. Nothing is ever corrected silently. Frozen: printed codes live for years.
 *
 * Reading is tolerant: capitals or not, any spaces and dashes, O for 0, I or L for 1.
 */
import { err, ok, type Result } from '../../../shared/result.ts';
import { addSymbols, divideSymbols, logOf, multiplySymbols, powerOfTwo } from './field1024.ts';
import { pickDistinct } from './uniform.ts';
import type { Random } from '../../../shared/deps.ts';

export const RECOVERY_BYTES = 32;
export const RECOVERY_GROUPS = 14;
const GROUP_LENGTH = 4;
const ASKED_GROUPS = 4;
const DATA_SYMBOLS = 26;
const SYMBOLS = 28;
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** `group` is 0-based; null when it cannot be said which one. */
export interface CodeMistake {
  readonly group: number | null;
}

export function newRecoverySecret(random: Random): Uint8Array {
  return random.bytes(RECOVERY_BYTES);
}

/** The groups as they are printed. */
export function recoveryCodeOf(secret: Uint8Array): string[] {
  if (secret.length !== RECOVERY_BYTES) throw new Error('a recovery secret has 32 bytes');
  const data = symbolsOf(secret);
  const text = [...data, ...checkSymbols(data)]
    .map((symbol) => `${ALPHABET[symbol >> 5] ?? ''}${ALPHABET[symbol & 31] ?? ''}`)
    .join('');
  return Array.from({ length: RECOVERY_GROUPS }, (_, group) =>
    text.slice(group * GROUP_LENGTH, (group + 1) * GROUP_LENGTH),
  );
}

/** The secret of a typed code, or where the mistake is. */
export function readRecoveryCode(typed: string): Result<Uint8Array, CodeMistake> {
  const folded = foldCharacters(typed);
  const text = folded.replace(/[\s\-–—.]+/gu, '');
  if (text.length !== RECOVERY_GROUPS * GROUP_LENGTH) return err({ group: groupOfWrongLength(folded) });
  const values = Array.from(text, (character) => ALPHABET.indexOf(character));
  const strange = values.indexOf(-1);
  if (strange !== -1) return err({ group: Math.floor(strange / GROUP_LENGTH) });
  const symbols = Array.from({ length: SYMBOLS }, (_, i) => ((values[i * 2] ?? 0) << 5) | (values[i * 2 + 1] ?? 0));
  const wrong = wrongSymbol(symbols);
  if (wrong !== 'none') return err({ group: wrong === null ? null : Math.floor((wrong * 2) / GROUP_LENGTH) });
  const secret = bytesOf(symbols);
  return secret === null ? err({ group: null }) : ok(secret);
}

/** Whether one typed group is the printed one, with the same tolerance. */
export function isGroup(printed: string, typed: string): boolean {
  return foldCharacters(typed).replace(/[\s\-–—.]+/gu, '') === printed;
}

/** The four groups that a worker types back from paper. */
export function askedGroups(random: Random): number[] {
  return pickDistinct(ASKED_GROUPS, RECOVERY_GROUPS, random);
}

function foldCharacters(typed: string): string {
  return typed.normalize('NFKC').trim().toUpperCase().replaceAll('O', '0').replace(/[IL]/gu, '1');
}

/** When the person kept the groups apart, the first that has not four characters. */
function groupOfWrongLength(folded: string): number | null {
  const groups = folded.split(/[\s\-–—.]+/u);
  const index = groups.findIndex((group) => group.length !== GROUP_LENGTH);
  return groups.length > 1 && index !== -1 && index < RECOVERY_GROUPS ? index : null;
}

function symbolsOf(secret: Uint8Array): number[] {
  let bits = secret.reduce((all, byte) => (all << 8n) | BigInt(byte), 0n) << 4n;
  const symbols: number[] = [];
  for (let i = 0; i < DATA_SYMBOLS; i++) {
    symbols.unshift(Number(bits & 1023n));
    bits >>= 10n;
  }
  return symbols;
}

function bytesOf(symbols: readonly number[]): Uint8Array | null {
  const bits = symbols.slice(0, DATA_SYMBOLS).reduce((all, symbol) => (all << 10n) | BigInt(symbol), 0n);
  if ((bits & 15n) !== 0n) return null;
  let rest = bits >> 4n;
  const secret = new Uint8Array(RECOVERY_BYTES);
  for (let i = RECOVERY_BYTES - 1; i >= 0; i--) {
    secret[i] = Number(rest & 255n);
    rest >>= 8n;
  }
  return secret;
}

/** Syndromes of the word at 1 and at the generator: both zero means that no mistake can be seen. */
function syndromes(symbols: readonly number[]): readonly [number, number] {
  let plain = 0;
  let weighted = 0;
  symbols.forEach((symbol, position) => {
    plain = addSymbols(plain, symbol);
    weighted = addSymbols(weighted, multiplySymbols(symbol, powerOfTwo(position)));
  });
  return [plain, weighted];
}

/** Two symbols that make both syndromes zero. */
function checkSymbols(data: readonly number[]): readonly [number, number] {
  const [plain, weighted] = syndromes(data);
  const a = powerOfTwo(DATA_SYMBOLS);
  const b = powerOfTwo(DATA_SYMBOLS + 1);
  const first = divideSymbols(addSymbols(weighted, multiplySymbols(plain, b)), addSymbols(a, b));
  return [first, addSymbols(plain, first)];
}

/** The position of the only wrong symbol, null when there are more, 'none' when all is well. */
function wrongSymbol(symbols: readonly number[]): number | null | 'none' {
  const [plain, weighted] = syndromes(symbols);
  if (plain === 0 && weighted === 0) return 'none';
  if (plain === 0 || weighted === 0) return null;
  const position = logOf(divideSymbols(weighted, plain));
  return position < SYMBOLS ? position : null;
}
