/** Half of the 2,000 interleavings of every `npm test`; two files, because there are two cores. */
import { expect, it } from 'vitest';
import { failuresOf } from './interleavings.ts';

it('keeps every promise in a thousand interleavings (second half)', async () => {
  expect(await failuresOf(Number(process.env['SEED']) + 1000, 1000)).toBe('');
}, 600_000);
