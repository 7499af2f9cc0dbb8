/** Forms that were begun outlive a hide and a lock, and go when they are done, old, or their document goes. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createTestMachine, unlock, type RunningVault } from '../testVault.ts';

let machine: ReturnType<typeof createTestMachine>;
beforeEach(() => void (machine = createTestMachine()));
afterEach(() => machine.end());

const KEY = `${'d'.repeat(32)}.evaluation.${'e'.repeat(32)}`;
const listed = async ({ client }: RunningVault) => {
  const answer = await client.call('draft.list', {});
  if (!answer.ok) throw new Error(answer.error.tag);
  return answer.value.drafts;
};

it('gives back after a lock what stood there, and nothing once it is done', async () => {
  const first = await machine.setUp();
  const values = { decision: 'DOORGAAN', reason: 'Het gezin wil nog even door', next: null };
  expect((await first.client.call('draft.keep', { key: KEY, values })).ok).toBe(true);
  await first.client.call('vault.lock', {});
  await first.ended;
  expect(machine.allBytes()).not.toContain('nog even door');
  const again = machine.start();
  const { profileId } = first;
  expect(await unlock(again.client, profileId)).toMatchObject({ ok: true });
  expect(await listed(again)).toEqual([{ key: KEY, values }]);
  await again.client.call('draft.keep', { key: KEY, values: null });
  expect(await listed(again)).toEqual([]);
});

it('is forgotten after a month of not being touched', async () => {
  const first = await machine.setUp();
  await first.client.call('draft.keep', { key: KEY, values: { reason: 'oud' } });
  await first.client.call('vault.lock', {});
  await first.ended;
  machine.time.setWallClock(machine.time.nowMs() + 31 * 86_400_000);
  const again = machine.start();
  expect(await unlock(again.client, first.profileId)).toMatchObject({ ok: true });
  expect(await listed(again)).toEqual([]);
});

it('takes names of forms only as a key', async () => {
  const { rawCall } = await machine.setUp();
  expect(await rawCall('draft.keep', { key: 'Fam. De Wit', values: null })).toBe('InvalidInput');
  expect(await rawCall('draft.keep', { key: KEY, values: { a: { b: 1 } } })).toBe('InvalidInput');
});
