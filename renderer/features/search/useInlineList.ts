/**
 * A list under a text field that one walks with the arrow keys while focus stays in the field (aria-activedescendant).
 * No popover: nothing else on the page is hidden from anyone.
 */
import { useId, useState, type KeyboardEvent } from 'react';

export interface InlineList {
  /** Index of the chosen option; -1 for none. */
  readonly active: number;
  readonly listId: string;
  optionId(index: number): string;
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
  readonly onChoose: (index: number) => void;
  /** Enter without a chosen option. */
  readonly onEnter?: () => void;
}

/** Down and up walk through the options and past the ends back to none; Enter chooses. */
export function useInlineList({ ids, first, key, onChoose, onEnter }: InlineListOptions): InlineList {
  const listId = useId();
  const [moved, setMoved] = useState<{ readonly key: string; readonly id: string | null } | null>(null);
  const count = ids.length;
  const mine = moved?.key === key ? (moved.id === null ? -1 : ids.indexOf(moved.id)) : null;
  const left = mine === -1 && moved?.id !== null;
  const active = Math.min(mine === null || left ? first : mine, count - 1);
  const optionId = (index: number): string => `${listId}-${index}`;
  const move = (next: number): void => {
    setMoved({ key, id: ids[next] ?? null });
    document.getElementById(optionId(next))?.scrollIntoView({ block: 'nearest' });
  };
  return {
    active,
    listId,
    optionId,
    setActive: (index) => setMoved({ key, id: ids[index] ?? null }),
    inputProps: {
      role: 'combobox',
      'aria-expanded': count > 0,
      'aria-controls': listId,
      'aria-autocomplete': 'list',
      'aria-activedescendant': active >= 0 ? optionId(active) : undefined,
      onKeyDown(event) {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'ArrowDown') move(active + 1 >= count ? -1 : active + 1);
        else if (event.key === 'ArrowUp') move(active < 0 ? count - 1 : active - 1);
        else if (event.key === 'Enter') {
          if (active >= 0) onChoose(active);
          else onEnter?.();
        } else return;
        event.preventDefault();
      },
    },
  };
}
