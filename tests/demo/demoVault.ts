/** A vault of its own, filled with an invented caseload the way the app writes: through setup and DocumentStore. */
import * as Y from 'yjs';
import { rememberRowsVersion } from '../../electron/vault/documents/rowsRenewal.ts';
import { composeOpenVault } from '../../electron/vault/composeOpenVault.ts';
import { takeInstanceLock } from '../../electron/vault/keys/instanceLock.ts';
import { beginSetup } from '../../electron/vault/keys/setup.ts';
import { openSession, type VaultSession } from '../../electron/vault/openSession.ts';
import type { OpenVault } from '../../electron/vault/openVault.ts';
import type { NewDocument } from '../../electron/vault/documents/newDocuments.ts';
import type { VaultDeps } from '../../electron/vault/vaultDeps.ts';
import { calendarDateAt } from '../../shared/domain/dates.ts';
import type { ProfileId } from '../../shared/domain/ids.ts';
import { demoCaseload, type DemoDocument } from './demoCaseload.ts';

export interface DemoVaultOptions {
  readonly deps: VaultDeps;
  readonly seed: number;
  readonly households: number;
  readonly notes: number;
  readonly name: string;
  readonly passphrase: string;
  readonly pin: string;
}

export interface DemoVault {
  readonly profileId: ProfileId;
  readonly folder: string;
  readonly records: number;
}

/** Households per transaction: large enough to be quick, small enough to stay in memory. */
const BATCH = 20;

/** Makes the vault, fills it and closes it. */
export async function makeDemoVault(options: DemoVaultOptions): Promise<DemoVault> {
  const { session, profileId, folder, masterKey } = await openFreshVault({ ...options, practice: true });
  masterKey.fill(0);
  try {
    fillCaseload(session.vault, options);
    const { store } = session.vault;
    rememberRowsVersion(store);
    const records = store.db.prepare<[], number>('SELECT count(*) FROM search_entry').pluck().get() ?? 0;
    return { profileId, folder, records };
  } finally {
    await session.close();
  }
}

/** Adds the invented caseload to an open vault. */
export function fillCaseload(
  { documents, me, deps }: OpenVault,
  { seed, households, notes }: Pick<DemoVaultOptions, 'seed' | 'households' | 'notes'>,
): void {
  const today = calendarDateAt(deps.clock.nowMs());
  let batch: NewDocument[] = [];
  for (const made of demoCaseload({ seed, households, notes, today, me: me.userId })) {
    batch.push(asNewDocument(made.household), asNewDocument(made.restricted));
    if (batch.length < 2 * BATCH) continue;
    documents.create(batch);
    batch = [];
  }
  if (batch.length > 0) documents.create(batch);
}

export interface FreshVault {
  readonly session: VaultSession;
  readonly profileId: ProfileId;
  readonly folder: string;
  /** Opens the vault again without the passphrase; the caller overwrites it. */
  readonly masterKey: Uint8Array;
}

/** Setup without a person: the recovery groups are typed back from memory. */
export async function openFreshVault(
  options: Pick<DemoVaultOptions, 'deps' | 'name' | 'passphrase' | 'pin'> & {
    readonly practice: boolean;
    readonly jobTitle?: string;
  },
): Promise<FreshVault> {
  const { deps, name, pin, practice, jobTitle = 'Oefenaar' } = options;
  const passphrase = new TextEncoder().encode(options.passphrase);
  const setup = await beginSetup({ name, jobTitle, passphrase, pin, practice }, deps);
  const written = setup.finish(setup.askedGroups.map((group) => ({ group, text: setup.recoveryCode[group] ?? '' })));
  setup.drop();
  if (!written.ok) throw new Error(written.error.tag);
  const { profileId, folder, masterKey } = written.value;
  const lock = takeInstanceLock(folder, deps);
  if (lock === null) throw new Error('the profile is in use');
  const opened = openSession(
    {
      place: { profileId, folder },
      masterKey,
      lock,
      compose: composeOpenVault,
      emit: () => undefined,
      lockSoon: () => undefined,
      wipeSoon: () => undefined,
    },
    deps,
  );
  if (!opened.ok) throw new Error(opened.error.tag);
  return { session: opened.value, profileId, folder, masterKey };
}

function asNewDocument(made: DemoDocument): NewDocument {
  return {
    documentId: made.documentId,
    householdId: made.householdId,
    kind: made.kind,
    createdAtMs: made.createdAtMs,
    fill: (doc) => Y.applyUpdate(doc, Y.encodeStateAsUpdate(made.doc)),
  };
}
