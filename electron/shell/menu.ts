/**
 * The menus, in Dutch. What the page does by itself under a key is only shown here: choosing it presses that key in the
 * page, so that there is one place that saves before it locks.
 */
import { app, Menu, type BrowserWindow, type MenuItemConstructorOptions, type WebContents } from 'electron';

type Modifier = 'control' | 'shift';

export interface MenuDeps {
  readonly window: () => BrowserWindow | null;
  /** Whether the window is left out of recordings and shared screens. */
  readonly isScreenProtected: () => boolean;
  protectScreen(isProtected: boolean): void;
}

export function setMenu(deps: MenuDeps): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate([...menuTemplate(deps)]));
}

function menuTemplate(deps: MenuDeps): readonly MenuItemConstructorOptions[] {
  const key = (label: string, accelerator: string, keyCode: string, ...modifiers: Modifier[]) => ({
    label,
    accelerator,
    registerAccelerator: false,
    click: () => press(deps.window(), keyCode, modifiers),
  });
  const tools: MenuItemConstructorOptions[] = app.isPackaged
    ? []
    : [{ type: 'separator' }, { role: 'toggleDevTools', label: 'Hulpmiddelen voor ontwikkelaars' }];
  return [
    {
      label: '&Bestand',
      submenu: [
        key('Nieuw gesprek', 'CommandOrControl+N', 'n', 'control'),
        key('Zoek, of doe iets', 'CommandOrControl+K', 'k', 'control'),
        { type: 'separator' },
        key('Verberg het scherm', 'CommandOrControl+Shift+H', 'h', 'control', 'shift'),
        key('Vergrendel', 'CommandOrControl+L', 'l', 'control'),
        { type: 'separator' },
        { role: 'quit', label: 'Sluit Samenspel af', accelerator: 'CommandOrControl+Q' },
      ],
    },
    {
      label: 'Be&werken',
      submenu: [
        { role: 'undo', label: 'Maak ongedaan' },
        { role: 'redo', label: 'Doe opnieuw' },
        { type: 'separator' },
        ...editItems(),
      ],
    },
    {
      label: 'B&eeld',
      submenu: [
        { role: 'zoomIn', label: 'Groter' },
        { role: 'zoomOut', label: 'Kleiner' },
        { role: 'resetZoom', label: 'Gewone grootte' },
        { role: 'togglefullscreen', label: 'Volledig scherm' },
        { type: 'separator' },
        {
          type: 'checkbox',
          label: 'Niet te zien op een gedeeld scherm of opname',
          checked: deps.isScreenProtected(),
          click: (item) => deps.protectScreen(item.checked),
        },
        ...tools,
      ],
    },
    { label: '&Help', submenu: [key('Toetsen', 'F1', 'F1')] },
  ];
}

const editItems = (): MenuItemConstructorOptions[] => [
  { role: 'cut', label: 'Knip' },
  { role: 'copy', label: 'Kopieer' },
  { role: 'pasteAndMatchStyle', label: 'Plak', accelerator: 'CommandOrControl+V' },
  { role: 'selectAll', label: 'Selecteer alles' },
];

/** A right click in text; elsewhere there is none. */
export function addTextMenu(page: WebContents, window: BrowserWindow): void {
  page.on('context-menu', (_event, { isEditable, selectionText }) => {
    if (isEditable) Menu.buildFromTemplate(editItems()).popup({ window });
    else if (selectionText !== '') Menu.buildFromTemplate([{ role: 'copy', label: 'Kopieer' }]).popup({ window });
  });
}

function press(window: BrowserWindow | null, keyCode: string, modifiers: Modifier[]): void {
  window?.webContents.sendInputEvent({ type: 'keyDown', keyCode, modifiers });
  window?.webContents.sendInputEvent({ type: 'keyUp', keyCode, modifiers });
}
