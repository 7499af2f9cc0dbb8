/**
 * From the bytes of a file to rows of text cells. Nothing in a cell is ever run or counted: a cell that a spreadsheet
 * would take as a formula stays the text that it is.
 */
import Papa from 'papaparse';
import { err, ok, type Result } from '../../../shared/result.ts';

export type UnreadableReason =
  | 'EMPTY'
  | 'SPREADSHEET'
  | 'BINARY'
  | 'ONE_COLUMN'
  | 'TOO_MANY_ROWS'
  | 'TOO_MANY_COLUMNS'
  | 'QUOTE_OPEN'
  | 'NO_HEADINGS';

export interface CsvTable {
  readonly encoding: 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be';
  readonly delimiter: string;
  readonly headers: readonly string[];
  /** The number of a row as a spreadsheet shows it: the heading is 1. */
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
}

const MAX_ROWS = 20_000;
/** Lines that are looked at, empty ones too: what is longer is not read to its end. */
const MAX_LINES = 5 * MAX_ROWS;
const MAX_COLUMNS = 200;
/** What no text of a list needs: signals to a machine, and marks that turn the direction of what follows. */
const UNSEEN = /(?![\t\n])\p{Cc}|[\u202a-\u202e\u2066-\u2069\ufeff]/gu;
const DELIMITERS = [';', ',', '\t', '|'];

/** Reads a file whole. Answers why not, when it is no list. */
export function readCsv(bytes: Uint8Array): Result<CsvTable, UnreadableReason> {
  if (bytes.length === 0) return err('EMPTY');
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return err('SPREADSHEET');
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return err('SPREADSHEET');
  const { text, encoding } = decode(bytes);
  if (text.includes('\u0000')) return err('BINARY');
  // Lists that were pasted together end their lines in more than one way.
  const lined = text.replace(/\r\n?/g, '\n').replace(UNSEEN, '');
  const first = /^sep=(.)\n/i.exec(lined);
  const body = withoutEmptyEnd(first === null ? lined : lined.slice(first[0].length));
  const delimiter = first?.[1] ?? delimiterOf(body);
  const parsed = Papa.parse<string[]>(body, {
    delimiter,
    newline: '\n',
    skipEmptyLines: false,
    preview: MAX_LINES + 1,
  });
  if (parsed.data.length > MAX_LINES) return err('TOO_MANY_ROWS');
  // A quote in the wrong place swallows the rows after it: nobody could say which, so none is read.
  if (parsed.errors.some(({ type }) => type === 'Quotes')) return err('QUOTE_OPEN');
  const lines = parsed.data.map((cells, index) => ({ row: index + 1, cells: cells.map((cell) => cell.trim()) }));
  const used = lines.filter(({ cells }) => cells.some((cell) => cell !== ''));
  const head = used[0];
  if (head === undefined) return err('EMPTY');
  if (used.length > MAX_ROWS + 1) return err('TOO_MANY_ROWS');
  // A spreadsheet writes the columns that are empty all the way down.
  const headers = head.cells.slice(
    0,
    Math.max(...used.map(({ cells }) => cells.findLastIndex((cell) => cell !== '') + 1)),
  );
  if (headers.length < 2) return err('ONE_COLUMN');
  if (headers.length > MAX_COLUMNS) return err('TOO_MANY_COLUMNS');
  if (headers.some(isContent)) return err('NO_HEADINGS');
  return ok({ encoding, delimiter, headers, rows: used.slice(1) });
}

/** A sheet that was coloured to its end is saved with a million empty rows. */
function withoutEmptyEnd(text: string): string {
  let end = text.length;
  while (end > 0 && ' \n;,\t|'.includes(text.charAt(end - 1))) end -= 1;
  const lineEnd = text.indexOf('\n', end);
  return lineEnd === -1 ? text : text.slice(0, lineEnd);
}

/** What stands in a row and never above one: a date, a postcode, an address for e-mail, a telephone number. */
const isContent = (cell: string): boolean =>
  /^\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}$/.test(cell) ||
  /^[1-9]\d{3} ?[A-Za-z]{2}$/.test(cell) ||
  /^\S+@\S+\.\S+$/.test(cell) ||
  /^\+?[\d ()-]{9,}$/.test(cell);

/** A mark at the front, valid UTF-8, or what Windows wrote before: in this order. */
function decode(bytes: Uint8Array): { readonly text: string; readonly encoding: CsvTable['encoding'] } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16be' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
  }
}

/** The one that gives the same number of columns most often over the first lines. */
function delimiterOf(text: string): string {
  const sample = text.slice(0, 20_000);
  const scored = DELIMITERS.map((delimiter) => {
    const rows = Papa.parse<string[]>(sample, { delimiter, preview: 20 }).data.filter((row) => row.join('') !== '');
    const columns = rows[0]?.length ?? 0;
    return { delimiter, score: columns < 2 ? 0 : columns * rows.filter((row) => row.length === columns).length };
  });
  return scored.toSorted((a, b) => b.score - a.score)[0]?.delimiter ?? ';';
}

/** Text that a spreadsheet would run as a formula. We keep it; whoever opens an export should know. */
export const looksLikeFormula = (cell: string): boolean =>
  /^[=@\t\r]/.test(cell) || (/^[+-]/.test(cell) && !/^[+-]?[\d\s().-]+$/.test(cell));
