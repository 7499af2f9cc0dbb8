import { useId } from 'react';
import { ErrorText, LabelText } from './FieldParts.tsx';
import { Icon } from './Icon.tsx';

export interface SelectOption<T extends string> {
  readonly value: T;
  readonly label: string;
}

interface SelectProps<T extends string> {
  readonly label: string;
  readonly field: string;
  readonly value: T | '';
  readonly onChange: (value: T | '') => void;
  readonly options: readonly SelectOption<T>[];
  /** Text of the empty choice; leave out when one must always be chosen. */
  readonly emptyLabel?: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly optional?: boolean;
  readonly hideLabel?: boolean;
  readonly disabled?: boolean;
  readonly className?: string;
}

/**
 * One from a longer list. The browser's own select: it keeps its keys, its touch wheel and its forced colours, and
 * hides nothing of the page while open.
 */
export function Select<T extends string>(props: SelectProps<T>) {
  const id = useId();
  const described = [props.hint ? `${id}-hint` : '', props.error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className={['field', props.className ?? ''].filter(Boolean).join(' ')}>
      <label htmlFor={id} className={props.hideLabel ? 'visually-hidden' : 'label'}>
        <LabelText optional={props.optional ?? false}>{props.label}</LabelText>
      </label>
      <span className="select">
        <select
          id={id}
          className="input"
          data-field={props.field}
          // Or a browser that restores windows writes the choice into its own files.
          autoComplete="off"
          value={props.value}
          disabled={props.disabled}
          aria-invalid={props.error ? true : undefined}
          aria-describedby={described || undefined}
          onChange={(event) => {
            const chosen = props.options.find((option) => option.value === event.target.value);
            props.onChange(chosen?.value ?? '');
          }}
        >
          {props.emptyLabel === undefined ? null : <option value="">{props.emptyLabel}</option>}
          {props.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon name="caret-down" />
      </span>
      {props.hint ? (
        <span id={`${id}-hint`} className="hint">
          {props.hint}
        </span>
      ) : null}
      {props.error ? <ErrorText id={`${id}-error`}>{props.error}</ErrorText> : null}
    </div>
  );
}
