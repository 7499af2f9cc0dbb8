/**
 * Rows of the gemeenteprofiel and the sociale kaart, made from a team document or from the local one of the same kinds.
 * A row is written only when it is not as it was; dropping all and applying again gives the same rows.
 */
import type * as Y from 'yjs';
import { readRecord, type RecordView } from '../../../shared/documents/readers.ts';
import type { Touched } from '../../../shared/documents/touched.ts';
import { calendarDateAt } from '../../../shared/domain/dates.ts';
import { organisationKey, organisationTypeLabels } from '../../../shared/domain/organisations.ts';
import type { Store } from '../store/open.ts';
import { foldedWords } from './searchText.ts';
import { upsert } from './upsert.ts';

const ORGANISATION_COLUMNS = [
  'document_id', 'organisation_id', 'name', 'folded', 'double_key', 'type', 'perspectives', 'audiences', 'areas', 'offer',
  'contact_name', 'phone', 'email', 'website', 'address', 'opening_hours', 'remark', 'updated_on', 'updated_by',
  'archived', 'deleted',
]; // prettier-ignore

export class TeamRows {
  readonly #statements;

  constructor({ db }: Store) {
    this.#statements = {
      putOrganisation: db.prepare(upsert('organisation', ORGANISATION_COLUMNS, ['document_id', 'organisation_id'])),
      putMunicipality: db.prepare(
        upsert('municipality', ['document_id', 'file', 'changed_by', 'changed_at_ms'], ['document_id']),
      ),
    };
  }

  /** Writes the rows of these records of a team document. */
  apply(documentId: string, doc: Y.Doc, touched: readonly Touched[]): void {
    for (const write of this.ready(doc, touched)) write(documentId);
  }

  /** Reads the records now and gives what writes their rows. */
  ready(doc: Y.Doc, touched: readonly Touched[]): readonly ((documentId: string) => void)[] {
    const { putOrganisation, putMunicipality } = this.#statements;
    return touched.flatMap(({ kind, id }) => {
      if (kind === 'organisations') {
        const view = readRecord(doc, kind, id);
        if (view === null) return [];
        const row = organisationRow(view);
        return [(documentId: string) => void putOrganisation.run({ documentId, ...row })];
      }
      const view = kind === 'municipality' ? readRecord(doc, kind, kind) : null;
      if (view === null) return [];
      const row = {
        file: view.values.file ?? '',
        changedBy: view.changedBy ?? '',
        changedAtMs: view.changedMinute * 60_000,
      };
      return [(documentId: string) => void putMunicipality.run({ documentId, ...row })];
    });
  }
}

function organisationRow(view: RecordView<'organisations'>) {
  const { values } = view;
  const name = values.name ?? '';
  const type = values.type ?? '';
  const label = type === '' ? '' : organisationTypeLabels[type];
  const areas = values.areas ?? [];
  return {
    organisationId: view.id,
    name,
    folded: ['', ...foldedWords([name, label, values.offer, areas.join(' '), values.address].join(' ')), ''].join(' '),
    doubleKey: organisationKey(name),
    type,
    perspectives: JSON.stringify(values.perspectives ?? []),
    audiences: JSON.stringify(values.audiences ?? []),
    areas: JSON.stringify(areas),
    offer: values.offer ?? '',
    contactName: values.contactName ?? '',
    phone: values.phone ?? '',
    email: values.email ?? '',
    website: values.website ?? '',
    address: values.address ?? '',
    openingHours: values.openingHours ?? '',
    remark: values.remark ?? '',
    updatedOn: values.checkedOn || calendarDateAt(view.changedMinute * 60_000),
    // A date that came with a list is nobody's of us.
    updatedBy: values.checkedOn ? (values.checkedBy ?? '') : (view.changedBy ?? ''),
    archived: (values.archivedOn ?? '') === '' ? 0 : 1,
    deleted: view.deleted ? 1 : 0,
  };
}
