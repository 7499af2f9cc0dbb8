/** One team with open rooms on a server of ours, and the bare clients that a measurement plays on it. */
import WebSocket from 'ws';
import { encodeControl, encodeRoomFrame } from '../../shared/sync/frames.ts';
import { encodeSync } from '../../shared/sync/syncMessages.ts';
import { logHashOf, signLogEntry, type TeamEvent } from '../../shared/sync/teamLog.ts';
import { MuxPeer, idOf, peerDevice, type PeerDevice } from '../sync/support/muxPeer.ts';
import type { BenchServer } from './benchServers.ts';

export interface BenchTeam {
  readonly device: PeerDevice;
  readonly team: string;
  readonly rooms: readonly string[];
}

export const roomIds = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => (index + 1).toString(16).padStart(32, '0'));

/** Founds the team of one device and opens the rooms. */
export async function foundBenchTeam(server: BenchServer, rooms: readonly string[]): Promise<BenchTeam> {
  while (server.setupCode() === '') await new Promise((resolve) => setTimeout(resolve, 5));
  const device = peerDevice(1);
  const team = idOf(0xaa);
  const founder = new MuxPeer(server.url);
  await founder.found(server.setupCode(), device, team, idOf(0xbb));
  let head = founder.logHead;
  for (const room of rooms) {
    const event: TeamEvent = { type: 'OPEN_ROOM', room, kind: 'household' };
    const refused = await founder.append(event, device, head);
    if (refused !== '') throw new Error(refused);
    head = logHashOf(signLogEntry(head, event, 0, device));
  }
  founder.close();
  return { device, team, rooms };
}

/** A connected, authenticated socket on which rooms can be opened by index + 1. */
export async function connectPeer(url: string, { device, team }: BenchTeam): Promise<MuxPeer> {
  const peer = new MuxPeer(url);
  await peer.authenticate(device, team);
  return peer;
}

/** Asks for everything of a room. */
export function openRoom(peer: MuxPeer, index: number, room: string): void {
  peer.socket.send(encodeControl({ type: 'open', index, room }));
  peer.socket.send(encodeRoomFrame(index, encodeSync('STEP_1', new Uint8Array([0]))));
}

/** A stock client's socket, as y-websocket opens it: one per room. */
export const stockSocket = (url: string, room: string): WebSocket => new WebSocket(`${url}/${room}`);
