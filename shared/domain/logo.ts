/**
 * The picture of a municipality: PNG or JPEG as base64 text inside the profile file. What it says it is, is checked by
 * its first bytes and its measures; anything else is refused with a sentence.
 */
import { err, ok, type Result } from '../result.ts';
import { MAX_LOGO_BYTES } from './profileLimits.ts';

export interface LogoPicture {
  readonly type: 'image/png' | 'image/jpeg';
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
}

const LEAST_PIXELS = 16;
const MOST_PIXELS = 2_000;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const ACTL = 0x6163544c;
const IDAT = 0x49444154;
const PNG_START = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Bytes as base64 with padding. */
export function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = [bytes[at], bytes[at + 1], bytes[at + 2]];
    const left = bytes.length - at;
    const four = [a >> 2, ((a & 3) << 4) | (b >> 4), ((b & 15) << 2) | (c >> 6), c & 63];
    parts.push(four.map((six, place) => (place <= left ? (ALPHABET[six] ?? '') : '=')).join(''));
  }
  return parts.join('');
}

/** The bytes of base64 text; null when it is not that. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return null;
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  let filled = 0;
  for (let at = 0; at < text.length; at += 4) {
    const six = [0, 1, 2, 3].map((place) => Math.max(0, ALPHABET.indexOf(text.charAt(at + place))));
    const [a = 0, b = 0, c = 0, d = 0] = six;
    for (const byte of [(a << 2) | (b >> 4), ((b & 15) << 4) | (c >> 2), ((c & 3) << 6) | d])
      if (filled < bytes.length) bytes[filled++] = byte & 255;
  }
  return bytes;
}

/** The text that goes into a profile for this picture, or what is wrong with it. */
export function logoText(bytes: Uint8Array): Result<string, string> {
  const measured = measure(bytes);
  return measured.ok ? ok(`data:${measured.value.type};base64,${toBase64(bytes)}`) : measured;
}

/** Reads what stands in a profile; the empty text is no logo. */
export function readLogo(text: string): Result<LogoPicture | null, string> {
  if (text === '') return ok(null);
  const comma = /^data:image\/(?:png|jpeg);base64,/.exec(text);
  const bytes = comma === null ? null : fromBase64(text.slice(comma[0].length));
  if (bytes === null) return err('is geen afbeelding. Kies een PNG- of JPG-bestand.');
  const measured = measure(bytes);
  if (!measured.ok) return measured;
  if (!text.startsWith(`data:${measured.value.type};`))
    return err('zegt iets anders te zijn dan het is. Kies het bestand opnieuw.');
  return ok({ ...measured.value, bytes });
}

function measure(bytes: Uint8Array): Result<Omit<LogoPicture, 'bytes'>, string> {
  if (bytes.length > MAX_LOGO_BYTES) return err('is te groot. Kies een afbeelding van hooguit 200 kB.');
  const found = pngSize(bytes) ?? jpegSize(bytes);
  if (found === null) return err('is geen afbeelding. Kies een PNG- of JPG-bestand.');
  if (isMoving(bytes)) return err('beweegt. Kies een afbeelding die stilstaat.');
  const { width, height } = found;
  if (Math.min(width, height) < LEAST_PIXELS || Math.max(width, height) > MOST_PIXELS) {
    return err(
      `is ${String(width)} bij ${String(height)} beeldpunten. Kies een afbeelding tussen ${String(LEAST_PIXELS)} en ${String(MOST_PIXELS)} beeldpunten.`,
    );
  }
  return ok(found);
}

function pngSize(bytes: Uint8Array): Omit<LogoPicture, 'bytes'> | null {
  if (bytes.length < 45 || PNG_START.some((byte, at) => bytes[at] !== byte)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // The header chunk first, the end chunk last: a file that was cut off is no picture.
  if (view.getUint32(12) !== 0x49484452 || view.getUint32(bytes.length - 8) !== 0x49454e44) return null;
  return { type: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
}

/** A PNG may hold a film: a chunk before the first picture says so. */
function isMoving(bytes: Uint8Array): boolean {
  if (bytes[0] !== PNG_START[0]) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = PNG_START.length; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    const name = view.getUint32(at + 4);
    if (name === ACTL) return true;
    if (name === IDAT) return false;
  }
  return false;
}

function jpegSize(bytes: Uint8Array): Omit<LogoPicture, 'bytes'> | null {
  if (bytes.length < 20 || bytes[0] !== 0xff || bytes[1] !== 0xd8 || bytes[2] !== 0xff) return null;
  if (bytes.at(-2) !== 0xff || bytes.at(-1) !== 0xd9) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 2;
  while (at + 9 < bytes.length) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return { type: 'image/jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    if (marker === 0xda) return null;
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}
