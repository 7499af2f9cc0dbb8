/** Binds a textarea of a screen to a text section of a record, as long as both are there. */
import { useEffect, useState, type RefObject } from 'react';
import { replaceText, sectionText } from '../../shared/documents/accessors.ts';
import { MAX_TEXT_CHARS, type RecordKind } from '../../shared/documents/schema.ts';
import type { Replica } from './replica.ts';
import { bindText } from './textBinding.ts';
import { useDoc } from './useReplica.ts';

const TOO_LONG = `Dit past niet: een veld houdt hooguit ${MAX_TEXT_CHARS.toLocaleString('nl-NL')} tekens. Deel de tekst op.`;

/** Returns the sentence to show under the field, when text was too long to take. */
export function useTextBinding(
  textarea: RefObject<HTMLTextAreaElement | null>,
  replica: Replica,
  kind: RecordKind,
  id: string,
  section: string,
): string | undefined {
  const [error, setError] = useState<string | undefined>(undefined);
  const doc = useDoc(replica);
  useEffect(() => {
    if (!textarea.current) return;
    const binding = bindText({
      textarea: textarea.current,
      text: sectionText(doc, kind, id, section),
      replace: (next, caret) => {
        const replaced = replaceText(doc, kind, id, section, next, caret).ok;
        if (replaced) setError(undefined);
        return replaced;
      },
      onTooLong: () => setError(TOO_LONG),
    });
    return () => binding.destroy();
  }, [textarea, doc, kind, id, section]);
  return error;
}
