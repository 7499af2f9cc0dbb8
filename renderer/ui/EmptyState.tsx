import type { ReactNode } from 'react';

/** The empty table, one sentence, one button. Not a failure. */
export function EmptyState({ text, actions }: { readonly text: string; readonly actions?: ReactNode }) {
  return (
    <div className="empty">
      <svg className="empty-table" viewBox="0 0 200 200" width="168" aria-hidden="true">
        <rect className="top" x="52" y="52" width="96" height="96" rx="22" />
        <rect className="other" x="66" y="14" width="68" height="20" rx="10" />
        <rect className="other" x="14" y="66" width="20" height="68" rx="10" />
        <rect className="other" x="166" y="66" width="20" height="68" rx="10" />
        <rect className="taken" x="66" y="166" width="68" height="20" rx="10" />
      </svg>
      <p>{text}</p>
      {actions ? <div className="row">{actions}</div> : null}
    </div>
  );
}
