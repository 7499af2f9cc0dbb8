/**
 * What kills met. A run of the fault programme that never caught a copy or a compaction half done proves nothing about
 * them, so each kind of work has to be struck at least once.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ProfileId } from '../../shared/domain/ids.ts';
import { profileFolder } from '../../electron/vault/keys/profileFolders.ts';
import { UNFINISHED } from '../../electron/vault/store/backupFiles.ts';
import type { Store } from '../../electron/vault/store/open.ts';
import type { Sort } from './mixedLoad.ts';

/** Migrations are struck in a test of their own. */
export const WORK = ['notes', 'plan', 'sync', 'compaction', 'server compaction', 'backup'] as const;
export type Work = (typeof WORK)[number];

const OF_SORT: Partial<Record<Sort, Work>> = {
  word: 'notes',
  note: 'notes',
  action: 'plan',
  goal: 'plan',
  status: 'plan',
};

export class StruckWork {
  readonly #kills = new Map<Work, number>();
  /** What a later kill finds still lying there is of an earlier one. */
  readonly #copies = new Set<string>();

  /** One kill met this work. */
  add(work: Work): void {
    this.#kills.set(work, (this.#kills.get(work) ?? 0) + 1);
  }

  /** What was asked of the vault and never answered. */
  addAsked(asked: readonly Sort[]): void {
    for (const work of new Set(asked.map((sort) => OF_SORT[sort]))) if (work !== undefined) this.add(work);
  }

  /** True for a copy that an earlier kill left behind. */
  knows(unfinished: string): boolean {
    return this.#copies.has(unfinished);
  }

  /** Copies that lie there of which the making was not finished. */
  addCopies(unfinished: readonly string[]): void {
    if (unfinished.some((name) => !this.#copies.has(name))) this.add('backup');
    for (const name of unfinished) this.#copies.add(name);
  }

  /** Work that no kill met. */
  get missed(): readonly Work[] {
    return WORK.filter((work) => !this.#kills.has(work));
  }

  toString(): string {
    return WORK.map((work) => `${work} ${String(this.#kills.get(work) ?? 0)}`).join(', ');
  }
}

/** Files of copies that are being made, or were when it ended. */
export function unfinishedCopies(dataFolder: string, profileId: ProfileId): readonly string[] {
  const folder = join(profileFolder(dataFolder, profileId), 'backups');
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.includes(UNFINISHED)) : [];
}

/** Sealed for colleagues, and not acknowledged by the server. */
export const isSharing = ({ db }: Store): boolean =>
  db.prepare('SELECT 1 FROM lane WHERE mine = 1 AND acked < clock LIMIT 1').get() !== undefined;

/** What a log says when work of this kind begins, and when it is done. */
const SAYS = {
  compaction: ['"sync.compacting"', '"sync.compacted"'],
  migration: ['"store.migrating"', '"store.migrated"'],
} as const;

/** Said at the beginning of the work, before anything of it is written. */
export const beginOf = (work: keyof typeof SAYS): string => SAYS[work][0];

/** The process began it and did not come to the end of it. */
export function isUnderWay(work: keyof typeof SAYS, log: string): boolean {
  const [begins, done] = SAYS[work];
  return log.split(begins).length > log.split(done).length;
}
