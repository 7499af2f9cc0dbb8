import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components';
import { Icon } from './Icon.tsx';

interface CheckboxProps {
  readonly children: ReactNode;
  readonly field: string;
  readonly selected: boolean;
  readonly onChange: (selected: boolean) => void;
  readonly disabled?: boolean;
  /** The text is seen elsewhere in the row; here it is only the name. */
  readonly hideLabel?: boolean;
}

/** A tick box of 20 px in a target of 36 or 44 px, label included. */
export function Checkbox({ children, field, selected, onChange, disabled = false, hideLabel = false }: CheckboxProps) {
  return (
    <AriaCheckbox className="check" isSelected={selected} onChange={onChange} isDisabled={disabled} data-field={field}>
      <span className="box">
        <Icon name="check" />
      </span>
      <span className={hideLabel ? 'visually-hidden' : 'check-text'}>{children}</span>
    </AriaCheckbox>
  );
}
