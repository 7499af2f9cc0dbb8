/**
 * Secrets under the protection of the operating system: encrypted by its keychain, kept in files of our own. Only the
 * asynchronous functions are used, and only when they are there; on Linux only over a real keyring, because
 * `basic_text` encrypts with a password that everybody knows.
 */
import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { safeStorage } from 'electron';
import type { HostKeychain } from '../host/vaultProcess.ts';

const REAL_KEYRINGS: ReadonlySet<string> = new Set(['gnome_libsecret', 'kwallet', 'kwallet5', 'kwallet6']);

/** Null where nothing protects a secret. Ask when the app is ready. */
export async function openKeychain(folder: string, platform: NodeJS.Platform): Promise<HostKeychain | null> {
  if (!(await protects(platform))) return null;
  const fileOf = (name: string): string =>
    join(folder, `${createHash('sha256').update(name).digest('hex').slice(0, 32)}.bin`);

  return {
    async read(name) {
      const encrypted = await readFile(fileOf(name)).catch(() => null);
      if (encrypted === null) return null;
      const { result } = await safeStorage.decryptStringAsync(encrypted);
      return new Uint8Array(Buffer.from(result, 'base64'));
    },
    async write(name, secret) {
      const encrypted = await safeStorage.encryptStringAsync(Buffer.from(secret).toString('base64'));
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeDurably(fileOf(name), encrypted);
      return true;
    },
  };
}

async function protects(platform: NodeJS.Platform): Promise<boolean> {
  const isThere = ['isAsyncEncryptionAvailable', 'encryptStringAsync', 'decryptStringAsync'].every(
    (name) => typeof Reflect.get(safeStorage, name) === 'function',
  );
  if (!isThere) return false;
  if (platform === 'linux' && !REAL_KEYRINGS.has(safeStorage.getSelectedStorageBackend())) return false;
  return safeStorage.isAsyncEncryptionAvailable().catch(() => false);
}

/** Either the old bytes or the new ones, also after a power cut. */
async function writeDurably(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(`${file}.new`, 'w', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${file}.new`, file);
  if (process.platform === 'win32') return;
  const folder = await open(join(file, '..'), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
