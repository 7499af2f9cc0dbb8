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
import { diffText, moveCaret } from '../../shared/documents/text.ts';
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
  /** Writes the whole next text through the accessors (replaceText), which find the smallest change. False: too long. */
  replace(next: string, caret: number): boolean;
  onTooLong?(): void;
}

export interface TextBinding {
  undo(): void;
  redo(): void;
  destroy(): void;
}

type Delta = readonly { readonly insert?: unknown; readonly delete?: number; readonly retain?: number }[];

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
      textarea.setSelectionRange(moveCaret(selectionStart, delta), moveCaret(selectionEnd, delta), selectionDirection);
    textarea.scrollTop = scrollTop;
  }

  function take(): void {
    if (composing) return;
    if (textarea.value === agreed && meanwhile.length === 0) return;
    const caret = textarea.selectionStart;
    if (meanwhile.length > 0) return takeMoved(caret);
    if (writeAsMe(textarea.value, caret)) agreed = text.toJSON();
    else refuse(caret);
  }

  /** A colleague wrote during the composition: what was composed goes where it belongs now. */
  function takeMoved(composedCaret: number): void {
    const moved = meanwhile;
    meanwhile = [];
    const map = (position: number): number => moved.reduce(moveCaret, position);
    const current = text.toJSON();
    const edit = diffText(agreed, textarea.value, composedCaret) ?? { start: composedCaret, removed: 0, inserted: '' };
    const from = map(edit.start);
    const end = Math.max(from, map(edit.start + edit.removed));
    // Words that came in inside what was replaced are not ours to remove: then both stay.
    const untouched = current.slice(from, end) === agreed.slice(edit.start, edit.start + edit.removed);
    const caret = from + edit.inserted.length;
    const written = writeAsMe(current.slice(0, from) + edit.inserted + current.slice(untouched ? end : from), caret);
    if (!written) return refuse(caret);
    agreed = text.toJSON();
    textarea.value = agreed;
    textarea.setSelectionRange(caret, caret);
  }

  function writeAsMe(next: string, caret: number): boolean {
    let written = true;
    doc?.transact(() => (written = replace(next, caret)), BY_ME);
    return written;
  }

  function refuse(caret: number): void {
    agreed = text.toJSON();
    textarea.value = agreed;
    textarea.setSelectionRange(Math.min(caret, agreed.length), Math.min(caret, agreed.length));
    onTooLong?.();
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
