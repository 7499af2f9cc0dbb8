/** Place and settings of this worker, in the encrypted store. What cannot be read any more reads as absent. */
import type { z } from 'zod';
import { Place, Settings } from '../../shared/contract/commands/session.ts';
import type { Clock } from '../../shared/deps.ts';
import type { Store } from './store/open.ts';

export const DEFAULT_SETTINGS: Settings = { theme: 'system', contrast: 'system', density: 'compact', textScale: 1 };

/** Absent and undefined both mean: as it was. */
export type SettingsChange = { readonly [K in keyof Settings]?: Settings[K] | undefined };

export interface UiState {
  place(): Place | null;
  /** Inside a running transaction: on disk with all else in it, or not at all. */
  rememberPlace(place: Place): void;
  settings(): Settings;
  updateSettings(change: SettingsChange): Settings;
}

export function createUiState(store: Store, clock: Clock): UiState {
  const read = store.db.prepare<[string], string>('SELECT value FROM ui_state WHERE key = ?').pluck();
  const write = store.db.prepare<[string, string, number]>(
    `INSERT INTO ui_state (key, value, changed_at_ms) VALUES (?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value, changed_at_ms = excluded.changed_at_ms`,
  );
  const get = <T>(key: string, schema: z.ZodType<T>): T | null => {
    const text = read.get(key);
    if (text === undefined) return null;
    const value = schema.safeParse(parseJson(text));
    return value.success ? value.data : null;
  };
  const set = (key: string, value: unknown): void => {
    const text = JSON.stringify(value);
    // Typing on in one field moves only the caret; what did not change costs no page.
    if (read.get(key) === text) return;
    const put = (): void => void write.run(key, text, clock.nowMs());
    // One row is whole by itself: inside a transaction it needs no savepoint of its own.
    if (store.db.inTransaction) put();
    else store.transaction(put);
  };
  const settings = (): Settings => withChange(DEFAULT_SETTINGS, get('settings', Settings.partial()) ?? {});

  return {
    place: () => get('place', Place),
    rememberPlace: (place) => set('place', place),
    settings,
    updateSettings(change) {
      const next = withChange(settings(), change);
      set('settings', next);
      return next;
    },
  };
}

function withChange(settings: Settings, change: SettingsChange): Settings {
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  return { ...settings, ...(Object.fromEntries(given) as Partial<Settings>) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
