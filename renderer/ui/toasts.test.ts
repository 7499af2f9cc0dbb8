import { expect, it } from 'vitest';
import { clearToast, showToast, toastStore, undoToast } from './toasts.ts';

it('shows one message, and takes its undo once', () => {
  let undone = 0;
  showToast({ text: 'Weggezet.', undo: () => (undone += 1) });
  expect(toastStore.snapshot()?.text).toBe('Weggezet.');
  expect(undoToast()).toBe(true);
  expect(undoToast()).toBe(false);
  expect(undone).toBe(1);
  expect(toastStore.snapshot()).toBeNull();
});

it('replaces the message in view, and forgets it when cleared', () => {
  let told = 0;
  const stop = toastStore.subscribe(() => (told += 1));
  showToast({ text: 'Eerst.' });
  showToast({ text: 'Daarna.' });
  expect(toastStore.snapshot()?.text).toBe('Daarna.');
  clearToast();
  clearToast();
  stop();
  expect(toastStore.snapshot()).toBeNull();
  expect(told).toBe(3);
});
