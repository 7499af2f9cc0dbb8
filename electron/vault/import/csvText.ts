/**
 * From the bytes of a file to rows of text cells. Nothing in a cell is ever run or counted: a cell that a spreadsheet
 * would take as a formula stays the text that it is.
 */
import Papa from 'papaparse';
import { err, ok, type Result } from '../../../shared/result.ts';

export type UnreadableReason = 'EMPTY' | 'SPREADSHEET' | 'BINARY' | 'ONE_COLUMN' | 'TOO_MANY_ROWS' | 'QUOTE_OPEN';

export interface CsvTable {
  readonly encoding: 'utf-8' | 'windows-1252' | 'utf-16le';
  readonly delimiter: string;
  readonly headers: readonly string[];
  /** The number of a row as a spreadsheet shows it: the heading is 1. */
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
}

const MAX_ROWS = 20_000;
const DELIMITERS = [';', ',', '\t', '|'];

/** Reads a file whole. Answers why not, when it is no list. */
export function readCsv(bytes: Uint8Array): Result<CsvTable, UnreadableReason> {
  if (bytes.length === 0) return err('EMPTY');
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return err('SPREADSHEET');
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return err('SPREADSHEET');
  const { text, encoding } = decode(bytes);
  if (text.includes('\u0000')) return err('BINARY');
  const first = /^sep=(.)\r?\n/i.exec(text);
  const body = first === null ? text : text.slice(first[0].length);
  const delimiter = first?.[1] ?? delimiterOf(body);
  const parsed = Papa.parse<string[]>(body, { delimiter, skipEmptyLines: false });
  if (parsed.errors.some(({ code }) => code === 'MissingQuotes')) return err('QUOTE_OPEN');
  const lines = parsed.data.map((cells, index) => ({ row: index + 1, cells: cells.map((cell) => cell.trim()) }));
  const used = lines.filter(({ cells }) => cells.some((cell) => cell !== ''));
  const head = used[0];
  if (head === undefined) return err('EMPTY');
  if (head.cells.length < 2) return err('ONE_COLUMN');
  if (used.length > MAX_ROWS + 1) return err('TOO_MANY_ROWS');
  return ok({ encoding, delimiter, headers: head.cells, rows: used.slice(1) });
}

/** A mark at the front, valid UTF-8, or what Windows wrote before: in this order. */
function decode(bytes: Uint8Array): { readonly text: string; readonly encoding: CsvTable['encoding'] } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le' };
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
