import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTestStore, type TestStore } from '../store/testStore.ts';
import { deviceIdOf, loadIdentity, newIdentity, storeIdentity, wipeIdentity } from './identity.ts';
import { sodium } from './sodium.ts';
import { countingRandom } from './testRandom.ts';

const identityKey = new Uint8Array(32).fill(8);
const facts = { name: 'Marieke Postma', jobTitle: 'Gezinswerker', practice: false, createdAtMs: 5 };
let testStore: TestStore;
beforeEach(() => {
  testStore = createTestStore();
});
afterEach(() => testStore.end());

test('an identity signs and receives, and its device id is the hash of its signing key', () => {
  const random = countingRandom(1);
  const one = newIdentity(random);
  const two = newIdentity(random);
  expect(one.deviceId).toMatch(/^[0-9a-f]{32}$/);
  expect(one.deviceId).toBe(deviceIdOf(one.signPublicKey));
  expect(new Set([one.deviceId, two.deviceId, one.userId, two.userId]).size).toBe(4);
  const signature = sodium.crypto_sign_detached('x', one.signSecretKey);
  expect(sodium.crypto_sign_verify_detached(signature, 'x', one.signPublicKey)).toBe(true);
  const sealed = sodium.crypto_box_seal(new Uint8Array([7]), one.boxPublicKey);
  expect(sodium.crypto_box_seal_open(sealed, one.boxPublicKey, one.boxSecretKey)).toEqual(new Uint8Array([7]));
});

test('it comes back from the store, and only with its key', () => {
  const random = countingRandom(2);
  const store = testStore.open();
  const identity = newIdentity(random);
  storeIdentity(store, identity, facts, { identityKey, random });
  expect(loadIdentity(store, identityKey)).toEqual({
    identity,
    me: { userId: identity.userId, deviceId: identity.deviceId, name: facts.name, jobTitle: facts.jobTitle },
    practice: false,
  });
  expect(loadIdentity(store, new Uint8Array(32))).toBeNull();
  const row = store.db.prepare<[], { sign_secret_wrapped: Buffer }>('SELECT sign_secret_wrapped FROM identity').get();
  expect(row?.sign_secret_wrapped.includes(Buffer.from(identity.signSecretKey).subarray(0, 16))).toBe(false);
});

test('a signing key that was swapped does not pass for the device', () => {
  const random = countingRandom(3);
  const store = testStore.open();
  storeIdentity(store, newIdentity(random), facts, { identityKey, random });
  store.db.prepare('UPDATE identity SET sign_public = ?').run(Buffer.from(newIdentity(random).signPublicKey));
  expect(loadIdentity(store, identityKey)).toBeNull();
});

test('wiping leaves no secret key', () => {
  const identity = newIdentity(countingRandom(4));
  wipeIdentity(identity);
  expect([...identity.signSecretKey, ...identity.boxSecretKey].every((byte) => byte === 0)).toBe(true);
});
