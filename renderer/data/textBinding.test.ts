import { beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { BY_ME, FROM_VAULT } from './replica.ts';
import { replaceYText } from '../../shared/documents/text.ts';
import { bindText, enterInList, type TextareaLike, type TextBinding } from './textBinding.ts';

/** A textarea as far as a binding sees it. */
class FakeTextarea extends EventTarget implements TextareaLike {
  #value = '';
  selectionStart = 0;
  selectionEnd = 0;
  selectionDirection: 'forward' | 'backward' | 'none' = 'none';
  scrollTop = 0;
  get value(): string {
    return this.#value;
  }
  set value(next: string) {
    this.#value = next;
    this.selectionStart = this.selectionEnd = next.length; // as browsers do
  }
  setSelectionRange(start: number, end: number, direction: 'forward' | 'backward' | 'none' = 'none'): void {
    this.selectionStart = start;
    this.selectionEnd = end;
    this.selectionDirection = direction;
  }
  /** Types at the caret or over the selection, and tells it as a browser does. */
  type(words: string, { silent = false } = {}): void {
    const { selectionStart: start, selectionEnd: end } = this;
    this.#value = this.#value.slice(0, start) + words + this.#value.slice(end);
    this.selectionStart = this.selectionEnd = start + words.length;
    if (!silent) this.dispatchEvent(new Event('input'));
  }
  press(key: string, modifiers: { ctrlKey?: boolean; shiftKey?: boolean } = {}): Event {
    const event = Object.assign(
      new Event('keydown', { cancelable: true }),
      { key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, isComposing: false },
      modifiers,
    );
    this.dispatchEvent(event);
    return event;
  }
}

let doc: Y.Doc;
let text: Y.Text;
let textarea: FakeTextarea;
let binding: TextBinding;
let refusals: number;

const replace = (next: string, caret: number): boolean => replaceYText(text, next, caret).ok;
const colleague = (edit: (text: Y.Text) => void): void => {
  const other = new Y.Doc();
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  edit(other.getText('t'));
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), FROM_VAULT);
};
function start(words: string): void {
  doc = new Y.Doc();
  text = doc.getText('t');
  doc.transact(() => text.insert(0, words), FROM_VAULT);
  textarea = new FakeTextarea();
  refusals = 0;
  binding = bindText({ textarea, text, replace, onTooLong: () => (refusals += 1) });
}
beforeEach(() => start(''));

describe('typing', () => {
  it('writes what is typed, and shows what stands there', () => {
    start('Hallo');
    expect(textarea.value).toBe('Hallo');
    textarea.setSelectionRange(5, 5);
    textarea.type(' daar');
    expect(text.toJSON()).toBe('Hallo daar');
  });

  it('changes only what was changed, so that a colleague beside it keeps her words', () => {
    start('een twee drie');
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    textarea.setSelectionRange(4, 8);
    textarea.type('2');
    other.getText('t').insert(13, ' vier');
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), FROM_VAULT);
    expect(text.toJSON()).toBe('een 2 drie vier');
    expect(textarea.value).toBe('een 2 drie vier');
  });

  it('refuses text beyond the limit and keeps what stood there', () => {
    start('begin');
    textarea.setSelectionRange(5, 5);
    textarea.type('x'.repeat(200_001));
    expect(textarea.value).toBe('begin');
    expect(text.toJSON()).toBe('begin');
    expect(refusals).toBe(1);
  });
});

describe('words that come in', () => {
  it('leave the caret in the same word', () => {
    start('Fatima belt.');
    textarea.setSelectionRange(11, 11);
    colleague((other) => other.insert(0, 'Morgen: '));
    expect(textarea.value).toBe('Morgen: Fatima belt.');
    expect(textarea.selectionStart).toBe(19);
  });

  it('keep a selection around the same words', () => {
    start('een twee drie');
    textarea.setSelectionRange(4, 8, 'backward');
    colleague((other) => other.delete(0, 4));
    expect(textarea.value.slice(textarea.selectionStart, textarea.selectionEnd)).toBe('twee');
    expect(textarea.selectionDirection).toBe('backward');
  });

  it('come after the caret when they start exactly there', () => {
    start('Ik ben thuis');
    textarea.setSelectionRange(2, 2);
    colleague((other) => other.insert(2, ' (Samira)'));
    expect(textarea.selectionStart).toBe(2);
  });
});

describe('a composition', () => {
  it('is not disturbed, and both texts are there when it ends', () => {
    start('Yilmaz');
    textarea.setSelectionRange(6, 6);
    textarea.dispatchEvent(new Event('compositionstart'));
    textarea.type('´');
    colleague((other) => other.insert(0, 'Fam. '));
    expect(textarea.value).toBe('Yilmaz´');
    expect(text.toJSON()).toBe('Fam. Yilmaz');
    textarea.setSelectionRange(6, 7);
    textarea.type('é');
    textarea.dispatchEvent(new Event('compositionend'));
    expect(text.toJSON()).toBe('Fam. Yilmazé');
    expect(textarea.value).toBe('Fam. Yilmazé');
    expect(textarea.selectionStart).toBe(12);
  });

  it('keeps the words of a colleague inside what it replaced', () => {
    start('abcdef');
    textarea.setSelectionRange(1, 5);
    textarea.dispatchEvent(new Event('compositionstart'));
    textarea.type('é');
    colleague((other) => other.insert(3, 'NIEUW'));
    textarea.dispatchEvent(new Event('compositionend'));
    expect(text.toJSON()).toContain('NIEUW');
    expect(text.toJSON()).toContain('é');
  });

  it('that never ended is taken at blur and when the screen goes', () => {
    textarea.dispatchEvent(new Event('compositionstart'));
    textarea.type('half');
    expect(text.toJSON()).toBe('');
    binding.destroy();
    expect(text.toJSON()).toBe('half');
  });
});

describe('undo', () => {
  it('takes back what I typed and leaves what a colleague typed', () => {
    start('Begin. ');
    textarea.setSelectionRange(7, 7);
    textarea.type('Van mij.');
    colleague((other) => other.insert(0, 'Van Samira. '));
    const event = textarea.press('z', { ctrlKey: true });
    expect(event.defaultPrevented).toBe(true);
    expect(text.toJSON()).toBe('Van Samira. Begin. ');
    expect(textarea.value).toBe('Van Samira. Begin. ');
    textarea.press('y', { ctrlKey: true });
    expect(textarea.value).toBe('Van Samira. Begin. Van mij.');
    expect(textarea.selectionStart).toBe(textarea.value.length);
  });

  it('does not touch what stood there before', () => {
    start('stond er al');
    textarea.press('z', { ctrlKey: true });
    expect(text.toJSON()).toBe('stond er al');
  });

  it('marks its changes as mine, so that they are pushed', () => {
    const origins: unknown[] = [];
    doc.on('update', (_update, origin: unknown) => origins.push(origin));
    textarea.type('a');
    expect(origins).toEqual([BY_ME]);
  });
});

describe('a list', () => {
  it('goes on at Enter and ends at Enter in an empty line', () => {
    textarea.type('- melk');
    expect(textarea.press('Enter').defaultPrevented).toBe(true);
    expect(text.toJSON()).toBe('- melk\n- ');
    textarea.type('brood');
    textarea.press('Enter');
    textarea.press('Enter');
    expect(text.toJSON()).toBe('- melk\n- brood\n');
    expect(textarea.selectionStart).toBe(text.length);
  });

  it('is left alone outside a list and before the mark', () => {
    expect(enterInList('gewoon', 6, 6)).toBeNull();
    expect(enterInList('- melk', 1, 1)).toBeNull();
    expect(enterInList('a\n- b', 5, 5)).toEqual({ from: 5, to: 5, insert: '\n- ' });
  });
});
