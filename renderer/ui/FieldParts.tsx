import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';

/** "Wat? (niet verplicht)". Required fields say nothing extra: hardly any field is required. */
export function LabelText({ children, optional }: { readonly children: ReactNode; readonly optional: boolean }) {
  return (
    <>
      {children}
      {optional ? <small> (niet verplicht)</small> : null}
    </>
  );
}

/** The sentence under a field that needs repair: icon, what is wrong, what to do. */
export function ErrorText({ id, children }: { readonly id?: string; readonly children: ReactNode }) {
  return (
    <span className="error-text" {...(id ? { id } : {})}>
      <Icon name="warning-circle" filled />
      <span>{children}</span>
    </span>
  );
}
