/**
 * Who works here and on which device. Made at first run, before there is a team, so that every document has an author
 * from its first row. The device has an Ed25519 pair to sign and an X25519 pair to receive keys; its id is the
 * BLAKE2b-128 of the signing key, so that nobody can claim it without that key.
 */
import { DeviceId, newId, type UserId } from '../../../shared/domain/ids.ts';
import type { Random } from '../../../shared/deps.ts';
import type { Me } from '../../../shared/contract/commands/session.ts';
import { toHex, wipe } from './bytes.ts';
import { sodium } from './sodium.ts';
import { unwrapSecret, wrapSecret } from './wrap.ts';
import type { Store } from '../store/open.ts';

export interface DeviceIdentity {
  readonly userId: UserId;
  readonly deviceId: DeviceId;
  readonly signPublicKey: Uint8Array;
  readonly signSecretKey: Uint8Array;
  readonly boxPublicKey: Uint8Array;
  readonly boxSecretKey: Uint8Array;
}

/** The id of a device, from its public signing key. */
export function deviceIdOf(signPublicKey: Uint8Array): DeviceId {
  return DeviceId.parse(toHex(sodium.crypto_generichash(16, signPublicKey, null)));
}

export function newIdentity(random: Random): DeviceIdentity {
  const signSeed = random.bytes(32);
  const boxSeed = random.bytes(32);
  const sign = sodium.crypto_sign_seed_keypair(signSeed);
  const box = sodium.crypto_box_seed_keypair(boxSeed);
  wipe(signSeed, boxSeed);
  return {
    userId: newId<UserId>(random),
    deviceId: deviceIdOf(sign.publicKey),
    signPublicKey: sign.publicKey,
    signSecretKey: sign.privateKey,
    boxPublicKey: box.publicKey,
    boxSecretKey: box.privateKey,
  };
}

export interface IdentityFacts {
  readonly name: string;
  readonly jobTitle: string;
  readonly practice: boolean;
  readonly createdAtMs: number;
}

/** Stores the identity once; its secret keys go in wrapped, beside the encryption of the database itself. */
export function storeIdentity(
  store: Store,
  identity: DeviceIdentity,
  facts: IdentityFacts,
  deps: { identityKey: Uint8Array; random: Random },
): void {
  const wrap = (secret: Uint8Array, purpose: string): Buffer => {
    const { nonce, wrapped } = wrapSecret(secret, deps.identityKey, contextOf(identity.deviceId, purpose), deps.random);
    return Buffer.from(nonce + wrapped, 'hex');
  };
  store.db
    .prepare(
      `INSERT INTO identity (one, user_id, device_id, name, job_title, sign_public, sign_secret_wrapped, box_public,
         box_secret_wrapped, practice, created_at_ms) VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      identity.userId,
      identity.deviceId,
      facts.name,
      facts.jobTitle,
      Buffer.from(identity.signPublicKey),
      wrap(identity.signSecretKey, 'sign'),
      Buffer.from(identity.boxPublicKey),
      wrap(identity.boxSecretKey, 'box'),
      facts.practice ? 1 : 0,
      facts.createdAtMs,
    );
}

interface IdentityRow {
  readonly user_id: string;
  readonly device_id: string;
  readonly name: string;
  readonly job_title: string;
  readonly sign_public: Uint8Array;
  readonly sign_secret_wrapped: Uint8Array;
  readonly box_public: Uint8Array;
  readonly box_secret_wrapped: Uint8Array;
  readonly practice: number;
}

/** The stored identity; null when it is missing or its keys do not open, which is damage. */
export function loadIdentity(
  store: Store,
  identityKey: Uint8Array,
): { readonly identity: DeviceIdentity; readonly me: Me; readonly practice: boolean } | null {
  const row = store.db.prepare<[], IdentityRow>('SELECT * FROM identity WHERE one = 1').get();
  if (row === undefined) return null;
  const signPublicKey = Uint8Array.from(row.sign_public);
  const deviceId = deviceIdOf(signPublicKey);
  const open = (stored: Uint8Array, purpose: string): Uint8Array | null => {
    const hex = toHex(Uint8Array.from(stored));
    const nonceLength = 48;
    return unwrapSecret(
      { nonce: hex.slice(0, nonceLength), wrapped: hex.slice(nonceLength) },
      identityKey,
      contextOf(deviceId, purpose),
    );
  };
  const signSecretKey = open(row.sign_secret_wrapped, 'sign');
  const boxSecretKey = open(row.box_secret_wrapped, 'box');
  if (signSecretKey === null || boxSecretKey === null || row.device_id !== deviceId) return null;
  const userId = row.user_id as UserId;
  return {
    identity: {
      userId,
      deviceId,
      signPublicKey,
      signSecretKey,
      boxPublicKey: Uint8Array.from(row.box_public),
      boxSecretKey,
    },
    me: { userId, deviceId, name: row.name, jobTitle: row.job_title },
    practice: row.practice === 1,
  };
}

/** Overwrites the secret keys, at lock. */
export function wipeIdentity(identity: DeviceIdentity): void {
  wipe(identity.signSecretKey, identity.boxSecretKey);
}

const contextOf = (deviceId: DeviceId, purpose: string): string => `samenspel/identity/v1/${deviceId}/${purpose}`;
