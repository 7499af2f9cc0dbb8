import { useCallback, useEffect, useImperativeHandle, useRef, useState, type Ref } from 'react';
import { errorSentence } from '../../app/ErrorReport.tsx';
import { useVaultCalls } from '../../data/sessionContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { SecretField } from './SecretField.tsx';
import { readSecret, takeSecret, wipe } from './secretText.ts';

export interface NewPassphraseHandle {
  /** Checks what is typed; null when it is not good, with the sentence and the focus on the field. */
  take(): Promise<Uint8Array | null>;
}

interface NewPassphraseProps {
  readonly field: string;
  readonly label: string;
  readonly autoFocus?: boolean;
  readonly ref: Ref<NewPassphraseHandle>;
}

/** Choosing a passphrase: a suggestion of five words, the rule in words, and typing it twice. */
export function NewPassphrase({ field, label, autoFocus = false, ref }: NewPassphraseProps) {
  const vault = useVaultCalls();
  const first = useRef<HTMLInputElement>(null);
  const second = useRef<HTMLInputElement>(null);
  // The words are put in the document by hand, so that they are never in React's state.
  const words = useRef<HTMLOutputElement>(null);
  const [firstProblem, setFirstProblem] = useState<string | null>(null);
  const [secondProblem, setSecondProblem] = useState<string | null>(null);

  const suggest = useCallback(async (): Promise<void> => {
    const suggested = await vault.call('passphrase.suggest', {});
    if (words.current)
      words.current.textContent = suggested.ok ? suggested.value.words.join(' ') : 'Bedenk er zelf een.';
  }, [vault]);
  useEffect(() => {
    void suggest();
  }, [suggest]);

  useImperativeHandle(ref, () => ({
    async take() {
      setFirstProblem(null);
      setSecondProblem(null);
      const passphrase = readSecret(first.current);
      if (!passphrase) {
        setFirstProblem('Typ een wachtzin.');
        first.current?.focus();
        return null;
      }
      const checked = await vault.call('passphrase.check', { passphrase });
      if (!checked.ok) {
        wipe(passphrase);
        setFirstProblem(errorSentence(checked.error));
        first.current?.focus();
        return null;
      }
      if (!sameBytes(passphrase, readSecret(second.current))) {
        wipe(passphrase);
        setSecondProblem('Dit is niet dezelfde wachtzin. Typ hem nog een keer.');
        second.current?.focus();
        second.current?.select();
        return null;
      }
      wipe(takeSecret(first.current));
      wipe(takeSecret(second.current));
      return passphrase;
    },
  }));

  return (
    <>
      <div className="suggestion">
        <p className="xs muted">Voorstel: vijf gewone woorden</p>
        <p>
          <output ref={words} className="suggested-words" lang="nl" />
        </p>
        <Button variant="quiet" icon="shuffle" field={`${field}.suggest`} onPress={() => void suggest()}>
          Andere woorden
        </Button>
      </div>
      <SecretField
        label={label}
        field={`${field}.passphrase`}
        inputRef={first}
        isNew
        autoFocus={autoFocus}
        hint="Typ het voorstel over, of bedenk zelf een zin. Vier woorden of meer, of 14 tekens of meer. Cijfers en hoofdletters hoeven niet."
        error={firstProblem ?? undefined}
      />
      <SecretField
        label="Nog een keer"
        field={`${field}.passphraseAgain`}
        inputRef={second}
        isNew
        error={secondProblem ?? undefined}
      />
    </>
  );
}

function sameBytes(a: Uint8Array, b: Uint8Array | null): boolean {
  return b !== null && a.length === b.length && a.every((byte, index) => byte === b[index]);
}
