/**
 * Rooms over TLS on one machine: 300 of them opened at once by one laptop, and everybody who comes back after the server
 * was away. One socket for all rooms against one socket per room.
 */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import WebSocket from 'ws';
import { decodeFrame } from '../../shared/sync/frames.ts';
import { decodeSync, encodeSync } from '../../shared/sync/syncMessages.ts';
import { MuxPeer } from '../sync/support/muxPeer.ts';
import { startBenchServer, startStockServer, type BenchServer, type Held, type TlsFiles } from './benchServers.ts';
import { foundBenchTeam, openRoom, roomIds, stockSocket, type BenchTeam } from './benchTeam.ts';
import type { Measurements } from './figures.ts';
import { inTurns, medianOf, ratioOf } from './inTurns.ts';
import { inFolder } from './syncBench.ts';

type Connected = Readonly<Record<'ms' | 'serverCpuMs', number>>;

/** A certificate for this machine that only this measurement trusts. */
export function makeTlsFiles(folder: string): TlsFiles {
  mkdirSync(folder, { recursive: true });
  const files = { certificate: join(folder, 'cert.pem'), key: join(folder, 'key.pem') };
  execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:prime256v1',
      '-nodes',
      '-days',
      '2',
      '-subj',
      '/CN=127.0.0.1',
      '-keyout',
      files.key,
      '-out',
      files.certificate,
    ],
    { stdio: 'ignore' },
  );
  return files;
}

export async function connectBench(rooms: number, repeats: number): Promise<Measurements> {
  return inFolder(async (folder) => {
    const tls = makeTlsFiles(folder);
    let round = 0;
    const measured = async (server: BenchServer, run: () => Promise<number>): Promise<Connected> => {
      try {
        const before = await server.measure();
        const ms = await run();
        return { ms, serverCpuMs: Math.max(1, (await server.measure()).cpuMs - before.cpuMs) };
      } finally {
        await server.kill();
      }
    };
    const trials = await inTurns(repeats, {
      ours: async () => {
        round += 1;
        const server = await startBenchServer({ folder: join(folder, String(round)), tls });
        const team = await trusting(() => foundBenchTeam(server, roomIds(rooms)));
        return measured(server, () => trusting(() => openOurs(server.url, team, 1)));
      },
      stock: async () => {
        const server = await startStockServer({ tls });
        return measured(server, () => openStock(server.url, roomIds(rooms), 1));
      },
    });
    const size = `${String(rooms)} rooms over TLS`;
    return {
      figures: [
        { name: `${size}, ours by stock`, value: ratioOf(trials, 'ms'), unit: 'x', bar: 0.1 },
        { name: `${size}, ours`, value: medianOf(trials, 'ours', 'ms'), unit: 'ms', bar: null },
        { name: `${size}, processor time of the server`, value: ratioOf(trials, 'serverCpuMs'), unit: 'x', bar: 0.2 },
      ],
      raw: trials,
    };
  });
}

/**
 * The server restarts and everybody is back at once, without the jitter that spreads them in life. The stock side has a
 * socket per room, so it is played smaller: more sockets than the machine has ports for would measure nothing.
 */
export async function stormBench(options: {
  readonly laptops: number;
  readonly rooms: number;
  readonly compared: { readonly laptops: number; readonly rooms: number };
  readonly repeats: number;
}): Promise<Measurements> {
  const { laptops, rooms, compared, repeats } = options;
  const ours = (count: number, many: number) => (): Promise<Readonly<Record<'ms' | 'heldMb', number>>> =>
    inFolder(async (folder) => {
      const first = await startBenchServer({ folder });
      const team = await foundBenchTeam(first, roomIds(many));
      await first.kill();
      const server = await startBenchServer({ folder, port: first.port });
      try {
        const before = await server.measure();
        const ms = await openOurs(server.url, team, count);
        return { ms, heldMb: grownMb(before, await server.measure()) };
      } finally {
        await server.kill();
      }
    });
  const stock = async (): Promise<Readonly<Record<'ms' | 'heldMb', number>>> => {
    const server = await startStockServer();
    try {
      const before = await server.measure();
      const ms = await openStock(server.url, roomIds(compared.rooms), compared.laptops);
      return { ms, heldMb: grownMb(before, await server.measure()) };
    } finally {
      await server.kill();
    }
  };
  const trials = await inTurns(repeats, { ours: ours(compared.laptops, compared.rooms), stock });
  const full = await ours(laptops, rooms)();
  const small = `${String(compared.laptops)} laptops x ${String(compared.rooms)} rooms`;
  const size = `${String(laptops)} laptops x ${String(rooms)} rooms`;
  return {
    figures: [
      { name: `all back after a restart, ${small}, ours by stock`, value: ratioOf(trials, 'ms'), unit: 'x', bar: 0.3 },
      { name: `all back after a restart, ${size}, ours`, value: full.ms / 1_000, unit: 's', bar: null },
      {
        name: `growth of the server process, ${small}, ours by stock`,
        value: ratioOf(trials, 'heldMb'),
        unit: 'x',
        bar: 2,
      },
      { name: `growth of our server process with ${size} open`, value: full.heldMb, unit: 'MB', bar: null },
    ],
    raw: trials,
  };
}

/** Never less than a tenth of a megabyte, so that a ratio of it exists. */
const grownMb = (before: Held, after: Held): number => Math.max(0.1, (after.rss - before.rss) / 1e6);

/** The certificate is our own: node is told so for as long as this runs. */
async function trusting<T>(run: () => Promise<T>): Promise<T> {
  const before = process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
  process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
  try {
    return await run();
  } finally {
    if (before === undefined) delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
    else process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = before;
  }
}

/** Until every room of every laptop is open and acknowledged. */
async function openOurs(url: string, team: BenchTeam, laptops: number): Promise<number> {
  const started = performance.now();
  const peers = Array.from({ length: laptops }, () => new MuxPeer(url));
  await Promise.all(
    peers.map(async (peer) => {
      await peer.authenticate(team.device, team.team);
      let left = team.rooms.length;
      const whole = new Promise<void>((resolve) => {
        peer.socket.on('message', (data: Buffer) => {
          const frame = decodeFrame(new Uint8Array(data));
          peer.frames.length = 0;
          if (frame?.kind === 'control' && frame.frame.type === 'ack' && --left === 0) resolve();
        });
      });
      team.rooms.forEach((room, index) => openRoom(peer, index + 1, room));
      await whole;
    }),
  );
  const ms = performance.now() - started;
  for (const peer of peers) peer.close();
  return ms;
}

/** Until every socket has the server's answer to its step 1. */
async function openStock(url: string, rooms: readonly string[], laptops: number): Promise<number> {
  const started = performance.now();
  const secure = url.startsWith('wss');
  const sockets = Array.from({ length: laptops }, () =>
    rooms.map((room) =>
      secure ? new WebSocket(`${url}/${room}`, { rejectUnauthorized: false }) : stockSocket(url, room),
    ),
  ).flat();
  await Promise.all(
    sockets.map(async (socket) => {
      await once(socket, 'open');
      const answered = new Promise<void>((resolve) => {
        socket.on('message', (data: Buffer) => {
          const sync = decodeSync(new Uint8Array(data));
          if (sync && sync !== 'ignored' && sync.step === 'STEP_2') resolve();
        });
      });
      socket.send(encodeSync('STEP_1', new Uint8Array([0])));
      await answered;
    }),
  );
  const ms = performance.now() - started;
  for (const socket of sockets) socket.terminate();
  return ms;
}
