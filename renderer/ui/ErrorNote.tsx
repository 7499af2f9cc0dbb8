import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';

interface ErrorNoteProps {
  /** What happened. */
  readonly title: string;
  /** What to do now. */
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** A code for the helpdesk, folded away. Never content. */
  readonly details?: string;
}

/** Something went wrong, in place: what happened and what to do now. */
export function ErrorNote({ title, children, actions, details }: ErrorNoteProps) {
  return (
    <div className="error-note" role="alert">
      <Icon name="warning-circle" filled />
      <div>
        <b className="strong">{title}</b>
        {children ? <p>{children}</p> : null}
        {actions ? <div className="row">{actions}</div> : null}
        {details ? (
          <details>
            <summary>Toon details voor de helpdesk</summary>
            <p>{details}</p>
          </details>
        ) : null}
      </div>
    </div>
  );
}
