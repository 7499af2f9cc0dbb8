import { Label, Radio, RadioGroup } from 'react-aria-components';
import { LabelText } from './FieldParts.tsx';

interface RadioChoiceProps<T extends string> {
  readonly label: string;
  readonly field: string;
  readonly value: T | null;
  readonly onChange: (value: T) => void;
  readonly options: readonly { readonly value: T; readonly label: string; readonly hint?: string }[];
  readonly optional?: boolean;
  readonly inline?: boolean;
}

/** One of a few, where the choice stays once made. */
export function RadioChoice<T extends string>(props: RadioChoiceProps<T>) {
  return (
    <RadioGroup
      className="field"
      value={props.value}
      onChange={(next) => {
        const chosen = props.options.find((option) => option.value === next);
        if (chosen) props.onChange(chosen.value);
      }}
    >
      <Label className="label">
        <LabelText optional={props.optional ?? false}>{props.label}</LabelText>
      </Label>
      <div className={props.inline ? 'radios inline' : 'radios'}>
        {props.options.map((option) => (
          <Radio
            key={option.value}
            value={option.value}
            className="check"
            data-field={`${props.field}.${option.value}`}
          >
            <span className="radio-mark" />
            <span className="check-text">
              {option.label}
              {option.hint ? <span className="meta">{option.hint}</span> : null}
            </span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
