/** Which perspective something belongs to: five tiles, their names stand beside on the same screen. */
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { PERSPECTIVES, type Perspective } from '../../../shared/domain/codes.ts';
import { perspectiveLabel } from '../../../shared/domain/gemeenteprofiel.ts';
import { useVault } from '../../data/useVault.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { perspectiveMarks } from '../../ui/perspectives.ts';

interface PerspectivePickProps {
  readonly value: string;
  readonly onChange: (value: Perspective | '') => void;
  readonly field: string;
}

/** Choosing the chosen one again clears it: nothing has to belong anywhere. */
export function PerspectivePick({ value, onChange, field }: PerspectivePickProps) {
  const { profile } = useVault();
  return (
    <ToggleButtonGroup
      className="perspective-pick"
      aria-label="Hoort bij perspectief"
      selectionMode="single"
      selectedKeys={value ? [value] : []}
      onSelectionChange={(keys) => onChange(PERSPECTIVES.find((code) => keys.has(code)) ?? '')}
    >
      {PERSPECTIVES.map((code) => (
        <ToggleButton
          key={code}
          id={code}
          className="perspective-choice"
          data-p={perspectiveMarks[code].hue}
          data-field={`${field}.${code}`}
          aria-label={perspectiveLabel(profile, code)}
        >
          {({ isSelected }) => (
            <Icon name={isSelected ? 'check-circle' : perspectiveMarks[code].icon} filled={isSelected} />
          )}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
