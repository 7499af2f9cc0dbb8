/**
 * `npm run sync-server -- token …`: everything a third party needs to sync a room of lane documents with a stock
 * WebsocketProvider, from nothing:
 *
 *   token --server URL --identity FILE --setup-code CODE   founds the team with this device (once)
 *   token --server URL --identity FILE --room new          makes a room and prints a token for it
 *   token --server URL --identity FILE --room ROOM         prints a token for a room of this device
 *   token --server URL --identity FILE --room ROOM --admit FILE2   lets a second device in and prints its token
 */
import { parseArgs } from 'node:util';
import sodium from 'libsodium-wrappers-sumo';
import { MAX_TOKEN_LIFE_MS, signRoomToken } from '../shared/sync/authentication.ts';
import { bytesToHex } from '../shared/sync/bytes.ts';
import { TOKEN_PROTOCOL_PREFIX } from '../shared/sync/frames.ts';
import type { Clock } from '../shared/deps.ts';
import { ControlClient } from './controlClient.ts';
import { identityFromFile, type FileIdentity } from './identityFile.ts';

export interface RoomAccess {
  readonly server: string;
  readonly room: string;
  /** The WebSocket subprotocol to give to WebsocketProvider (`protocols: [protocol]`). Valid for five minutes. */
  readonly protocol: string;
  readonly device: string;
}

/** Runs the command; answers what it prints as JSON. Throws an Error with a sentence for the administrator. */
export async function tokenCommand(
  args: readonly string[],
  clock: Clock,
): Promise<RoomAccess | { team: string; device: string }> {
  await sodium.ready;
  const { values } = parseArgs({
    args: [...args],
    options: {
      server: { type: 'string', default: 'ws://127.0.0.1:4455' },
      identity: { type: 'string' },
      'setup-code': { type: 'string' },
      room: { type: 'string' },
      admit: { type: 'string' },
    },
  });
  if (!values.identity) throw new Error('token: --identity FILE is needed.');
  const { identity, isNew } = identityFromFile(values.identity);
  const client = await ControlClient.connect(values.server);
  try {
    if (values['setup-code']) {
      const organisation = sodium.crypto_box_keypair();
      const event = {
        type: 'FOUND',
        team: identity.team,
        founder: identity.facts,
        organisationBoxPublicKey: bytesToHex(organisation.publicKey),
        teamRoom: bytesToHex(sodium.randombytes_buf(16)),
      } as const;
      await client.found(values['setup-code'], event, identity, clock.nowMs());
      if (!values.room) return { team: identity.team, device: identity.device };
    } else {
      if (isNew)
        throw new Error('token: this identity is new; found a team with --setup-code, or let a lead --admit it.');
      await client.authenticate(identity.team, identity);
    }
    if (!values.room) throw new Error('token: --room new, or --room ROOM, is needed.');
    const room = values.room === 'new' ? bytesToHex(sodium.randombytes_buf(16)) : values.room;
    if (values.room === 'new')
      await client.append({ type: 'OPEN_ROOM', room, kind: 'household' }, identity, clock.nowMs());
    const reader = values.admit ? await admit(client, identity, values.admit, room, clock) : identity;
    const token = signRoomToken(
      { team: identity.team, room, device: reader.device, expiresAtMs: clock.nowMs() + MAX_TOKEN_LIFE_MS - 1_000 },
      reader.signSecretKey,
    );
    return { server: values.server, room, protocol: TOKEN_PROTOCOL_PREFIX + token, device: reader.device };
  } finally {
    client.close();
  }
}

async function admit(
  client: ControlClient,
  lead: FileIdentity,
  file: string,
  room: string,
  clock: Clock,
): Promise<FileIdentity> {
  const { identity } = identityFromFile(file, lead.team);
  const state = await client.readTeam();
  if (!state.devices.has(identity.device))
    await client.append({ type: 'ADD_DEVICE', device: identity.facts, roles: ['MEDEWERKER'] }, lead, clock.nowMs());
  await client.append({ type: 'GRANT', room, user: identity.user, reason: 'token' }, lead, clock.nowMs());
  return identity;
}
