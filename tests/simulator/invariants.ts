/** What must hold when everything has come to rest (sync.md 10). Each broken promise is a sentence. */
import type { World } from './world.ts';
import { contentOf, roomsOf, type Edit } from './edits.ts';
import type { SimulatedDevice } from './simulatedDevice.ts';
import { parseEnvelope } from '../../shared/sync/envelope.ts';

/** Rows of the lists, without the times at which this laptop came to know them. */
function projectionOf(device: SimulatedDevice): string {
  const tables = ['household', 'person', 'conversation', 'action', 'open_choice'];
  return JSON.stringify(
    tables.map((table) => [
      table,
      device.store.db
        .prepare<[], Record<string, unknown>>(`SELECT * FROM ${table}`)
        .all()
        .map((row) => {
          const facts = Object.entries(row).filter(([column]) => !column.endsWith('_at_ms'));
          return JSON.stringify(Object.fromEntries(facts));
        })
        .toSorted(),
    ]),
  );
}

export function brokenPromises(world: World, edits: readonly Edit[]): readonly string[] {
  const broken = [...world.server.problems];
  const [first, ...others] = world.devices;
  if (!first) return broken;
  const rooms = [...new Set(world.devices.flatMap((device) => roomsOf(device)))];
  for (const device of world.devices) {
    const status = device.engine.status();
    if (status.state !== 'online') broken.push(`${device.name} is ${status.state}`);
    if (status.waiting > 0) broken.push(`${device.name} still waits to share ${String(status.waiting)}`);
    for (const room of rooms) {
      const { trouble } = device.engine.roomStatus(room);
      if (trouble !== null && trouble !== 'TWICE') broken.push(`${device.name} has trouble: ${trouble}`);
    }
  }
  for (const room of rooms) {
    const content = contentOf(first, room);
    for (const other of others)
      if (contentOf(other, room) !== content) broken.push(`${first.name} and ${other.name} differ`);
  }
  for (const edit of edits) {
    for (const device of world.devices) {
      if (!(contentOf(device, edit.room) ?? '').includes(edit.mark))
        broken.push(`${device.name} lost ${edit.mark} of ${edit.device}, written in step ${String(edit.step)}`);
    }
  }
  const rows = projectionOf(first);
  for (const other of others)
    if (projectionOf(other) !== rows) broken.push(`the lists of ${first.name} and ${other.name} differ`);
  first.documents.rebuild();
  if (projectionOf(first) !== rows) broken.push(`the lists of ${first.name} differ after a rebuild`);
  world.server.checkAcknowledged();
  broken.push(...world.server.problems, ...uncoveredDeletes(world));
  return [...new Set(broken)];
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
