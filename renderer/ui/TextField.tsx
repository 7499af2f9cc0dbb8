import { useId, type ChangeEvent, type KeyboardEvent, type ReactNode, type Ref } from 'react';
import { ErrorText, LabelText } from './FieldParts.tsx';
import { Icon, type IconName } from './Icon.tsx';

export interface TextFieldProps {
  readonly label: string;
  /** Stable name (`data-field`), so that the caret returns here after unlock. */
  readonly field: string;
  readonly value?: string;
  /** For fields that stay outside React state, such as a passphrase. */
  readonly defaultValue?: string;
  readonly onChange?: (value: string) => void;
  readonly onBlur?: () => void;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly optional?: boolean;
  readonly hideLabel?: boolean;
  /** Only with a hidden label that says the same, in a row of filters. */
  readonly placeholder?: string;
  readonly icon?: IconName;
  readonly type?: 'text' | 'password' | 'search' | 'tel' | 'email';
  readonly inputMode?: 'text' | 'numeric' | 'tel' | 'email' | 'search';
  readonly maxLength?: number;
  readonly readOnly?: boolean;
  readonly autoFocus?: boolean;
  readonly autoComplete?: string;
  readonly spellCheck?: boolean;
  readonly className?: string;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** One line of text. Label above, error under, no validation while typing (the caller decides when `error` is set). */
export function TextField(props: TextFieldProps) {
  const id = useId();
  const { hint, error } = props;
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  const input = (
    <input
      id={id}
      className="input"
      data-field={props.field}
      type={props.type ?? 'text'}
      inputMode={props.inputMode}
      maxLength={props.maxLength}
      placeholder={props.placeholder}
      readOnly={props.readOnly}
      autoFocus={props.autoFocus}
      autoComplete={props.autoComplete ?? 'off'}
      spellCheck={props.spellCheck ?? false}
      aria-invalid={error ? true : undefined}
      aria-describedby={described || undefined}
      ref={props.inputRef}
      onBlur={props.onBlur}
      onKeyDown={props.onKeyDown}
      onChange={(event: ChangeEvent<HTMLInputElement>) => props.onChange?.(event.target.value)}
      {...(props.value === undefined ? { defaultValue: props.defaultValue ?? '' } : { value: props.value })}
    />
  );
  return (
    <div className={['field', props.className ?? ''].filter(Boolean).join(' ')}>
      <label htmlFor={id} className={props.hideLabel ? 'visually-hidden' : 'label'}>
        <LabelText optional={props.optional ?? false}>{props.label}</LabelText>
      </label>
      {props.icon ? (
        <span className="input-with-icon">
          <Icon name={props.icon} />
          {input}
        </span>
      ) : (
        input
      )}
      {hint ? (
        <span id={`${id}-hint`} className="hint">
          {hint}
        </span>
      ) : null}
      {error ? <ErrorText id={`${id}-error`}>{error}</ErrorText> : null}
    </div>
  );
}
