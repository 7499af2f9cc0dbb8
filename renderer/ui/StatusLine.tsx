import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';

interface StatusLineProps {
  readonly icon: IconName;
  /** The state in bold: "Bewaard op deze laptop." */
  readonly state: string;
  readonly rest?: string;
  /** At most two links. */
  readonly links?: ReactNode;
  /** At the right, for example F1. */
  readonly aside?: ReactNode;
  /** Two versions wait: the only state that may have a colour. */
  readonly two?: boolean;
}

/** The quiet line at the bottom, always there. */
export function StatusLine({ icon, state, rest, links, aside, two = false }: StatusLineProps) {
  return (
    <footer className={two ? 'status two' : 'status'}>
      <div role="status" className="status-text">
        <Icon name={icon} />
        <span>
          <b>{state}</b>
          {rest ? ` ${rest}` : ''}
        </span>
      </div>
      {links}
      {aside ? <span className="status-aside">{aside}</span> : null}
    </footer>
  );
}
