import type { EndReason } from '../../transport/socketTransport.ts';
import { useEffect, useState, type ReactNode } from 'react';
import { setTimer } from '../../data/platform.ts';
import { Logo } from '../../ui/Logo.tsx';

/** One quiet sentence on linen, while nothing may be seen or nothing can be done. */
export function QuietScreen({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <main className="quiet-screen">
      <div className="brand">
        <Logo size={30} />
        Samenspel
      </div>
      <h1>{title}</h1>
      {children}
    </main>
  );
}

/** Says nothing during the first second: most waits are shorter. A long one says that nothing is wrong. */
export function WaitingScreen({ text }: { readonly text: string }) {
  const [waited, setWaited] = useState<'short' | 'late' | 'long'>('short');
  useEffect(() => {
    const timers = [setTimer(() => setWaited('late'), 1_000), setTimer(() => setWaited('long'), 10_000)];
    return () => timers.forEach((timer) => timer.cancel());
  }, []);
  return (
    <main className="quiet-screen" aria-busy="true">
      <h1 role="status">{waited === 'short' ? <span className="visually-hidden">{text}</span> : text}</h1>
      {waited === 'long' ? <p role="status">Je laptop is druk. Wacht even; je hoeft niets te doen.</p> : null}
    </main>
  );
}

const GONE: Readonly<Record<EndReason, readonly [string, string]>> = {
  TOKEN_REFUSED: ['Dit adres is verlopen.', 'Start Samenspel opnieuw. Een adres werkt maar één keer.'],
  OTHER_WINDOW: [
    'Samenspel staat open in een ander venster.',
    'Ga daar verder, of sluit dat venster en start opnieuw.',
  ],
  VAULT_ENDED: ['Samenspel is gestopt.', 'Start Samenspel opnieuw. Je werk staat veilig op deze laptop.'],
  HOST_GONE: ['Samenspel is gestopt.', 'Start Samenspel opnieuw. Je werk staat veilig op deze laptop.'],
};

/** This window cannot come back by itself. */
export function GoneScreen({ reason }: { readonly reason: EndReason }) {
  const [title, advice] = GONE[reason];
  return (
    <QuietScreen title={title}>
      <p>{advice}</p>
    </QuietScreen>
  );
}
