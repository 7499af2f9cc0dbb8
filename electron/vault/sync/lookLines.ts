/**
 * Carries lines of this laptop's own log to the people who work in a dossier: per day a record `looks` in the document that
 * was looked at (docs/adr/0015-who-looked.md).
 *
 * Promises: what is carried comes from the chained log and from nothing else, and a crash loses none of it: the number of the
 * last row that was carried moves after the records are on disk, and carrying twice writes nothing twice. A kind is written once a day; who looks ten
 * times writes one line. Only shared documents that this worker may open get lines; the others stay in the log here.
 */
import { createRecord, setFields, type Writer } from '../../../shared/documents/accessors.ts';
import { readRecords } from '../../../shared/documents/readers.ts';
import { calendarDateAt } from '../../../shared/domain/dates.ts';
import { DocumentId } from '../../../shared/domain/ids.ts';
import { LOOK_FIELDS, lookOf, timeOfDayAt, type LookKind } from '../../../shared/domain/looks.ts';
import { ok } from '../../../shared/result.ts';
import type * as Y from 'yjs';
import type { OpenVault } from '../openVault.ts';
import type { AuditLine } from '../store/audit.ts';
import { storeResult } from '../store/sqliteErrors.ts';
import type { Timer } from '../vaultDeps.ts';

/** Long enough that a morning of work is a few records, short enough that colleagues read it the same day. */
const CARRY_AFTER_MS = 60_000;
const CARRIED = 'looks.carried';
/** Asked by the screen itself while an address is typed: nobody looked in a dossier. */
const NO_LOOK: ReadonlySet<string> = new Set(['household.findMatches']);

export interface Look {
  readonly documentId: DocumentId;
  readonly on: string;
  readonly kind: LookKind;
  readonly at: string;
}

/** Rows of the log as looks at documents; a row about a household is about its document. */
export function looksIn(vault: Pick<OpenVault, 'store' | 'documents'>, lines: readonly AuditLine[]): readonly Look[] {
  const ofHousehold = vault.store.db
    .prepare<[string], string>(`SELECT document_id FROM document WHERE household_id = ? AND kind = 'household'`)
    .pluck();
  const known = new Map<string, DocumentId | null>();
  const documentOf = (objectId: string): DocumentId | null => {
    const before = known.get(objectId);
    if (before !== undefined) return before;
    const kind = vault.documents.facts(objectId)?.kind;
    const found = kind === undefined ? ofHousehold.get(objectId) : objectId;
    const is = kind === undefined || kind === 'household' || kind === 'restricted';
    const documentId = found !== undefined && is ? DocumentId.parse(found) : null;
    known.set(objectId, documentId);
    return documentId;
  };
  return lines.flatMap(({ action, auditClass, objectId, atMs }): Look[] => {
    const kind = NO_LOOK.has(action) ? null : lookOf(action, auditClass);
    const documentId = kind === null ? null : documentOf(objectId);
    return kind === null || documentId === null
      ? []
      : [{ documentId, kind, on: calendarDateAt(atMs), at: timeOfDayAt(atMs) }];
  });
}

export interface LookHooks {
  isShared(documentId: string): boolean;
  /** New lines were taken from the log. */
  carried(): void;
}

export class LookLines {
  readonly #vault: OpenVault;
  readonly #hooks: LookHooks;
  #timer: Timer | null = null;

  constructor(vault: OpenVault, hooks: LookHooks) {
    this.#vault = vault;
    this.#hooks = hooks;
  }

  /** Something was done; its line follows in a while. */
  soon(): void {
    this.#timer ??= this.#vault.deps.setTimer(() => this.tryCarry(), CARRY_AFTER_MS);
  }

  stop(): void {
    this.#timer?.cancel();
    this.#timer = null;
  }

  /** As carry; a disk that fails now gets another chance with the next row of the log. */
  tryCarry(): void {
    storeResult(() => {
      this.carry();
      return ok(null);
    });
  }

  /** Writes what the log holds beyond what was carried. Throws StoreFailure. */
  carry(): void {
    this.stop();
    const { audit, store, documents } = this.#vault;
    const upto = audit.head()?.seq ?? 0;
    const from = this.#carried();
    if (from === upto) return;
    const lines = audit.about(from);
    for (const [documentId, days] of byDocument(looksIn(this.#vault, lines))) {
      const kind = documents.facts(documentId)?.kind;
      if (!this.#hooks.isShared(documentId) || (kind !== 'household' && kind !== 'restricted')) continue;
      const record = kind === 'household' ? 'looks' : 'restrictedLooks';
      // Refused for one that is not open to this worker any more, or that a newer app wrote: the log here has the line.
      documents.change(documentId, (doc, writer) => ok(this.#write(doc, record, days, writer)));
    }
    store.transaction(() => this.#setCarried(upto));
    this.#hooks.carried();
  }

  #write(
    doc: Y.Doc,
    record: 'looks' | 'restrictedLooks',
    days: ReadonlyMap<string, ReadonlyMap<LookKind, string>>,
    writer: Writer,
  ): void {
    const { userId: user, deviceId: device } = this.#vault.me;
    for (const [on, looks] of days) {
      const before = readRecords(doc, record).find(({ values }) => values.device === device && values.on === on);
      const missing = [...looks].filter(([kind]) => before?.values[LOOK_FIELDS[kind]] === undefined);
      if (missing.length === 0) continue;
      const fields = Object.fromEntries(missing.map(([kind, at]) => [LOOK_FIELDS[kind], at]));
      if (before) setFields(doc, record, before.id, fields, writer);
      else createRecord(doc, record, { user, device, on, ...fields }, writer);
    }
  }

  /** What an earlier version logged stays where it is: carrying begins with this one. */
  #carried(): number {
    const kept = this.#vault.store.db
      .prepare<[string], Uint8Array>('SELECT value FROM meta WHERE key = ?')
      .pluck()
      .get(CARRIED);
    if (kept !== undefined) return Number(Buffer.from(kept).toString());
    const upto = this.#vault.audit.head()?.seq ?? 0;
    this.#setCarried(upto);
    return upto;
  }

  /** At the start of a vault: the first time, from here on. */
  begin(): void {
    this.#carried();
  }

  #setCarried(seq: number): void {
    this.#vault.store.db
      .prepare('INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value')
      .run(CARRIED, Buffer.from(String(seq)));
  }
}

/** Per document and day the first time of each kind. */
function byDocument(
  looks: readonly Look[],
): ReadonlyMap<DocumentId, ReadonlyMap<string, ReadonlyMap<LookKind, string>>> {
  const found = new Map<DocumentId, Map<string, Map<LookKind, string>>>();
  for (const { documentId, on, kind, at } of looks) {
    const days = found.get(documentId) ?? new Map<string, Map<LookKind, string>>();
    const kinds = days.get(on) ?? new Map<LookKind, string>();
    if (!kinds.has(kind)) kinds.set(kind, at);
    found.set(documentId, days.set(on, kinds));
  }
  return found;
}
