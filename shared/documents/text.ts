/**
 * Text sections: one Y.Text each, edited in a plain textarea.
 *
 * Promises: a change is the smallest single range that turns the old text into the new one, widened to whole words when
 * a word is rewritten, so that what a colleague types elsewhere stays in its place; surrogate pairs are never cut; a text beyond the limit is refused whole, never
 * shortened; what is stored is well-formed Unicode, the same on every device.
 */
import type * as Y from 'yjs';
import { err, ok, type Result } from '../result.ts';
import { MAX_TEXT_CHARS } from './schema.ts';

/** `removed` characters at `start` became `inserted`. */
export interface TextChange {
  readonly start: number;
  readonly removed: number;
  readonly inserted: string;
}

export interface TextTooLong {
  readonly tag: 'TextTooLong';
  readonly maxChars: number;
  readonly chars: number;
}

const isHigh = (text: string, index: number): boolean => (text.charCodeAt(index) & 0xfc00) === 0xd800;
const isLow = (text: string, index: number): boolean => (text.charCodeAt(index) & 0xfc00) === 0xdc00;

function commonPrefix(a: string, b: string, max: number): number {
  let length = 0;
  while (length < max && a.charCodeAt(length) === b.charCodeAt(length)) length += 1;
  return length > 0 && isHigh(a, length - 1) ? length - 1 : length;
}

function commonSuffix(a: string, b: string, max: number): number {
  let length = 0;
  while (length < max && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length)) length += 1;
  return length > 0 && isLow(a, a.length - length) ? length - 1 : length;
}

/**
 * The smallest single range that turns `previous` into `next`, or null when they are equal. In a run of equal letters
 * several ranges are as small; `caret` (its place in `next`, after the edit) tells which letter was typed or removed.
 */
export function diffText(previous: string, next: string, caret?: number): TextChange | null {
  if (previous === next) return null;
  const shared = Math.min(previous.length, next.length);
  const afterCaret = caret === undefined ? shared : Math.max(0, Math.min(shared, next.length - caret));
  const firstSuffix = caret === undefined ? 0 : commonSuffix(previous, next, afterCaret);
  const start = commonPrefix(previous, next, shared - firstSuffix);
  const suffix = commonSuffix(previous, next, shared - start);
  return { start, removed: previous.length - start - suffix, inserted: next.slice(start, next.length - suffix) };
}

const letter = /[\p{L}\p{N}\p{M}\u2019'-]/u;
/** Beyond this a "word" is not one that a person rewrites. */
const MAX_WORD_CHARS = 40;

/**
 * When letters of a word are replaced, the whole word is: two people who rewrite one word then leave two words that
 * can both be read, not a mixture of them. Typing and removing letters stays as small as it is.
 */
export function widenToWords(previous: string, change: TextChange): TextChange {
  const isLetter = (char: string | undefined): boolean => char !== undefined && letter.test(char);
  const end = change.start + change.removed;
  const removed = previous.slice(change.start, end);
  if (!letter.test(removed) || !letter.test(change.inserted)) return change;
  let before = 0;
  let after = 0;
  if (isLetter(removed[0]) && isLetter(change.inserted[0])) {
    while (before < MAX_WORD_CHARS && isLetter(previous[change.start - before - 1])) before += 1;
  }
  if (isLetter(removed.at(-1)) && isLetter(change.inserted.at(-1))) {
    while (after < MAX_WORD_CHARS && isLetter(previous[end + after])) after += 1;
  }
  return {
    start: change.start - before,
    removed: before + change.removed + after,
    inserted: previous.slice(change.start - before, change.start) + change.inserted + previous.slice(end, end + after),
  };
}

/**
 * Makes a Y.Text read `next`, inside a running transaction. Returns what changed (null when nothing did). A text that
 * merging made longer than the limit may still be shortened.
 */
export function replaceYText(text: Y.Text, next: string, caret?: number): Result<TextChange | null, TextTooLong> {
  const wellFormed = next.toWellFormed();
  if (wellFormed.length > MAX_TEXT_CHARS && wellFormed.length >= text.length) {
    return err({ tag: 'TextTooLong', maxChars: MAX_TEXT_CHARS, chars: wellFormed.length });
  }
  const previous = text.toString();
  const smallest = diffText(previous, wellFormed, caret);
  if (smallest === null) return ok(null);
  const change = widenToWords(previous, smallest);
  // The new letters stand before the removed ones: what a colleague adds right after a replaced word stays after it.
  if (change.inserted.length > 0) text.insert(change.start, change.inserted);
  if (change.removed > 0) text.delete(change.start + change.inserted.length, change.removed);
  return ok(change);
}

/** Where a caret belongs after a change that someone else made: it stays at the same letters. */
export function moveCaret(
  caret: number,
  delta: readonly { retain?: number; delete?: number; insert?: unknown }[],
): number {
  let place = 0;
  let moved = caret;
  for (const part of delta) {
    if (place > moved) break;
    if (part.retain !== undefined) place += part.retain;
    else if (part.delete !== undefined) moved = Math.max(place, moved - part.delete);
    else if (typeof part.insert === 'string') {
      // Text that arrives exactly at the caret comes after it: one keeps typing where one was.
      if (place < moved) moved += part.insert.length;
      place += part.insert.length;
    }
  }
  return moved;
}
