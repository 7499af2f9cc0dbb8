import { useId } from 'react';
import { ToggleButton, ToggleButtonGroup, type Key } from 'react-aria-components';
import { LabelText } from './FieldParts.tsx';
import { Icon, type IconName } from './Icon.tsx';
import { perspectiveMarks, type PerspectiveCode } from './perspectives.ts';

export interface Chip<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly icon?: IconName;
  /** A perspective chip has its own hue and swaps its icon for a tick. */
  readonly perspective?: PerspectiveCode;
  readonly count?: number;
}

interface Common<T extends string> {
  readonly label: string;
  readonly field: string;
  readonly chips: readonly Chip<T>[];
  readonly optional?: boolean;
  readonly hideLabel?: boolean;
  readonly disabled?: boolean;
}
interface SingleProps<T extends string> extends Common<T> {
  readonly value: T | null;
  /** Choosing the chosen one again clears it, unless `required`. */
  readonly onChange: (value: T | null) => void;
  readonly required?: boolean;
}
interface MultiProps<T extends string> extends Common<T> {
  readonly values: readonly T[];
  readonly onChange: (values: readonly T[]) => void;
}

/** Chips of which one is chosen. Chosen = thicker edge, tick, weight and tint. Arrows move, space chooses. */
export function ChoiceChips<T extends string>({ value, onChange, required = false, ...common }: SingleProps<T>) {
  return (
    <Group
      {...common}
      mode="single"
      selected={value === null ? [] : [value]}
      required={required}
      onSelected={(keys) => onChange(keys[0] ?? null)}
    />
  );
}

/** Chips of which several may be chosen. */
export function MultiChoiceChips<T extends string>({ values, onChange, ...common }: MultiProps<T>) {
  return <Group {...common} mode="multiple" selected={values} required={false} onSelected={onChange} />;
}

interface GroupProps<T extends string> extends Common<T> {
  readonly mode: 'single' | 'multiple';
  readonly selected: readonly T[];
  readonly required: boolean;
  readonly onSelected: (keys: readonly T[]) => void;
}

function Group<T extends string>(props: GroupProps<T>) {
  const id = useId();
  const known = new Map<Key, T>(props.chips.map((chip) => [chip.value, chip.value]));
  return (
    <div className="field">
      <span id={id} className={props.hideLabel ? 'visually-hidden' : 'label'}>
        <LabelText optional={props.optional ?? false}>{props.label}</LabelText>
      </span>
      <ToggleButtonGroup
        className="chips"
        aria-labelledby={id}
        selectionMode={props.mode}
        selectedKeys={props.selected}
        disallowEmptySelection={props.required}
        isDisabled={props.disabled ?? false}
        onSelectionChange={(keys) => props.onSelected([...keys].flatMap((key) => known.get(key) ?? []))}
      >
        {props.chips.map((chip) => (
          <ToggleButton
            key={chip.value}
            id={chip.value}
            className="chip"
            data-field={`${props.field}.${chip.value}`}
            {...(chip.perspective ? { 'data-p': perspectiveMarks[chip.perspective].hue } : {})}
          >
            {({ isSelected }) => (
              <>
                {chip.perspective ? (
                  <Icon name={isSelected ? 'check-circle' : perspectiveMarks[chip.perspective].icon} filled />
                ) : isSelected ? (
                  <Icon name="check" />
                ) : chip.icon ? (
                  <Icon name={chip.icon} />
                ) : null}
                <span>
                  {chip.label}
                  {chip.count === undefined ? null : <span className="count"> {chip.count}</span>}
                </span>
              </>
            )}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}
