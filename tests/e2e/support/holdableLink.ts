/**
 * A link between one laptop and the server on which what the server says can be held back, as on a network that takes
 * everything and brings nothing: what the laptop sends arrives, no answer comes, and no connection is seen to end.
 */
import { createServer, connect, type AddressInfo, type Socket } from 'node:net';
import { once } from 'node:events';

export interface HoldableLink {
  /** What this laptop knows as the address of its team. */
  readonly url: string;
  /** From now on nothing from the server arrives. */
  hold(): void;
  /** Everything that waited arrives, in order. */
  release(): void;
  close(): Promise<void>;
}

/** Listens on a free port of this machine and passes everything on to the server at `url`. */
export async function startHoldableLink(url: string): Promise<HoldableLink> {
  const target = Number(new URL(url).port);
  const sockets = new Set<Socket>();
  let waiting: (() => void)[] | null = null;
  const bring = (arrive: () => void): void => {
    if (waiting) waiting.push(arrive);
    else arrive();
  };
  const listener = createServer((laptop) => {
    const server = connect(target, '127.0.0.1');
    for (const socket of [laptop, server]) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => undefined);
      socket.once('close', () => sockets.delete(socket));
    }
    laptop.on('data', (bytes: Buffer) => server.write(bytes));
    laptop.once('close', () => server.destroy());
    server.on('data', (bytes: Buffer) => bring(() => laptop.write(bytes)));
    server.once('close', () => bring(() => laptop.destroy()));
  });
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  return {
    url: `ws://127.0.0.1:${port}`,
    hold: () => void (waiting ??= []),
    release() {
      const arrivals = waiting ?? [];
      waiting = null;
      for (const arrive of arrivals) arrive();
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      listener.close();
      await once(listener, 'close');
    },
  };
}
