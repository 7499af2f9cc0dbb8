import { expect, it } from 'vitest';
import { SYSTEM_LOOK, applyLook } from './look.ts';

function root(): HTMLElement {
  return { dataset: {}, style: { fontSize: '' } } as unknown as HTMLElement;
}

it('follows the system until the worker chooses', () => {
  const html = root();
  applyLook(html, SYSTEM_LOOK, true);
  expect(html.dataset).toEqual({ theme: 'dark' });
  applyLook(html, { ...SYSTEM_LOOK, theme: 'light' }, true);
  expect(html.dataset['theme']).toBe('light');
});

it('puts every choice on the page and takes it away again', () => {
  const html = root();
  applyLook(html, { theme: 'dark', contrast: 'more', density: 'ruim', textScale: 1.3 }, false);
  expect(html.dataset).toEqual({ theme: 'dark', contrast: 'more', density: 'ruim' });
  expect(html.style.fontSize).toBe('130%');
  applyLook(html, SYSTEM_LOOK, false);
  expect(html.dataset).toEqual({ theme: 'light' });
  expect(html.style.fontSize).toBe('');
});
