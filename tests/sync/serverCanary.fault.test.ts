/**
 * A word in every field of every kind of every document that is shared, walked from the schema so that a new field is
 * covered by itself; then the server's files, its log, its metrics and the memory of its process are searched for it.
 */
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sodium from 'libsodium-wrappers-sumo';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { documentKinds, type DocumentKind } from '../../shared/documents/schema.ts';
import { DocumentId, HouseholdId, newId } from '../../shared/domain/ids.ts';
import { plantEverywhere } from '../fault/plantedRecords.ts';
import { freePort, startServerProcess, type ServerProcess } from './support/serverProcess.ts';
import { TestTeam } from './support/testTeam.ts';
import { systemRandom } from './support/testServer.ts';
import { allShared, eventually } from './support/testVault.ts';

const CANARY = 'kanarievlier';
let folder: string;
let process_: ServerProcess;
let team: TestTeam;

beforeAll(async () => {
  await sodium.ready;
  folder = mkdtempSync(join(tmpdir(), 'samenspel-server-canary-'));
});
afterAll(async () => {
  team.end();
  await process_.kill();
  rmSync(folder, { recursive: true, force: true });
});

const forms = (word: string): readonly Buffer[] => [
  Buffer.from(word),
  Buffer.from(word, 'utf16le'),
  Buffer.from(Buffer.from(word).toString('hex')),
  Buffer.from(Buffer.from(word).toString('base64').slice(0, -4)),
];

it('finds no field of any kind in the files, log, metrics or memory of the server', async () => {
  const metricsPort = await freePort();
  process_ = await startServerProcess({
    folder,
    port: await freePort(),
    environment: { SAMENSPEL_METRICS_PORT: String(metricsPort) },
    nodeArguments: ['--heapsnapshot-signal=SIGUSR2', `--diagnostic-dir=${folder}`],
  });
  await vi.waitFor(() => expect(process_.setupCode).not.toBe(''), { timeout: 30_000 });
  team = new TestTeam({ url: process_.url, setupCode: () => process_.setupCode });
  const vault = team.vault(`${CANARY} naam`);
  await team.found(vault);
  const places: string[] = [];
  const kindsOf = documentKinds as Readonly<Record<DocumentKind, object>>;
  for (const [kind, records] of Object.entries(kindsOf)) {
    if (kind === 'team') {
      vault.vault.documents.change(DocumentId.parse(team.membership.teamRoom), (doc, writer) => {
        const planted = plantEverywhere(
          doc,
          Object.keys(records) as never,
          writer,
          () => `${CANARY} in het team`,
          true,
        );
        places.push(...planted.places);
        return { ok: true, value: null };
      });
      continue;
    }
    vault.vault.documents.create([
      {
        householdId: newId<HouseholdId>(systemRandom),
        kind: kind as DocumentKind,
        fill: (doc, writer) => {
          const planted = plantEverywhere(doc, Object.keys(records) as never, writer, (place) => `${CANARY} ${place}`);
          places.push(...planted.places);
        },
      },
    ]);
  }
  expect(places.length).toBeGreaterThan(40);
  vault.engine.shareNow();
  await allShared(vault);
  await eventually(() => expect(vault.engine.status().waiting).toBe(0));

  const metrics = await (await fetch(`http://127.0.0.1:${String(metricsPort)}/metrics`)).text();
  expect(metrics).toContain('samenspel_sync_updates_total');
  process.kill(process_.pid, 'SIGUSR2');
  const snapshots = () => readdirSync(folder).filter((name) => name.endsWith('.heapsnapshot'));
  await vi.waitFor(() => expect(snapshots()).toHaveLength(1), { timeout: 60_000 });
  // The server answers again only when the snapshot is whole.
  await fetch(`http://127.0.0.1:${String(metricsPort)}/healthz`);
  // What the server must know is found, so the search itself works.
  expect(readFileSync(join(folder, snapshots()[0] ?? '')).includes(team.membership.teamRoom)).toBe(true);
  for (const name of readdirSync(folder)) {
    const bytes = readFileSync(join(folder, name));
    for (const form of forms(CANARY)) expect(bytes.includes(form), name).toBe(false);
  }
  for (const text of [metrics, process_.output()]) expect(text).not.toContain(CANARY);
});
