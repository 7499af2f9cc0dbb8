/**
 * Tells the leads what stood out in looking on this laptop today (shared/domain/unusualLooks.ts): codes, a day and ids of
 * documents, sealed to the laptops of the leads and to this one. Nothing is told of an ordinary day, and a code once a day.
 */
import sodium from 'libsodium-wrappers-sumo';
import { z } from 'zod';
import { createRecord } from '../../../shared/documents/accessors.ts';
import { readRecords } from '../../../shared/documents/readers.ts';
import { addDays, calendarDateAt } from '../../../shared/domain/dates.ts';
import { DocumentId, type UserId } from '../../../shared/domain/ids.ts';
import { UNUSUAL_CODES, unusualIn, type DayLook, type UnusualCode } from '../../../shared/domain/unusualLooks.ts';
import { utf8 } from '../../../shared/sync/bytes.ts';
import { hasRole, type TeamState } from '../../../shared/sync/teamLog.ts';
import { ok } from '../../../shared/result.ts';
import type { OpenVault } from '../openVault.ts';
import { looksIn, type Look } from './lookLines.ts';

const MOST_DOCUMENTS = 100;
/** A talk this long ago is still a reason to look. */
const BUSINESS_DAYS = 90;
/** Shorter ones are often part of a longer name. */
const SHORTEST_NAME = 3;

const Report = z.array(
  z.object({
    code: z.enum(UNUSUAL_CODES),
    documents: z.array(DocumentId).max(MOST_DOCUMENTS),
    count: z.number().int(),
  }),
);

export interface LookReport {
  readonly on: string;
  readonly userId: UserId;
  readonly code: UnusualCode;
  readonly count: number;
  readonly documents: readonly DocumentId[];
}

/** Looks at the log of today and tells what was not told yet. Only in a team. */
export function reportUnusual(vault: OpenVault, state: TeamState): void {
  const today = calendarDateAt(vault.deps.clock.nowMs());
  const told = new Set(
    readReports(vault, state.teamRoom)
      .filter(({ on, userId }) => on === today && userId === vault.me.userId)
      .map(({ code }) => code),
  );
  const fresh = unusualIn(dayOf(vault, today)).filter(({ code }) => !told.has(code));
  if (fresh.length === 0) return;
  const report = fresh.map(({ code, documents }) => ({
    code,
    count: documents.length,
    documents: documents.slice(0, MOST_DOCUMENTS),
  }));
  const bytes = utf8(JSON.stringify(report));
  const readers = [...state.devices.values()].filter(
    ({ device, user, revoked }) =>
      !revoked && (hasRole(state, user, 'TEAMLEIDER') || device === vault.identity.deviceId),
  );
  const sealed = readers.map(
    ({ device, boxPublicKey }) =>
      `${device}:${sodium.to_base64(sodium.crypto_box_seal(bytes, boxPublicKey), sodium.base64_variants.ORIGINAL)}`,
  );
  vault.documents.change(DocumentId.parse(state.teamRoom), (doc, writer) => {
    createRecord(doc, 'lookReports', { on: today, sealed }, writer);
    return ok(null);
  });
}

/** What this laptop may read of it, newest day first. */
export function readReports({ documents, identity }: OpenVault, teamRoom: string): readonly LookReport[] {
  const read = documents.read(teamRoom, (doc) => readRecords(doc, 'lookReports'));
  return (read.ok ? read.value : [])
    .flatMap(({ values, createdBy }) => {
      const own = values.sealed?.find((box) => box.startsWith(`${identity.deviceId}:`));
      const report = own === undefined ? null : opened(own.slice(own.indexOf(':') + 1), identity);
      const { on } = values;
      return report === null || createdBy === null || on === undefined
        ? []
        : report.map((line) => ({ ...line, on, userId: createdBy }));
    })
    .toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
}

function opened(box: string, identity: OpenVault['identity']): z.infer<typeof Report> | null {
  try {
    const sealed = sodium.from_base64(box, sodium.base64_variants.ORIGINAL);
    const bytes = sodium.crypto_box_seal_open(sealed, identity.boxPublicKey, identity.boxSecretKey);
    const report = Report.safeParse(JSON.parse(sodium.to_string(bytes)));
    return report.success ? report.data : null;
  } catch {
    return null;
  }
}

/** What was looked at today in shared households, with what this worker has to do there. */
function dayOf(vault: OpenVault, today: string): readonly DayLook[] {
  const { store, documents, me, audit } = vault;
  const since = store.db.prepare<[number], number>('SELECT coalesce(max(seq), 0) FROM audit WHERE ts_ms < ?').pluck();
  // A day begins at midnight here; two hours earlier in UTC at most.
  const before = since.get(Date.parse(`${today}T00:00:00Z`) - 2 * 3_600_000) ?? 0;
  const byDocument = new Map<DocumentId, Look[]>();
  for (const look of looksIn(vault, audit.about(before)))
    if (look.on === today) byDocument.set(look.documentId, [...(byDocument.get(look.documentId) ?? []), look]);
  const business = store.db
    .prepare<{ documentId: string; me: string; since: string }, number>(
      `SELECT EXISTS (SELECT 1 FROM household WHERE document_id = @documentId AND (regisseur = @me OR contact_user = @me))
         OR EXISTS (SELECT 1 FROM document WHERE document_id = @documentId AND created_by = @me)
         OR EXISTS (SELECT 1 FROM action WHERE document_id = @documentId AND who_user = @me AND open = 1)
         OR EXISTS (SELECT 1 FROM visit WHERE document_id = @documentId AND worker = @me)
         OR EXISTS (SELECT 1 FROM conversation WHERE document_id = @documentId AND author = @me AND date >= @since)`,
    )
    .pluck();
  const names = store.db
    .prepare<[string], string>('SELECT last_name FROM person WHERE document_id = ? AND deleted = 0')
    .pluck();
  const ownName = surname(me.name);
  return [...byDocument].flatMap(([documentId, looks]): DayLook[] => {
    if (documents.facts(documentId)?.kind !== 'household') return [];
    const asked = { documentId, me: me.userId, since: addDays(today, -BUSINESS_DAYS) };
    return [
      {
        documentId,
        times: looks.map(({ at }) => at),
        hasBusiness: looks.some(({ kind }) => kind === 'GEWIJZIGD') || business.get(asked) === 1,
        sameName: ownName.length >= SHORTEST_NAME && names.all(documentId).some((name) => surname(name) === ownName),
      },
    ];
  });
}

/** The last word of a name, folded: "Marieke de Vries" and "De Vries" are one. */
const surname = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .trim()
    .split(/[\s-]+/)
    .at(-1) ?? '';
