import { expect, it } from 'vitest';
import type { Place } from '../../shared/contract/commands/session.ts';
import type { DocumentId } from '../../shared/domain/ids.ts';
import type { VaultLink } from '../data/client.ts';
import { withPlace } from './place.ts';

const here: Place = { route: 'vandaag', field: 'household.city', selectionStart: 3, selectionEnd: 3 };
const push = { documentId: 'a'.repeat(32) as DocumentId, update: Uint8Array.of(1) };

function setup(answers: boolean) {
  const sent: { name: string; input: unknown }[] = [];
  const remembered: Place[] = [];
  let shown = true;
  const bare = {
    call: (name: string, input: unknown) => {
      sent.push({ name, input });
      return Promise.resolve(answers ? { ok: true, value: {} } : { ok: false, error: { tag: 'DiskFull' } });
    },
  } as unknown as VaultLink;
  const keeper = { capture: () => here, remembered: (place: Place) => void remembered.push(place) };
  return { sent, remembered, hide: () => (shown = false), link: withPlace(bare, keeper, () => shown) };
}

it('a save carries the place, which is then not sent once more', async () => {
  const { sent, remembered, link } = setup(true);
  await link.call('document.push', push);
  await link.call('document.close', { documentId: push.documentId });
  expect(sent).toEqual([
    { name: 'document.push', input: { ...push, place: here } },
    { name: 'document.close', input: { documentId: push.documentId } },
  ]);
  expect(remembered).toEqual([here]);
});

it('a save that failed has not remembered anything', async () => {
  const { remembered, link } = setup(false);
  await link.call('document.push', push);
  expect(remembered).toEqual([]);
});

it('a screen that was emptied has no place to give', async () => {
  const { sent, hide, link } = setup(true);
  hide();
  await link.call('document.push', push);
  expect(sent).toEqual([{ name: 'document.push', input: push }]);
});
