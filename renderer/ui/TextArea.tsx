import { useId, type ComponentProps, type ReactNode } from 'react';
import { ErrorText, LabelText } from './FieldParts.tsx';

type Native = Pick<
  ComponentProps<'textarea'>,
  | 'value'
  | 'defaultValue'
  | 'onChange'
  | 'onInput'
  | 'onBlur'
  | 'onFocus'
  | 'onKeyDown'
  | 'onSelect'
  | 'ref'
  | 'rows'
  | 'readOnly'
  | 'autoFocus'
  | 'maxLength'
  | 'spellCheck'
>;

export interface TextAreaProps extends Native {
  readonly label: string;
  readonly field: string;
  /** A grey question above the field ("Vraag bijvoorbeeld: ..."). Never inserted as text. */
  readonly prompt?: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly optional?: boolean;
  readonly hideLabel?: boolean;
  /** Words of a resident: set in the serif. */
  readonly voice?: boolean;
}

/** A plain textarea that grows with its text: native spelling, dictation, touch and undo. */
export function TextArea({ label, field, prompt, hint, error, optional, hideLabel, voice, ...native }: TextAreaProps) {
  const id = useId();
  const described = [prompt ? `${id}-prompt` : '', hint ? `${id}-hint` : '', error ? `${id}-error` : ''];
  return (
    <div className="field">
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : 'label'}>
        <LabelText optional={optional ?? false}>{label}</LabelText>
      </label>
      {prompt ? (
        <span id={`${id}-prompt`} className="prompt">
          {prompt}
        </span>
      ) : null}
      <textarea
        rows={2}
        lang="nl"
        // Or a browser that restores windows writes the text into its own files.
        autoComplete="off"
        {...native}
        id={id}
        className={voice ? 'input voice' : 'input'}
        data-field={field}
        aria-invalid={error ? true : undefined}
        aria-describedby={described.filter(Boolean).join(' ') || undefined}
      />
      {hint ? (
        <span id={`${id}-hint`} className="hint">
          {hint}
        </span>
      ) : null}
      {error ? <ErrorText id={`${id}-error`}>{error}</ErrorText> : null}
    </div>
  );
}
