import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { useShortcuts } from './shortcutContext.tsx';

/** Every key that works now (F1). Keys of the screen you are on stand under those of the frame. */
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
        <tbody>
          {isOpen
            ? shortcuts.listed().map((shortcut) => (
                <tr key={shortcut.keys}>
                  <td>
                    <kbd>{shortcut.keys.replace('ArrowLeft', '←').replace('ArrowRight', '→').replaceAll('+', ' ')}</kbd>
                  </td>
                  <td>{shortcut.label}</td>
                </tr>
              ))
            : null}
        </tbody>
      </table>
    </Dialog>
  );
}
