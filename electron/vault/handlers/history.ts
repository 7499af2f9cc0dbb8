/** Who wrote what, when, and what stood there before: of one record, the latest first; and erasing that. */
import type { HistoryEntry, planCommands } from '../../../shared/contract/commands/plan.ts';
import type { Handlers, ResultOf } from '../../../shared/contract/contract.ts';
import { readRecord, type RecordView } from '../../../shared/documents/readers.ts';
import { recordKinds, ruleOfKind, type RecordKind } from '../../../shared/documents/schema.ts';
import { UserId } from '../../../shared/domain/ids.ts';
import { err, ok } from '../../../shared/result.ts';
import { readingOf, RecordHistory, TOGETHER_MS, changesIn, type PartChange } from '../documents/recordHistory.ts';
import { storeResult } from '../store/sqliteErrors.ts';
import type { DossierVault } from './dossierRows.ts';

/** Two that follow each other by one person are told as one; the first knows what stood there. */
function together(changes: readonly PartChange[]): PartChange[] {
  const told: PartChange[] = [];
  for (const change of changes) {
    const at = told.findLastIndex(({ part }) => part === change.part);
    const last = told[at];
    if (last !== undefined && last.user === change.user && change.atMs - last.atMs < TOGETHER_MS)
      told[at] = { ...last, atMs: change.atMs };
    else told.push(change);
  }
  return told;
}

/** A record as it stands, with who made it. */
const made = (view: RecordView | null, reading: ReturnType<typeof readingOf>) =>
  view === null ? null : { reading, atMs: view.createdMinute * 60_000, by: view.createdBy as string };

/** The commands of history on an open vault. */
export function historyHandlers(
  vault: DossierVault,
): Pick<Handlers, Extract<keyof typeof planCommands, `history.${'list' | 'erase'}`>> {
  const { store, documents, me } = vault;
  const kept = new RecordHistory(store);
  const known = (documentId: string, kind: string): kind is RecordKind => {
    const facts = documents.facts(documentId);
    return (facts?.kind === 'household' || facts?.kind === 'restricted') && Object.hasOwn(recordKinds, kind);
  };
  const userOf = (author: string): UserId | null => {
    const user = UserId.safeParse(author === '' ? me.userId : author);
    return user.success ? user.data : null;
  };

  return {
    'history.list': ({ documentId, kind, recordId }) =>
      storeResult((): ResultOf<'history.list'> => {
        if (documents.facts(documentId) === null) return err({ tag: 'DocumentMissing' });
        if (!known(documentId, kind)) return err({ tag: 'RecordMissing' });
        const now = documents.read(documentId, (doc) =>
          made(readRecord(doc, kind, recordId), readingOf(doc, kind, recordId)),
        );
        if (!now.ok) return now;
        if (now.value === null) return err({ tag: 'RecordMissing' });
        const { reading: value, atMs: madeAtMs, by } = now.value;
        const { snapshot, rows } = documents.logOf(documentId);
        const changes = together([
          ...kept.of(documentId, kind, recordId),
          ...changesIn(snapshot, rows, { kind, recordId }),
        ]);
        const sections = new Set(ruleOfKind(kind)?.sections ?? []);
        // What a change brought is what the next one found, or what stands there now.
        const next = new Map([...value].map(([part, { value: text }]) => [part, text]));
        const entries: HistoryEntry[] = changes.toReversed().map(({ part, atMs, user, before }) => {
          const after = next.get(part) ?? '';
          next.set(part, before);
          return { atMs, userId: userOf(user), part, before, after, text: sections.has(part) };
        });
        return ok({
          entries: entries.toSorted((a, b) => b.atMs - a.atMs || (a.part < b.part ? -1 : 1)),
          madeAtMs,
          madeBy: userOf(by),
        });
      }),
    'history.erase': ({ documentId, kind, recordId }, call) =>
      storeResult((): ResultOf<'history.erase'> => {
        if (!documents.mayRead(documentId) || documents.facts(documentId) === null)
          return err({ tag: 'DocumentMissing' });
        if (!known(documentId, kind)) return err({ tag: 'RecordMissing' });
        store.transaction(() => {
          documents.foldLog(documentId);
          kept.erase(documentId, kind, recordId);
          vault.audit.appendFor(call);
        });
        return ok({});
      }),
  };
}
