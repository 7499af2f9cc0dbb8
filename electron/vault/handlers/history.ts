/**
 * What a field or a text of one record read before, from the saved changes that this laptop still has. Changes that
 * were folded in are gone (text that was deleted must really go); of those only the last writer of each field is known.
 */
import * as Y from 'yjs';
import type { HistoryEntry, planCommands } from '../../../shared/contract/commands/plan.ts';
import type { Handlers, ResultOf } from '../../../shared/contract/contract.ts';
import { readRecord, readText, type RecordView } from '../../../shared/documents/readers.ts';
import { recordKinds, ruleOfKind, type RecordKind } from '../../../shared/documents/schema.ts';
import { parseEntries } from '../../../shared/documents/record.ts';
import { recordArray } from '../../../shared/documents/roots.ts';
import type { UserId } from '../../../shared/domain/ids.ts';
import { err, ok } from '../../../shared/result.ts';
import { storeResult } from '../store/sqliteErrors.ts';
import type { DossierVault } from './dossierRows.ts';

interface Reading {
  readonly parts: ReadonlyMap<string, string>;
  readonly users: ReadonlyMap<string, UserId>;
}

const asText = (value: unknown): string =>
  typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);

/** Never told as history: order and marks that no person wrote. */
const SILENT: ReadonlySet<string> = new Set(['ord', 'deleted', 'replaces']);

function readingOf(doc: Y.Doc, kind: RecordKind, id: string): Reading {
  const view: RecordView | null = readRecord(doc, kind, id);
  const parts = new Map<string, string>();
  const users = new Map<string, UserId>();
  if (view === null) return { parts, users };
  for (const [field, value] of Object.entries(view.values)) if (!SILENT.has(field)) parts.set(field, asText(value));
  for (const { field, user } of parseEntries(recordArray(doc, kind, id)?.toArray() ?? []).entries)
    users.set(field, user);
  for (const section of ruleOfKind(kind)?.sections ?? []) parts.set(section, readText(doc, kind, id, section));
  return { parts, users };
}

/** Changes of one person within this time read as one. */
const TOGETHER_MS = 10 * 60_000;

/** The command of history on an open vault. */
export function historyHandlers(
  vault: DossierVault,
): Pick<Handlers, Extract<keyof typeof planCommands, 'history.list'>> {
  const { store, documents } = vault;
  const { db } = store;
  const snapshot = db.prepare<[string], { bytes: Uint8Array; uptoSeq: number; madeAtMs: number }>(
    `SELECT bytes, upto_seq AS uptoSeq, made_at_ms AS madeAtMs FROM document_snapshot WHERE document_id = ?`,
  );
  const rows = db.prepare<[string, number], { bytes: Uint8Array; madeAtMs: number }>(
    `SELECT bytes, made_at_ms AS madeAtMs FROM document_update WHERE document_id = ? AND seq > ? ORDER BY seq`,
  );

  return {
    'history.list': ({ documentId, kind, recordId }) =>
      storeResult((): ResultOf<'history.list'> => {
        const facts = documents.facts(documentId);
        if (facts === null || (facts.kind !== 'household' && facts.kind !== 'restricted'))
          return err({ tag: 'DocumentMissing' });
        if (!Object.hasOwn(recordKinds, kind)) return err({ tag: 'RecordMissing' });
        const known = kind as RecordKind;
        const now = documents.read(documentId, (doc) => {
          const view = readRecord(doc, known, recordId);
          return view === null ? null : { view, made: view.createdMinute * 60_000, by: view.createdBy };
        });
        if (!now.ok) return now;
        if (now.value === null) return err({ tag: 'RecordMissing' });
        const start = snapshot.get(documentId);
        const doc = new Y.Doc();
        if (start !== undefined) Y.applyUpdate(doc, start.bytes, 'load');
        let before = readingOf(doc, known, recordId);
        const entries: HistoryEntry[] = [];
        // What stood in the folded part: known only by its last writer.
        for (const { field, value, user, minute } of parseEntries(recordArray(doc, known, recordId)?.toArray() ?? [])
          .entries) {
          if (SILENT.has(field)) continue;
          entries.push({ atMs: minute * 60_000, userId: user, part: field, before: '', after: asText(value) });
        }
        for (const { bytes, madeAtMs } of rows.all(documentId, start?.uptoSeq ?? 0)) {
          Y.applyUpdate(doc, bytes, 'load');
          const after = readingOf(doc, known, recordId);
          for (const part of new Set([...before.parts.keys(), ...after.parts.keys()])) {
            const [was = '', is = ''] = [before.parts.get(part), after.parts.get(part)];
            if (was === is) continue;
            const userId = after.users.get(part) ?? null;
            const last = entries.findLast((entry) => entry.part === part);
            // Typing on in a text is one change, not one per half second.
            if (
              last !== undefined &&
              last.userId === userId &&
              madeAtMs - last.atMs < TOGETHER_MS &&
              last.after === was
            ) {
              entries[entries.indexOf(last)] = { ...last, atMs: madeAtMs, after: is };
            } else entries.push({ atMs: madeAtMs, userId, part, before: was, after: is });
          }
          before = after;
        }
        doc.destroy();
        return ok({
          entries: entries.sort((a, b) => b.atMs - a.atMs || (a.part < b.part ? -1 : 1)),
          completeSinceMs: start?.madeAtMs ?? null,
        });
      }),
  };
}
