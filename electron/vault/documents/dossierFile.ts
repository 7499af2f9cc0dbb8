/**
 * A dossier as a file (docs/export.md). Open: one JSON text. Closed: a line of JSON with the parameters of Argon2id, a
 * newline, and XChaCha20-Poly1305 with that line as associated data, so that nothing of it can be changed unseen.
 */
import { z } from 'zod';
import { ExportedDocument } from '../../../shared/documents/dossierExport.ts';
import { HouseholdId } from '../../../shared/domain/ids.ts';
import type { ErrorOf } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { concat, utf8 } from '../keys/bytes.ts';
import { sodium } from '../keys/sodium.ts';
import type { VaultDeps } from '../vaultDeps.ts';

export const FORMAT = 'samenspel-dossier';
export const FORMAT_VERSION = 1;

export const DossierContent = z.object({
  format: z.literal(FORMAT),
  version: z.literal(FORMAT_VERSION),
  exportedAt: z.string().max(40),
  householdId: HouseholdId,
  dossier: ExportedDocument,
  veiligheid: ExportedDocument.nullable(),
  /** Derived, for other systems; not read back. */
  gegevensmodel: z.unknown(),
  /** The readable paper, a PDF in base64; not read back. */
  papier: z.string().optional(),
});
export type DossierContent = z.infer<typeof DossierContent>;

const hex = (length: number) => z.string().regex(new RegExp(`^[0-9a-f]{${String(length * 2)}}$`));
const Header = z.object({
  format: z.literal(FORMAT),
  version: z.number().int(),
  closed: z.literal(true),
  kdf: z.object({
    algorithm: z.literal('argon2id'),
    memoryKiB: z.number().int().positive(),
    passes: z.number().int().positive(),
    salt: hex(16),
  }),
  cipher: z.literal('xchacha20-poly1305'),
  nonce: hex(24),
});

type Sealing = Pick<VaultDeps, 'random' | 'stretch' | 'keyPolicy'>;
export type ReadError = ErrorOf<
  'ImportDamaged' | 'ImportPassphraseNeeded' | 'ImportPassphraseWrong' | 'ImportFromNewerVersion'
>;

const damaged = (path: string): Result<never, ReadError> => err({ tag: 'ImportDamaged', path: path.slice(0, 120) });

/** Closes the text of a dossier with a passphrase. */
export async function closeDossier(text: Uint8Array, passphrase: Uint8Array, deps: Sealing): Promise<Uint8Array> {
  const { memoryKiB, passes } = deps.keyPolicy.preferred;
  const salt = Uint8Array.from(deps.random.bytes(16));
  const nonce = Uint8Array.from(deps.random.bytes(sodium.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES));
  const key = await deps.stretch({ passphrase, salt, memoryKiB, passes });
  const header = utf8(
    `${JSON.stringify({
      format: FORMAT,
      version: FORMAT_VERSION,
      closed: true,
      kdf: { algorithm: 'argon2id', memoryKiB, passes, salt: sodium.to_hex(salt) },
      cipher: 'xchacha20-poly1305',
      nonce: sodium.to_hex(nonce),
    })}\n`,
  );
  const sealed = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(text, header, null, nonce, key);
  key.fill(0);
  return concat(header, sealed);
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

async function opened(
  bytes: Uint8Array,
  passphrase: Uint8Array | null,
  deps: Sealing,
): Promise<Result<Uint8Array, ReadError>> {
  const end = bytes.subarray(0, 2_000).indexOf(0x0a);
  const line = end < 0 ? undefined : parseJson(bytes.subarray(0, end));
  const isClosed = typeof line === 'object' && line !== null && 'closed' in line;
  if (!isClosed) return ok(bytes);
  const header = Header.safeParse(line);
  if (!header.success) return damaged('header');
  const { kdf, nonce, version } = header.data;
  if (version > FORMAT_VERSION) return err({ tag: 'ImportFromNewerVersion' });
  if (passphrase === null) return err({ tag: 'ImportPassphraseNeeded' });
  const { ceiling } = deps.keyPolicy;
  // A file that asks for more wants to exhaust this laptop.
  if (kdf.memoryKiB > ceiling.memoryKiB || kdf.passes > ceiling.passes) return damaged('header.kdf');
  const key = await deps.stretch({ ...kdf, passphrase, salt: sodium.from_hex(kdf.salt) });
  try {
    return ok(
      sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
        null,
        bytes.subarray(end + 1),
        bytes.subarray(0, end + 1),
        sodium.from_hex(nonce),
        key,
      ),
    );
  } catch {
    return err({ tag: 'ImportPassphraseWrong' });
  } finally {
    key.fill(0);
  }
}

/** Reads a file, open or closed; an error names the first place that does not fit. */
export async function readDossierFile(
  bytes: Uint8Array,
  passphrase: Uint8Array | null,
  deps: Sealing,
): Promise<Result<DossierContent, ReadError>> {
  const text = await opened(bytes, passphrase, deps);
  if (!text.ok) return text;
  const raw = parseJson(text.value);
  if (typeof raw !== 'object' || raw === null) return damaged('json');
  if ('version' in raw && typeof raw.version === 'number' && raw.version > FORMAT_VERSION)
    return err({ tag: 'ImportFromNewerVersion' });
  const content = DossierContent.safeParse(raw);
  return content.success ? ok(content.data) : damaged(content.error.issues[0]?.path.map(String).join('.') ?? 'json');
}
