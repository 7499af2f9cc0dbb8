import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { HouseholdId } from '../../shared/domain/ids.ts';
import { forgetLookingAlong, wasLookingAlong } from '../features/lookAlong/interrupted.ts';
import { LookAlong } from '../features/lookAlong/LookAlong.tsx';
import { SearchPalette } from '../features/search/SearchPalette.tsx';
import { NewConversationProvider, useNewConversation } from '../features/conversation/NewConversation.tsx';
import { useStartConversation } from '../features/conversation/startConversation.ts';
import type { AppInfo } from '../data/session.ts';
import { useSession } from '../data/sessionContext.tsx';
import { useVault } from '../data/useVault.tsx';
import { ActionList, type AddHeadAction } from '../ui/headActions.ts';
import { Icon } from '../ui/Icon.tsx';
import { PracticeBar } from '../ui/PracticeBar.tsx';
import { TextLink } from '../ui/TextLink.tsx';
import { ToastRegion } from '../ui/ToastRegion.tsx';
import { undoToast } from '../ui/toasts.ts';
import { CrashBoundary } from './CrashBoundary.tsx';
import { FrameContext, type FrameActions } from './frameContext.ts';
import { KeySheet } from './KeySheet.tsx';
import { Navigation } from './Navigation.tsx';
import { useRoute, useRouter } from './routerContext.tsx';
import { routeToText } from './routes.ts';
import { SaveStatus } from './SaveStatus.tsx';
import { Screen } from './Screens.tsx';
import { LookCommands } from './LookCommands.tsx';
import { PlaceCommands } from './PlaceCommands.tsx';
import { useAppCommand, useShortcut, useShortcuts } from './shortcutContext.tsx';

/** The window while the vault is open: navigation, one sheet, the quiet line. */
export function Frame({ info, practice }: { readonly info: AppInfo; readonly practice: boolean }) {
  const session = useSession();
  const route = useRoute();
  const [palette, setPalette] = useState(false);
  const [keys, setKeys] = useState(false);
  const [lookingAlong, setLookingAlong] = useState<HouseholdId | null>(null);
  const shortcuts = useShortcuts();
  const addAction = useCallback<AddHeadAction>((action) => shortcuts.add({ keys: null, ...action }), [shortcuts]);
  const newConversationKeys = info.host === 'loopback' ? 'Alt N' : 'Ctrl N';
  const frame = useMemo<FrameActions>(
    () => ({
      openPalette: () => setPalette(true),
      openKeys: () => setKeys(true),
      lookAlong: setLookingAlong,
      newConversationKeys,
    }),
    [newConversationKeys],
  );

  useArrival(routeToText(route));
  const [interrupted] = useState(wasLookingAlong);
  useEffect(() => {
    if (!interrupted) return undefined;
    void session.hide();
    return forgetLookingAlong;
  }, [interrupted, session]);
  if (interrupted) return null;

  // Nothing of the frame stays under it: what is not drawn cannot be reached.
  if (lookingAlong !== null) {
    return (
      <>
        {practice ? (
          <aside className="look-along-practice" aria-label="Oefenen">
            Oefenen
          </aside>
        ) : null}
        <LookAlong householdId={lookingAlong} />
      </>
    );
  }

  return (
    <FrameContext value={frame}>
      <ActionList value={addAction}>
        <NewConversationProvider>
          <LookCommands />
          <PlaceCommands />
          <FrameKeys
            host={info.host}
            onPalette={frame.openPalette}
            onKeys={frame.openKeys}
            onLookAlong={frame.lookAlong}
          />
          <a className="skip button" href="#inhoud" onClick={skipToContent}>
            Naar de inhoud
          </a>
          <div className="app">
            {practice ? <PracticeBar onStop={() => void session.lock()} /> : null}
            <Navigation />
            <main className="sheet" id="inhoud" tabIndex={-1}>
              <CrashBoundary resetKey={routeToText(route)}>
                <Screen route={route} />
              </CrashBoundary>
            </main>
            <SaveStatus
              practice={practice}
              aside={
                <TextLink field="nav.keys" onPress={frame.openKeys}>
                  <Icon name="keyboard" />
                  F1 toetsen
                </TextLink>
              }
            />
          </div>
          <ToastRegion />
          <SearchPalette isOpen={palette} onClose={() => setPalette(false)} />
          <KeySheet isOpen={keys} onClose={() => setKeys(false)} />
        </NewConversationProvider>
      </ActionList>
    </FrameContext>
  );
}

/** Another screen begins at its top, with the focus on its title unless it put the focus somewhere itself. */
function useArrival(route: string): void {
  const shown = useRef(route);
  useEffect(() => {
    if (shown.current === route) return;
    shown.current = route;
    window.scrollTo(0, 0);
    const sheet = document.getElementById('inhoud');
    if (!sheet?.contains(document.activeElement) || document.activeElement === sheet)
      sheet?.querySelector('h1')?.focus({ preventScroll: true });
  }, [route]);
}

/** The address stays as it is: no fragment in the history. */
function skipToContent(event: { preventDefault(): void }): void {
  event.preventDefault();
  document.getElementById('inhoud')?.focus();
}

interface FrameKeysProps {
  readonly host: AppInfo['host'];
  readonly onPalette: () => void;
  readonly onKeys: () => void;
  readonly onLookAlong: (householdId: HouseholdId) => void;
}

function FrameKeys({ host, onPalette, onKeys, onLookAlong }: FrameKeysProps) {
  const session = useSession();
  const router = useRouter();
  const route = useRoute();
  const { replicas } = useVault();
  const conversation = useStartConversation();
  const ask = useNewConversation();
  const isOnLoopback = host === 'loopback';
  const newConversation = (): void => {
    // Beside a household it begins there; elsewhere one first says with whom.
    if ('householdId' in route) void conversation.run(route.householdId);
    else ask.open();
  };

  const lookAlong = (): boolean => {
    if (!('householdId' in route)) return false;
    onLookAlong(route.householdId);
    return true;
  };

  const everywhere = 'Overal' as const;
  // Beside a household it is the button of that household.
  const lookAlongName = 'householdId' in route ? 'Meekijken' : 'Meekijken, bij een huishouden';
  const asNew = { label: 'Nieuw gesprek', group: everywhere, icon: 'plus' } as const;
  useShortcut('Ctrl+M', lookAlong, {
    label: lookAlongName,
    group: everywhere,
    icon: 'eye',
    keyOnly: !('householdId' in route),
  });
  // A browser tab keeps Ctrl+M for itself on some systems.
  useShortcut('Alt+M', lookAlong, { label: lookAlongName, group: everywhere, keyOnly: true });
  useShortcut('Ctrl+K', onPalette, { label: 'Zoek, of doe iets', group: everywhere, keyOnly: true });
  useShortcut('Alt+N', newConversation, isOnLoopback ? asNew : {});
  useShortcut('Ctrl+N', newConversation, isOnLoopback ? {} : asNew);
  useShortcut('Ctrl+Shift+H', () => void session.hide(), {
    label: 'Verberg het scherm',
    group: everywhere,
    icon: 'eye-slash',
    inDialog: true,
  });
  useShortcut('Ctrl+L', () => void session.lock(), {
    label: 'Vergrendel',
    group: everywhere,
    icon: 'lock-simple',
    inDialog: true,
  });
  useShortcut('Ctrl+S', () => void replicas.flushAll(), {
    label: 'Bewaar nu (bewaren gaat ook vanzelf)',
    group: everywhere,
    icon: 'check',
    inDialog: true,
  });
  useShortcut('Alt+ArrowLeft', router.back, { label: 'Terug', group: everywhere, icon: 'arrow-left' });
  useShortcut('Alt+ArrowRight', router.forward, { label: 'Vooruit', group: everywhere, icon: 'arrow-right' });
  useShortcut('Ctrl+Z', () => (isTyping() ? false : undoToast()), {
    label: 'Maak ongedaan',
    group: everywhere,
    keyOnly: true,
  });
  useAppCommand('Maak de laatste stap ongedaan', () => void undoToast(), {
    group: everywhere,
    icon: 'arrow-u-up-left',
  });
  useShortcut('F1', onKeys, { label: 'Toon alle toetsen', group: everywhere, icon: 'keyboard' });
  return null;
}

const WITHOUT_TEXT: readonly string[] = ['checkbox', 'radio', 'button', 'file', 'range', 'color'];

/** In a text field Ctrl+Z belongs to the text. */
function isTyping(): boolean {
  const active = document.activeElement;
  return (
    (active instanceof HTMLInputElement && !WITHOUT_TEXT.includes(active.type)) || active instanceof HTMLTextAreaElement
  );
}
