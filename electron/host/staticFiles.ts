/**
 * The built screen, read once into memory. Only files that the build listed exist here, each with the SHA-256 that the
 * build wrote down; a file that was changed afterwards stops the start. Requests are answered from this map, so no path
 * of a request ever meets the disk.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { err, ok, type Result } from '../../shared/result.ts';

/** `files.json` next to the built screen; made by build/bundle.ts. */
export const FileList = z.object({
  files: z.array(
    z.object({
      path: z.string().regex(/^\/[A-Za-z0-9_][A-Za-z0-9_./-]*$/),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      type: z.string(),
    }),
  ),
});
export type FileList = z.infer<typeof FileList>;

export interface StaticFile {
  readonly type: string;
  readonly bytes: Buffer;
}

/** The page itself is under `/`. */
export async function loadStaticFiles(
  folder: string,
): Promise<Result<ReadonlyMap<string, StaticFile>, { tag: 'BundleMissing' | 'BundleChanged' }>> {
  const list = await readFile(join(folder, 'files.json'), 'utf8').then(
    (text) => FileList.safeParse(parseJson(text)).data ?? null,
    () => null,
  );
  if (list === null) return err({ tag: 'BundleMissing' });
  const files = new Map<string, StaticFile>();
  for (const { path, sha256, type } of list.files) {
    if (path.includes('..')) return err({ tag: 'BundleChanged' });
    const bytes = await readFile(join(folder, path)).catch(() => null);
    if (bytes === null || createHash('sha256').update(bytes).digest('hex') !== sha256)
      return err({ tag: 'BundleChanged' });
    files.set(path === '/index.html' ? '/' : path, { type, bytes });
  }
  return files.has('/') ? ok(files) : err({ tag: 'BundleMissing' });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
