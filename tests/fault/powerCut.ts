/**
 * A disk that loses power. From a trace of what a process asked of its files (shim.c) it makes what could lie on the
 * disk if the power went at some moment:
 *
 * - what was synced before that moment is there;
 * - every later write is there, is not there, or is there for some of its 512-byte sectors, each by itself and so in
 *   any order; a later truncation happened or not;
 * - names (made, moved, removed) are there up to some point in their order after the last sync of the folder.
 *
 * Not modelled: a disk that says it synced and did not.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';

interface Call {
  readonly operation: string;
  readonly descriptor: number;
  readonly offset: number;
  readonly bytes: Buffer;
}

type Change = { readonly at: number; readonly bytes: Buffer } | { readonly length: number };
type NameChange = { readonly path: string; readonly file: StoredFile | null };

interface StoredFile {
  synced: Buffer;
  pending: Change[];
}

export interface PowerCut {
  /** Transactions told as committed before the power went. */
  readonly acknowledged: number;
  /** True once the store was told as open: from then on it must open again. */
  readonly wasOpen: boolean;
  /** Writes what is left into `target`. */
  readonly write: (target: string) => void;
}

/** The calls in a trace; a record that was cut off at the end is left out. */
export function readTrace(file: string): readonly Call[] {
  const bytes = readFileSync(file);
  const calls: Call[] = [];
  for (let at = 0; at + 17 <= bytes.length;) {
    const length = bytes.readUInt32LE(at + 13);
    calls.push({
      operation: String.fromCharCode(bytes[at] ?? 0),
      descriptor: bytes.readInt32LE(at + 1),
      offset: Number(bytes.readBigInt64LE(at + 5)),
      bytes: bytes.subarray(at + 17, at + 17 + length),
    });
    at += 17 + length;
  }
  return calls;
}

/** Cuts the power after each of `points` (numbers of calls, rising), with what survives chosen by `random`. */
export function* powerCuts(
  folder: string,
  calls: readonly Call[],
  points: readonly number[],
  random: () => number,
): Generator<PowerCut> {
  const disk = new Disk();
  let done = 0;
  for (const point of points) {
    for (; done < point; done += 1) {
      const call = calls[done];
      if (call !== undefined) disk.take(call);
    }
    const left = disk.whatIsLeft(random);
    yield {
      acknowledged: disk.acknowledged,
      wasOpen: disk.wasOpen,
      write(target) {
        for (const [path, content] of left) {
          const file = join(target, relative(folder, path));
          mkdirSync(dirname(file), { recursive: true });
          writeFileSync(file, content);
        }
      },
    };
  }
}

class Disk {
  acknowledged = 0;
  wasOpen = false;
  readonly #open = new Map<number, StoredFile | 'folder' | 'acknowledgements'>();
  readonly #syncedNames = new Map<string, StoredFile>();
  readonly #names = new Map<string, StoredFile>();
  #pendingNames: NameChange[] = [];

  take(call: Call): void {
    const target = this.#open.get(call.descriptor);
    const file = typeof target === 'object' ? target : null;
    switch (call.operation) {
      case 'O':
        this.#opened(call);
        break;
      case 'C':
        this.#open.delete(call.descriptor);
        break;
      case 'W':
        if (target === 'acknowledgements') this.#told(call.bytes.toString());
        else file?.pending.push({ at: call.offset, bytes: call.bytes });
        break;
      case 'T':
        file?.pending.push({ length: call.offset });
        break;
      case 'S':
        if (target === 'folder') this.#syncNames();
        else if (file !== null) {
          file.synced = applied(file.synced, file.pending);
          file.pending = [];
        }
        break;
      case 'U':
        this.#rename(call.bytes.toString(), null);
        break;
      case 'R': {
        const [from = '', to = ''] = call.bytes.toString().split('\0');
        const moved = this.#names.get(from) ?? null;
        this.#rename(to, moved);
        this.#rename(from, null);
        break;
      }
    }
  }

  whatIsLeft(random: () => number): ReadonlyMap<string, Buffer> {
    const names = new Map(this.#syncedNames);
    const kept = Math.floor(random() * (this.#pendingNames.length + 1));
    for (const change of this.#pendingNames.slice(0, kept)) setName(names, change);
    const survival = random();
    return new Map(
      [...names].map(([path, file]) => [
        path,
        applied(
          file.synced,
          file.pending.flatMap((change) => torn(change, survival, random)),
        ),
      ]),
    );
  }

  #opened(call: Call): void {
    const path = call.bytes.toString();
    if (basename(path) === 'acks') this.#open.set(call.descriptor, 'acknowledgements');
    else if (path.endsWith('-shm')) this.#open.delete(call.descriptor);
    else if (!basename(path).includes('.')) this.#open.set(call.descriptor, 'folder');
    else {
      let file = this.#names.get(path);
      if (file === undefined) {
        file = { synced: Buffer.alloc(0), pending: [] };
        this.#rename(path, file);
      }
      if (call.offset === 1) file.pending.push({ length: 0 });
      this.#open.set(call.descriptor, file);
    }
  }

  #rename(path: string, file: StoredFile | null): void {
    if (path.endsWith('-shm')) return;
    const change = { path, file };
    setName(this.#names, change);
    this.#pendingNames.push(change);
  }

  #syncNames(): void {
    for (const change of this.#pendingNames) setName(this.#syncedNames, change);
    this.#pendingNames = [];
  }

  #told(text: string): void {
    for (const line of text.split('\n')) {
      if (line.startsWith('opened')) this.wasOpen = true;
      else if (/^\d+$/.test(line)) this.acknowledged = Number(line);
    }
  }
}

function setName(names: Map<string, StoredFile>, change: NameChange): void {
  if (change.file === null) names.delete(change.path);
  else names.set(change.path, change.file);
}

const SECTOR = 512;

/** What is left of one unsynced change: nothing, all, or some of its sectors. */
function torn(change: Change, survival: number, random: () => number): readonly Change[] {
  const chance = random();
  if ('length' in change || chance < 0.7) return random() < survival ? [change] : [];
  const pieces: Change[] = [];
  for (let at = 0; at < change.bytes.length; at += SECTOR) {
    if (random() < 0.5) pieces.push({ at: change.at + at, bytes: change.bytes.subarray(at, at + SECTOR) });
  }
  return pieces;
}

function applied(synced: Buffer, changes: readonly Change[]): Buffer {
  if (changes.length === 0) return synced;
  let length = synced.length;
  const longest = changes.reduce(
    (most, change) => Math.max(most, 'length' in change ? change.length : change.at + change.bytes.length),
    length,
  );
  const content = Buffer.alloc(longest);
  synced.copy(content);
  for (const change of changes) {
    if ('length' in change) {
      if (change.length < length) content.fill(0, change.length, length);
      length = change.length;
    } else {
      change.bytes.copy(content, change.at);
      length = Math.max(length, change.at + change.bytes.length);
    }
  }
  return content.subarray(0, length);
}
