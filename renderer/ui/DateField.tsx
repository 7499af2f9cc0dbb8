import { useId, useState } from 'react';
import { addDays } from '../../shared/domain/dates.ts';
import { INVALID_DATE_TEXT, fieldDate, longDate, parseTypedDate } from './dateText.ts';
import { ErrorText, LabelText } from './FieldParts.tsx';
import { Button } from './Button.tsx';

export interface QuickDate {
  readonly label: string;
  readonly days: number;
}
export const FOLLOW_UP_DATES: readonly QuickDate[] = [
  { label: 'Morgen', days: 1 },
  { label: '1 week', days: 7 },
  { label: '2 weken', days: 14 },
  { label: '6 weken', days: 42 },
];

interface DateFieldProps {
  readonly label: string;
  readonly field: string;
  /** YYYY-MM-DD or ''. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly today: string;
  /** Chips before the field; choosing one fills it. */
  readonly quick?: readonly QuickDate[];
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly optional?: boolean;
  readonly hideLabel?: boolean;
  readonly readOnly?: boolean;
}

/**
 * A date typed as text, checked when the field is left, with quick chips before it. Plain text rather than date
 * segments: a date that does not exist can be typed, seen and repaired, every shortcut keeps working, and the target is
 * full size. What is typed stays in view until it is right; `onChange` only ever gets an existing date or ''.
 */
export function DateField(props: DateFieldProps) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [invalid, setInvalid] = useState(false);
  const { value, today } = props;
  const settle = () => {
    if (typed === null) return;
    const parsed = parseTypedDate(typed, today);
    setInvalid(parsed === null);
    if (parsed === null) return;
    setTyped(null);
    if (parsed !== value) props.onChange(parsed);
  };
  const error = invalid ? INVALID_DATE_TEXT : props.error;
  const hint = props.hint ?? (value && typed === null ? longDate(value, today) : undefined);
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id} className={props.hideLabel ? 'visually-hidden' : 'label'}>
        <LabelText optional={props.optional ?? false}>{props.label}</LabelText>
      </label>
      <div className="date-row">
        {props.readOnly
          ? null
          : props.quick?.map((quick) => (
              <Button
                key={quick.days}
                field={`${props.field}.${quick.days}`}
                pressed={value === addDays(today, quick.days)}
                className="chip"
                {...(value === addDays(today, quick.days) ? { icon: 'check' as const } : {})}
                onPress={() => {
                  setTyped(null);
                  setInvalid(false);
                  props.onChange(addDays(today, quick.days));
                }}
              >
                {quick.label}
              </Button>
            ))}
        <input
          id={id}
          className="input"
          data-field={props.field}
          inputMode="numeric"
          autoComplete="off"
          spellCheck={false}
          maxLength={30}
          placeholder="dd-mm-jjjj"
          readOnly={props.readOnly}
          value={typed ?? fieldDate(value)}
          aria-invalid={error ? true : undefined}
          aria-describedby={described || undefined}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={settle}
          onKeyDown={(event) => {
            if (event.key === 'Enter') settle();
          }}
        />
      </div>
      {hint ? (
        <span id={`${id}-hint`} className="hint">
          {hint}
        </span>
      ) : null}
      {error ? <ErrorText id={`${id}-error`}>{error}</ErrorText> : null}
    </div>
  );
}
