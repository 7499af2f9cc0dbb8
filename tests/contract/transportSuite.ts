/**
 * What every transport between screen and vault must do. Runs over the in-memory pair, the loopback WebSocket and the
 * shell's bridge; a transport that passes here can carry the contract.
 */
import { describe, expect, it } from 'vitest';
import { MAX_MESSAGE_BYTES } from '../../shared/contract/bytes.ts';
import type { Transport } from '../../shared/contract/transport.ts';

export interface TransportPair {
  /** The end in the screen. */
  readonly screen: Transport;
  /** The end in the vault, or what stands for it. */
  readonly vault: Transport;
  /** Frees ports and processes; called after each test. */
  dispose(): Promise<void>;
}

/** Registers the suite under this name; `connect` gives a fresh connected pair. */
export function transportSuite(name: string, connect: () => Promise<TransportPair>): void {
  const withPair = async (use: (pair: TransportPair) => Promise<void>): Promise<void> => {
    const pair = await connect();
    try {
      await use(pair);
    } finally {
      await pair.dispose();
    }
  };

  describe(`transport: ${name}`, () => {
    it('carries bytes both ways, unchanged and in order', () =>
      withPair(async ({ screen, vault }) => {
        const sent = Array.from({ length: 50 }, (_, index) => Uint8Array.from([index, 0, 255, 10, 13, index]));
        const there = collect(vault, sent.length);
        const back = collect(screen, sent.length);
        for (const message of sent) {
          screen.send(message);
          vault.send(message);
        }
        expect(await there).toEqual(sent);
        expect(await back).toEqual(sent);
      }));

    it('gives plain Uint8Arrays that hold the message and nothing around it', () =>
      withPair(async ({ screen, vault }) => {
        const arrived = collect(vault, 1);
        screen.send(new Uint8Array([9, 8, 7, 6]).subarray(1, 3));
        const [message] = await arrived;
        expect(Object.getPrototypeOf(message)).toBe(Uint8Array.prototype);
        expect(message).toEqual(new Uint8Array([8, 7]));
      }));

    it('carries an empty message and one of the largest size', () =>
      withPair(async ({ screen, vault }) => {
        const large = new Uint8Array(MAX_MESSAGE_BYTES).map((_, index) => index % 251);
        const there = collect(vault, 2);
        const back = collect(screen, 1);
        screen.send(new Uint8Array(0));
        screen.send(large);
        vault.send(large);
        const [empty, arrived] = await there;
        expect(empty).toEqual(new Uint8Array(0));
        expect(Buffer.compare(arrived as Uint8Array, large)).toBe(0);
        expect(Buffer.compare((await back)[0] as Uint8Array, large)).toBe(0);
      }));

    it('keeps messages that arrive before anybody listens', () =>
      withPair(async ({ screen, vault }) => {
        screen.send(new Uint8Array([1]));
        screen.send(new Uint8Array([2]));
        await settle();
        expect(await collect(vault, 2)).toEqual([new Uint8Array([1]), new Uint8Array([2])]);
      }));

    it('does not let a message change after it was sent', () =>
      withPair(async ({ screen, vault }) => {
        const arrived = collect(vault, 1);
        const message = new Uint8Array([1, 2, 3]);
        screen.send(message);
        message.fill(0);
        expect(await arrived).toEqual([new Uint8Array([1, 2, 3])]);
      }));

    it('tells both ends once that it is closed, and then does nothing', () =>
      withPair(async ({ screen, vault }) => {
        const closed: string[] = [];
        const both = Promise.all([
          new Promise<void>((resolve) => screen.onClose(() => resolve(void closed.push('screen')))),
          new Promise<void>((resolve) => vault.onClose(() => resolve(void closed.push('vault')))),
        ]);
        vault.close();
        await both;
        vault.close();
        screen.close();
        screen.send(new Uint8Array([1]));
        vault.send(new Uint8Array([1]));
        await settle();
        expect(closed.sort()).toEqual(['screen', 'vault']);
      }));

    it('tells who asks later that it is closed already', () =>
      withPair(async ({ screen, vault }) => {
        const seen = new Promise<void>((resolve) => screen.onClose(resolve));
        vault.close();
        await seen;
        await new Promise<void>((resolve) => screen.onClose(resolve));
      }));
  });
}

/** The first `count` messages at this end. */
function collect(end: Transport, count: number): Promise<readonly Uint8Array[]> {
  return new Promise((resolve) => {
    const messages: Uint8Array[] = [];
    end.onMessage((message) => {
      messages.push(message);
      if (messages.length === count) resolve(messages);
    });
  });
}

/** Lets everything that is under way arrive: a few turns of the event loop. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
