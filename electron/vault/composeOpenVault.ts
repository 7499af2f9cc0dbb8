/** What stands on an open store: documents, and the commands over them. */
import { DocumentStore } from './documents/documentStore.ts';
import { careHandlers } from './handlers/care.ts';
import { dossierHandlers } from './handlers/dossier.ts';
import { overviewHandlers } from './handlers/overview.ts';
import type { OpenVault } from './openVault.ts';
import type { ComposeVault } from './openSession.ts';

export const composeOpenVault: ComposeVault = (base) => {
  const documents = new DocumentStore({ store: base.store, me: base.me, deps: base.deps, emit: base.emit });
  const vault: OpenVault = { ...base, documents };
  return { documents, handlers: { ...dossierHandlers(vault), ...overviewHandlers(vault), ...careHandlers(vault) } };
};
