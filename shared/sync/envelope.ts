/**
 * Envelope v1: what one device says in one room, readable only with the document key, provably by that device.
 *
 * Promises: every byte is covered by the Ed25519 signature, together with the room id, so no envelope can be altered,
 * moved to another room or put in another lane; the body opens only under the one key it was sealed with (key
 * commitment); sizes are padded. Parsing never throws on hostile bytes: it answers null or a reason.
 *
 * A newer app may write kinds and versions that this one does not know. The header up to byte 102 and the signature stay as
 * they are for all of them, so they are checked, stored and passed on as they came, and read after an update (NEWER).
 *
 * Layout (little-endian):
 *    0   1  version = 1
 *    1   1  kind
 *    2   4  keyEpoch
 *    6  16  deviceId     BLAKE2b-128 of the device's Ed25519 public key
 *   22  16  laneId       random, bound to the device by this header
 *   38   6  seq          per lane, from 0
 *   44  16  prev         BLAKE2b-128 of the lane's previous envelope, zeros for the first
 *   60  24  nonce        random (zeros for KEYBOX)
 *   84  16  commitment   keyed BLAKE2b-128(key, domain | nonce | aad)   (zeros for KEYBOX)
 *  100   2  coverCount   SNAPSHOT only, else 0
 *  102  38n cover        (laneId 16, seq 6, headHash 16) per lane: everything up to and including seq is in the snapshot
 *    …      body         XChaCha20-Poly1305 ciphertext with tag, or the sealed boxes of a KEYBOX
 *  end-64   signature    Ed25519 over domain | roomId | all preceding bytes
 */
import sodium from 'libsodium-wrappers-sumo';
import { err, ok, type Result } from '../result.ts';
import { bytesToHex, concatBytes, hexToBytes, utf8 } from './bytes.ts';
import { decodeBody, encodeBody, type EnvelopeBody } from './envelopeBody.ts';

export const ENVELOPE_VERSION = 1;
export const envelopeKinds = { UPDATE: 1, SNAPSHOT: 2, KEYBOX: 3, HEAD: 4 } as const;
export type EnvelopeKind = keyof typeof envelopeKinds;

/** Largest envelope in bytes; larger changes are split before sealing. */
export const MAX_ENVELOPE_BYTES = 768 * 1024;
const FIXED_HEADER = 102;
const COVER_ENTRY = 38;
const SIGNATURE = 64;
const MAX_COVER = 4096;
const AAD_DOMAIN = utf8('samenspel/envelope/v1');
const COMMIT_DOMAIN = utf8('samenspel/envelope-commitment/v1');
const SIGN_DOMAIN = utf8('samenspel/envelope-signature/v1');

/** Everything in `lane` up to and including `seq`, whose envelope has hash `head`, is folded into the snapshot. */
export interface CoverEntry {
  readonly lane: string;
  readonly seq: number;
  readonly head: string;
}

export interface EnvelopeHeader {
  readonly kind: EnvelopeKind;
  readonly keyEpoch: number;
  readonly device: string;
  readonly lane: string;
  readonly seq: number;
  readonly prev: string;
  readonly cover: readonly CoverEntry[];
}

export interface ParsedEnvelope extends Omit<EnvelopeHeader, 'kind'> {
  /** NEWER: of a kind or version that only a newer app reads. */
  readonly kind: EnvelopeKind | 'NEWER';
  readonly bytes: Uint8Array;
  /** BLAKE2b-128 of the whole envelope, hex: what the next envelope of the lane names as `prev`. */
  readonly hash: string;
}

export const ZERO_HASH = '0'.repeat(32);

export interface SigningDevice {
  readonly device: string;
  readonly signPublicKey: Uint8Array;
  readonly signSecretKey: Uint8Array;
}

export const deviceIdOf = (signPublicKey: Uint8Array): string =>
  bytesToHex(sodium.crypto_generichash(16, signPublicKey, null));
export const hashOf = (bytes: Uint8Array): string => bytesToHex(sodium.crypto_generichash(16, bytes, null));

function encodeHeader(header: EnvelopeHeader, nonce: Uint8Array, commitment: Uint8Array): Uint8Array {
  if (header.cover.length > MAX_COVER) throw new Error('cover too long');
  const out = new Uint8Array(FIXED_HEADER + header.cover.length * COVER_ENTRY);
  const view = new DataView(out.buffer);
  out[0] = ENVELOPE_VERSION;
  out[1] = envelopeKinds[header.kind];
  view.setUint32(2, header.keyEpoch, true);
  out.set(hexToBytes(header.device), 6);
  out.set(hexToBytes(header.lane), 22);
  writeUint48(view, 38, header.seq);
  out.set(hexToBytes(header.prev), 44);
  out.set(nonce, 60);
  out.set(commitment, 84);
  view.setUint16(100, header.cover.length, true);
  header.cover.forEach((entry, index) => {
    const offset = FIXED_HEADER + index * COVER_ENTRY;
    out.set(hexToBytes(entry.lane), offset);
    writeUint48(view, offset + 16, entry.seq);
    out.set(hexToBytes(entry.head), offset + 22);
  });
  return out;
}

const aadOf = (room: string, header: Uint8Array): Uint8Array => {
  // The commitment itself depends on the rest of the header, so it is left out of what it commits to.
  const blank = header.slice();
  blank.fill(0, 84, 100);
  return concatBytes(AAD_DOMAIN, hexToBytes(room), blank);
};

const sign = (room: string, unsigned: Uint8Array, device: SigningDevice): Uint8Array =>
  concatBytes(
    unsigned,
    sodium.crypto_sign_detached(concatBytes(SIGN_DOMAIN, hexToBytes(room), unsigned), device.signSecretKey),
  );

/** Seals a body for the room. `key` is the document key of `header.keyEpoch`, `nonce` 24 fresh random bytes. */
export function sealEnvelope(
  room: string,
  header: Omit<EnvelopeHeader, 'device'> & { kind: Exclude<EnvelopeKind, 'KEYBOX'> },
  body: EnvelopeBody,
  key: Uint8Array,
  nonce: Uint8Array,
  device: SigningDevice,
): Uint8Array {
  const full: EnvelopeHeader = { ...header, device: device.device };
  const blank = encodeHeader(full, nonce, new Uint8Array(16));
  const aad = aadOf(room, blank);
  const commitment = sodium.crypto_generichash(16, concatBytes(COMMIT_DOMAIN, nonce, aad), key);
  const sealed = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(encodeBody(body), aad, null, nonce, key);
  return sign(room, concatBytes(encodeHeader(full, nonce, commitment), sealed), device);
}

/** A KEYBOX: the document key of an epoch, sealed to each reader. The body is not encrypted as a whole. */
export function signKeybox(
  room: string,
  header: Omit<EnvelopeHeader, 'device' | 'kind' | 'cover'>,
  boxes: readonly SealedKey[],
  device: SigningDevice,
): Uint8Array {
  const full: EnvelopeHeader = { ...header, kind: 'KEYBOX', cover: [], device: device.device };
  const body = concatBytes(...boxes.map((box) => concatBytes(hexToBytes(box.reader), box.sealed)));
  return sign(room, concatBytes(encodeHeader(full, new Uint8Array(24), new Uint8Array(16)), body), device);
}

/** One reader's copy of a document key: a `crypto_box_seal` of 32 bytes. Reader = device id, or ORGANISATION_READER. */
export interface SealedKey {
  readonly reader: string;
  readonly sealed: Uint8Array;
}
export const ORGANISATION_READER = 'f'.repeat(32);
const SEALED_KEY = 80;

export function readKeybox(envelope: ParsedEnvelope): readonly SealedKey[] | null {
  const body = bodyOf(envelope);
  if (envelope.kind !== 'KEYBOX' || body.length % (16 + SEALED_KEY) !== 0) return null;
  return Array.from({ length: body.length / (16 + SEALED_KEY) }, (_, index) => {
    const offset = index * (16 + SEALED_KEY);
    return {
      reader: bytesToHex(body.subarray(offset, offset + 16)),
      sealed: body.slice(offset + 16, offset + 16 + SEALED_KEY),
    };
  });
}

/** Reads the header of hostile bytes; null when they are not an envelope. Does not check the signature. */
export function parseEnvelope(given: Uint8Array): ParsedEnvelope | null {
  // A Node Buffer is a Uint8Array whose slice() shares memory: from here on it is a plain view.
  const bytes = new Uint8Array(given.buffer, given.byteOffset, given.byteLength);
  if (bytes.length < FIXED_HEADER + SIGNATURE || bytes.length > MAX_ENVELOPE_BYTES) return null;
  const [version = 0, code = 0] = bytes;
  if (version === 0 || code === 0) return null;
  const kind = version === ENVELOPE_VERSION ? (kindByCode.get(code) ?? 'NEWER') : 'NEWER';
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (kind === 'NEWER') return { ...headerOf(bytes, view), kind, cover: [], bytes, hash: hashOf(bytes) };
  const coverCount = view.getUint16(100, true);
  if (coverCount > MAX_COVER || coverCount > 0 !== (kind === 'SNAPSHOT')) return null;
  if (bytes.length < FIXED_HEADER + coverCount * COVER_ENTRY + SIGNATURE) return null;
  const cover = Array.from({ length: coverCount }, (_, index) => {
    const offset = FIXED_HEADER + index * COVER_ENTRY;
    return { lane: hexAt(bytes, offset), seq: readUint48(view, offset + 16), head: hexAt(bytes, offset + 22) };
  });
  return { ...headerOf(bytes, view), kind, cover, bytes, hash: hashOf(bytes) };
}

const headerOf = (bytes: Uint8Array, view: DataView) => ({
  keyEpoch: view.getUint32(2, true),
  device: hexAt(bytes, 6),
  lane: hexAt(bytes, 22),
  seq: readUint48(view, 38),
  prev: hexAt(bytes, 44),
});

/** True when the device of the header signed exactly these bytes for exactly this room. */
export function verifyEnvelope(room: string, envelope: ParsedEnvelope, signPublicKey: Uint8Array): boolean {
  if (deviceIdOf(signPublicKey) !== envelope.device) return false;
  const split = envelope.bytes.length - SIGNATURE;
  const signed = concatBytes(SIGN_DOMAIN, hexToBytes(room), envelope.bytes.subarray(0, split));
  return sodium.crypto_sign_verify_detached(envelope.bytes.subarray(split), signed, signPublicKey);
}

/** Opens the body. `KEY_MISMATCH`: sealed with another key (commitment). `UNREADABLE`: altered, or not ours. */
export function openEnvelope(
  room: string,
  envelope: ParsedEnvelope,
  key: Uint8Array,
): Result<EnvelopeBody, 'KEY_MISMATCH' | 'UNREADABLE'> {
  const headerEnd = FIXED_HEADER + envelope.cover.length * COVER_ENTRY;
  const header = envelope.bytes.subarray(0, headerEnd);
  const nonce = header.slice(60, 84);
  const aad = aadOf(room, header);
  const commitment = sodium.crypto_generichash(16, concatBytes(COMMIT_DOMAIN, nonce, aad), key);
  if (!sodium.memcmp(commitment, header.slice(84, 100))) return err('KEY_MISMATCH');
  try {
    const plain = sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, bodyOf(envelope), aad, nonce, key);
    const body = decodeBody(plain);
    return body ? ok(body) : err('UNREADABLE');
  } catch {
    return err('UNREADABLE');
  }
}

const kindByCode = new Map(Object.entries(envelopeKinds).map(([kind, code]) => [code as number, kind as EnvelopeKind]));
const hexAt = (bytes: Uint8Array, offset: number): string => bytesToHex(bytes.subarray(offset, offset + 16));
const bodyOf = (envelope: ParsedEnvelope): Uint8Array =>
  envelope.bytes.slice(FIXED_HEADER + envelope.cover.length * COVER_ENTRY, envelope.bytes.length - SIGNATURE);

function writeUint48(view: DataView, offset: number, value: number): void {
  view.setUint32(offset, value % 0x1_0000_0000, true);
  view.setUint16(offset + 4, Math.floor(value / 0x1_0000_0000), true);
}
const readUint48 = (view: DataView, offset: number): number =>
  view.getUint32(offset, true) + view.getUint16(offset + 4, true) * 0x1_0000_0000;
