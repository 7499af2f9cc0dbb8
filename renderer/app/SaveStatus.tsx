import type { ReactNode } from 'react';
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
    <StatusLine
      icon="laptop"
      state="Bewaard op deze laptop."
      rest="Delen met je team begint als je team verbonden is."
      aside={aside}
    />
  );
}
