/** The name of an entry of the team log: what the next one builds on. */
import sodium from 'libsodium-wrappers-sumo';
import { bytesToHex, concatBytes, utf8 } from './bytes.ts';

export const LOG_DOMAIN = utf8('samenspel/team-log/v1');

export const logHashOf = (bytes: Uint8Array): string =>
  bytesToHex(sodium.crypto_generichash(32, concatBytes(LOG_DOMAIN, bytes), null));
