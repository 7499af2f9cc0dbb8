/**
 * One way to the vault for all screens, also across a lock: the vault process ends at lock and a fresh one takes its
 * place, while screens keep calling the same object.
 */
import { createClient, type Client } from '../../shared/contract/client.ts';
import type { CommandName, EventName, InputOf, PayloadOf, ResultOf } from '../../shared/contract/contract.ts';
import type { EndReason, ScreenTransport } from '../transport/socketTransport.ts';
import { setTimer } from './platform.ts';

/** What screens may do with the vault. */
export interface VaultCalls {
  call<N extends CommandName>(name: N, input: InputOf<N>, signal?: AbortSignal): Promise<ResultOf<N>>;
  on<N extends EventName>(name: N, listener: (payload: PayloadOf<N>) => void): () => void;
}

export interface VaultLink extends VaultCalls {
  /** Starts a connection; replaces the present one. */
  connect(): void;
  /** Told once per connection that it is gone, and why. */
  onEnd(listener: (reason: EndReason) => void): void;
}

interface Listening {
  attach(client: Client): void;
  detach(): void;
}

/** A link that makes its connections with `openTransport`. Not connected until `connect`. */
export function createVaultLink(openTransport: () => ScreenTransport): VaultLink {
  let client: Client | null = null;
  let tellEnd: (reason: EndReason) => void = () => {};
  const listening = new Set<Listening>();

  return {
    call(name, input, signal) {
      if (client) return client.call(name, input, signal);
      return Promise.resolve({ ok: false, error: { tag: 'ConnectionLost' } } as ResultOf<typeof name>);
    },
    on(name, listener) {
      let stop: (() => void) | null = null;
      const entry: Listening = {
        attach: (to) => (stop = to.on(name, listener)),
        detach: () => stop?.(),
      };
      listening.add(entry);
      if (client) entry.attach(client);
      return () => {
        listening.delete(entry);
        entry.detach();
      };
    },
    connect() {
      const transport = openTransport();
      const mine = createClient(transport, { setTimer });
      client = mine;
      for (const entry of listening) entry.attach(mine);
      void mine.closed.then(() => {
        if (client !== mine) return;
        client = null;
        tellEnd(transport.endReason() ?? 'HOST_GONE');
      });
    },
    onEnd(listener) {
      tellEnd = listener;
    },
  };
}
