/**
 * A worker in a hurry, for the fault programme: words in a conversation, actions and goals of the plan, notes in the life
 * line, new dossiers, copies, searches and hiding, some at a time, while sharing goes on by itself. What was told as saved
 * is written down here and nowhere else, so that it can be asked for afterwards on this laptop or another one.
 */
import type * as Y from 'yjs';
import type { Client } from '../../shared/contract/client.ts';
import { createRecord, setFields } from '../../shared/documents/accessors.ts';
import { readRecords } from '../../shared/documents/readers.ts';
import { pushChange } from './pushChange.ts';
import { openTalk, value, writeWord, type Talk } from './wordByWord.ts';

/** What a screen was told is saved. */
export class Promised {
  words = 0;
  /** Text of every action, goal and note. */
  readonly records = new Set<string>();
  readonly households = new Set<string>();
  readonly backups = new Set<string>();
  /** All of them. */
  count = 0;
}

const KINDS = ['actions', 'goals', 'lifeEvents'] as const;

export type Sort = 'word' | 'action' | 'goal' | 'note' | 'status' | 'dossier' | 'copy' | 'search' | 'hide';
/** Out of a hundred. A copy is dear, and after hiding a vault answers nothing: these come now and then. */
const MIX: readonly (readonly [Sort, number])[] = [
  ['word', 40],
  ['action', 12],
  ['goal', 8],
  ['note', 12],
  ['status', 8],
  ['dossier', 6],
  ['search', 6],
  ['copy', 5],
  ['hide', 3],
];

const ELSEWHERE = MIX.filter(([sort]) => ['dossier', 'search', 'copy'].includes(sort));

export interface Load {
  readonly client: Client;
  readonly talk: Talk;
  readonly promised: Promised;
  readonly random: () => number;
  /** What was asked and not answered, one entry each: what was under way when the vault went. */
  readonly asked: Sort[];
  /** Leaves the conversation and its dossier alone, and never hides: other work goes on beside what is being watched. */
  readonly elsewhere?: boolean;
  /** After each thing that was told as saved. */
  told(): void;
}

/** Works until the vault is gone, a few things under way at a time. Throws when it refuses what it should take. */
export async function workUntilGone(load: Load): Promise<void> {
  const { client, talk, promised, random, asked } = load;
  const session = await client.call('session.get', {});
  const opened = session.ok ? await openTalk(client, talk).catch(gone) : null;
  if (!session.ok || opened === null) return;
  const { doc } = opened;
  const writer = { userId: session.value.me.userId, nowMs: 1_790_000_000_000, random };
  const underWay = new Set<Promise<void>>();
  let next = opened.count + 1;
  let over = false;
  const does: Readonly<Record<Sort, () => Promise<string | null>>> = {
    word: async () => {
      const n = (next += 1) - 1;
      const refused = await writeWord(client, talk, doc, n, writer);
      // One push after another on one line: they are answered in order.
      if (refused === null) promised.words = n;
      return refused;
    },
    action: () => record('actions', { what: label('actie'), ladder: '1_ZELF', status: 'GEPLAND' }),
    goal: () => record('goals', { text: label('doel'), status: 'OPEN' }),
    note: () => record('lifeEvents', { text: label('notitie') }),
    status: async () => {
      const [first] = readRecords(doc, 'actions');
      if (first === undefined) return null;
      return pushChange(client, talk.documentId, doc, writer, (on, by) =>
        setFields(on, 'actions', first.id, { status: random() < 0.5 ? 'LOOPT' : 'GEPLAND' }, by),
      );
    },
    dossier: async () => {
      const name = label('Fam. Voorbeeld');
      const made = await client.call('household.create', { name, person: { firstName: 'Noor' } });
      if (made.ok) promised.households.add(name);
      return made.ok ? null : made.error.tag;
    },
    copy: async () => {
      const made = await client.call('backup.create', {});
      if (made.ok) promised.backups.add(made.value.backupId);
      return made.ok ? null : made.error.tag;
    },
    search: async () => {
      const found = await client.call('search.query', { text: String(promised.words), mode: 'typing', limit: 5 });
      return found.ok ? null : found.error.tag;
    },
    // Hiding writes the search and folds grown logs in; after it nothing can be done, as behind a lid.
    hide: async () => {
      const hidden = await client.call('session.hide', {});
      return hidden.ok ? 'Hidden' : hidden.error.tag;
    },
  };
  const label = (what: string): string => `${what} ${String(Math.floor(random() * 1e9))}`;
  async function record(
    kind: (typeof KINDS)[number],
    fields: Readonly<Record<string, string>> & { readonly text?: string; readonly what?: string },
  ): Promise<string | null> {
    const refused = await pushChange(client, talk.documentId, doc, writer, (on, by) => {
      if (kind === 'actions') createRecord(on, 'actions', fields, by);
      else if (kind === 'goals') createRecord(on, 'goals', fields, by);
      else createRecord(on, 'lifeEvents', fields, by);
    });
    if (refused === null) promised.records.add(fields.text ?? fields.what ?? '');
    return refused;
  }

  while (!over) {
    const sort = drawn(random, load.elsewhere === true ? ELSEWHERE : MIX);
    asked.push(sort);
    const work = does[sort]().then((refused) => {
      underWay.delete(work);
      if (refused !== 'ConnectionLost') asked.splice(asked.indexOf(sort), 1);
      if (refused === null) {
        promised.count += 1;
        load.told();
      } else if (refused === 'Hidden') {
        load.told();
        over = true;
      } else if (refused === 'ConnectionLost') over = true;
      else throw new Error(`refused: ${refused}`);
    });
    underWay.add(work);
    if (underWay.size >= 3) await Promise.race(underWay);
  }
  await Promise.all(underWay);
  doc.destroy();
}

/** In words what is missing of all that was told as saved; empty when it is all there. */
export async function missing(client: Client, talk: Talk, promised: Promised): Promise<readonly string[]> {
  const { doc, count } = await openTalk(client, talk);
  const there = new Set(recordsIn(doc));
  const names = await householdNames(client);
  const problems: string[] = [];
  if (count < promised.words) problems.push(`${String(promised.words - count)} words`);
  for (const text of promised.records) if (!there.has(text)) problems.push(text);
  for (const name of promised.households) if (!names.has(name)) problems.push(name);
  doc.destroy();
  return problems;
}

/** Which copies that were told as made are not among those of the vault. They roll: only the newest five stay for sure. */
export async function missingBackups(client: Client, promised: Promised): Promise<readonly string[]> {
  const listed = new Set(value(await client.call('backup.list', {})).map(({ backupId }) => backupId));
  return [...promised.backups].slice(-3).filter((backupId) => !listed.has(backupId));
}

const recordsIn = (doc: Y.Doc): readonly string[] => [
  ...readRecords(doc, 'actions').map(({ values }) => String(values.what)),
  ...readRecords(doc, 'goals').map(({ values }) => String(values.text)),
  ...readRecords(doc, 'lifeEvents').map(({ values }) => String(values.text)),
];

async function householdNames(client: Client): Promise<ReadonlySet<string>> {
  const names = new Set<string>();
  for (let offset = 0; ; offset += 500) {
    const { rows, total } = value(await client.call('household.list', { limit: 500, offset }));
    for (const { name } of rows) names.add(name);
    if (offset + rows.length >= total || rows.length === 0) return names;
  }
}

function drawn(random: () => number, mix: typeof MIX): Sort {
  let left = random() * mix.reduce((sum, [, share]) => sum + share, 0);
  for (const [sort, share] of mix) if ((left -= share) < 0) return sort;
  return 'search';
}

/** A vault that goes while it is asked has no answer to look at; anything else is a failure. */
function gone(thrown: unknown): null {
  if (thrown instanceof Error && /ConnectionLost/.test(thrown.message)) return null;
  throw thrown;
}
