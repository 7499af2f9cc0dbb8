/** For tests: a vault of one document behind the real dispatcher, codec and client, in memory. */
import * as Y from 'yjs';
import { createClient, type Client } from '../../shared/contract/client.ts';
import { createDispatcher } from '../../shared/contract/dispatcher.ts';
import { createMemoryTransportPair } from '../../shared/contract/memoryTransport.ts';
import { DocumentId, HouseholdId } from '../../shared/domain/ids.ts';
import type { ErrorsOf } from '../../shared/contract/contract.ts';
import { err, ok } from '../../shared/result.ts';

export const documentId = DocumentId.parse('0d'.repeat(16));
export const householdId = HouseholdId.parse('0a'.repeat(16));

export interface TestVault {
  readonly client: Client;
  /** What is stored. */
  readonly doc: Y.Doc;
  /** How many pushes arrived, refused ones included. */
  pushes: number;
  /** Every push answers with this until it is null again. */
  refuseWith: ErrorsOf<'document.push'> | null;
  /** Pushes wait here until it is called; null answers at once. */
  hold: Promise<void> | null;
  /** A change by another device, stored and told to the screen. */
  changeElsewhere(edit: (doc: Y.Doc) => void): void;
  /** Tells the screen that it was hidden or opened again. */
  tellSession(state: 'hidden' | 'open'): void;
  /** Settles when everything under way has been answered and delivered. */
  settle(): Promise<void>;
}

export function createTestVault(): TestVault {
  const doc = new Y.Doc();
  const [screenEnd, vaultEnd] = createMemoryTransportPair();
  let now = 1_000;
  const vault: TestVault = {
    client: createClient(screenEnd, {
      setTimer: (run, ms) => {
        const timer = setTimeout(run, ms);
        return { cancel: () => clearTimeout(timer) };
      },
    }),
    doc,
    pushes: 0,
    refuseWith: null,
    hold: null,
    changeElsewhere(edit) {
      const other = new Y.Doc();
      Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
      const before = Y.encodeStateVector(other);
      edit(other);
      const update = Y.encodeStateAsUpdate(other, before);
      Y.applyUpdate(doc, update);
      dispatcher.emit('document.changed', { documentId, update });
    },
    tellSession: (state) => dispatcher.emit('session.changed', { state }),
    async settle() {
      for (let turn = 0; turn < 40; turn += 1) await Promise.resolve();
    },
  };
  const dispatcher = createDispatcher({
    handlers: () => ({
      'document.open': () =>
        ok({ documentId, householdId, kind: 'household' as const, state: Y.encodeStateAsUpdate(doc), writable: true }),
      'document.close': () => ok({}),
      'document.push': async ({ update }) => {
        vault.pushes += 1;
        await vault.hold;
        if (vault.refuseWith) return err(vault.refuseWith);
        Y.applyUpdate(doc, update);
        return ok({ savedAtMs: (now += 1_000) });
      },
    }),
    state: () => 'open',
    audit: () => ok(null),
    logger: { event: () => undefined },
    random: { bytes: (length) => new Uint8Array(length) },
    clock: { nowMs: () => now },
  });
  dispatcher.attach(vaultEnd);
  return vault;
}
