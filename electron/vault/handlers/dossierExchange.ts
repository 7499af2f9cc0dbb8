/**
 * Taking a dossier out as a file and taking it in again. Out: closed with a passphrase unless the worker chose otherwise;
 * Veiligheid only for who has access to it. In: whole or not at all, in one transaction with its audit row.
 */
import * as Y from 'yjs';
import type { planCommands } from '../../../shared/contract/commands/plan.ts';
import { MAX_MESSAGE_BYTES } from '../../../shared/contract/bytes.ts';
import type { CallContext, Handlers, ResultOf } from '../../../shared/contract/contract.ts';
import { createRecord, setFields } from '../../../shared/documents/accessors.ts';
import { readClosings, readCurrentPlan, readPlanStatus } from '../../../shared/documents/dossierDecisions.ts';
import { exportDocument, importDocument } from '../../../shared/documents/dossierExport.ts';
import { ladderAction } from '../../../shared/documents/dossierPlan.ts';
import { readRecord, readRecords } from '../../../shared/documents/readers.ts';
import { calendarDateAt } from '../../../shared/domain/dates.ts';
import { inGegevensmodel } from '../../../shared/domain/gegevensmodel.ts';
import { newId, type DocumentId, type HouseholdId } from '../../../shared/domain/ids.ts';
import { isProfessional } from '../../../shared/domain/ladder.ts';
import type { ErrorOf } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import {
  closeDossier,
  FORMAT,
  FORMAT_VERSION,
  readDossierFile,
  type DossierContent,
} from '../documents/dossierFile.ts';
import type { NewDocument } from '../documents/newDocuments.ts';
import { utf8 } from '../keys/bytes.ts';
import { weaknessOf } from '../keys/passphrase.ts';
import { storeResult } from '../store/sqliteErrors.ts';
import type { VaultDeps } from '../vaultDeps.ts';
import type { DossierVault } from './dossierRows.ts';
import { importLooker } from './importLook.ts';
import { makeWholePaper } from './wholePaper.ts';
import { restrictedFinder, type MayRead } from './restricted.ts';

type ExchangeCommand = Extract<keyof typeof planCommands, `export.${string}` | `import.${string}`>;
export type ExchangeVault = DossierVault & {
  readonly practice: boolean;
  readonly deps: Pick<VaultDeps, 'clock' | 'random' | 'stretch' | 'keyPolicy'>;
};

/** Room for the envelope around the bytes. */
const MARGIN = 16 * 1024;

function outline(doc: Y.Doc) {
  const household = readRecord(doc, 'household', 'household')?.values ?? {};
  const plan = readCurrentPlan(doc)?.plan ?? readRecords(doc, 'plans')[0];
  const { inForce, history } = plan === undefined ? { inForce: null, history: [] } : readPlanStatus(doc, plan.id);
  const adopted = [...(inForce === null ? [] : [inForce]), ...history].findLast(({ value }) => value === 'VASTGESTELD');
  const reports = readRecords(doc, 'helpRequests').map(({ values }) => ({
    on: values.receivedOn ?? '',
    words: values.words ?? '',
  }));
  const talks = readRecords(doc, 'conversations').map(({ values }) => values.date ?? '');
  const closing = readClosings(doc).at(-1);
  return inGegevensmodel({
    name: household.name ?? '',
    startedOn: [...talks, ...reports.map(({ on }) => on)].filter(Boolean).toSorted()[0] ?? '',
    endedOn: closing?.value === true ? closing.decidedOn : '',
    adoptedOn: adopted === undefined ? '' : calendarDateAt(adopted.minute * 60_000),
    status: household.status ?? 'NIEUW',
    reports,
    goals: readRecords(doc, 'goals').map(({ values }) => ({
      text: values.text ?? '',
      perspective: values.perspective ?? '',
    })),
    help: readRecords(doc, 'actions')
      .filter((view) => isProfessional(ladderAction(view)))
      .map(({ values }) => ({ what: values.what ?? '', startOn: values.startOn ?? '', endOn: values.endOn ?? '' })),
    concerns: readRecords(doc, 'concerns').map(({ values }) => ({ text: values.text ?? '' })),
  });
}

/** The commands that take a dossier out and in. */
export function exchangeHandlers(vault: ExchangeVault, mayRead: MayRead): Pick<Handlers, ExchangeCommand> {
  const { documents, store, deps, me } = vault;
  const findRestricted = restrictedFinder(vault, mayRead);
  const documentOf = store.db
    .prepare<[string], DocumentId>(`SELECT document_id FROM household WHERE household_id = ?`)
    .pluck();
  const known = store.db.prepare<[string], number>(`SELECT 1 FROM document WHERE household_id = ? LIMIT 1`).pluck();

  const look = importLooker(vault);

  /** What goes along: Veiligheid only when asked for, and then only for who has access. */
  function documentsOf(householdId: HouseholdId, includeRestricted: boolean) {
    return storeResult(
      (): Result<
        { household: DocumentId; restricted: DocumentId | null },
        ErrorOf<'HouseholdMissing' | 'NoAccess'>
      > => {
        const household = documentOf.get(householdId);
        if (household === undefined) return err({ tag: 'HouseholdMissing' });
        const restricted = includeRestricted ? findRestricted(householdId) : null;
        if (includeRestricted && restricted === null) return err({ tag: 'NoAccess' });
        return ok({ household, restricted });
      },
    );
  }

  /** The same checks as taking it in, on documents that nobody keeps. */
  function fitsWhole({ dossier, veiligheid }: DossierContent): Result<null, ErrorOf<'ImportDamaged'>> {
    if (dossier['household']?.length !== 1) return err({ tag: 'ImportDamaged', path: 'dossier.household' });
    const written = importDocument(new Y.Doc(), 'household', dossier);
    if (!written.ok) return err({ tag: 'ImportDamaged', path: `dossier.${written.error}` });
    const safety = importDocument(new Y.Doc(), 'restricted', veiligheid ?? {});
    return safety.ok ? ok(null) : err({ tag: 'ImportDamaged', path: `veiligheid.${safety.error}` });
  }

  function takeIn(content: DossierContent, call: CallContext): ResultOf<'import.household'> {
    const { householdId } = content;
    if (known.get(householdId) !== undefined) return err({ tag: 'HouseholdExists' });
    if (content.dossier['household']?.length !== 1) return err({ tag: 'ImportDamaged', path: 'dossier.household' });
    const documentId = newId<DocumentId>(deps.random);
    const refused: { path: string | null } = { path: null };
    class Refused extends Error {}
    const wanted: NewDocument[] = [
      {
        documentId,
        householdId,
        kind: 'household',
        fill: (doc) => {
          const written = importDocument(doc, 'household', content.dossier);
          if (written.ok) return;
          refused.path = `dossier.${written.error}`;
          throw new Refused();
        },
      },
      {
        householdId,
        kind: 'restricted',
        fill: (doc, writer) => {
          const written = importDocument(doc, 'restricted', content.veiligheid ?? {});
          if (!written.ok) {
            refused.path = `veiligheid.${written.error}`;
            throw new Refused();
          }
          const there = readRecord(doc, 'safety', 'safety') !== null;
          if (there) setFields(doc, 'safety', 'safety', { householdDocument: documentId }, writer);
          else createRecord(doc, 'safety', { householdDocument: documentId }, writer);
        },
      },
    ];
    try {
      documents.create(wanted, {
        inTransaction: () => {
          const entry = call.takeAudit();
          if (entry !== null) vault.audit.append({ ...entry, objectId: householdId });
        },
      });
      return ok({ householdId, documentId });
    } catch (thrown) {
      if (thrown instanceof Refused) return err({ tag: 'ImportDamaged', path: refused.path ?? '' });
      throw thrown;
    }
  }

  return {
    'export.household': async ({ householdId, passphrase, includeRestricted, withPaper }) => {
      const weakness = passphrase === null ? null : weaknessOf(passphrase, [me.name]);
      if (weakness !== null) return err({ tag: 'PassphraseTooWeak', reason: weakness });
      const which = documentsOf(householdId, includeRestricted);
      if (!which.ok) return which;
      const paper = withPaper === true ? await makeWholePaper(vault, which.value) : null;
      if (paper !== null && !paper.ok) return paper;
      const content = storeResult((): ResultOf<'export.household'> => {
        const { household: documentId, restricted: restrictedId } = which.value;
        const dossier = documents.read(documentId, (doc) => ({
          records: exportDocument(doc, 'household'),
          gegevensmodel: outline(doc),
        }));
        const safety =
          restrictedId === null ? null : documents.read(restrictedId, (doc) => exportDocument(doc, 'restricted'));
        if (!dossier.ok) return err({ tag: 'DatabaseDamaged' });
        if (safety !== null && !safety.ok) return err({ tag: 'DatabaseDamaged' });
        const file: DossierContent = {
          format: FORMAT,
          version: FORMAT_VERSION,
          exportedAt: new Date(deps.clock.nowMs()).toISOString(),
          householdId,
          dossier: dossier.value.records,
          veiligheid: safety === null ? null : safety.value,
          gegevensmodel: dossier.value.gegevensmodel,
          ...(paper === null ? {} : { papier: Buffer.from(paper.value.bytes).toString('base64') }),
        };
        const bytes = utf8(JSON.stringify(file));
        if (bytes.length > MAX_MESSAGE_BYTES - MARGIN) return err({ tag: 'ExportTooLarge' });
        return ok({ fileName: `dossier-${calendarDateAt(deps.clock.nowMs())}`, bytes });
      });
      if (!content.ok) return content;
      const { fileName, bytes } = content.value;
      if (passphrase === null) return ok({ fileName: `${fileName}.json`, bytes });
      const closed = await closeDossier(bytes, passphrase, deps);
      bytes.fill(0);
      passphrase.fill(0);
      return ok({ fileName: `${fileName}.samenspel`, bytes: closed });
    },

    'export.paper': async ({ householdId, includeRestricted }) => {
      const which = documentsOf(householdId, includeRestricted);
      if (!which.ok) return which;
      const paper = await makeWholePaper(vault, which.value);
      if (paper.ok && paper.value.bytes.length > MAX_MESSAGE_BYTES - MARGIN) return err({ tag: 'ExportTooLarge' });
      return paper;
    },

    'import.look': async ({ bytes, passphrase }) => {
      const content = await readDossierFile(bytes, passphrase, deps);
      passphrase?.fill(0);
      if (!content.ok) return content;
      const fits = storeResult(() => fitsWhole(content.value));
      return fits.ok ? storeResult(() => ok(look(content.value))) : fits;
    },

    'import.paper': async ({ bytes, passphrase }) => {
      const content = await readDossierFile(bytes, passphrase, deps);
      passphrase?.fill(0);
      if (!content.ok) return content;
      const { papier, exportedAt } = content.value;
      if (papier === undefined) return err({ tag: 'RecordMissing' });
      const paper = new Uint8Array(Buffer.from(papier, 'base64'));
      const made = Date.parse(exportedAt);
      const fileName = `dossier-${calendarDateAt(Number.isNaN(made) ? deps.clock.nowMs() : made)}.pdf`;
      return ok({ fileName, bytes: paper });
    },

    'import.household': async ({ bytes, passphrase }, call) => {
      const content = await readDossierFile(bytes, passphrase, deps);
      passphrase?.fill(0);
      return content.ok ? storeResult(() => takeIn(content.value, call)) : content;
    },
  };
}
