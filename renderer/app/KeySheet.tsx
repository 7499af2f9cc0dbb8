import { Fragment } from 'react';
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
              const here = Map.groupBy(
                shortcuts.listed().filter((shortcut) => (shortcut.group ?? 'Op dit scherm') === group),
                ({ label }) => label,
              );
              return here.size === 0 ? null : (
                <tbody key={group}>
                  <tr>
                    <th scope="rowgroup" colSpan={2}>
                      {group}
                    </th>
                  </tr>
                  {[...here].map(([label, same]) => (
                    <tr key={label}>
                      <td>
                        {same.map(({ keys }, at) => (
                          <Fragment key={keys}>
                            {at > 0 ? ' of ' : null}
                            <kbd>{keysText(keys ?? '')}</kbd>
                          </Fragment>
                        ))}
                      </td>
                      <td>{label}</td>
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
