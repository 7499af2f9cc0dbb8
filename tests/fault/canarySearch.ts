/** Looking for words in files, as somebody would who has the disk and knows what to look for. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Every way in which the word could lie in a file. */
export function findsOf(words: readonly string[], bytes: Buffer): readonly string[] {
  return words.filter((word) =>
    [Buffer.from(word), Buffer.from(word, 'utf16le'), Buffer.from(Buffer.from(word).toString('hex'))].some((form) =>
      bytes.includes(form),
    ),
  );
}

/** In every file of this folder, however deep. */
export function searchFolder(folder: string, words: readonly string[]): { files: number; found: string[] } {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
  const files = paths.filter((path) => statSync(path).isFile());
  return {
    files: files.length,
    found: files.flatMap((path) => findsOf(words, readFileSync(path)).map((word) => `${path}: ${word}`)),
  };
}
