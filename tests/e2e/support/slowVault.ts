/** A page whose vault answers late: what comes from it waits until the test lets it through. */
import type { Page, WebSocketRoute } from '@playwright/test';
import { decodeEnvelope } from '../../../shared/contract/codec.ts';

export interface SlowVault {
  /** From now on nothing of the vault reaches the screen. */
  hold(): void;
  /** Everything that waited arrives, and what follows is not held. */
  release(): void;
  /** Commands whose answer waits, in the order in which the vault answered. */
  waiting(): readonly string[];
  /** Every command that the screen ever sent. */
  asked(): readonly string[];
}

/** Call before the page is loaded. */
export async function withSlowVault(page: Page): Promise<SlowVault> {
  const names = new Map<number, string>();
  const asked: string[] = [];
  let held: { readonly name: string; readonly arrive: () => void }[] | null = null;
  await page.routeWebSocket(/127\.0\.0\.1/, (screen: WebSocketRoute) => {
    const host = screen.connectToServer();
    screen.onMessage((message) => {
      const envelope = read(message);
      if (envelope?.kind === 'request') {
        names.set(envelope.id, envelope.name);
        asked.push(envelope.name);
      }
      host.send(message);
    });
    host.onMessage((message) => {
      const envelope = read(message);
      const name = envelope?.kind === 'reply' ? (names.get(envelope.id) ?? '') : '';
      if (held === null) screen.send(message);
      else held.push({ name, arrive: () => screen.send(message) });
    });
  });
  return {
    hold: () => (held ??= []),
    release() {
      for (const { arrive } of held ?? []) arrive();
      held = null;
    },
    waiting: () => (held ?? []).map(({ name }) => name),
    asked: () => asked,
  };
}

function read(message: string | Buffer) {
  const envelope = typeof message === 'string' ? null : decodeEnvelope(new Uint8Array(message));
  return envelope?.ok ? envelope.value : null;
}
