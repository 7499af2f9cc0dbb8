/**
 * The organisation key in the team log. Its secret is 32 bytes that exist only as three printed parts (two bring it back).
 * From it come the X25519 pair that every document key is sealed to, and an Ed25519 pair that signs two things: the founding
 * of the team, and a recovery.
 *
 * Promises: who brings two parts recognises the one true founding of this team, so a server cannot put another team in its
 * place; a recovery counts once, on the head that it was made for.
 */
import sodium from 'libsodium-wrappers-sumo';
import { concatBytes, hexToBytes, utf8 } from './bytes.ts';

const DOMAIN = utf8('samenspel/organisation/v1');
const SEED_DOMAIN = utf8('samenspel/organisation-sign/v1');

export interface OrganisationKey {
  readonly boxPublicKey: Uint8Array;
  readonly boxSecretKey: Uint8Array;
  readonly signPublicKey: Uint8Array;
  readonly signSecretKey: Uint8Array;
}

/** Both pairs, from the secret half of the X25519 pair. */
export function organisationKeyOf(secret: Uint8Array): OrganisationKey {
  const seed = sodium.crypto_generichash(32, SEED_DOMAIN, secret);
  const sign = sodium.crypto_sign_seed_keypair(seed);
  seed.fill(0);
  return {
    boxPublicKey: sodium.crypto_scalarmult_base(secret),
    boxSecretKey: secret.slice(),
    signPublicKey: sign.publicKey,
    signSecretKey: sign.privateKey,
  };
}

/** Overwrites the secret halves. */
export function wipeOrganisationKey(key: OrganisationKey): void {
  key.boxSecretKey.fill(0);
  key.signSecretKey.fill(0);
}

export interface FoundingFacts {
  readonly team: string;
  readonly teamRoom: string;
  readonly founderDevice: string;
  readonly founderBoxPublicKey: string;
  readonly organisationBoxPublicKey: string;
}

/** What the organisation key signs at founding: this team, this founder. */
export const foundingStatement = (facts: FoundingFacts): Uint8Array =>
  concatBytes(
    DOMAIN,
    utf8('found'),
    ...[facts.team, facts.teamRoom, facts.founderDevice, facts.founderBoxPublicKey, facts.organisationBoxPublicKey].map(
      hexToBytes,
    ),
  );

export interface RecoveryFacts {
  readonly team: string;
  /** Head of the log that it stands on. */
  readonly prev: string;
  readonly user: string;
  readonly device: string;
  readonly boxPublicKey: string;
  readonly everything: boolean;
}

/** What the organisation key signs at a recovery: this device, on this head. */
export const recoveryStatement = (facts: RecoveryFacts): Uint8Array =>
  concatBytes(
    DOMAIN,
    utf8(facts.everything ? 'recover all' : 'recover'),
    ...[facts.team, facts.prev, facts.user, facts.device, facts.boxPublicKey].map(hexToBytes),
  );

/** What it signs on the server's challenge to be given the log. */
export const askStatement = (nonce: Uint8Array, serverIncarnation: string): Uint8Array =>
  concatBytes(DOMAIN, utf8('ask'), nonce, hexToBytes(serverIncarnation));
