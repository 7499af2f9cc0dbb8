/**
 * The same worker on another device that was away for a while: it copies the document that the page has open, changes
 * the copy, and hands its changes to the vault later. It listens in on the page's own line, where it is let in as one
 * more caller.
 */
import type { Page, WebSocketRoute } from '@playwright/test';
import * as Y from 'yjs';
import { decodeEnvelope, encodeEnvelope, type Envelope } from '../../../shared/contract/codec.ts';
import { newWriter, type Writer } from '../../../shared/documents/accessors.ts';
import type { UserId } from '../../../shared/domain/ids.ts';

export interface Copy {
  /** Changes the copy; nobody else hears of it yet. */
  change(edit: (doc: Y.Doc, writer: Writer) => void): void;
  /** Gives all changes to the vault. Throws when the vault refuses them. */
  meet(): Promise<void>;
}

export interface OtherDevice {
  /** A copy of the document that the page opened last, as it is now. */
  copy(): Copy;
  /** The document that the page opened last. */
  documentId(): string;
  /** A command of the same worker, from elsewhere. Throws when the vault refuses it. */
  call(name: string, input: unknown): Promise<unknown>;
  /** Keeps what the page wants saved on its way, until releasePushes. */
  holdPushes(): void;
  releasePushes(): void;
  /** Every push is answered with this error, as by a vault that cannot save, until it is null again. */
  failPushesWith(tag: 'DiskFull' | null): void;
}

/** Call before the page goes to the app. */
export async function otherDevice(page: Page): Promise<OtherDevice> {
  const asked = new Map<number, string>();
  const answers = new Map<number, (outcome: unknown) => void>();
  const documents = new Map<string, Y.Doc>();
  let latest = '';
  let me = '';
  let nextId = 5_000_000;
  let send: (message: Uint8Array) => void = () => undefined;
  let held: (() => void)[] | null = null;
  let failing: 'DiskFull' | null = null;

  async function call(name: string, input: unknown): Promise<unknown> {
    const id = (nextId += 1);
    const answered = new Promise<unknown>((resolve) => answers.set(id, resolve));
    send(encodeEnvelope({ kind: 'request', id, name, input }));
    const outcome = (await answered) as { ok: boolean; value?: unknown };
    if (!outcome.ok) throw new Error(`the vault refused: ${JSON.stringify(outcome)}`);
    return outcome.value;
  }

  function learn(envelope: Envelope): void {
    if (envelope.kind === 'reply') {
      const outcome = envelope.outcome as { ok?: boolean; value?: Record<string, unknown> };
      const name = asked.get(envelope.id);
      if (outcome.ok !== true || !outcome.value) return;
      if (name === 'session.get') me = (outcome.value['me'] as { userId: string }).userId;
      if (name === 'document.open') {
        latest = String(outcome.value['documentId']);
        documents.set(latest, docOf(outcome.value['state'] as Uint8Array));
      }
    } else if (envelope.kind === 'event' && envelope.name === 'document.changed') {
      const { documentId, update } = envelope.payload as { documentId: string; update: Uint8Array };
      const doc = documents.get(documentId);
      if (doc) Y.applyUpdate(doc, update);
    }
  }

  await page.routeWebSocket(/127\.0\.0\.1/, (screen: WebSocketRoute) => {
    const host = screen.connectToServer();
    send = (message) => host.send(Buffer.from(message));
    screen.onMessage((message) => {
      const envelope = typeof message === 'string' ? null : decodeEnvelope(new Uint8Array(message));
      if (envelope?.ok && envelope.value.kind === 'request') asked.set(envelope.value.id, envelope.value.name);
      const isPush = envelope?.ok && envelope.value.kind === 'request' && envelope.value.name === 'document.push';
      if (failing !== null && isPush && envelope?.ok && envelope.value.kind === 'request') {
        const outcome = { ok: false, error: { tag: failing } };
        screen.send(Buffer.from(encodeEnvelope({ kind: 'reply', id: envelope.value.id, outcome })));
      } else if (held !== null && isPush) held.push(() => host.send(message));
      else host.send(message);
    });
    host.onMessage((message) => {
      const envelope = typeof message === 'string' ? null : decodeEnvelope(new Uint8Array(message));
      if (envelope?.ok) learn(envelope.value);
      const answer = envelope?.ok && envelope.value.kind === 'reply' ? answers.get(envelope.value.id) : undefined;
      if (answer && envelope?.ok && envelope.value.kind === 'reply') answer(envelope.value.outcome);
      else screen.send(message);
    });
  });

  return {
    copy() {
      const documentId = latest;
      const source = documents.get(documentId);
      if (!source) throw new Error('the page has no document open');
      const doc = docOf(Y.encodeStateAsUpdate(source));
      const before = Y.encodeStateVector(doc);
      let made = 0;
      const writer = newWriter(
        me as UserId,
        { nowMs: () => Date.parse('2026-11-20T15:05:00Z') },
        {
          bytes: (length) => Uint8Array.from({ length }, () => (made += 1) % 251),
        },
      );
      return {
        change: (edit) => edit(doc, writer),
        async meet() {
          await call('document.push', { documentId, update: Y.encodeStateAsUpdate(doc, before) });
        },
      };
    },
    documentId: () => latest,
    call,
    failPushesWith: (tag) => void (failing = tag),
    holdPushes: () => (held = []),
    releasePushes() {
      const waiting = held ?? [];
      held = null;
      for (const pass of waiting) pass();
    },
  };
}

function docOf(state: Uint8Array): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  return doc;
}
