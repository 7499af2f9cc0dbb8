/**
 * What exists only while a vault is open. `createVault` makes it after unlock and takes it apart at lock; handlers
 * get it as their one argument: `dossierHandlers(vault: OpenVault)`.
 */
import type { EventName, PayloadOf } from '../../shared/contract/contract.ts';
import type { Me } from '../../shared/contract/commands/session.ts';
import type { ProfileId } from '../../shared/domain/ids.ts';
import type { DocumentStore } from './documents/documentStore.ts';
import type { DeviceIdentity } from './keys/identity.ts';
import type { Subkeys } from './keys/masterKey.ts';
import type { AuditLog } from './store/audit.ts';
import type { Store } from './store/open.ts';
import type { VaultDeps } from './vaultDeps.ts';

export interface OpenVault {
  readonly profileId: ProfileId;
  /** profiles/<profile id>/, where database, header and backups live. */
  readonly profileFolder: string;
  /** A practice vault: invented families only. */
  readonly practice: boolean;
  readonly store: Store;
  readonly documents: DocumentStore;
  readonly audit: AuditLog;
  readonly me: Me;
  readonly identity: DeviceIdentity;
  readonly keys: Subkeys;
  readonly deps: VaultDeps;
  /** Tells every connected screen. Does nothing while hidden, except for `session.changed`. */
  emit<N extends EventName>(name: N, payload: PayloadOf<N>): void;
  /** Locks after the answer of the running command has gone out: `backup.restore` needs it. */
  lockSoon(): void;
  /** The team gave this laptop up: locks, and this vault is gone for good. `afterwards` says so to the team. */
  wipeSoon(afterwards?: () => Promise<void>): void;
}
