import type { ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';

interface DisclosureProps {
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly label: string;
  readonly field: string;
  readonly children: ReactNode;
}

/** A quiet button that opens what is not needed every day. */
export function Disclosure({ open, onToggle, label, field, children }: DisclosureProps) {
  return (
    <div className="disclosure">
      <Button variant="quiet" icon={open ? 'caret-up' : 'caret-down'} field={field} expanded={open} onPress={onToggle}>
        {label}
      </Button>
      {open ? <div className="disclosure-body">{children}</div> : null}
    </div>
  );
}
