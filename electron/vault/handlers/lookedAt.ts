/**
 * Wie heeft gekeken? The own log of this laptop and what others carried into the documents, as one list: a line per person and
 * day. Of this laptop the log itself speaks, also of the last minute and of before there was a team.
 */
import type { LogDay } from '../../../shared/contract/commands/log.ts';
import type { ResultOf } from '../../../shared/contract/contract.ts';
import { readRecords } from '../../../shared/documents/readers.ts';
import type { DocumentId, HouseholdId } from '../../../shared/domain/ids.ts';
import { LOOK_FIELDS, LOOK_KINDS, type LookKind } from '../../../shared/domain/looks.ts';
import { err, ok } from '../../../shared/result.ts';
import type { OpenVault } from '../openVault.ts';
import { looksIn } from '../sync/lookLines.ts';

const MOST_ROWS = 2_000;

type LogVault = Pick<OpenVault, 'store' | 'documents' | 'me' | 'audit'>;

interface Part {
  readonly documentId: DocumentId;
  readonly kind: 'household' | 'restricted';
}
interface Line {
  readonly on: string;
  readonly user: LogDay['userId'];
  readonly restricted: boolean;
  readonly kind: LookKind;
  readonly at: string;
  readonly times: number | null;
}

/** `nameOf` gives the name of a colleague. Parts that this worker may not read are not in it. */
export function lookedAtHousehold(
  vault: LogVault,
  householdId: HouseholdId,
  nameOf: (user: string) => string,
): ResultOf<'log.household'> {
  const parts = vault.store.db
    .prepare<[string], Part>(
      `SELECT document_id AS documentId, kind FROM document WHERE household_id = ? AND kind IN ('household', 'restricted')`,
    )
    .all(householdId)
    .filter(({ documentId }) => vault.documents.mayRead(documentId));
  if (!parts.some(({ kind }) => kind === 'household')) return err({ tag: 'HouseholdMissing' });
  return ok({ rows: folded([...ownLines(vault, parts), ...carriedLines(vault, parts)], vault.me.userId, nameOf) });
}

function ownLines(vault: LogVault, parts: readonly Part[]): readonly Line[] {
  const kinds = new Map(parts.map(({ documentId, kind }) => [documentId, kind]));
  const lines = new Map<string, Line>();
  for (const { documentId, on, kind, at } of looksIn(vault, vault.audit.about(0))) {
    const part = kinds.get(documentId);
    if (part === undefined) continue;
    const key = `${part} ${on} ${kind}`;
    const before = lines.get(key);
    const times = (before?.times ?? 0) + 1;
    const first = before?.at ?? at;
    lines.set(key, { on, user: vault.me.userId, restricted: part === 'restricted', kind, at: first, times });
  }
  return [...lines.values()];
}

/** Of other laptops. Only words of a record whose writer is the one it names: nobody writes that somebody else looked. */
function carriedLines({ documents, me }: LogVault, parts: readonly Part[]): readonly Line[] {
  return parts.flatMap(({ documentId, kind: part }) => {
    const read = documents.read(documentId, (doc) =>
      readRecords(doc, part === 'household' ? 'looks' : 'restrictedLooks'),
    );
    return (read.ok ? read.value : []).flatMap(({ values, createdBy }): Line[] => {
      const { user, device, on } = values;
      if (user === undefined || on === undefined || createdBy !== user || device === me.deviceId) return [];
      return LOOK_KINDS.flatMap((kind): Line[] => {
        const at = values[LOOK_FIELDS[kind]];
        return at === undefined ? [] : [{ on, user, restricted: part === 'restricted', kind, at, times: null }];
      });
    });
  });
}

function folded(lines: readonly Line[], me: string, nameOf: (user: string) => string): LogDay[] {
  const days = new Map<string, Line[]>();
  for (const line of lines) {
    const key = `${line.on} ${line.user} ${String(line.restricted)}`;
    days.set(key, [...(days.get(key) ?? []), line]);
  }
  return [...days.values()]
    .flatMap((ofDay): LogDay[] => {
      const [first] = ofDay;
      if (first === undefined) return [];
      const { on, user, restricted } = first;
      const looks = LOOK_KINDS.flatMap((kind) => {
        const same = ofDay.filter((line) => line.kind === kind).toSorted((a, b) => (a.at < b.at ? -1 : 1));
        const at = same[0]?.at;
        return at === undefined ? [] : [{ kind, at, times: same[0]?.times ?? null }];
      });
      return [{ on, userId: user, name: nameOf(user), isMe: user === me, restricted, looks }];
    })
    .toSorted((a, b) => (a.on === b.on ? a.name.localeCompare(b.name, 'nl') : a.on < b.on ? 1 : -1))
    .slice(0, MOST_ROWS);
}
