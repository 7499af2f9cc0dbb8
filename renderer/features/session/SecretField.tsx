import { useId, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import { Button } from '../../ui/Button.tsx';
import { ErrorText } from '../../ui/FieldParts.tsx';
import { Icon } from '../../ui/Icon.tsx';

interface SecretFieldProps {
  readonly label: string;
  readonly field: string;
  /** The value lives in this element only. */
  readonly inputRef: RefObject<HTMLInputElement | null>;
  readonly error?: string | undefined;
  readonly hint?: ReactNode;
  readonly autoFocus?: boolean;
  readonly readOnly?: boolean;
  /** A PIN: digits only, no "Toon". */
  readonly digits?: boolean;
  /** A new secret rather than one to unlock with. */
  readonly isNew?: boolean;
  readonly onInput?: () => void;
}

/** A secret to type: uncontrolled, with "Toon" and a remark when Caps Lock is on. */
export function SecretField(props: SecretFieldProps) {
  const id = useId();
  const [shown, setShown] = useState(false);
  const [capsLock, setCapsLock] = useState(false);
  const { error, hint, digits = false } = props;
  const described = [hint ? `${id}-hint` : '', capsLock ? `${id}-caps` : '', error ? `${id}-error` : ''];
  const watchCapsLock = (event: KeyboardEvent): void => setCapsLock(event.getModifierState('CapsLock'));
  return (
    <div className="field">
      <label htmlFor={id} className="label">
        {props.label}
      </label>
      <div className="secret-row">
        <input
          id={id}
          ref={props.inputRef}
          className={digits ? 'input pin-input' : 'input'}
          data-field={props.field}
          type={shown ? 'text' : 'password'}
          inputMode={digits ? 'numeric' : 'text'}
          maxLength={digits ? 6 : 400}
          autoComplete={props.isNew ? 'new-password' : 'off'}
          autoCapitalize="none"
          spellCheck={false}
          autoFocus={props.autoFocus}
          readOnly={props.readOnly}
          aria-invalid={error ? true : undefined}
          aria-describedby={described.filter(Boolean).join(' ') || undefined}
          onKeyDown={watchCapsLock}
          onKeyUp={watchCapsLock}
          onInput={props.onInput}
        />
        {digits ? null : (
          <Button
            icon={shown ? 'eye-slash' : 'eye'}
            pressed={shown}
            field={`${props.field}.show`}
            onPress={() => setShown(!shown)}
          >
            Toon
          </Button>
        )}
      </div>
      {hint ? (
        <span id={`${id}-hint`} className="hint">
          {hint}
        </span>
      ) : null}
      <span id={`${id}-caps`} role="status" className="caps-lock">
        {capsLock && !digits ? (
          <>
            <Icon name="info" />
            Caps Lock staat aan.
          </>
        ) : null}
      </span>
      {error ? (
        <span role="alert">
          <ErrorText id={`${id}-error`}>{error}</ErrorText>
        </span>
      ) : null}
    </div>
  );
}
