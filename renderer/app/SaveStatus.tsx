import { useSyncExternalStore, type ReactNode } from 'react';
import { useVault } from '../data/useVault.tsx';
import { SharingStatus } from '../features/team/SharingStatus.tsx';
import { StatusLine } from '../ui/StatusLine.tsx';

interface SaveStatusProps {
  readonly practice: boolean;
  readonly aside: ReactNode;
}

/** What a person may believe about saving and sharing, in one line. */
export function SaveStatus({ practice, aside }: SaveStatusProps) {
  const { replicas } = useVault();
  const trouble = useSyncExternalStore(replicas.subscribe, replicas.trouble);
  if (trouble === 'failed')
    return (
      <StatusLine
        icon="warning-circle"
        state="Nog niet bewaard."
        rest="Samenspel probeert het steeds opnieuw. Sluit het nog niet af."
        aside={aside}
      />
    );
  if (trouble === 'refused')
    return (
      <StatusLine
        icon="warning-circle"
        state="Niet bewaard."
        rest="Er staat tekst klaar om te kopiëren, waar je die typte."
        aside={aside}
      />
    );
  return practice ? (
    <StatusLine icon="laptop" state="Oefenen." rest="Wat je hier doet, wordt met niemand gedeeld." aside={aside} />
  ) : (
    <SharingStatus aside={aside} />
  );
}
