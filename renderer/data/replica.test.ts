import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openReplica, type Replica } from './replica.ts';
import { createReplicas } from './replicaRegistry.ts';
import { saveStateText } from './saveState.ts';
import { createTestVault, documentId, type TestVault } from './testVault.ts';

const SECTION = 't:ab:text';

let vault: TestVault;
let replica: Replica;
const type = (words: string): void =>
  replica.change((doc) => doc.getText(SECTION).insert(doc.getText(SECTION).length, words));
const stored = (): string => vault.doc.getText(SECTION).toJSON();
const pass = async (ms: number): Promise<void> => {
  await vi.advanceTimersByTimeAsync(ms);
  await vault.settle();
};

beforeEach(async () => {
  vi.useFakeTimers();
  vault = createTestVault();
  const opened = await openReplica(vault.client, documentId);
  if (!opened.ok) throw new Error('the test vault opens');
  replica = opened.value;
});
afterEach(() => {
  replica.close();
  vi.useRealTimers();
});

describe('saving', () => {
  it('pushes half a second after the last key, merged into one', async () => {
    type('Hoe ');
    await pass(300);
    type('gaat ');
    await pass(300);
    type('het?');
    expect(vault.pushes).toBe(0);
    await pass(450);
    expect(stored()).toBe('Hoe gaat het?');
    expect(vault.pushes).toBe(1);
  });

  it('does not wait longer than a second while somebody keeps typing', async () => {
    for (let key = 0; key < 6; key += 1) {
      type('a');
      await pass(200);
    }
    expect(stored().length).toBeGreaterThan(0);
  });

  it('says Bewaard only after the vault has answered', async () => {
    let release = (): void => undefined;
    vault.hold = new Promise((resolve) => (release = resolve));
    type('woord');
    expect(replica.saveState.kind).toBe('pending');
    await pass(500);
    expect(replica.saveState.kind).toBe('saving');
    release();
    await vault.settle();
    expect(replica.saveState).toEqual({ kind: 'saved', atMs: 2_000 });
    expect(saveStateText(replica.saveState)).toMatch(/^Bewaard \d{1,2}:\d{2}$/);
  });

  it('keeps one push under way and sends what was typed meanwhile after it', async () => {
    let release = (): void => undefined;
    vault.hold = new Promise((resolve) => (release = resolve));
    type('eerst');
    await pass(500);
    type(' en toen');
    await pass(1_000);
    expect(vault.pushes).toBe(1);
    release();
    vault.hold = null;
    await pass(10);
    expect(stored()).toBe('eerst en toen');
    expect(vault.pushes).toBe(2);
  });

  it('pushes at once on flush', async () => {
    type('nu');
    const flushed = replica.flush();
    await vault.settle();
    expect(await flushed).toBe(true);
    expect(stored()).toBe('nu');
  });

  it('keeps what a full disk did not take, and saves it together with what was typed later', async () => {
    vault.refuseWith = { tag: 'DiskFull' };
    type('bewaar mij');
    await pass(500);
    expect(replica.saveState).toEqual({ kind: 'failed', error: { tag: 'DiskFull' } });
    type(' ook');
    expect(replica.saveState.kind).toBe('failed');
    vault.refuseWith = null;
    await pass(2_000);
    expect(stored()).toBe('bewaar mij ook');
    expect(replica.saveState.kind).toBe('saved');
  });
});

describe('a refused push', () => {
  it('goes back to the stored document and keeps the typed text to copy from', async () => {
    type('staat er al. ');
    await pass(500);
    vault.refuseWith = { tag: 'UpdateRefused', reason: 'FINALIZED' };
    type('dit mag niet meer');
    const before = replica.doc;
    await pass(500);
    expect(replica.saveState.kind).toBe('refused');
    expect(replica.doc).not.toBe(before);
    expect(replica.doc.getText(SECTION).toJSON()).toBe('staat er al. ');
    expect(replica.unsaved).toEqual([{ where: SECTION, text: 'staat er al. dit mag niet meer' }]);
    replica.dismissUnsaved();
    expect(replica.unsaved).toEqual([]);
  });

  it('takes and saves new typing afterwards', async () => {
    vault.refuseWith = { tag: 'UpdateRefused', reason: 'TOO_LARGE' };
    type('te groot');
    await pass(500);
    vault.refuseWith = null;
    type('past wel');
    await pass(500);
    expect(stored()).toBe('past wel');
    expect(replica.unsaved).toHaveLength(1);
  });
});

describe('a colleague', () => {
  it('appears in the replica and is not pushed back', async () => {
    vault.changeElsewhere((doc) => doc.getText(SECTION).insert(0, 'van Samira'));
    await pass(2_000);
    expect(replica.doc.getText(SECTION).toJSON()).toBe('van Samira');
    expect(vault.pushes).toBe(0);
  });

  it('counts a change for the part of the document that changed only', async () => {
    const before = replica.versionOf('r:persons');
    vault.changeElsewhere((doc) => doc.getText(SECTION).insert(0, 'van Samira'));
    await vault.settle();
    expect(replica.versionOf(SECTION)).toBe(1);
    expect(replica.versionOf('r:persons')).toBe(before);
  });
});

describe('hiding and locking', () => {
  it('flushes every open document before it is forgotten', async () => {
    const replicas = createReplicas(vault.client);
    const acquired = await replicas.acquire(documentId);
    if (!acquired.ok) throw new Error('opens');
    acquired.value.change((doc) => doc.getText(SECTION).insert(0, 'net op tijd'));
    const flushed = replicas.flushAll();
    await vault.settle();
    expect(await flushed).toBe(true);
    replicas.forgetAll('lock');
    expect(replicas.peek(documentId)).toBeNull();
    expect(stored()).toBe('net op tijd');
  });

  it('saves after a hide what could not be saved before it', async () => {
    const replicas = createReplicas(vault.client);
    const acquired = await replicas.acquire(documentId);
    if (!acquired.ok) throw new Error('opens');
    vault.refuseWith = { tag: 'DiskFull' };
    acquired.value.change((doc) => doc.getText(SECTION).insert(0, 'niet weg'));
    const flushed = replicas.flushAll();
    await vault.settle();
    expect(await flushed).toBe(false);
    replicas.forgetAll('hide');
    vault.refuseWith = null;
    const again = await replicas.acquire(documentId);
    if (!again.ok) throw new Error('opens');
    expect(again.value.doc.getText(SECTION).toJSON()).toBe('niet weg');
    await pass(500);
    expect(stored()).toBe('niet weg');
  });

  it('saves it after the screen is back too when nobody opens that document again', async () => {
    const replicas = createReplicas(vault.client);
    const acquired = await replicas.acquire(documentId);
    if (!acquired.ok) throw new Error('opens');
    vault.refuseWith = { tag: 'Hidden' };
    acquired.value.change((doc) => doc.getText(SECTION).insert(0, 'ook niet weg'));
    await vault.settle();
    replicas.forgetAll('hide');
    vault.refuseWith = null;
    vault.tellSession('open');
    await pass(500);
    expect(stored()).toBe('ook niet weg');
  });

  it('keeps a change that was on its way when the screen was emptied', async () => {
    const replicas = createReplicas(vault.client);
    const acquired = await replicas.acquire(documentId);
    if (!acquired.ok) throw new Error('opens');
    let release = (): void => undefined;
    vault.hold = new Promise((resolve) => (release = resolve));
    acquired.value.change((doc) => doc.getText(SECTION).insert(0, 'onderweg'));
    void acquired.value.flush();
    await vault.settle();
    replicas.forgetAll('hide');
    vault.refuseWith = { tag: 'Hidden' };
    release();
    await vault.settle();
    vault.refuseWith = null;
    vault.tellSession('open');
    await pass(500);
    expect(stored()).toBe('onderweg');
  });

  it('shares one replica between two users and keeps it open for a while after the last', async () => {
    const replicas = createReplicas(vault.client);
    const [one, two] = await Promise.all([replicas.acquire(documentId), replicas.acquire(documentId)]);
    if (!one.ok || !two.ok) throw new Error('opens');
    expect(one.value).toBe(two.value);
    replicas.release(documentId);
    replicas.release(documentId);
    expect(replicas.peek(documentId)).toBe(one.value);
    await pass(21_000);
    expect(replicas.peek(documentId)).toBeNull();
  });
});
