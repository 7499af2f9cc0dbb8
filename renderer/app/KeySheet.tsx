import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { COMMAND_GROUPS } from './shortcuts.ts';
import { keysText } from './keysText.ts';
import { useShortcuts } from './shortcutContext.tsx';

/** Every key that works now (F1), from the same list as the palette: first those of the screen one is on. */
export function KeySheet({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const shortcuts = useShortcuts();
  return (
    <Dialog
      title="Toetsen"
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <Button autoFocus field="keys.close" onPress={onClose}>
          Sluit
        </Button>
      }
    >
      <table className="key-table">
        <thead>
          <tr>
            <th scope="col">Toets</th>
            <th scope="col">Wat het doet</th>
          </tr>
        </thead>
        {isOpen
          ? COMMAND_GROUPS.map((group) => {
              const here = shortcuts.listed().filter((shortcut) => (shortcut.group ?? 'Op dit scherm') === group);
              return here.length === 0 ? null : (
                <tbody key={group}>
                  <tr>
                    <th scope="rowgroup" colSpan={2}>
                      {group}
                    </th>
                  </tr>
                  {here.map((shortcut) => (
                    <tr key={shortcut.keys}>
                      <td>
                        <kbd>{keysText(shortcut.keys ?? '')}</kbd>
                      </td>
                      <td>{shortcut.label}</td>
                    </tr>
                  ))}
                </tbody>
              );
            })
          : null}
      </table>
    </Dialog>
  );
}
