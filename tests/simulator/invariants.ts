/** What must hold when everything has come to rest (sync.md 10). Each broken promise is a sentence. */
import type { World } from './world.ts';
import { contentOf, roomsOf, type Edit } from './edits.ts';
import type { SimulatedDevice } from './simulatedDevice.ts';
import { parseEnvelope } from '../../shared/sync/envelope.ts';
import { isCutOffByTeam, keysOutlived, mayRead, type TeamChanges } from './teamChanges.ts';

/** Rows of the lists about these rooms, without the times at which this laptop came to know them. */
function projectionOf(device: SimulatedDevice, rooms: readonly string[]): string {
  const tables = ['household', 'person', 'conversation', 'action', 'open_choice'];
  return JSON.stringify(
    tables.map((table) => [
      table,
      device.store.db
        .prepare<[], Record<string, unknown>>(`SELECT * FROM ${table}`)
        .all()
        .filter((row) => rooms.includes(String(row['document_id'])))
        .map((row) => {
          const facts = Object.entries(row).filter(([column]) => !column.endsWith('_at_ms'));
          return JSON.stringify(Object.fromEntries(facts));
        })
        .toSorted(),
    ]),
  );
}

export function brokenPromises(world: World, edits: readonly Edit[], team: TeamChanges | null): readonly string[] {
  const broken = [...world.server.problems];
  const rooms = [...new Set(world.devices.flatMap((device) => roomsOf(device)))];
  const present = world.devices.filter((device) => !isCutOffByTeam(world, device));
  for (const device of present) broken.push(...unrest(world, device, rooms, team));
  for (const device of world.devices) {
    if (world.isInTeam(device) && !present.includes(device) && device.engine.status().state !== 'revoked')
      broken.push(`${device.name} does not know that it was cut off`);
  }
  for (const room of rooms) {
    const [first, ...others] = present.filter((device) => mayRead(world, device, room));
    const content = first ? contentOf(first, room) : null;
    for (const other of others)
      if (contentOf(other, room) !== content) broken.push(`${first?.name ?? ''} and ${other.name} differ`);
  }
  for (const edit of edits) {
    const author = world.devices.find((device) => device.name === edit.device);
    if (!author || (team && !team.isExpected(author, edit.room))) continue;
    for (const device of present.filter((reader) => mayRead(world, reader, edit.room))) {
      if (!(contentOf(device, edit.room) ?? '').includes(edit.mark))
        broken.push(`${device.name} lost ${edit.mark} of ${edit.device}, written in step ${String(edit.step)}`);
    }
  }
  broken.push(...differingLists(world, present, rooms), ...keysOutlived(world));
  world.server.checkAcknowledged();
  broken.push(...world.server.problems, ...uncoveredDeletes(world));
  return [...new Set(broken)];
}

function unrest(
  world: World,
  device: SimulatedDevice,
  rooms: readonly string[],
  team: TeamChanges | null,
): readonly string[] {
  const broken: string[] = [];
  const { state, waiting, withheld } = device.engine.status();
  if (withheld.length > 0) broken.push(`${device.name} accuses an honest server`);
  if (state !== 'online') broken.push(`${device.name} is ${state}`);
  const mine = rooms.filter((room) => mayRead(world, device, room));
  const waits = device.engine.waitingRooms().filter((room) => team === null || mine.includes(room as never));
  if (waits.length > 0) broken.push(`${device.name} still waits to share ${String(waiting)}`);
  for (const room of mine) {
    const { trouble } = device.engine.roomStatus(room);
    if (trouble !== null && trouble !== 'TWICE') broken.push(`${device.name} has trouble: ${trouble}`);
  }
  return broken;
}

/** Lists of laptops that read the same rooms are the same, and the same as when they are made anew. */
function differingLists(
  world: World,
  present: readonly SimulatedDevice[],
  rooms: readonly string[],
): readonly string[] {
  const [first, ...others] = present;
  if (!first) return [];
  const broken: string[] = [];
  for (const other of others) {
    const both = rooms.filter((room) => mayRead(world, first, room) && mayRead(world, other, room));
    if (projectionOf(other, both) !== projectionOf(first, both))
      broken.push(`the lists of ${first.name} and ${other.name} differ`);
  }
  const rows = projectionOf(first, rooms);
  first.documents.rebuild();
  if (projectionOf(first, rooms) !== rows) broken.push(`the lists of ${first.name} differ after a rebuild`);
  return broken;
}

/** Everything in the archive is under the signed cover of a snapshot. */
function uncoveredDeletes(world: World): readonly string[] {
  const { db } = world.server;
  const snapshots = db
    .prepare<[], { room: string; bytes: Buffer }>(
      `SELECT room, bytes FROM envelope WHERE substr(bytes, 2, 1) = X'02' UNION ALL SELECT room, bytes FROM archive WHERE substr(bytes, 2, 1) = X'02'`,
    )
    .all()
    .map(({ room, bytes }) => ({ room, cover: parseEnvelope(bytes)?.cover ?? [] }));
  return db
    .prepare<[], { room: string; bytes: Buffer }>('SELECT room, bytes FROM archive')
    .all()
    .flatMap(({ room, bytes }) => {
      const gone = parseEnvelope(bytes);
      const isCovered = snapshots.some(
        (snapshot) =>
          snapshot.room === room && snapshot.cover.some((entry) => entry.lane === gone?.lane && entry.seq >= gone.seq),
      );
      return isCovered ? [] : ['an envelope was removed without a cover'];
    });
}
