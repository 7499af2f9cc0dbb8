/**
 * What stands in forms that become something at the press of a button.
 *
 * Promises: what is typed is in the encrypted store of the vault a moment later, and before the screen is hidden or
 * locked; a form that is shown again begins with it, until it is finished or given up. Nothing stays in this window
 * after hiding.
 */
import type { DraftValues } from '../../shared/contract/commands/drafts.ts';
import { onForget } from './forget.ts';
import type { VaultCalls } from './replica.ts';

const PAUSE_MS = 400;

export interface FormDrafts {
  /** Fetches what was begun; call before any form is shown. */
  load(): Promise<void>;
  get(key: string): DraftValues | null;
  /** Remembers now, keeps on disk after a pause; null forgets. */
  put(key: string, values: DraftValues | null): void;
  /** Keys of forms that were begun and start with this. */
  begun(prefix: string): readonly string[];
  /** Everything on disk; false when that did not work out. */
  flush(): Promise<boolean>;
  /** Saves before hide and lock, and forgets at them, until the returned function is called. */
  listen(): () => void;
}

export function createFormDrafts(calls: VaultCalls): FormDrafts {
  const known = new Map<string, DraftValues>();
  const waiting = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | null = null;

  async function flush(): Promise<boolean> {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const keys = [...waiting];
    const kept = await Promise.all(
      keys.map(async (key) => {
        waiting.delete(key);
        const { ok } = await calls.call('draft.keep', { key, values: known.get(key) ?? null });
        if (!ok) waiting.add(key);
        return ok;
      }),
    );
    return kept.every(Boolean);
  }

  function forget(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    known.clear();
    waiting.clear();
  }

  return {
    async load() {
      const answer = await calls.call('draft.list', {});
      if (!answer.ok) return;
      for (const { key, values } of answer.value.drafts) if (!waiting.has(key)) known.set(key, values);
    },
    get: (key) => known.get(key) ?? null,
    put(key, values) {
      if (values === null) known.delete(key);
      else known.set(key, values);
      waiting.add(key);
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(() => void flush(), PAUSE_MS);
    },
    begun: (prefix) => [...known.keys()].filter((key) => key.startsWith(prefix)),
    flush,
    listen: () => onForget({ flush, forget }),
  };
}
