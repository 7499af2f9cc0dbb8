/**
 * Buttons at the head of a screen, and the parts of a household, are commands too: they say what they are called to
 * whoever keeps the list, so that none can be forgotten. Without a list around them they are just buttons.
 */
import { createContext, useContext, useEffect, type RefObject } from 'react';
import type { IconName } from './Icon.tsx';

export interface HeadAction {
  readonly label: string;
  readonly icon?: IconName;
  readonly group: 'Op dit scherm' | 'Ga naar';
  readonly run: () => void;
}

/** Adds to the list; answers how to take it away again. */
export type AddHeadAction = (action: HeadAction) => () => void;

/** The list that the frame keeps. */
export const ActionList = createContext<AddHeadAction | null>(null);

/** Set inside the head of a screen only. */
export const InHead = createContext(false);

/** Makes the button in a head known by the words on it. */
export function useHeadAction(button: RefObject<HTMLElement | null>, disabled: boolean, icon?: IconName): void {
  const add = useContext(ActionList);
  const inHead = useContext(InHead);
  useEffect(() => {
    const label = button.current?.querySelector('.button-text > span')?.textContent?.trim() ?? '';
    if (!add || !inHead || disabled || label === '') return undefined;
    return add({ label, group: 'Op dit scherm', ...(icon ? { icon } : {}), run: () => button.current?.click() });
  });
}
