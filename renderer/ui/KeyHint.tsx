/** A key combination as on the keyboard: `Ctrl K`. Hidden from screen readers; the control carries aria-keyshortcuts. */
export function KeyHint({ keys }: { readonly keys: string }) {
  return <kbd aria-hidden="true">{keys}</kbd>;
}
