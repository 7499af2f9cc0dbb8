/** What stands on an open store: documents, sharing with the team, and the commands over them. */
import sodium from 'libsodium-wrappers-sumo';
import { defaultProfile } from '../../shared/domain/defaultProfile.ts';
import type { Gemeenteprofiel } from '../../shared/domain/gemeenteprofiel.ts';
import { readRegisseur } from '../../shared/documents/dossierDecisions.ts';
import { err } from '../../shared/result.ts';
import { hasRole, mayUseRoom } from '../../shared/sync/teamLog.ts';
import { DocumentStore } from './documents/documentStore.ts';
import { createMunicipalityBook } from './documents/municipalityBook.ts';
import { fillPracticeOnce } from './documents/practiceVault.ts';
import { rebuildWasCutOff } from './documents/rebuildProjection.ts';
import { createRowsRenewal } from './documents/rowsRenewal.ts';
import { accessHandlers } from './handlers/access.ts';
import { careHandlers } from './handlers/care.ts';
import { createConsultationBook } from './handlers/consultationBook.ts';
import { consultationHandlers } from './handlers/consultation.ts';
import { deadlineHandlers } from './handlers/deadlines.ts';
import { dossierHandlers } from './handlers/dossier.ts';
import { draftHandlers, purgeDrafts } from './handlers/drafts.ts';
import { exchangeHandlers } from './handlers/dossierExchange.ts';
import { importHandlers } from './handlers/import.ts';
import { historyHandlers } from './handlers/history.ts';
import { logHandlers } from './handlers/log.ts';
import { municipalityHandlers } from './handlers/municipality.ts';
import { organisationHandlers } from './handlers/organisations.ts';
import { overviewHandlers } from './handlers/overview.ts';
import { paperHandlers } from './handlers/paper.ts';
import { planHandlers } from './handlers/plan.ts';
import { privateNoteHandlers } from './handlers/privateNotes.ts';
import { restrictedHandlers } from './handlers/restricted.ts';
import { sharingHandlers } from './handlers/sharing.ts';
import { searchWithWalkIns } from './handlers/walkInSearch.ts';
import { tasksHandlers } from './handlers/tasks.ts';
import { createNoteExpiry } from './noteExpiry.ts';
import { completeRepair } from './documents/completeRepair.ts';
import type { OpenVault } from './openVault.ts';
import type { ComposeVault } from './openSession.ts';
import { silentProgress } from './progress.ts';
import { mayChangeMunicipality } from './sync/mayChangeMunicipality.ts';
import { TeamSharing } from './sync/teamSharing.ts';

await sodium.ready;

export const composeOpenVault: ComposeVault = (base, progress = silentProgress) => {
  const late: { sharing: TeamSharing | null } = { sharing: null };
  /** A document is for whom the team's log names; before it is shared, for its maker. */
  const mayRead = (documentId: string): boolean => {
    const state = late.sharing?.engine.keeper.state;
    return !state?.rooms.has(documentId) || mayUseRoom(state, base.identity.deviceId, documentId);
  };
  const municipality = createMunicipalityBook(base, () => documents);
  const documents: DocumentStore = new DocumentStore({
    store: base.store,
    me: base.me,
    deps: base.deps,
    emit: base.emit,
    terms: () => municipality.profile().terms,
    isShared: (documentId) => late.sharing?.isShared(documentId) ?? false,
    mayRead,
    onSaved: (documentId) => late.sharing?.noteSaved(documentId),
  });
  const vault: OpenVault = { ...base, documents };
  const book = createConsultationBook(vault);
  const profile = (): Gemeenteprofiel => municipality.profile();
  const rows = createRowsRenewal(vault, () => profile().terms, defaultProfile.terms);
  const mayChange = (): boolean => mayChangeMunicipality(late.sharing?.engine.keeper.state, base.me.userId);
  const own = {
    ...dossierHandlers(vault),
    ...overviewHandlers(vault, profile, book),
    ...careHandlers(vault),
    ...planHandlers(vault),
    ...paperHandlers(vault, profile),
    ...deadlineHandlers(vault, profile),
    ...privateNoteHandlers(vault, profile),
    ...organisationHandlers(vault, municipality),
    ...municipalityHandlers({ vault, book: municipality, rows, mayChange }),
    ...historyHandlers(vault),
    ...draftHandlers(vault),
    ...restrictedHandlers(vault, mayRead),
    ...exchangeHandlers(vault, mayRead),
    ...consultationHandlers(vault, book),
    ...tasksHandlers(vault, book, profile),
  };
  // A practice vault never leaves this laptop.
  const unreachable = { send: () => undefined, close: () => undefined };
  const openSocket =
    base.practice || base.deps.openSocket === null
      ? (_server: string, listener: { closed(code: null, failure: { reason: 'UNREACHABLE'; status: null }): void }) => {
          listener.closed(null, { reason: 'UNREACHABLE', status: null });
          return unreachable;
        }
      : base.deps.openSocket;
  const sharing = new TeamSharing(vault, openSocket, {
    // The profile and the sociale kaart of the team may have changed with it.
    teamDocumentCame: () => {
      rows.check();
      base.emit('municipality.changed', {});
      base.emit('lists.changed', { householdId: null });
    },
  });
  late.sharing = sharing;
  completeRepair({ store: base.store, documents, audit: base.audit, clock: base.deps.clock, progress });
  if (rebuildWasCutOff(base.store)) documents.rebuild({ progress });
  const noteExpiry = createNoteExpiry(base);
  purgeDrafts(base.store, base.deps.clock.nowMs());
  fillPracticeOnce(vault);
  const imports = importHandlers({
    vault,
    book: municipality,
    profile,
    teamMatcher: () => {
      const matches = sharing.facts.matcher();
      const names = sharing.facts.names();
      return ({ persons }) => {
        const at = persons.find(({ postcode }) => postcode !== '');
        const [found] = matches({ postcode: at?.postcode ?? '', houseNumber: at?.houseNumber ?? '' }, persons, null);
        if (found === undefined) return null;
        const regisseur = names.get(found.regisseur)?.name;
        const where = found.on === 'address' ? 'op dit adres' : 'van deze persoon';
        return `Er is in je team al een dossier ${where}.${regisseur === undefined ? '' : ` Vraag ${regisseur}.`}`;
      };
    },
  });
  const { takeBackBroken, stop: stopImports, ...importCommands } = imports;
  // Before any screen asks: an import that was cut off has not happened.
  takeBackBroken(progress);
  return {
    documents,
    consultationGoesOn: () => book.running() !== null,
    handlers: {
      ...own,
      ...searchWithWalkIns(vault, book, own),
      ...sharingHandlers(vault, sharing),
      ...accessHandlers(vault, sharing),
      ...bothConfirm(own, vault, sharing),
      ...lookedAt(own, sharing),
      ...logHandlers(vault, sharing),
      ...loggedSearch(searchWithWalkIns(vault, book, own), vault),
      ...importCommands,
    },
    start: () => {
      documents.followAccess();
      noteExpiry.start();
      rows.check();
      sharing.start();
    },
    stop: () => {
      noteExpiry.stop();
      rows.end();
      stopImports();
      return sharing.stop();
    },
  };
};

/** Opening a document tells colleagues that their work was seen. */
function lookedAt(own: ReturnType<typeof dossierHandlers>, sharing: TeamSharing): Pick<typeof own, 'document.open'> {
  return {
    'document.open': (input, call) => {
      const answer = own['document.open'](input, call);
      sharing.engine.noteLookedAt(input.documentId);
      if (sharing.engine.keeper.membership) sharing.looks.soon();
      return answer;
    },
  };
}

/** A search that finds many dossiers is about none of them. */
const SEARCHED_FOR = 5;

/** A search that was finished with Enter and points at a few dossiers is a line in the log of each of them. */
function loggedSearch(
  own: ReturnType<typeof searchWithWalkIns>,
  { audit }: OpenVault,
): Pick<typeof own, 'search.query'> {
  return {
    'search.query': async (input, call) => {
      const answer = await own['search.query'](input, call);
      if (!answer.ok || input.mode !== 'ranked') return answer;
      const found = new Set(answer.value.hits.map(({ householdId }) => householdId).filter((id) => id !== null));
      if (found.size > SEARCHED_FOR) return answer;
      for (const objectId of found) {
        const written = audit.tryAppend({ command: 'search.query', auditClass: 'search', objectId, result: 'ok' });
        if (!written.ok) return written;
      }
      return answer;
    },
  };
}

/** In a team a regisseur hands over by a proposal that the other confirms; a lead may name somebody, with access to the dossier. */
function bothConfirm(
  own: ReturnType<typeof planHandlers>,
  { documents, me }: OpenVault,
  { engine }: TeamSharing,
): Pick<typeof own, 'regisseur.assign'> {
  return {
    'regisseur.assign': (input, call) => {
      const { state } = engine.keeper;
      const known = documents.read(input.documentId, (doc) => readRegisseur(doc).user);
      const toAnother = input.regisseur !== '' && input.regisseur !== me.userId;
      const fromSomebody = known.ok && known.value !== '' && known.value !== input.regisseur;
      const lead = state !== null && hasRole(state, me.userId, 'TEAMLEIDER');
      return state !== null && !lead && toAnother && fromSomebody
        ? err({ tag: 'HandoverNeeded' })
        : own['regisseur.assign'](input, call);
    },
  };
}
