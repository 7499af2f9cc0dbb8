/** A device identity in a file of mode 0600, for the token command. The app keeps its keys in the encrypted store instead. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import sodium from 'libsodium-wrappers-sumo';
import { z } from 'zod';
import { bytesToHex, hexToBytes } from '../shared/sync/bytes.ts';
import { deviceIdOf, type SigningDevice } from '../shared/sync/envelope.ts';

const IdentityFile = z.object({
  user: z.string(),
  team: z.string(),
  signSecretKey: z.string(),
  boxSecretKey: z.string(),
});

export interface FileIdentity extends SigningDevice {
  readonly user: string;
  readonly team: string;
  readonly boxPublicKey: Uint8Array;
  readonly facts: {
    readonly user: string;
    readonly device: string;
    readonly signPublicKey: string;
    readonly boxPublicKey: string;
  };
}

/** Reads the identity, or makes one (for `team`, or a new team). */
export function identityFromFile(file: string, team?: string): { identity: FileIdentity; isNew: boolean } {
  const isNew = !existsSync(file);
  if (isNew) {
    const fresh = {
      user: bytesToHex(sodium.randombytes_buf(16)),
      team: team ?? bytesToHex(sodium.randombytes_buf(16)),
      signSecretKey: bytesToHex(sodium.crypto_sign_keypair().privateKey),
      boxSecretKey: bytesToHex(sodium.crypto_box_keypair().privateKey),
    };
    writeFileSync(file, JSON.stringify(fresh), { mode: 0o600, flag: 'wx' });
  }
  const stored = IdentityFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  const signSecretKey = hexToBytes(stored.signSecretKey);
  const signPublicKey = sodium.crypto_sign_ed25519_sk_to_pk(signSecretKey);
  const boxPublicKey = sodium.crypto_scalarmult_base(hexToBytes(stored.boxSecretKey));
  const device = deviceIdOf(signPublicKey);
  const facts = {
    user: stored.user,
    device,
    signPublicKey: bytesToHex(signPublicKey),
    boxPublicKey: bytesToHex(boxPublicKey),
  };
  return {
    identity: { user: stored.user, team: stored.team, device, signPublicKey, signSecretKey, boxPublicKey, facts },
    isNew,
  };
}
