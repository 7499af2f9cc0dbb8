/**
 * What the screen under the palette offers by button, so that everything that can be done there is found by its words too,
 * without each button having to say so. Read when the palette opens; a button that went meanwhile does nothing.
 */
export interface ScreenButton {
  readonly label: string;
  readonly press: () => void;
}

const LONGEST = 80;

export function screenButtons(root: ParentNode): readonly ScreenButton[] {
  const found = new Map<string, ScreenButton>();
  for (const button of root.querySelectorAll<HTMLButtonElement>('main button:not([disabled])')) {
    const label = labelOf(button);
    // The first of a name is the one that is meant: what is repeated per row names its row.
    if (label === '' || label.length > LONGEST || found.has(label) || !button.checkVisibility()) continue;
    found.set(label, { label, press: () => button.click() });
  }
  return [...found.values()];
}

function labelOf(button: HTMLElement): string {
  const said = button.getAttribute('aria-label') ?? button.querySelector('.button-text > span')?.textContent;
  return (said ?? button.textContent).replace(/\s+/g, ' ').trim();
}
