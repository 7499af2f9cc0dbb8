/**
 * Herstel van het team: two custodians let this laptop in as lead, also when every other laptop is gone.
 *
 * The organisation key recognises the team's one true founding, so a server cannot answer with a team of its own; everything
 * after it is chained and verified as always. Joining is one entry of the log, signed by the organisation key on the log's head.
 */
import sodium from 'libsodium-wrappers-sumo';
import { bytesToHex } from '../../../shared/sync/bytes.ts';
import { PROTOCOL_VERSION } from '../../../shared/sync/frames.ts';
import {
  askStatement,
  recoveryStatement,
  wipeOrganisationKey,
  type OrganisationKey,
} from '../../../shared/sync/organisationKey.ts';
import { applyLogEntry, foldLog, logHashOf, signLogEntry, type TeamState } from '../../../shared/sync/teamLog.ts';
import type { ErrorOf } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { OpenVault } from '../openVault.ts';
import { askServer } from './oneShot.ts';
import { isKeyOf, keyOfParts, type HeldOrganisationKey, type TypedPart } from './organisationParts.ts';
import type { SyncEngine } from './syncEngine.ts';
import { isServerAddress, type OpenSocket } from './syncSocket.ts';

const TRIES = 4;

export interface RecoveringParts {
  readonly vault: OpenVault;
  readonly engine: SyncEngine;
  readonly openSocket: OpenSocket;
  readonly held: HeldOrganisationKey;
}

type RecoveryError = ErrorOf<'AlreadyInTeam' | 'ServerAddressInvalid' | 'ServerUnreachable' | 'PartsWrong'>;

/**
 * Lets this laptop in. In the team already (the lead is gone): it leads from now on, and `everything` decides whether it reads
 * every dossier. Not in a team: it takes the server's team as its own, and always reads everything.
 */
export async function recoverTeam(
  { vault, engine, openSocket, held }: RecoveringParts,
  wanted: {
    readonly server: string;
    readonly name: string;
    readonly parts: readonly TypedPart[];
    readonly everything: boolean;
  },
): Promise<Result<null, RecoveryError>> {
  const { membership } = engine.keeper;
  const server = membership?.server ?? wanted.server;
  if (!isServerAddress(server)) return err({ tag: 'ServerAddressInvalid' });
  const read = await keyOfParts(wanted.parts);
  if (!read.ok) return read;
  const key = read.value;
  const everything = wanted.everything || membership === null;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const asked = await askLog(openSocket, vault, server, key);
    if (!asked.ok || (membership && asked.value.root !== membership.root)) {
      wipeOrganisationKey(key);
      return asked.ok ? err({ tag: 'PartsWrong', paper: null }) : asked;
    }
    const { state, entries } = asked.value;
    const entry = recoveryEntry(vault, engine, state, key, everything);
    const next = applyLogEntry(state, entry);
    if (!next.ok) throw new Error('a recovery that does not verify');
    const appended = await askServer(
      openSocket,
      vault.deps,
      server,
      ({ nonce, serverIncarnation }) => ({
        type: 'recover',
        protocol: PROTOCOL_VERSION,
        proof: sodium.crypto_sign_detached(askStatement(nonce, serverIncarnation), key.signSecretKey),
        entry,
      }),
      (frame) => (frame.type === 'appended' ? (frame.ok ? 'taken' : 'moved') : null),
    );
    // An answer that was lost on the way: the next look at the log tells.
    if (!appended.ok || appended.value === 'moved') continue;
    held.hold(key);
    pin(vault, engine, { server, name: wanted.name }, state, entries);
    engine.keeper.take(entries.length, [entry]);
    engine.start();
    engine.shareNow();
    return ok(null);
  }
  wipeOrganisationKey(key);
  return err({ tag: 'ServerUnreachable', reason: 'UNREACHABLE', status: null });
}

interface AskedLog {
  readonly state: TeamState;
  readonly root: string;
  readonly entries: readonly Uint8Array[];
}

/** The log of the team whose organisation key this is; PartsWrong when the server knows no such team. */
async function askLog(
  openSocket: OpenSocket,
  vault: OpenVault,
  server: string,
  key: OrganisationKey,
): Promise<Result<AskedLog, ErrorOf<'ServerUnreachable' | 'PartsWrong'>>> {
  const entries: Uint8Array[] = [];
  const asked = await askServer(
    openSocket,
    vault.deps,
    server,
    ({ nonce, serverIncarnation }) => ({
      type: 'recover',
      protocol: PROTOCOL_VERSION,
      proof: sodium.crypto_sign_detached(askStatement(nonce, serverIncarnation), key.signSecretKey),
      entry: new Uint8Array(),
    }),
    (frame) => {
      if (frame.type === 'logEntries') entries.push(...frame.entries.map((bytes) => new Uint8Array(bytes)));
      return frame.type === 'welcome' ? true : null;
    },
  );
  if (!asked.ok) return err(asked.error.tag === 'ServerUnreachable' ? asked.error : { tag: 'PartsWrong', paper: null });
  const folded = foldLog(entries);
  const [first] = entries;
  const genuine =
    folded.ok &&
    isKeyOf(key, folded.value.organisationBoxPublicKey) &&
    folded.value.organisationSignPublicKey !== null &&
    sodium.memcmp(folded.value.organisationSignPublicKey, key.signPublicKey);
  if (!genuine || !first) return err({ tag: 'PartsWrong', paper: null });
  return ok({ state: folded.value, root: logHashOf(first), entries });
}

function recoveryEntry(
  vault: OpenVault,
  engine: SyncEngine,
  state: TeamState,
  key: OrganisationKey,
  everything: boolean,
): Uint8Array {
  const { identity, deps } = vault;
  const device = {
    user: identity.userId,
    device: identity.deviceId,
    signPublicKey: bytesToHex(identity.signPublicKey),
    boxPublicKey: bytesToHex(identity.boxPublicKey),
  };
  const statement = recoveryStatement({
    team: state.team,
    prev: state.head,
    user: device.user,
    device: device.device,
    boxPublicKey: device.boxPublicKey,
    everything,
  });
  const organisationSignature = bytesToHex(sodium.crypto_sign_detached(statement, key.signSecretKey));
  const event = { type: 'RECOVER', device, everything, organisationSignature } as const;
  return signLogEntry(state.head, event, deps.clock.nowMs(), engine.device);
}

function pin(
  vault: OpenVault,
  engine: SyncEngine,
  place: { readonly server: string; readonly name: string },
  state: TeamState,
  entries: readonly Uint8Array[],
): void {
  const [first] = entries;
  if (!engine.keeper.membership && first) {
    vault.store.transaction(() => {
      engine.keeper.pin({
        team: state.team,
        teamRoom: state.teamRoom,
        root: logHashOf(first),
        // The name is in no log: it stands on the papers.
        name: place.name,
        server: place.server,
        joinedAtMs: vault.deps.clock.nowMs(),
      });
      vault.store.db
        .prepare(
          `INSERT INTO room_sync (room, shared) SELECT document_id, 0 FROM document WHERE true ON CONFLICT DO NOTHING`,
        )
        .run();
    });
  }
  engine.keeper.take(0, entries);
}
