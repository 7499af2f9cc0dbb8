/** What stands on an open store: documents, sharing with the team, and the commands over them. */
import sodium from 'libsodium-wrappers-sumo';
import { DocumentStore } from './documents/documentStore.ts';
import { fillPracticeOnce } from './documents/practiceVault.ts';
import { careHandlers } from './handlers/care.ts';
import { createConsultationBook } from './handlers/consultationBook.ts';
import { consultationHandlers } from './handlers/consultation.ts';
import { deadlineHandlers } from './handlers/deadlines.ts';
import { dossierHandlers } from './handlers/dossier.ts';
import { exchangeHandlers } from './handlers/dossierExchange.ts';
import { historyHandlers } from './handlers/history.ts';
import { overviewHandlers } from './handlers/overview.ts';
import { paperHandlers } from './handlers/paper.ts';
import { planHandlers } from './handlers/plan.ts';
import { privateNoteHandlers } from './handlers/privateNotes.ts';
import { restrictedHandlers } from './handlers/restricted.ts';
import { sharingHandlers } from './handlers/sharing.ts';
import { searchWithWalkIns } from './handlers/walkInSearch.ts';
import { tasksHandlers } from './handlers/tasks.ts';
import { createNoteExpiry } from './noteExpiry.ts';
import type { OpenVault } from './openVault.ts';
import type { ComposeVault } from './openSession.ts';
import { TeamSharing } from './sync/teamSharing.ts';

await sodium.ready;

export const composeOpenVault: ComposeVault = (base) => {
  const late: { sharing: TeamSharing | null } = { sharing: null };
  /** A restricted document is for whom the team's log names; before it is shared, for its maker. */
  const mayRead = (documentId: string): boolean =>
    late.sharing?.engine.keeper.state?.rooms.get(documentId)?.users.has(base.me.userId) ?? true;
  const documents = new DocumentStore({
    store: base.store,
    me: base.me,
    deps: base.deps,
    emit: base.emit,
    isShared: (documentId) => late.sharing?.isShared(documentId) ?? false,
    mayRead,
    onSaved: (documentId) => late.sharing?.noteSaved(documentId),
  });
  const vault: OpenVault = { ...base, documents };
  const book = createConsultationBook(vault);
  const own = {
    ...dossierHandlers(vault),
    ...overviewHandlers(vault),
    ...careHandlers(vault),
    ...planHandlers(vault),
    ...paperHandlers(vault),
    ...deadlineHandlers(vault),
    ...privateNoteHandlers(vault),
    ...historyHandlers(vault),
    ...restrictedHandlers(vault, mayRead),
    ...exchangeHandlers(vault, mayRead),
    ...consultationHandlers(vault, book),
    ...tasksHandlers(vault, book),
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
  const sharing = new TeamSharing(vault, openSocket);
  late.sharing = sharing;
  const noteExpiry = createNoteExpiry(base);
  fillPracticeOnce(vault);
  return {
    documents,
    handlers: {
      ...own,
      ...searchWithWalkIns(vault, book, own),
      ...sharingHandlers(vault, sharing),
      ...lookedAt(own, sharing),
    },
    start: () => {
      noteExpiry.start();
      sharing.start();
    },
    stop: () => {
      noteExpiry.stop();
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
      return answer;
    },
  };
}
