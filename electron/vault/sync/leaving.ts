/**
 * The last contact of a revoked laptop: first what it had not shared goes to quarantine, then the vault is wiped, then the
 * laptop signs its receipt into the team log. Without a connection nothing is wiped yet: the vault locks, and tries again at
 * the next unlock.
 */
import sodium from 'libsodium-wrappers-sumo';
import { authStatement } from '../../../shared/sync/authentication.ts';
import { PROTOCOL_VERSION, type ControlFrame } from '../../../shared/sync/frames.ts';
import { signLogEntry } from '../../../shared/sync/teamLog.ts';
import type { OpenVault } from '../openVault.ts';
import { askServer, type Challenge } from './oneShot.ts';
import { rescueOf, roomsToRescue, settleRescue, type Rescue } from './rescuing.ts';
import type { SyncEngine } from './syncEngine.ts';
import type { OpenSocket } from './syncSocket.ts';

const RECEIPT_TRIES = 3;

/** Brings everything that waits to quarantine. True when nothing is left here that only this laptop has. */
export async function rescueBeforeLeaving(
  vault: OpenVault,
  engine: SyncEngine,
  openSocket: OpenSocket,
): Promise<boolean> {
  const { membership, state } = engine.keeper;
  if (!membership || !state) return true;
  for (const room of roomsToRescue(engine)) {
    const rescue = rescueOf(vault, engine, state, room);
    if (rescue && !(await bring(vault, engine, openSocket, rescue))) return false;
    settleRescue(vault, engine, room);
  }
  return true;
}

async function bring(vault: OpenVault, engine: SyncEngine, openSocket: OpenSocket, rescue: Rescue): Promise<boolean> {
  const { membership } = engine.keeper;
  if (!membership) return false;
  for (const frame of rescue.frames) {
    const kept = await askServer(
      openSocket,
      vault.deps,
      membership.server,
      leaveFrame(engine.device.signSecretKey, membership.team, engine.device.device),
      (answer) => (answer.type === 'rescued' ? true : answer.type === 'refused' ? false : null),
      (answer) => (answer.type === 'welcome' ? frame : null),
    );
    if (!kept.ok || !kept.value) return false;
  }
  return true;
}

const leaveFrame =
  (signSecretKey: Uint8Array, team: string, device: string) =>
  ({ nonce, serverIncarnation }: Challenge): ControlFrame => ({
    type: 'leave',
    protocol: PROTOCOL_VERSION,
    team,
    device,
    signature: sodium.crypto_sign_detached(authStatement(nonce, serverIncarnation, team, device), signSecretKey),
  });

/** What signs the receipt after the vault is gone: it holds its own copy of the signing key, and overwrites it. */
export function wipeReceipt(vault: OpenVault, engine: SyncEngine, openSocket: OpenSocket): () => Promise<void> {
  const { membership } = engine.keeper;
  const { deps } = vault;
  const device = { ...engine.device, signSecretKey: engine.device.signSecretKey.slice() };
  return async () => {
    for (let attempt = 0; membership && attempt < RECEIPT_TRIES; attempt++) {
      const taken = await askServer(
        openSocket,
        deps,
        membership.server,
        leaveFrame(device.signSecretKey, membership.team, device.device),
        (answer) => (answer.type === 'appended' ? answer.ok : null),
        (answer) =>
          answer.type === 'welcome'
            ? {
                type: 'appendLog',
                request: 1,
                entry: signLogEntry(
                  answer.logHead,
                  { type: 'WIPED', device: device.device },
                  deps.clock.nowMs(),
                  device,
                ),
              }
            : null,
      );
      if (taken.ok && taken.value) break;
    }
    device.signSecretKey.fill(0);
  };
}
