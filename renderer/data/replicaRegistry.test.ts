import { expect, it } from 'vitest';
import { createRecord, newWriter, setFields } from '../../shared/documents/accessors.ts';
import { UserId } from '../../shared/domain/ids.ts';
import { createReplicas } from './replicaRegistry.ts';
import { createTestVault, documentId } from './testVault.ts';

it('tells of a failed save in any open document until it worked after all', async () => {
  const vault = createTestVault();
  const replicas = createReplicas(vault.client);
  const heard: unknown[] = [];
  replicas.subscribe(() => heard.push(replicas.trouble()));
  const opened = await replicas.acquire(documentId);
  if (!opened.ok) throw new Error(opened.error.tag);
  expect(replicas.trouble()).toBe(null);
  const writer = newWriter(
    UserId.parse('0c'.repeat(16)),
    { nowMs: () => 0 },
    { bytes: (length) => new Uint8Array(length) },
  );
  vault.refuseWith = { tag: 'DiskFull' };
  createRecord(opened.value.doc, 'household', { name: 'Fam. De Wit' }, writer);
  expect(await replicas.flushAll()).toBe(false);
  // Also when its screen is left.
  replicas.release(documentId);
  expect(replicas.trouble()).toBe('failed');
  expect(heard).toContain('failed');
  vault.refuseWith = null;
  setFields(opened.value.doc, 'household', 'household', { name: 'Fam. De Witte' }, writer);
  expect(await replicas.flushAll()).toBe(true);
  expect(replicas.trouble()).toBe(null);
  expect(heard.at(-1)).toBe(null);
  replicas.forgetAll('lock');
});
