/** Composition root of the screen: one link to the vault, one session, one router, one list of keys. */
import './app/zodWithoutEval.ts';
// Before the screens, whose own styles come in with them: the first @layer statement sets the order.
import './styles/tokens.css';
import './styles/base.css';
import './styles/kit.css';
import './styles/content.css';
import './styles/overlays.css';
import './styles/frame.css';
import './styles/session.css';
import './styles/settings.css';
import './styles/print.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { keepPlace, withPlace } from './app/place.ts';
import { createRouter } from './app/router.ts';
import { RouterProvider } from './app/routerContext.tsx';
import { routeFromText } from './app/routes.ts';
import { ShortcutProvider } from './app/shortcutContext.tsx';
import { createShortcuts } from './app/shortcuts.ts';
import { createVaultLink } from './data/client.ts';
import { createSession } from './data/session.ts';
import { SessionProvider } from './data/sessionContext.tsx';
import { chooseTransport } from './transport/chooseTransport.ts';

const bareLink = createVaultLink(() => chooseTransport(window));
const router = createRouter();
const shortcuts = createShortcuts(() => document.querySelector('[role="dialog"], [role="alertdialog"]') !== null);

const place = keepPlace(document, router.current, router.subscribe, (now) => {
  if (isShown()) void bareLink.call('session.rememberPlace', now);
});
const isShown = (): boolean => session.view().kind === 'open';
const link = withPlace(bareLink, place, isShown);
const session = createSession({
  link,
  capturePlace: place.capture,
  onOpen: (opened) => router.reset(opened.place ? routeFromText(opened.place.route) : undefined),
});

window.addEventListener(
  'keydown',
  (event) => {
    if (!shortcuts.handle(event)) return;
    event.preventDefault();
    event.stopPropagation();
  },
  { capture: true },
);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <SessionProvider session={session}>
      <RouterProvider router={router}>
        <ShortcutProvider shortcuts={shortcuts}>
          <App />
        </ShortcutProvider>
      </RouterProvider>
    </SessionProvider>
  </StrictMode>,
);
session.start();
