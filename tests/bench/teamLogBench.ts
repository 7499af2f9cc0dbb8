/** What it costs to fold a team log: a team of twelve that opens rooms, and every laptop reads all of it. */
import sodium from 'libsodium-wrappers-sumo';
import { bytesToHex } from '../../shared/sync/bytes.ts';
import { deviceIdOf, type SigningDevice } from '../../shared/sync/envelope.ts';
import { LOG_START, foldEntries, logHashOf, signLogEntry, type TeamEvent } from '../../shared/sync/teamLog.ts';

await sodium.ready;

const id = (number: number): string => number.toString(16).padStart(32, '0');
const MEMBERS = Array.from({ length: 12 }, (_, index) => id(index + 1));

function member(seed: number, user: string) {
  const pair = sodium.crypto_sign_seed_keypair(new Uint8Array(32).fill(seed));
  const signer: SigningDevice = {
    device: deviceIdOf(pair.publicKey),
    signPublicKey: pair.publicKey,
    signSecretKey: pair.privateKey,
  };
  const boxPublicKey = bytesToHex(sodium.crypto_box_seed_keypair(new Uint8Array(32).fill(seed)).publicKey);
  const facts = { user, device: signer.device, signPublicKey: bytesToHex(pair.publicKey), boxPublicKey };
  return { signer, facts };
}

function logOf(rooms: number): readonly Uint8Array[] {
  const lead = member(1, id(1));
  const entries: Uint8Array[] = [];
  let head = LOG_START;
  const say = (event: TeamEvent): void => {
    const entry = signLogEntry(head, event, 0, lead.signer);
    head = logHashOf(entry);
    entries.push(entry);
  };
  const organisationBoxPublicKey = lead.facts.boxPublicKey;
  say({ type: 'FOUND', team: id(900), founder: lead.facts, organisationBoxPublicKey, teamRoom: id(901) });
  for (const [index, user] of MEMBERS.entries())
    if (index > 0) say({ type: 'ADD_DEVICE', device: member(index + 1, user).facts, roles: ['MEDEWERKER'] });
  for (let room = 0; room < rooms; room++)
    say({ type: 'OPEN_ROOM', room: id(1_000 + room), kind: 'household', users: MEMBERS });
  return entries;
}

for (const rooms of [500, 1000, 2000, 4000]) {
  const entries = logOf(rooms);
  for (const own of [undefined, 'own'] as const) {
    const startedMs = performance.now();
    if (foldEntries(null, entries, own).refusal !== null) throw new Error('does not fold');
    const ms = performance.now() - startedMs;
    const what = own ? 'at an unlock' : 'from the server';
    console.log(`${String(rooms)} rooms ${what}: ${ms.toFixed(0)} ms, ${((ms * 1000) / rooms).toFixed(0)} µs per room`);
  }
}
