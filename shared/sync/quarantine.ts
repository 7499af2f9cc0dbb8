/**
 * Work of somebody who lost access before it was shared: sealed so that only a lead (or two custodians) can read it, signed by
 * the device that wrote it, bound to the team and the item. Cut into parts that fit a frame.
 *
 * Layout: count (2 bytes) · count boxes of (reader 16, sealed key 80) · nonce 24 · ciphertext · signature 64.
 */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import sodium from 'libsodium-wrappers-sumo';
import { bytesToHex, concatBytes, hexToBytes, utf8 } from './bytes.ts';
import { ORGANISATION_READER, type SigningDevice } from './envelope.ts';
import { hasRole, type TeamState } from './teamLog.ts';

const DOMAIN = utf8('samenspel/quarantine/v1');
const BOX_BYTES = 16 + 80;
const SIGNATURE_BYTES = 64;
/** Largest part in bytes. */
export const RESCUE_PART_BYTES = 512 * 1024;

export interface RescuedWork {
  readonly room: string;
  readonly householdId: string;
  readonly documentKind: string;
  /** Who wrote it. */
  readonly user: string;
  /** Yjs V1 update: only what the team did not have. */
  readonly update: Uint8Array;
}

const boundTo = (team: string, item: string): Uint8Array => concatBytes(DOMAIN, hexToBytes(team), hexToBytes(item));

/** Seals for every lead's laptop and for the organisation key. `random` gives 56 fresh bytes. */
export function sealRescue(
  state: TeamState,
  item: string,
  work: RescuedWork,
  random: Uint8Array,
  author: SigningDevice,
): Uint8Array {
  const key = random.slice(0, 32);
  const nonce = random.slice(32, 56);
  const encoder = encoding.createEncoder();
  for (const text of [work.room, work.householdId, work.documentKind, work.user])
    encoding.writeVarString(encoder, text);
  encoding.writeVarUint8Array(encoder, work.update);
  const leads = [...state.devices.values()].filter(
    (device) => !device.revoked && hasRole(state, device.user, 'TEAMLEIDER'),
  );
  const boxes = [
    ...leads.map((device) => ({ reader: device.device, publicKey: device.boxPublicKey })),
    { reader: ORGANISATION_READER, publicKey: state.organisationBoxPublicKey },
  ].map(({ reader, publicKey }) => concatBytes(hexToBytes(reader), sodium.crypto_box_seal(key, publicKey)));
  const unsigned = concatBytes(
    Uint8Array.of(boxes.length >> 8, boxes.length & 255),
    ...boxes,
    nonce,
    sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(
      encoding.toUint8Array(encoder),
      boundTo(state.team, item),
      null,
      nonce,
      key,
    ),
  );
  key.fill(0);
  const signature = sodium.crypto_sign_detached(concatBytes(boundTo(state.team, item), unsigned), author.signSecretKey);
  return concatBytes(unsigned, signature);
}

export interface BoxReader {
  /** Device id, or ORGANISATION_READER. */
  readonly reader: string;
  readonly boxPublicKey: Uint8Array;
  readonly boxSecretKey: Uint8Array;
}

/** The work, when this device of the team signed it and one of our keys opens it; null otherwise. Never throws. */
export function openRescue(
  state: TeamState,
  item: string,
  device: string,
  sealed: Uint8Array,
  readers: readonly BoxReader[],
): RescuedWork | null {
  const author = state.devices.get(device);
  const count = ((sealed[0] ?? 0) << 8) | (sealed[1] ?? 0);
  const body = 2 + count * BOX_BYTES;
  const end = sealed.length - SIGNATURE_BYTES;
  if (!author || end < body + 24) return null;
  const signed = concatBytes(boundTo(state.team, item), sealed.subarray(0, end));
  try {
    if (!sodium.crypto_sign_verify_detached(sealed.slice(end), signed, author.signPublicKey)) return null;
    for (let index = 0; index < count; index++) {
      const at = 2 + index * BOX_BYTES;
      const reader = readers.find((known) => known.reader === bytesToHex(sealed.subarray(at, at + 16)));
      if (!reader) continue;
      const key = sodium.crypto_box_seal_open(
        sealed.slice(at + 16, at + BOX_BYTES),
        reader.boxPublicKey,
        reader.boxSecretKey,
      );
      const plain = sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
        null,
        sealed.slice(body + 24, end),
        boundTo(state.team, item),
        sealed.slice(body, body + 24),
        key,
      );
      const decoder = decoding.createDecoder(plain);
      return {
        room: decoding.readVarString(decoder),
        householdId: decoding.readVarString(decoder),
        documentKind: decoding.readVarString(decoder),
        user: decoding.readVarString(decoder),
        update: decoding.readVarUint8Array(decoder).slice(),
      };
    }
  } catch {
    return null;
  }
  return null;
}
