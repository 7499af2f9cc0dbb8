/**
 * Two of the three papers, typed in: for a few minutes the organisation key exists again, in memory only. It opens document
 * keys that no colleague can give, and is overwritten after ten minutes, at lock, or when the worker is done.
 */
import { combine } from 'shamir-secret-sharing';
import sodium from 'libsodium-wrappers-sumo';
import { organisationKeyOf, wipeOrganisationKey, type OrganisationKey } from '../../../shared/sync/organisationKey.ts';
import type { ErrorOf } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { readRecoveryCode } from '../keys/recoveryCode.ts';
import type { Timer, VaultDeps } from '../vaultDeps.ts';

export const HELD_FOR_MS = 10 * 60_000;

export interface TypedPart {
  readonly number: number;
  readonly code: string;
}

/** The key of two different papers. Whether it is the key of this team is for the caller to compare. */
export async function keyOfParts(parts: readonly TypedPart[]): Promise<Result<OrganisationKey, ErrorOf<'PartsWrong'>>> {
  const shares: Uint8Array[] = [];
  for (const [index, part] of parts.entries()) {
    const read = readRecoveryCode(part.code);
    if (!read.ok || part.number < 1 || part.number > 255) return err({ tag: 'PartsWrong', paper: index + 1 });
    shares.push(Uint8Array.from([...read.value, part.number]));
  }
  const [one, other] = parts;
  if (parts.length !== 2 || one?.number === other?.number) return err({ tag: 'PartsWrong', paper: 2 });
  const secret = await combine(shares);
  const key = organisationKeyOf(secret);
  secret.fill(0);
  for (const share of shares) share.fill(0);
  return ok(key);
}

/** True when it is the key that this team's documents are sealed to. */
export const isKeyOf = (key: OrganisationKey, organisationBoxPublicKey: Uint8Array): boolean =>
  sodium.memcmp(key.boxPublicKey, organisationBoxPublicKey);

export class HeldOrganisationKey {
  readonly #deps: Pick<VaultDeps, 'setTimer'>;
  #key: OrganisationKey | null = null;
  #timer: Timer | null = null;

  constructor(deps: Pick<VaultDeps, 'setTimer'>) {
    this.#deps = deps;
  }

  get current(): OrganisationKey | null {
    return this.#key;
  }

  /** Takes the key over: from here on it is overwritten here. */
  hold(key: OrganisationKey): void {
    this.drop();
    this.#key = key;
    this.#timer = this.#deps.setTimer(() => this.drop(), HELD_FOR_MS);
  }

  drop(): void {
    this.#timer?.cancel();
    this.#timer = null;
    if (this.#key) wipeOrganisationKey(this.#key);
    this.#key = null;
  }
}
