/**
 * Who may speak without being in the team (any more): a revoked device, for its last things, and who brings two of the three
 * parts of the organisation key. Both prove it on the server's fresh challenge.
 */
import sodium from 'libsodium-wrappers-sumo';
import { authStatement } from '../shared/sync/authentication.ts';
import { PROTOCOL_VERSION, type ControlFrame } from '../shared/sync/frames.ts';
import { askStatement } from '../shared/sync/organisationKey.ts';
import type { TeamState } from '../shared/sync/teamLog.ts';
import type { ServerParts } from './parts.ts';

type FrameOf<T extends ControlFrame['type']> = Extract<ControlFrame, { type: T }>;

/** The team whose organisation key signed this challenge; null when it is nobody's. */
export function recoveringTeam(parts: ServerParts, nonce: Uint8Array, frame: FrameOf<'recover'>): TeamState | null {
  if (frame.protocol < PROTOCOL_VERSION || frame.proof.length !== 64) return null;
  const statement = askStatement(nonce, parts.incarnation);
  for (const team of parts.teams.teams) {
    const state = parts.teams.state(team);
    const key = state?.organisationSignPublicKey;
    if (state && key && sodium.crypto_sign_verify_detached(frame.proof, statement, key)) return state;
  }
  return null;
}

/** The revoked device that signed this challenge; null when it is not one. */
export function leavingDevice(
  parts: ServerParts,
  nonce: Uint8Array,
  frame: FrameOf<'leave'>,
): { readonly team: string; readonly device: string } | null {
  const device = parts.teams.state(frame.team)?.devices.get(frame.device);
  if (frame.protocol < PROTOCOL_VERSION || !device?.revoked || frame.signature.length !== 64) return null;
  const statement = authStatement(nonce, parts.incarnation, frame.team, frame.device);
  return sodium.crypto_sign_verify_detached(frame.signature, statement, device.signPublicKey)
    ? { team: frame.team, device: frame.device }
    : null;
}
