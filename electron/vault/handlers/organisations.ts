/** The sociale kaart: read from rows, written in the team document or the local one of the same kinds. */
import type {
  organisationCommands,
  OrganisationForm,
  OrganisationRow,
} from '../../../shared/contract/commands/organisations.ts';
import type { CallContext, Handlers, ResultOf } from '../../../shared/contract/contract.ts';
import { createRecord, setFields, type Writer } from '../../../shared/documents/accessors.ts';
import { orderKeyAtEnd } from '../../../shared/documents/order.ts';
import { readRecord, readRecords } from '../../../shared/documents/readers.ts';
import type { RecordValues } from '../../../shared/documents/schema.ts';
import { calendarDateAt } from '../../../shared/domain/dates.ts';
import { UserId, type DocumentId, type RecordId } from '../../../shared/domain/ids.ts';
import type { ErrorOf } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type * as Y from 'yjs';
import type { MunicipalityBook } from '../documents/municipalityBook.ts';
import { bringIn, missingOrganisations, readOwnMunicipality } from '../documents/ownMunicipality.ts';
import { foldedWords } from '../documents/searchText.ts';
import type { OpenVault } from '../openVault.ts';
import { storeResult } from '../store/sqliteErrors.ts';

type OrganisationVault = Pick<OpenVault, 'store' | 'documents' | 'audit' | 'me' | 'deps' | 'emit'>;
type Changed = ErrorOf<
  'RecordMissing' | 'DocumentMissing' | 'DocumentReadOnly' | 'DatabaseDamaged' | 'DiskFull' | 'DiskError'
>;

interface StoredOrganisation {
  readonly organisationId: string;
  readonly perspectives: string;
  readonly audiences: string;
  readonly areas: string;
  readonly updatedBy: string;
  readonly archived: number;
}

const COLUMNS = `organisation_id AS organisationId, name, type, perspectives, audiences, areas, offer, contact_name AS contactName,
  phone, email, website, address, opening_hours AS openingHours, remark, updated_on AS updatedOn, updated_by AS updatedBy, archived`;
/** Each word anywhere, as the beginning of a word; a set that is empty is for everybody. */
const MATCHES = `document_id = @documentId AND deleted = 0 AND archived = @archived
  AND (@type = '' OR type = @type)
  AND (@perspective = '' OR instr(perspectives, json_quote(@perspective)) > 0)
  AND (@audience = '' OR audiences = '[]' OR instr(audiences, json_quote(@audience)) > 0)
  AND (@area = '' OR areas = '[]' OR instr(areas, json_quote(@area)) > 0)
  AND NOT EXISTS (SELECT 1 FROM json_each(@words) WHERE instr(folded, ' ' || value) = 0)`;

export function organisationHandlers(
  vault: OrganisationVault,
  book: MunicipalityBook,
): Pick<Handlers, keyof typeof organisationCommands> {
  const { store, documents, deps, me } = vault;
  const { db } = store;
  const list = db.prepare<[object], StoredOrganisation>(
    `SELECT ${COLUMNS} FROM organisation WHERE ${MATCHES} ORDER BY folded, organisation_id LIMIT @limit OFFSET @offset`,
  );
  const count = db.prepare<[object], number>(`SELECT count(*) FROM organisation WHERE ${MATCHES}`).pluck();
  const byId = db.prepare<[string, string], StoredOrganisation>(
    `SELECT ${COLUMNS} FROM organisation WHERE document_id = ? AND organisation_id = ? AND deleted = 0`,
  );
  // What stands in the name counts most, then the neighbourhood, then words that stand anywhere.
  const offers = db.prepare<[object], StoredOrganisation>(
    `SELECT ${COLUMNS} FROM organisation
     WHERE document_id = @documentId AND deleted = 0 AND archived = 0 AND type <> 'GEMEENTE'
       AND (@perspective = '' OR perspectives = '[]' OR instr(perspectives, json_quote(@perspective)) > 0)
       AND (@area = '' OR areas = '[]' OR instr(areas, json_quote(@area)) > 0)
     ORDER BY (SELECT count(*) FROM json_each(@words) WHERE instr(folded, ' ' || value) > 0) DESC,
       (@perspective <> '' AND instr(perspectives, json_quote(@perspective)) > 0) DESC,
       (@area <> '' AND instr(areas, json_quote(@area)) > 0) DESC, folded, organisation_id
     LIMIT @limit`,
  );
  const documentOf = db
    .prepare<[string], DocumentId>(`SELECT document_id FROM household WHERE household_id = ?`)
    .pluck();
  const today = (): string => calendarDateAt(deps.clock.nowMs());
  const wordsOf = (text: string): string => JSON.stringify(foldedWords(text).slice(0, 8));
  /** Words that say nothing about what somebody looks for. */
  const tellingWords = (text: string): string =>
    JSON.stringify(
      foldedWords(text)
        .filter((word) => word.length > 3)
        .slice(0, 12),
    );

  function change<T>(
    call: CallContext,
    edit: (doc: Y.Doc, writer: Writer) => Result<T, ErrorOf<'RecordMissing'>>,
  ): Result<T, Changed> {
    const outcome = storeResult(() =>
      book.change(edit, () => {
        vault.audit.appendFor(call);
      }),
    );
    if (outcome.ok) vault.emit('lists.changed', { householdId: null });
    return outcome;
  }
  const changeOne = (
    call: CallContext,
    id: RecordId,
    values: RecordValues<'organisations'>,
  ): Result<Record<string, never>, Changed> =>
    change(call, (doc, writer) => {
      const known = readRecord(doc, 'organisations', id);
      if (known === null || known.deleted) return err({ tag: 'RecordMissing' });
      setFields(doc, 'organisations', id, values, writer);
      return ok({});
    });

  return {
    'organisation.list': ({ text, offset, limit, archived, ...filter }) => {
      const documentId = book.inUse();
      if (documentId === null) return ok({ rows: [], total: 0 });
      const bound = { documentId, archived: archived ? 1 : 0, words: wordsOf(text), ...filter };
      return ok({ rows: list.all({ ...bound, limit, offset }).map(rowFrom), total: count.get(bound) ?? 0 });
    },

    'organisation.get': ({ organisationId }) => {
      const documentId = book.inUse();
      const row = documentId === null ? undefined : byId.get(documentId, organisationId);
      if (documentId === null || row === undefined) return err({ tag: 'RecordMissing' });
      const read = documents.read(
        documentId,
        (doc) => readRecord(doc, 'organisations', organisationId)?.conflicts ?? {},
      );
      const conflicts = read.ok ? Object.entries(read.value) : [];
      const choices = conflicts.map(([field, versions]) => ({
        field,
        versions: versions.map(({ value, user, minute }) => ({
          text: Array.isArray(value) ? value.join(', ') : String(value),
          user: UserId.parse(user),
          atMs: minute * 60_000,
        })),
      }));
      return ok({ organisation: rowFrom(row), choices });
    },

    'organisation.save': ({ organisationId, form }, call) =>
      change(call, (doc, writer) => {
        const values: RecordValues<'organisations'> = { ...form, checkedOn: today(), checkedBy: me.userId };
        if (organisationId === null)
          return ok({ organisationId: createRecord(doc, 'organisations', filled(values), writer) });
        const known = readRecord(doc, 'organisations', organisationId);
        if (known === null || known.deleted) return err({ tag: 'RecordMissing' });
        setFields(doc, 'organisations', organisationId, values, writer);
        return ok({ organisationId });
      }),

    'organisation.confirm': ({ organisationId, back }, call) =>
      change(call, (doc, writer) => {
        const known = readRecord(doc, 'organisations', organisationId);
        if (known === null || known.deleted) return err({ tag: 'RecordMissing' });
        const { checkedOn = '', checkedBy = '' } = known.values;
        const { on, by } = back ?? { on: today(), by: me.userId };
        setFields(doc, 'organisations', organisationId, { checkedOn: on, checkedBy: by }, writer);
        return ok({ previous: { on: checkedOn, by: checkedBy } });
      }),

    'organisation.archive': ({ organisationId, archived }, call) =>
      changeOne(call, organisationId, { archivedOn: archived ? today() : '' }),

    'organisation.offers': ({ perspective, area, text, limit }) => {
      const documentId = book.inUse();
      if (documentId === null) return ok({ rows: [] });
      const rows = offers.all({ documentId, perspective, area, words: tellingWords(text), limit });
      return ok({ rows: rows.map(rowFrom) });
    },

    'organisation.agree': ({ organisationId, householdId, what, dueOn }, call) => {
      const documentId = book.inUse();
      const row = documentId === null ? undefined : byId.get(documentId, organisationId);
      if (row === undefined) return err({ tag: 'RecordMissing' });
      const household = documentOf.get(householdId);
      if (household === undefined) return err({ tag: 'HouseholdMissing' });
      const organisation = rowFrom(row);
      const [only] = organisation.perspectives.length === 1 ? organisation.perspectives : [];
      const outcome = storeResult(() =>
        documents.change<RecordId, never>(
          household,
          (doc, writer) => {
            const ord = orderKeyAtEnd(
              readRecords(doc, 'actions').map(({ id, values }) => ({ id, ord: values.ord ?? '' })),
            );
            const values: RecordValues<'actions'> = {
              what,
              ladder: '3_VOORLIGGEND',
              whoName: organisation.name,
              organisationId,
              status: 'GEPLAND',
              ord,
              ...(dueOn === '' ? {} : { dueOn }),
              ...(only === undefined ? {} : { perspective: only }),
            };
            return ok(createRecord(doc, 'actions', values, writer));
          },
          {
            inTransaction: () => {
              vault.audit.appendFor(call);
            },
          },
        ),
      );
      return outcome.ok ? ok({ actionId: outcome.value }) : outcome;
    },

    'organisation.own': () => ok({ missing: missing().length }),

    'organisation.bringOwn': (input, call) => {
      if ('back' in input) {
        const { back } = input;
        const put = change(call, (doc, writer) => {
          for (const id of back)
            if (readRecord(doc, 'organisations', id) !== null)
              setFields(doc, 'organisations', id, { archivedOn: today() }, writer);
          return ok({ added: 0, organisationIds: [] });
        });
        return put.ok || put.error.tag !== 'RecordMissing'
          ? (put as ResultOf<'organisation.bringOwn'>)
          : err({ tag: 'DocumentMissing' });
      }
      const { take } = input;
      const own = book.own();
      const organisations = take ? missing() : [];
      const outcome = storeResult(() =>
        store.transaction(() => {
          const brought = book.change<object, never>(
            (doc, writer) => {
              bringIn(doc, writer, null, organisations);
              return ok({});
            },
            () => {
              vault.audit.appendFor(call);
            },
          );
          if (brought.ok && own !== null && own !== book.inUse()) documents.destroy([own]);
          return brought;
        }),
      );
      if (!outcome.ok) return outcome;
      vault.emit('lists.changed', { householdId: null });
      return ok({ added: organisations.length, organisationIds: organisations.map(({ id }) => id) });
    },
  };

  function missing() {
    const [inUse, own] = [book.inUse(), book.own()];
    if (inUse === null || own === null || own === inUse) return [];
    const before = documents.read(own, readOwnMunicipality);
    const found = before.ok ? documents.read(inUse, (doc) => missingOrganisations(doc, before.value)) : before;
    return found.ok ? found.value : [];
  }
}

/** What was left empty is not written: it would only wait for two versions. */
export function filled(values: RecordValues<'organisations'>): RecordValues<'organisations'> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => !(value === '' || (Array.isArray(value) && value.length === 0))),
  );
}

function rowFrom(row: StoredOrganisation): OrganisationRow {
  const { perspectives, audiences, areas, updatedBy, archived, ...rest } = row;
  return {
    ...(rest as unknown as OrganisationForm & { organisationId: RecordId; updatedOn: string }),
    perspectives: JSON.parse(perspectives) as OrganisationForm['perspectives'],
    audiences: JSON.parse(audiences) as OrganisationForm['audiences'],
    areas: JSON.parse(areas) as string[],
    updatedBy: updatedBy === '' ? null : (updatedBy as UserId),
    archived: archived === 1,
  };
}
