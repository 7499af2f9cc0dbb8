/**
 * The logo of a municipality for on paper. The writer of papers unpacks pictures on its own time, where a broken one would
 * end the vault: so a PNG is unpacked here first, and one that does not fit its own measures is left out.
 */
import { Buffer } from 'node:buffer';
import { inflateSync } from 'node:zlib';
import { readLogo, type LogoPicture } from '../../../shared/domain/logo.ts';

export interface PaperLogo {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
}

/** The picture as the writer takes it, or null: then the shield is drawn. */
export function paperLogo(text: string): PaperLogo | null {
  const read = readLogo(text);
  if (!read.ok || read.value === null) return null;
  const picture = read.value;
  if (picture.type === 'image/png' && !pngIsWhole(picture)) return null;
  return { bytes: Buffer.from(picture.bytes), width: picture.width, height: picture.height };
}

/** Channels per colour type of PNG. */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

function pngIsWhole({ bytes, width, height }: LogoPicture): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [depth, colour, interlace] = [view.getUint8(24), view.getUint8(25), view.getUint8(28)];
  const channels = CHANNELS[colour];
  if (channels === undefined || ![1, 2, 4, 8, 16].includes(depth) || interlace !== 0) return false;
  const parts: Uint8Array[] = [];
  let palette = 0;
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = view.getUint32(at);
    if (at + 12 + length > bytes.length) return false;
    const name = view.getUint32(at + 4);
    if (name === 0x49444154) parts.push(bytes.subarray(at + 8, at + 8 + length));
    if (name === 0x504c5445) palette = length;
    at += 12 + length;
  }
  if (colour === 3 && (palette === 0 || palette % 3 !== 0)) return false;
  const wanted = (Math.ceil((width * channels * depth) / 8) + 1) * height;
  try {
    return inflateSync(Buffer.concat(parts), { maxOutputLength: wanted }).length === wanted;
  } catch {
    return false;
  }
}
