/** Part of the interleavings of every `npm test`; two files, because there are two cores. */
import { expect, it } from 'vitest';
import { failuresOf } from './interleavings.ts';

it('keeps every promise in the first half of the interleavings [Y8]', () => {
  expect(failuresOf(Number(process.env['SEED']))).toBe('');
}, 600_000);
