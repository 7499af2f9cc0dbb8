/** How the screen looks, as commands: chosen in the palette, kept with the worker like the same choice in Instellingen. */
import { useOpenSession, useSession } from '../data/sessionContext.tsx';
import { useAppCommand } from './shortcutContext.tsx';

const SMALLEST = 0.9;
const LARGEST = 1.5;

export function LookCommands() {
  const session = useSession();
  const { settings } = useOpenSession();
  const group = 'Beeld' as const;
  const resize = (by: number): void => {
    const textScale = Math.min(LARGEST, Math.max(SMALLEST, Math.round((settings.textScale + by) * 100) / 100));
    void session.updateSettings({ textScale });
  };
  useAppCommand('Licht scherm', () => void session.updateSettings({ theme: 'light' }), { group, icon: 'sun' });
  useAppCommand('Donker scherm', () => void session.updateSettings({ theme: 'dark' }), { group, icon: 'moon' });
  useAppCommand('Kleuren zoals de laptop', () => void session.updateSettings({ theme: 'system' }), {
    group,
    icon: 'laptop',
  });
  useAppCommand(
    settings.contrast === 'more' ? 'Gewoon contrast' : 'Meer contrast',
    () => void session.updateSettings({ contrast: settings.contrast === 'more' ? 'system' : 'more' }),
    { group, icon: 'circle-half' },
  );
  useAppCommand(
    settings.density === 'ruim' ? 'Compact: kleinere knoppen' : 'Ruim: grotere knoppen',
    () => void session.updateSettings({ density: settings.density === 'ruim' ? 'compact' : 'ruim' }),
    { group, icon: 'list' },
  );
  useAppCommand('Grotere letters', () => resize(0.15), { group, icon: 'caret-up' });
  useAppCommand('Kleinere letters', () => resize(-0.15), { group, icon: 'caret-down' });
  return null;
}
