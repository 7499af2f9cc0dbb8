/**
 * The header on disk, with a second copy.
 *
 * Promises: at every moment of a change, at least one whole header lies there; a damaged `header.json` is answered
 * from `header.json.bak`, and said so. Once the new header is read back the copy becomes the new one too, so that an
 * old passphrase does not live on in it. (An older copy of the disk still opens with the older passphrase.)
 */
import { join } from 'node:path';
import type { ProfileId } from '../../../shared/domain/ids.ts';
import type { ErrorOf } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { sameBytes } from './bytes.ts';
import { readFileIfThere, writeFileDurably } from './durableFile.ts';
import { decodeHeader, encodeHeader, type SealedHeader } from './header.ts';

export const HEADER_FILE = 'header.json';
export const HEADER_COPY = 'header.json.bak';

export interface FoundHeader {
  readonly sealed: SealedHeader;
  /** The header itself was damaged or gone; this is the copy. */
  readonly repaired: boolean;
}

export type HeaderError = ErrorOf<'ProfileMissing' | 'HeaderDamaged' | 'DatabaseFromNewerVersion'>;

/** The header of the vault in this folder. */
export function readHeader(folder: string, profileId: ProfileId): Result<FoundHeader, HeaderError> {
  const first = readFileIfThere(join(folder, HEADER_FILE));
  const own = first === null ? null : decodeHeader(first);
  if (own !== null && own.ok && own.value.header.profileId === profileId)
    return ok({ sealed: own.value, repaired: false });
  if (own !== null && !own.ok && own.error === 'NEWER') return err({ tag: 'DatabaseFromNewerVersion' });
  const copy = readHeaderCopy(folder, profileId);
  if (copy !== null) return ok({ sealed: copy, repaired: true });
  const nothing = first === null && readFileIfThere(join(folder, HEADER_COPY)) === null;
  return err({ tag: nothing ? 'ProfileMissing' : 'HeaderDamaged' });
}

/** The second copy, when it is whole. */
export function readHeaderCopy(folder: string, profileId: ProfileId): SealedHeader | null {
  const bytes = readFileIfThere(join(folder, HEADER_COPY));
  const copy = bytes === null ? null : decodeHeader(bytes);
  return copy !== null && copy.ok && copy.value.header.profileId === profileId ? copy.value : null;
}

/** Replaces the header, and then its copy. Throws when the disk refuses; the old header is then still there. */
export function writeHeader(folder: string, sealed: SealedHeader): void {
  const bytes = encodeHeader(sealed);
  const file = join(folder, HEADER_FILE);
  writeFileDurably(file, bytes);
  const back = readFileIfThere(file);
  if (back === null || !sameBytes(back, bytes)) throw new Error('the header did not come back as it was written');
  writeFileDurably(join(folder, HEADER_COPY), bytes);
}
