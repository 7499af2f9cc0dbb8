import { useId, useState } from 'react';
import { LabelText } from './FieldParts.tsx';

interface ScoreFieldProps {
  readonly label: string;
  readonly field: string;
  /** Null: not filled in, which is never 0. */
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly hint?: string;
  readonly hideLabel?: boolean;
  readonly optional?: boolean;
  readonly readOnly?: boolean;
  readonly onFocus?: () => void;
}

/** What somebody typed as a whole number from 0 to 10; null for an empty field, undefined for anything else. */
export function typedScore(typed: string): number | null | undefined {
  const text = typed.trim();
  if (text === '') return null;
  return /^(?:\d|10)$/.test(text) ? Number(text) : undefined;
}

/** The score one step up or down, never beyond 0 and 10. From nothing: up begins at 0, down at 10. */
export function steppedScore(value: number | null, step: 1 | -1): number {
  if (value === null) return step === 1 ? 0 : 10;
  return Math.min(10, Math.max(0, value + step));
}

/** In a table of scores Enter goes on to the next one, past what else stands in the row. */
function focusNextScore(input: HTMLInputElement): void {
  const scores = [...(input.closest('table')?.querySelectorAll<HTMLInputElement>('.score-field input') ?? [])];
  scores[scores.indexOf(input) + 1]?.focus();
}

/** A number from 0 to 10 as somebody gives it. Arrows change it by one; emptying it makes it "not filled in" again. */
export function ScoreField(props: ScoreFieldProps) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const { value } = props;
  return (
    <div className="field score-field">
      <label htmlFor={id} className={props.hideLabel ? 'visually-hidden' : 'label'}>
        <LabelText optional={props.optional ?? false}>{props.label}</LabelText>
      </label>
      <input
        id={id}
        className="input"
        role="spinbutton"
        inputMode="numeric"
        autoComplete="off"
        maxLength={2}
        data-field={props.field}
        readOnly={props.readOnly}
        aria-valuemin={0}
        aria-valuemax={10}
        aria-valuenow={value ?? undefined}
        aria-valuetext={value === null ? 'niet ingevuld' : String(value)}
        aria-describedby={props.hint ? `${id}-hint` : undefined}
        value={typed ?? (value === null ? '' : String(value))}
        onFocus={(event) => {
          event.target.select();
          props.onFocus?.();
        }}
        onChange={(event) => {
          const next = typedScore(event.target.value);
          setTyped(event.target.value);
          if (next !== undefined && next !== value) props.onChange(next);
        }}
        onBlur={() => setTyped(null)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') focusNextScore(event.currentTarget);
          const step = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : null;
          if (step === null || props.readOnly) return;
          event.preventDefault();
          setTyped(null);
          props.onChange(steppedScore(value, step));
        }}
      />
      {props.hint ? (
        <span id={`${id}-hint`} className="hint">
          {props.hint}
        </span>
      ) : null}
    </div>
  );
}
