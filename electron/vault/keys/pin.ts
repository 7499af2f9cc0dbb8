/**
 * The PIN of Verbergen: four to six digits that bring the screen back. It never opens the disk: its Argon2id hash lies
 * inside the encrypted database, and three wrong ones lock, after which only the passphrase helps.
 */
import type { Store } from '../store/open.ts';
import type { VaultDeps } from '../vaultDeps.ts';
import { concat, sameBytes, utf8, wipe } from './bytes.ts';
import { KEY_BYTES, SALT_BYTES, type KdfParams } from './kdf.ts';
import { sodium } from './sodium.ts';

export const PIN_TRIES = 3;

type PinDeps = Pick<VaultDeps, 'random' | 'stretch' | 'keyPolicy'>;

export interface PinHash {
  readonly salt: Uint8Array;
  readonly hash: Uint8Array;
  readonly params: KdfParams;
}

/** True when everybody would try it first: one digit, or a row of them. */
export function isObviousPin(pin: string): boolean {
  const digits = Array.from(pin, Number);
  const steps = new Set(digits.slice(1).map((digit, index) => digit - (digits[index] ?? 0)));
  return steps.size === 1 && [0, 1, -1].includes([...steps][0] ?? 9);
}

/** `pinKey` is a subkey of the master key: a hash without the vault says nothing. */
export async function hashPin(pin: string, pinKey: Uint8Array, deps: PinDeps): Promise<PinHash> {
  const salt = deps.random.bytes(SALT_BYTES);
  const params = deps.keyPolicy.pin;
  return { salt, params, hash: await digest(pin, salt, params, pinKey, deps) };
}

/** Sets the PIN, and with it the number of wrong tries to none. */
export function storePin(store: Store, pin: PinHash): void {
  store.transaction(() =>
    store.db
      .prepare(
        `INSERT INTO pin (one, salt, hash, memory_kib, passes, wrong_tries) VALUES (1, ?, ?, ?, ?, 0)
         ON CONFLICT (one) DO UPDATE SET salt = excluded.salt, hash = excluded.hash, memory_kib = excluded.memory_kib,
           passes = excluded.passes, wrong_tries = 0`,
      )
      .run(Buffer.from(pin.salt), Buffer.from(pin.hash), pin.params.memoryKiB, pin.params.passes),
  );
}

export type PinAnswer = { readonly right: true } | { readonly right: false; readonly triesLeft: number };

/** Compares, and counts: the count goes up before the comparison, so a stopped process gains no try. */
export async function tryPin(store: Store, pin: string, pinKey: Uint8Array, deps: PinDeps): Promise<PinAnswer> {
  const row = store.db
    .prepare<[], { salt: Uint8Array; hash: Uint8Array; memory_kib: number; passes: number; wrong_tries: number }>(
      'SELECT salt, hash, memory_kib, passes, wrong_tries FROM pin WHERE one = 1',
    )
    .get();
  if (row === undefined || row.wrong_tries >= PIN_TRIES) return { right: false, triesLeft: 0 };
  setWrongTries(store, row.wrong_tries + 1);
  const params = { memoryKiB: row.memory_kib, passes: row.passes };
  const hash = await digest(pin, Uint8Array.from(row.salt), params, pinKey, deps);
  if (!sameBytes(hash, Uint8Array.from(row.hash))) return { right: false, triesLeft: PIN_TRIES - row.wrong_tries - 1 };
  setWrongTries(store, 0);
  return { right: true };
}

/** After an unlock with the passphrase the PIN has all its tries again. */
export function resetPinTries(store: Store): void {
  setWrongTries(store, 0);
}

function setWrongTries(store: Store, count: number): void {
  store.transaction(() => store.db.prepare('UPDATE pin SET wrong_tries = ? WHERE one = 1').run(count));
}

async function digest(
  pin: string,
  salt: Uint8Array,
  params: KdfParams,
  pinKey: Uint8Array,
  deps: PinDeps,
): Promise<Uint8Array> {
  const passphrase = utf8(pin);
  const stretched = await deps.stretch({ passphrase, salt, ...params });
  const hash = sodium.crypto_generichash(KEY_BYTES, concat(utf8('samenspel/pin-hash/v1'), stretched), pinKey);
  wipe(passphrase, stretched);
  return hash;
}
