/**
 * Slots: each holds the master key wrapped under a key that comes from one secret (a passphrase, the printed code).
 *
 *   passphrase --Argon2id(salt)--> 32 B --BLAKE2b keyed, over `samenspel/kek/v1` + keychain secret--> KEK
 *   recovery secret (256 bit) --BLAKE2b keyed, over `samenspel/kek-recovery/v1` + salt--> KEK
 */
import type { ProfileId } from '../../../shared/domain/ids.ts';
import type { VaultDeps } from '../vaultDeps.ts';
import { concat, fromHex, toHex, utf8, wipe } from './bytes.ts';
import { slotContext, type Slot } from './header.ts';
import { KEY_BYTES, SALT_BYTES, withinPolicy, type KdfParams } from './kdf.ts';
import { sodium } from './sodium.ts';
import { unwrapSecret, wrapSecret } from './wrap.ts';

type KeyDeps = Pick<VaultDeps, 'random' | 'stretch' | 'keyPolicy' | 'keychain'>;

/** Name of the vault's secret in the operating system's keychain. */
const keychainName = (profileId: ProfileId): string => `samenspel/${profileId}`;

/** A new passphrase slot. `passphrase` is canonical; the caller wipes it. */
export async function makePassphraseSlot(
  options: {
    profileId: ProfileId;
    masterKey: Uint8Array;
    passphrase: Uint8Array;
    params: KdfParams;
    keychain: boolean;
  },
  deps: KeyDeps,
): Promise<Slot> {
  const { profileId, masterKey, passphrase, params } = options;
  const secret = options.keychain ? await keychainSecret(profileId, deps) : null;
  const salt = deps.random.bytes(SALT_BYTES);
  const about = {
    type: 'passphrase',
    kdf: { algorithm: 'argon2id', memoryKiB: params.memoryKiB, passes: params.passes },
    keychain: secret !== null,
    salt: toHex(salt),
  } as const;
  const stretched = await deps.stretch({ passphrase, salt, memoryKiB: params.memoryKiB, passes: params.passes });
  const kek = passphraseKek(stretched, secret);
  const slot = { ...about, ...wrapSecret(masterKey, kek, slotContext(profileId, about), deps.random) };
  wipe(stretched, kek, secret);
  return slot;
}

export function makeRecoverySlot(
  options: { profileId: ProfileId; masterKey: Uint8Array; secret: Uint8Array },
  deps: Pick<VaultDeps, 'random'>,
): Slot {
  const salt = deps.random.bytes(SALT_BYTES);
  const about = { type: 'recovery', kdf: { algorithm: 'blake2b' }, keychain: false, salt: toHex(salt) } as const;
  const kek = recoveryKek(options.secret, salt);
  const slot = {
    ...about,
    ...wrapSecret(options.masterKey, kek, slotContext(options.profileId, about), deps.random),
  };
  wipe(kek);
  return slot;
}

/** `WEAKENED`: the slot asks for less (or absurdly more) work than we allow. */
export type SlotAnswer = { readonly masterKey: Uint8Array } | 'WRONG' | 'WEAKENED';

/** Tries a canonical passphrase on a passphrase slot; takes as long as Argon2id takes. */
export async function openPassphraseSlot(
  slot: Slot,
  profileId: ProfileId,
  passphrase: Uint8Array,
  deps: KeyDeps,
): Promise<SlotAnswer> {
  if (slot.kdf.algorithm !== 'argon2id' || !withinPolicy(slot.kdf, deps.keyPolicy)) return 'WEAKENED';
  const secret = slot.keychain ? ((await deps.keychain?.read(keychainName(profileId))) ?? null) : null;
  const { memoryKiB, passes } = slot.kdf;
  const stretched = await deps.stretch({ passphrase, salt: fromHex(slot.salt), memoryKiB, passes });
  const kek = passphraseKek(stretched, secret);
  const masterKey = unwrapSecret(slot, kek, slotContext(profileId, slot));
  wipe(stretched, kek, secret);
  return masterKey === null ? 'WRONG' : { masterKey };
}

export function openRecoverySlot(slot: Slot, profileId: ProfileId, secret: Uint8Array): SlotAnswer {
  if (slot.kdf.algorithm !== 'blake2b') return 'WEAKENED';
  const kek = recoveryKek(secret, fromHex(slot.salt));
  const masterKey = unwrapSecret(slot, kek, slotContext(profileId, slot));
  wipe(kek);
  return masterKey === null ? 'WRONG' : { masterKey };
}

function passphraseKek(stretched: Uint8Array, keychain: Uint8Array | null): Uint8Array {
  const message = concat(utf8('samenspel/kek/v1'), keychain ?? new Uint8Array(0));
  const kek = sodium.crypto_generichash(KEY_BYTES, message, stretched);
  wipe(message);
  return kek;
}

function recoveryKek(secret: Uint8Array, salt: Uint8Array): Uint8Array {
  return sodium.crypto_generichash(KEY_BYTES, concat(utf8('samenspel/kek-recovery/v1'), salt), secret);
}

/** The keychain's secret for this vault, made at first use; null where there is none, or where it refuses. */
async function keychainSecret(profileId: ProfileId, deps: KeyDeps): Promise<Uint8Array | null> {
  if (deps.keychain === null) return null;
  const name = keychainName(profileId);
  const present = await deps.keychain.read(name);
  if (present !== null && present.length === KEY_BYTES) return present;
  const made = deps.random.bytes(KEY_BYTES);
  return (await deps.keychain.write(name, made)) ? made : null;
}

/** True when the slot needs a keychain secret that this laptop does not have (any more): no passphrase can open it. */
export async function lacksKeychain(
  slot: Slot,
  profileId: ProfileId,
  deps: Pick<VaultDeps, 'keychain'>,
): Promise<boolean> {
  return slot.keychain && ((await deps.keychain?.read(keychainName(profileId))) ?? null) === null;
}
