/**
 * A list under a text field that one walks with the arrow keys while focus stays in the field (aria-activedescendant).
 * No popover: nothing else on the page is hidden from anyone.
 *
 * Enter acts on what belongs to the typed text, never on what an earlier text found: pressed ahead of the answer it
 * waits for it, and typing on takes it back. A row that somebody walked to is chosen as it was seen.
 */
import { useCallback, useEffect, useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';

export interface InlineList {
  /** Index of the chosen option; -1 for none. */
  readonly active: number;
  readonly listId: string;
  optionId(index: number): string;
  /** The pointer is over this one. */
  setActive(index: number): void;
  /** Attributes of the text field. */
  readonly inputProps: {
    readonly role: 'combobox';
    readonly 'aria-expanded': boolean;
    readonly 'aria-controls': string;
    readonly 'aria-autocomplete': 'list';
    readonly 'aria-activedescendant': string | undefined;
    readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
  };
}

interface InlineListOptions {
  /** The options in order; what a person chose stays chosen when others come in around it. */
  readonly ids: readonly string[];
  /** Which option is chosen as long as nobody moved, for this `key`; -1 for none. */
  readonly first: number;
  /** What the list belongs to: another text is a new list. */
  readonly key: string;
  /** False while the options still belong to an earlier text. */
  readonly settled?: boolean;
  /** Brings the list up to what stands in the field, before a key acts on it. */
  readonly catchUp?: () => void;
  readonly onChoose: (index: number) => void;
  /** Enter without a chosen option. */
  readonly onEnter?: () => void;
}

interface Moved {
  readonly key: string;
  readonly id: string | null;
  readonly by: 'keys' | 'pointer';
}

const KEYS = ['ArrowDown', 'ArrowUp', 'Enter'];

/** Down and up walk through the options and past the ends back to none; Enter chooses. */
export function useInlineList(options: InlineListOptions): InlineList {
  const { ids, key, settled = true, onChoose, onEnter } = options;
  const listId = useId();
  const [moved, setMoved] = useState<Moved | null>(null);
  const active = activeOf(moved, options);
  const entered = useRef<string | null>(null);
  const optionId = (index: number): string => `${listId}-${index}`;

  const enter = (): void => {
    if (active >= 0) onChoose(active);
    else onEnter?.();
  };
  const press = (pressed: string): void => {
    entered.current = null;
    const walked = moved?.key === key && moved.by === 'keys' && active >= 0;
    if (pressed === 'Enter') {
      if (settled || walked) enter();
      else entered.current = key;
      return;
    }
    const { length } = ids;
    const down = active + 1 >= length ? -1 : active + 1;
    const next = pressed === 'ArrowDown' ? down : active < 0 ? length - 1 : active - 1;
    setMoved({ key, id: ids[next] ?? null, by: 'keys' });
    document.getElementById(optionId(next))?.scrollIntoView({ block: 'nearest' });
  };
  const latest = useRef({ options, press });
  useLayoutEffect(() => {
    latest.current = { options, press };
  });
  useEffect(() => {
    if (entered.current === null || (entered.current === key && !settled)) return;
    const wasForThis = entered.current === key;
    entered.current = null;
    if (wasForThis) enter();
  });

  const setActive = useCallback((index: number) => {
    const now = latest.current.options;
    setMoved({ key: now.key, id: now.ids[index] ?? null, by: 'pointer' });
  }, []);
  const onKeyDown = useCallback((event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || !KEYS.includes(event.key)) return;
    event.preventDefault();
    latest.current.options.catchUp?.();
    latest.current.press(event.key);
  }, []);
  return {
    active,
    listId,
    optionId,
    setActive,
    inputProps: {
      role: 'combobox',
      'aria-expanded': ids.length > 0,
      'aria-controls': listId,
      'aria-autocomplete': 'list',
      'aria-activedescendant': active >= 0 ? optionId(active) : undefined,
      onKeyDown,
    },
  };
}

/** Which option is chosen now. What the pointer was over may go unnoticed; a row that was walked to may not be swapped. */
function activeOf(moved: Moved | null, { ids, first, key }: InlineListOptions): number {
  const start = Math.min(first, ids.length - 1);
  if (moved?.key !== key) return start;
  if (moved.id === null) return -1;
  const at = ids.indexOf(moved.id);
  return at < 0 && moved.by === 'pointer' ? start : at;
}
