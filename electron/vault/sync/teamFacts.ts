/**
 * What the team document says of the households of this vault: index facts (no names) and match marks.
 *
 * A mark is BLAKE2b of a folded address or of surname and birth date, keyed with the team's secret: it tells a colleague "known
 * here" and nothing else. A shielded household, or one with a Veiligheid document in use, leaves no mark and no regisseur.
 */
import sodium from 'libsodium-wrappers-sumo';
import { createRecord, markDeleted, setFields } from '../../../shared/documents/accessors.ts';
import { readRecord, readRecords, type RecordView } from '../../../shared/documents/readers.ts';
import type { RecordValues } from '../../../shared/documents/schema.ts';
import { addressMarkInput, personMarkInputs } from '../../../shared/domain/matchFolding.ts';
import { DocumentId, RecordId, type UserId } from '../../../shared/domain/ids.ts';
import { LADDER } from '../../../shared/domain/codes.ts';
import { bytesToHex, hexToBytes, utf8 } from '../../../shared/sync/bytes.ts';
import { ok } from '../../../shared/result.ts';
import type { OpenVault } from '../openVault.ts';
import type { TeamKeeper } from './teamKeeper.ts';

/** As the schema of the team document has it. */
const MAX_TERMS = 50;
const NO_TERMS_RUN: ReadonlySet<string> = new Set(['AFGESLOTEN', 'OVERGEDRAGEN', 'VINGER_AAN_DE_POLS']);

export interface PersonMark {
  readonly lastName: string;
  readonly birthDate: string;
}

export interface IndexRow {
  readonly documentId: string;
  readonly status: string;
  readonly area: string;
  readonly regisseur: string;
  readonly lastContactOn: string;
  readonly archived: boolean;
}

export interface Match {
  readonly on: 'address' | 'person';
  readonly documentId: string;
  readonly regisseur: string;
}

/** Households written in one change of the team document: a few hundred kilobytes at most. */
const PER_CHANGE = 200;

interface Due {
  readonly id: RecordId;
  readonly wanted: HouseholdFacts;
}
interface HouseholdFacts {
  readonly facts: Omit<RecordValues<'indexFacts'>, 'documentId'>;
  readonly regisseur: UserId | '';
  readonly markInputs: readonly string[];
}

const markOf = (key: string, input: string): string =>
  bytesToHex(sodium.crypto_generichash(32, utf8(input), hexToBytes(key)));
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

export class TeamFacts {
  readonly #vault: OpenVault;
  readonly #keeper: TeamKeeper;
  constructor(vault: OpenVault, keeper: TeamKeeper) {
    this.#vault = vault;
    this.#keeper = keeper;
  }

  #teamRoom(): DocumentId | null {
    const room = this.#keeper.membership?.teamRoom;
    return room !== undefined && this.#vault.documents.facts(room) ? DocumentId.parse(room) : null;
  }

  /** Names of colleagues by user id, from the team document. */
  names(): ReadonlyMap<string, { readonly name: string; readonly jobTitle: string }> {
    const { me, documents } = this.#vault;
    const names = new Map([[me.userId as string, { name: me.name, jobTitle: me.jobTitle }]]);
    const room = this.#teamRoom();
    const read = room ? documents.read(room, (doc) => readRecords(doc, 'teamMembers')) : null;
    for (const record of read?.ok ? read.value : []) {
      names.set(text(record.values.user), { name: text(record.values.name), jobTitle: text(record.values.jobTitle) });
    }
    return names;
  }

  /** What the team knows of every household, without names. */
  index(): readonly IndexRow[] {
    const room = this.#teamRoom();
    const read = room ? this.#vault.documents.read(room, (doc) => readRecords(doc, 'indexFacts')) : null;
    return (read?.ok ? read.value : []).map(({ values }) => ({
      documentId: text(values.documentId),
      status: text(values.status),
      area: text(values.area),
      regisseur: text(values.regisseur),
      lastContactOn: text(values.lastContactOn),
      archived: values.archived === true,
    }));
  }

  /**
   * Brings the team document up to date with these households of this vault; writes only what differs. The team's
   * records are read once for all of them, so that a large import costs what it brings and not its square.
   */
  update(documentIds: readonly DocumentId[]): void {
    const room = this.#teamRoom();
    const { documents } = this.#vault;
    if (!room) return;
    const due = documentIds.flatMap((documentId) => {
      if (documents.facts(documentId)?.kind !== 'household' || !this.#isShared(documentId)) return [];
      const wanted = this.#factsOf(documentId);
      return wanted ? [{ id: RecordId.parse(documentId), wanted }] : [];
    });
    for (let from = 0; from < due.length; from += PER_CHANGE) this.#write(room, due.slice(from, from + PER_CHANGE));
  }

  #write(room: DocumentId, due: readonly Due[]): void {
    this.#vault.documents.change(room, (doc, writer) => {
      const mine = new Set<unknown>(due.map(({ id }) => id));
      const factsBy = byHousehold(readRecords(doc, 'indexFacts'), mine);
      const marksBy = byHousehold(readRecords(doc, 'matchMarks'), mine);
      const key = text(readRecord(doc, 'teamSecret', 'teamSecret')?.values.matchKey);
      for (const { id, wanted } of due) {
        const facts = factsBy.get(id)?.[0];
        if (!facts) createRecord(doc, 'indexFacts', { documentId: id, ...wanted.facts }, writer);
        else setDiffering(facts, wanted.facts, (values) => setFields(doc, 'indexFacts', facts.id, values, writer));
        if (key === '') continue;
        const marks = new Set(wanted.markInputs.map((input) => markOf(key, input)));
        for (const record of marksBy.get(id) ?? []) {
          const mark = text(record.values.mark);
          if (!marks.delete(mark)) markDeleted(doc, 'matchMarks', record.id, writer);
          else
            setDiffering(record, { regisseur: wanted.regisseur }, (values) =>
              setFields(doc, 'matchMarks', record.id, values, writer),
            );
        }
        for (const mark of marks)
          createRecord(doc, 'matchMarks', { mark, documentId: id, regisseur: wanted.regisseur }, writer);
      }
      return ok(null);
    });
  }

  #isShared(documentId: string): boolean {
    const shared = this.#vault.store.db
      .prepare<[string], number>('SELECT shared FROM room_sync WHERE room = ?')
      .pluck()
      .get(documentId);
    return shared !== 0;
  }

  #factsOf(documentId: DocumentId): HouseholdFacts | null {
    const { store, documents } = this.#vault;
    const row = store.db
      .prepare<
        [string],
        {
          status: string;
          area: string;
          regisseur: string;
          contactUser: string;
          shielded: number;
          archived: number;
          lastConversationOn: string | null;
        }
      >(
        `SELECT status, area, regisseur, contact_user AS contactUser, shielded, archived, last_conversation_on AS lastConversationOn
         FROM household WHERE document_id = ?`,
      )
      .get(documentId);
    if (!row) return null;
    const counts = store.db
      .prepare<[string], { ladder: string; count: number }>(
        'SELECT ladder, count(*) AS count FROM action WHERE document_id = ? AND open = 1 GROUP BY ladder',
      )
      .all(documentId);
    // The rows that a list of terms reads: never of a restricted document, and never an age, which would tell a birthday.
    const terms =
      row.archived === 1 || NO_TERMS_RUN.has(row.status)
        ? []
        : store.db
            .prepare<[string, number], string>(
              `SELECT code || ':' || due_on FROM deadline WHERE document_id = ? GROUP BY code, due_on ORDER BY due_on, code LIMIT ?`,
            )
            .pluck()
            .all(documentId, MAX_TERMS);
    const shielded = row.shielded === 1;
    const regisseur = shielded ? '' : row.regisseur || row.contactUser;
    const read = documents.read(documentId, (doc) => ({
      household: readRecord(doc, 'household', 'household')?.values,
      persons: readRecords(doc, 'persons'),
    }));
    const inputs: string[] = [];
    if (read.ok && !shielded && row.archived === 0) {
      const { household, persons } = read.value;
      const address = addressMarkInput(text(household?.postcode), text(household?.houseNumber));
      if (address !== null) inputs.push(address);
      for (const person of persons)
        inputs.push(...personMarkInputs(text(person.values.lastName), text(person.values.birthDate)));
    }
    return {
      facts: {
        status: row.status as 'NIEUW',
        area: row.area,
        regisseur: regisseur as never,
        terms,
        ladder: LADDER.map((step) => counts.find((count) => count.ladder === step)?.count ?? 0),
        lastContactOn: row.lastConversationOn ?? '',
        archived: row.archived === 1,
      },
      regisseur: regisseur as never,
      markInputs: [...new Set(inputs)],
    };
  }

  /** Households of the team, ours or not, with the same address or person. */
  matches(
    address: { readonly postcode: string; readonly houseNumber: string },
    persons: readonly PersonMark[],
    except: string | null,
  ): readonly Match[] {
    return this.matcher()(address, persons, except);
  }

  /** As `matches`, for asking about many households: the marks are read once. */
  matcher(): (
    address: { readonly postcode: string; readonly houseNumber: string },
    persons: readonly PersonMark[],
    except: string | null,
  ) => readonly Match[] {
    const room = this.#teamRoom();
    if (!room) return () => [];
    const read = this.#vault.documents.read(room, (doc) => ({
      key: text(readRecord(doc, 'teamSecret', 'teamSecret')?.values.matchKey),
      marks: readRecords(doc, 'matchMarks'),
    }));
    if (!read.ok || read.value.key === '') return () => [];
    const { key } = read.value;
    const byMark = new Map<string, { readonly documentId: string; readonly regisseur: string }[]>();
    for (const { values } of read.value.marks) {
      const mark = text(values.mark);
      const known = byMark.get(mark) ?? [];
      known.push({ documentId: text(values.documentId), regisseur: text(values.regisseur) });
      byMark.set(mark, known);
    }
    return (address, persons, except) => {
      const wanted = new Map<string, 'address' | 'person'>();
      for (const person of persons)
        for (const input of personMarkInputs(person.lastName, person.birthDate))
          wanted.set(markOf(key, input), 'person');
      const input = addressMarkInput(address.postcode, address.houseNumber);
      if (input !== null) wanted.set(markOf(key, input), 'address');
      const found = new Map<string, Match>();
      for (const [mark, on] of wanted)
        for (const { documentId, regisseur } of byMark.get(mark) ?? [])
          if (documentId !== except) found.set(documentId, { on, documentId, regisseur });
      return [...found.values()];
    };
  }
}

/** The records of these households, by household. */
function byHousehold<R extends { readonly values: { readonly documentId?: unknown } }>(
  records: readonly R[],
  households: ReadonlySet<unknown>,
): ReadonlyMap<unknown, readonly R[]> {
  const by = new Map<unknown, R[]>();
  for (const record of records) {
    const { documentId } = record.values;
    if (!households.has(documentId)) continue;
    const known = by.get(documentId);
    if (known) known.push(record);
    else by.set(documentId, [record]);
  }
  return by;
}

function setDiffering<V extends Readonly<Record<string, unknown>>>(
  record: RecordView,
  wanted: V,
  write: (values: Partial<V>) => void,
): void {
  const present: Readonly<Record<string, unknown>> = record.values;
  const changed = Object.entries(wanted).filter(
    ([field, value]) => JSON.stringify(present[field] ?? '') !== JSON.stringify(value),
  );
  if (changed.length > 0) write(Object.fromEntries(changed) as Partial<V>);
}
