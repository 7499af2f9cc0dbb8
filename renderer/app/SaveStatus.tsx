import type { ReactNode } from 'react';
import { SharingStatus } from '../features/team/SharingStatus.tsx';
import { StatusLine } from '../ui/StatusLine.tsx';

interface SaveStatusProps {
  readonly practice: boolean;
  readonly aside: ReactNode;
}

/** What a person may believe about saving and sharing, in one line. */
export function SaveStatus({ practice, aside }: SaveStatusProps) {
  return practice ? (
    <StatusLine icon="laptop" state="Oefenen." rest="Wat je hier doet, wordt met niemand gedeeld." aside={aside} />
  ) : (
    <SharingStatus aside={aside} />
  );
}
