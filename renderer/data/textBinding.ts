/**
 * Binds a plain textarea to one Y.Text.
 *
 * Promises
 * - every input becomes the smallest change that explains it, so a colleague's words beside it are kept;
 * - words that come in move the caret along with the text, also in the middle of a selection;
 * - while a composition (accent, IME, dictation) is going on the textarea is not touched; what came in meanwhile is
 *   shown when it ends, and the composed words land where they were typed;
 * - Ctrl+Z and Ctrl+Y take back only what this person typed here;
 * - Enter in a line that starts with "- " goes on with the list, Enter in an empty one ends it;
 * - text beyond the limit is refused with `onTooLong` and nothing is cut.
 */
import * as Y from 'yjs';
import { MAX_TEXT_CHARS } from '../../shared/documents/schema.ts';
import { BY_ME } from './replica.ts';

/** What is used of an HTMLTextAreaElement; tests bring their own. */
export interface TextareaLike {
  value: string;
  readonly selectionStart: number;
  readonly selectionEnd: number;
  readonly selectionDirection: 'forward' | 'backward' | 'none';
  scrollTop: number;
  setSelectionRange(start: number, end: number, direction?: 'forward' | 'backward' | 'none'): void;
  addEventListener(type: string, listener: (event: Event) => void): void;
  removeEventListener(type: string, listener: (event: Event) => void): void;
}

export interface TextBindingOptions {
  readonly textarea: TextareaLike;
  readonly text: Y.Text;
  /** Writes the whole next text through the accessors (replaceText), which find the smallest change. */
  replace(next: string, caret: number): void;
  onTooLong?(): void;
}

export interface TextBinding {
  undo(): void;
  redo(): void;
  destroy(): void;
}

interface Edit {
  readonly at: number;
  readonly removed: number;
  readonly inserted: string;
}

/** The smallest single edit from `before` to `after` that ends at the caret, when there is one. */
export function editBetween(before: string, after: string, caret: number): Edit {
  const longest = Math.min(before.length, after.length);
  // The text right of the caret is what stays: typing "a" in "aa" belongs at the caret, not at the end.
  const rightOfCaret = Math.max(0, after.length - caret);
  let suffix = 0;
  while (
    suffix < longest &&
    suffix < rightOfCaret &&
    before[before.length - 1 - suffix] === after[after.length - 1 - suffix]
  )
    suffix += 1;
  let prefix = 0;
  while (prefix < longest - suffix && before[prefix] === after[prefix]) prefix += 1;
  while (suffix < longest - prefix && before[before.length - 1 - suffix] === after[after.length - 1 - suffix])
    suffix += 1;
  return { at: prefix, removed: before.length - prefix - suffix, inserted: after.slice(prefix, after.length - suffix) };
}

type Delta = readonly { readonly insert?: unknown; readonly delete?: number; readonly retain?: number }[];

/** Where a position ends up after a change by someone else. Words inserted exactly there come after it. */
export function mapPosition(position: number, delta: Delta): number {
  let old = 0;
  let shift = 0;
  for (const step of delta) {
    if (old >= position && step.insert === undefined && step.delete === undefined) break;
    if (typeof step.insert === 'string') {
      if (old < position) shift += step.insert.length;
    } else if (step.delete !== undefined) {
      shift -= Math.max(0, Math.min(position, old + step.delete) - Math.min(position, old));
      old += step.delete;
    } else old += step.retain ?? 0;
  }
  return position + shift;
}

const LIST_LINE = /^(\s*- )(.*)$/;

/** What Enter does at this place: goes on with a list, ends it, or null for an ordinary new line. */
export function enterInList(
  value: string,
  start: number,
  end: number,
): { from: number; to: number; insert: string } | null {
  const lineStart = value.lastIndexOf('\n', start - 1) + 1;
  const match = LIST_LINE.exec(value.slice(lineStart, start));
  if (!match) return null;
  const marker = match[1] ?? '- ';
  const restOfLine = value.slice(end).split('\n', 1)[0] ?? '';
  if ((match[2] ?? '').trim() === '' && restOfLine.trim() === '' && start === end)
    return { from: lineStart, to: end, insert: '' };
  return { from: start, to: end, insert: `\n${marker}` };
}

/** Binds until destroy(). The textarea shows the text at once. */
export function bindText({ textarea, text, replace, onTooLong }: TextBindingOptions): TextBinding {
  const doc = text.doc;
  if (!doc) throw new Error('bindText needs a text that is part of a document');
  const undoManager = new Y.UndoManager(text, { trackedOrigins: new Set([BY_ME]), captureTimeout: 600 });
  let composing = false;
  let meanwhile: Delta[] = [];
  /** What the textarea held when it last agreed with the document. */
  let agreed = text.toJSON();
  textarea.value = agreed;

  function show(delta: Delta | null): void {
    const { selectionStart, selectionEnd, selectionDirection, scrollTop } = textarea;
    agreed = text.toJSON();
    if (textarea.value === agreed) return;
    textarea.value = agreed;
    if (delta)
      textarea.setSelectionRange(
        mapPosition(selectionStart, delta),
        mapPosition(selectionEnd, delta),
        selectionDirection,
      );
    textarea.scrollTop = scrollTop;
  }

  function take(): void {
    if (composing) return;
    if (textarea.value === agreed && meanwhile.length === 0) return;
    if (textarea.value.length > MAX_TEXT_CHARS && textarea.value.length > agreed.length) {
      const caret = Math.min(textarea.selectionStart, agreed.length);
      textarea.value = agreed;
      textarea.setSelectionRange(caret, caret);
      onTooLong?.();
      return;
    }
    const edit = editBetween(agreed, textarea.value, textarea.selectionStart);
    if (meanwhile.length === 0) {
      replaceAsMe(textarea.value, textarea.selectionStart);
      agreed = text.toJSON();
      return;
    }
    // A colleague wrote during the composition: put what was composed where it belongs now.
    const moved = meanwhile;
    meanwhile = [];
    const map = (position: number): number => moved.reduce(mapPosition, position);
    const current = text.toJSON();
    const from = map(edit.at);
    const end = Math.max(from, map(edit.at + edit.removed));
    // Words that came in inside what was replaced are not ours to remove: then both stay.
    const untouched = current.slice(from, end) === agreed.slice(edit.at, edit.at + edit.removed);
    const to = untouched ? end : from;
    const caret = from + edit.inserted.length;
    replaceAsMe(current.slice(0, from) + edit.inserted + current.slice(to), caret);
    agreed = text.toJSON();
    textarea.value = agreed;
    textarea.setSelectionRange(caret, caret);
  }

  function replaceAsMe(next: string, caret: number): void {
    doc?.transact(() => replace(next, caret), BY_ME);
  }

  function onTextChanged(event: Y.YTextEvent, transaction: Y.Transaction): void {
    if (transaction.origin === BY_ME) {
      // Our own typing is in the textarea already; a change by another control is not.
      if (!composing && textarea.value !== text.toJSON()) show(event.delta as Delta);
      return;
    }
    if (composing) {
      meanwhile.push(event.delta as Delta);
      return;
    }
    show(event.delta as Delta);
    if (transaction.origin === undoManager) {
      const caret = endOfChange(event.delta as Delta);
      textarea.setSelectionRange(caret, caret);
    }
  }

  function onKeyDown(event: Event): void {
    if (!isKey(event) || event.isComposing || event.altKey) return;
    const key = event.key.toLowerCase();
    if ((event.ctrlKey || event.metaKey) && (key === 'z' || key === 'y')) {
      event.preventDefault();
      event.stopPropagation();
      if (key === 'y' || event.shiftKey) undoManager.redo();
      else undoManager.undo();
      return;
    }
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const next = enterInList(textarea.value, textarea.selectionStart, textarea.selectionEnd);
    if (!next) return;
    event.preventDefault();
    const caret = next.from + next.insert.length;
    textarea.value = textarea.value.slice(0, next.from) + next.insert + textarea.value.slice(next.to);
    textarea.setSelectionRange(caret, caret);
    take();
  }

  /** The browser's own undo would replay a history that ignores what came in. */
  function onBeforeInput(event: Event): void {
    const type = 'inputType' in event ? event.inputType : '';
    if (type !== 'historyUndo' && type !== 'historyRedo') return;
    event.preventDefault();
    if (type === 'historyUndo') undoManager.undo();
    else undoManager.redo();
  }

  const onCompositionStart = (): void => {
    composing = true;
  };
  const onCompositionEnd = (): void => {
    composing = false;
    take();
  };
  const onBlur = (): void => {
    composing = false;
    take();
    undoManager.stopCapturing();
  };

  const listeners: readonly (readonly [string, (event: Event) => void])[] = [
    ['input', take],
    ['keydown', onKeyDown],
    ['beforeinput', onBeforeInput],
    ['compositionstart', onCompositionStart],
    ['compositionend', onCompositionEnd],
    ['blur', onBlur],
  ];
  for (const [type, listener] of listeners) textarea.addEventListener(type, listener);
  text.observe(onTextChanged);

  return {
    undo: () => void undoManager.undo(),
    redo: () => void undoManager.redo(),
    destroy() {
      composing = false;
      take();
      for (const [type, listener] of listeners) textarea.removeEventListener(type, listener);
      text.unobserve(onTextChanged);
      undoManager.destroy();
    },
  };
}

function endOfChange(delta: Delta): number {
  let position = 0;
  let end = 0;
  for (const step of delta) {
    if (typeof step.insert === 'string') end = position += step.insert.length;
    else if (step.delete !== undefined) end = position;
    else position += step.retain ?? 0;
  }
  return end;
}

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'isComposing'>;
const isKey = (event: Event): event is Event & Key => 'key' in event && typeof event.key === 'string';
