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
import type { DocumentFacts } from './documentLog.ts';
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
  apply(facts: DocumentFacts, doc: Y.Doc, touched: readonly Touched[]): void {
    for (const { kind, id } of touched) {
      if (kind === 'organisations') {
        const view = readRecord(doc, kind, id);
        if (view !== null) this.#statements.putOrganisation.run(organisationRow(facts, view));
      } else if (kind === 'municipality') {
        const view = readRecord(doc, kind, kind);
        if (view === null) continue;
        this.#statements.putMunicipality.run({
          documentId: facts.documentId,
          file: view.values.file ?? '',
          changedBy: view.changedBy ?? '',
          changedAtMs: view.changedMinute * 60_000,
        });
      }
    }
  }
}

function organisationRow(facts: DocumentFacts, view: RecordView<'organisations'>) {
  const { values } = view;
  const name = values.name ?? '';
  const type = values.type ?? '';
  const label = type === '' ? '' : organisationTypeLabels[type];
  const areas = values.areas ?? [];
  return {
    documentId: facts.documentId,
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
