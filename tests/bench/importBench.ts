/**
 * Lists of 5,000 rows as they come from a municipality: how long reading, checking, making and taking back the whole of it
 * take, and how long a save of somebody who types meanwhile waits at most. Both encodings, both separators, and the
 * hardest case, in which every row is a household of its own.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import * as Y from 'yjs';
import { openWithPassphrase } from '../../electron/vault/keys/openKeys.ts';
import type { VaultSession } from '../../electron/vault/openSession.ts';
import type { CommandName, Handlers, ParsedInputOf } from '../../shared/contract/contract.ts';
import { IMPORT_PART_BYTES } from '../../shared/contract/commands/import.ts';
import { replaceText } from '../../shared/documents/accessors.ts';
import type { HouseholdId } from '../../shared/domain/ids.ts';
import type { ImportKind } from '../../shared/domain/importColumns.ts';
import { makeDemoVault } from '../demo/demoVault.ts';
import { auditing, benchDeps, done, doneNow, openProfile, PASSPHRASE, PIN } from './benchVault.ts';
import type { Figure } from './figures.ts';
import { caseloadList, kaartList, windows1252 } from './importLists.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(`\uFEFF${text}`);

/** Reads each list into a vault of its own. */
export async function importBench(rows: number): Promise<readonly Figure[]> {
  const lists: readonly (readonly [string, ImportKind, Uint8Array])[] = [
    [
      'caseload, Windows-1252 with ;',
      'HUISHOUDENS',
      windows1252(caseloadList(rows, { together: true, delimiter: ';' })),
    ],
    ['caseload, every row a household', 'HUISHOUDENS', utf8(caseloadList(rows, { together: false, delimiter: ',' }))],
    ['sociale kaart, UTF-8 with ,', 'SOCIALE_KAART', utf8(kaartList(rows, ','))],
  ];
  const figures: Figure[] = [];
  for (const [name, kind, bytes] of lists) figures.push(...(await one(name, kind, bytes)));
  return figures;
}

async function one(name: string, kind: ImportKind, bytes: Uint8Array): Promise<readonly Figure[]> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'samenspel-bench-'));
  const deps = benchDeps(dataFolder);
  try {
    const demo = { deps, seed: 1, households: 20, notes: 100, name: 'Bank', passphrase: PASSPHRASE, pin: PIN };
    const { profileId, folder } = await makeDemoVault(demo);
    const keys = await openWithPassphrase({ profileId, folder }, new TextEncoder().encode(PASSPHRASE), deps);
    if (!keys.ok) throw new Error('the demo vault does not open');
    const session = openProfile({ profileId, folder }, keys.value.masterKey, deps);
    try {
      return await measured(name, kind, bytes, session);
    } finally {
      await session.close();
    }
  } finally {
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

async function measured(
  name: string,
  kind: ImportKind,
  bytes: Uint8Array,
  session: VaultSession,
): Promise<readonly Figure[]> {
  const ask = <Name extends CommandName>(command: Name, input: ParsedInputOf<Name>) => {
    const handler = session.handlers[command] as Handlers[Name] | undefined;
    if (handler === undefined) throw new Error(`nobody answers ${command}`);
    return handler(input, auditing(session, command));
  };
  const typist = typistIn(session);
  const steps: Record<string, { ms: number; waitMs: number }> = {};
  const timed = async <T>(step: string, run: () => Promise<T>): Promise<T> => {
    typist.begin();
    const started = performance.now();
    const value = await run();
    steps[step] = { ms: performance.now() - started, waitMs: await typist.end() };
    return value;
  };
  const { importId } = done(await ask('import.begin', { kind, bytes: bytes.length }));
  const read = await timed('read', async () => {
    for (let index = 0; index * IMPORT_PART_BYTES < bytes.length; index += 1) {
      const part = bytes.slice(index * IMPORT_PART_BYTES, (index + 1) * IMPORT_PART_BYTES);
      done(await ask('import.part', { importId, index, part }));
    }
    return done(await ask('import.read', { importId }));
  });
  const mapping = read.columns.map(({ guess }) => guess);
  const found = await timed('check', async () => done(await ask('import.check', { importId, mapping })));
  const made = await timed('make', async () =>
    done(await ask('import.run', { importId, choices: [], others: 'SKIP' })),
  );
  const undone = await timed('undo', async () => done(await ask('import.undo', { importId })));
  if (made.made < read.rows / 3 || undone.removed !== made.made || found.badCount === 0 || found.doubleCount === 0)
    throw new Error(`not the import that was meant: ${JSON.stringify([read.rows, made, undone, found.badCount])}`);
  const title = `${name}: ${String(read.rows)} rows`;
  const ms = (step: string): number => steps[step]?.ms ?? Number.NaN;
  return [
    { name: `${title}, read and check`, value: (ms('read') + ms('check')) / 1_000, unit: 's', bar: 10 },
    { name: `${title}, make ${String(made.made)}`, value: ms('make') / 1_000, unit: 's', bar: 60 },
    { name: `${title}, take all of it back`, value: ms('undo') / 1_000, unit: 's', bar: 60 },
    ...Object.entries(steps).map(([step, { waitMs }]) => ({
      name: `${title}, longest wait of a save (${step})`,
      value: waitMs,
      unit: 'ms' as const,
      bar: 500,
    })),
  ];
}

/** Somebody who types on in a conversation: a save every 50 ms, each from the moment that it was due to its answer. */
function typistIn(session: VaultSession) {
  const { vault } = session;
  const householdId = vault.store.db
    .prepare<[], HouseholdId>('SELECT household_id FROM household LIMIT 1')
    .pluck()
    .get();
  const create = session.handlers['conversation.create'];
  const push = session.handlers['document.push'];
  if (householdId === undefined || create === undefined || push === undefined) throw new Error('nothing to type in');
  const { documentId, conversationId } = doneNow(
    create({ householdId, context: 'THUIS' }, auditing(session, 'conversation.create')),
  );
  const opened = done(vault.documents.open(documentId));
  const replica = new Y.Doc();
  Y.applyUpdate(replica, opened.state, 'load');
  const updates: Uint8Array[] = [];
  replica.on('update', (update: Uint8Array) => updates.push(update));
  let text = '';
  let longest = 0;
  let due = 0;
  let typing = false;
  let stopped: () => void = () => undefined;
  const save = (): void => {
    text += 'en ';
    replaceText(replica, 'conversations', conversationId, 'whatIsGoingOn', text);
    doneNow(push({ documentId, update: Y.mergeUpdates(updates.splice(0)) }, auditing(session, 'document.push')));
    longest = Math.max(longest, performance.now() - due);
    if (!typing) return stopped();
    due = performance.now() + 50;
    setTimeout(save, 50);
  };
  return {
    begin(): void {
      typing = true;
      longest = 0;
      due = performance.now();
      setTimeout(save, 0);
    },
    /** The longest wait, with the save that waited for the last step. */
    end(): Promise<number> {
      typing = false;
      return new Promise((resolve) => {
        stopped = () => resolve(longest);
      });
    },
  };
}
