import { describe, expect, it } from 'vitest';
import { combinationOf, createShortcuts, type KeyPress } from './shortcuts.ts';

function press(key: string, held: readonly string[] = [], more: Partial<KeyPress> = {}): KeyPress {
  return {
    key,
    code: /^\d$/.test(key) ? `Digit${key}` : `Key${key.toUpperCase()}`,
    ctrlKey: held.includes('Ctrl'),
    metaKey: held.includes('Meta'),
    altKey: held.includes('Alt'),
    shiftKey: held.includes('Shift'),
    isComposing: false,
    repeat: false,
    getModifierState: (modifier) => held.includes(modifier),
    ...more,
  };
}

describe('the name of a key press', () => {
  it('reads the same whatever the letter case and the side of the keyboard', () => {
    expect(combinationOf(press('k', ['Ctrl']))).toBe('Ctrl+K');
    expect(combinationOf(press('K', ['Meta']))).toBe('Ctrl+K');
    expect(combinationOf(press('H', ['Ctrl', 'Shift']))).toBe('Ctrl+Shift+H');
    expect(combinationOf(press('¡', ['Alt'], { code: 'Digit1' }))).toBe('Alt+1');
    expect(combinationOf(press('F1'))).toBe('F1');
    expect(combinationOf(press('ArrowLeft', ['Alt']))).toBe('Alt+ArrowLeft');
  });

  it('leaves typing alone: single letters, AltGr and half-made characters', () => {
    expect(combinationOf(press('k'))).toBeNull();
    expect(combinationOf(press('K', ['Shift']))).toBeNull();
    expect(combinationOf(press('€', ['Ctrl', 'Alt', 'AltGraph']))).toBeNull();
    expect(combinationOf(press('k', ['Ctrl'], { isComposing: true }))).toBeNull();
  });
});

describe('shortcuts', () => {
  it('lets the one registered last win, and gives the key back when it goes', () => {
    const shortcuts = createShortcuts(() => false);
    const ran: string[] = [];
    shortcuts.add({ keys: 'Ctrl+Enter', run: () => void ran.push('frame') });
    const remove = shortcuts.add({ keys: 'Ctrl+Enter', run: () => void ran.push('screen') });
    const enter = press('Enter', ['Ctrl']);
    expect(shortcuts.handle(enter)).toBe(true);
    remove();
    shortcuts.handle(enter);
    expect(ran).toEqual(['screen', 'frame']);
  });

  it('passes a key on when the handler says that it does not apply', () => {
    const shortcuts = createShortcuts(() => false);
    shortcuts.add({ keys: 'Ctrl+Z', run: () => false });
    expect(shortcuts.handle(press('z', ['Ctrl']))).toBe(false);
  });

  it('stays silent behind an open dialog, except for hiding and locking', () => {
    const shortcuts = createShortcuts(() => true);
    const ran: string[] = [];
    shortcuts.add({ keys: 'Ctrl+K', run: () => void ran.push('zoek') });
    shortcuts.add({ keys: 'Ctrl+L', inDialog: true, run: () => void ran.push('vergrendel') });
    expect(shortcuts.handle(press('k', ['Ctrl']))).toBe(false);
    expect(shortcuts.handle(press('l', ['Ctrl']))).toBe(true);
    expect(ran).toEqual(['vergrendel']);
  });

  it('runs once while a key is held down', () => {
    const shortcuts = createShortcuts(() => false);
    let ran = 0;
    shortcuts.add({ keys: 'Alt+N', run: () => void (ran += 1) });
    shortcuts.handle(press('n', ['Alt']));
    expect(shortcuts.handle(press('n', ['Alt'], { repeat: true }))).toBe(true);
    expect(ran).toBe(1);
  });

  it('lists what has a label, each key once', () => {
    const shortcuts = createShortcuts(() => false);
    shortcuts.add({ keys: 'Ctrl+K', label: 'Zoek', run: () => {} });
    shortcuts.add({ keys: 'Ctrl+N', run: () => {} });
    shortcuts.add({ keys: 'Ctrl+K', label: 'Zoek hier', run: () => {} });
    expect(shortcuts.listed().map(({ keys, label }) => `${keys} ${label ?? ''}`)).toEqual(['Ctrl+K Zoek hier']);
  });

  it('gives the palette everything with a name, once, with its key, and what was done last on top', () => {
    const shortcuts = createShortcuts(() => false);
    shortcuts.add({ keys: null, label: 'Nieuw gesprek', run: () => {} });
    shortcuts.add({ keys: 'Alt+N', label: 'Nieuw gesprek', run: () => {} });
    shortcuts.add({ keys: 'Ctrl+K', label: 'Zoek', keyOnly: true, run: () => {} });
    shortcuts.add({ keys: 'Alt+M', run: () => {} });
    const remove = shortcuts.add({ keys: null, label: 'Donker scherm', run: () => {} });
    const names = () => shortcuts.commands().map(({ keys, label }) => `${label ?? ''} ${keys ?? '-'}`);
    expect(names()).toEqual(['Nieuw gesprek Alt+N', 'Donker scherm -']);
    const dark = shortcuts.commands()[1];
    if (dark) shortcuts.run(dark);
    expect(names()).toEqual(['Donker scherm -', 'Nieuw gesprek Alt+N']);
    remove();
    expect(names()).toEqual(['Nieuw gesprek Alt+N']);
  });
});
