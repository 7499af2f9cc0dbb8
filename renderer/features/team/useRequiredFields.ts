/** A few fields that must be filled: what is missing is said on submit, with the focus on the first. */
import { useRef, useState } from 'react';

interface RequiredFields<F extends string> {
  readonly values: Readonly<Record<F, string>>;
  set(field: F, value: string): void;
  /** The sentence under a field, after a submit with it empty. */
  errorOf(field: F): string | undefined;
  inputOf(field: F): (input: HTMLInputElement | null) => void;
  /** True when all are filled; else marks what is missing. */
  check(): boolean;
}

/** `sentences` says per field what to fill in, in the order on the screen. */
export function useRequiredFields<F extends string>(sentences: Readonly<Record<F, string>>): RequiredFields<F> {
  const fields = Object.keys(sentences) as F[];
  const [values, setValues] = useState(
    () => Object.fromEntries(fields.map((field) => [field, ''])) as Record<F, string>,
  );
  const [missing, setMissing] = useState<ReadonlySet<F>>(new Set());
  const inputs = useRef(new Map<F, HTMLInputElement>());
  return {
    values,
    set: (field, value) => setValues((before) => ({ ...before, [field]: value })),
    errorOf: (field) => (missing.has(field) ? sentences[field] : undefined),
    inputOf: (field) => (input) => {
      if (input) inputs.current.set(field, input);
      else inputs.current.delete(field);
    },
    check() {
      const empty = fields.filter((field) => values[field].trim() === '');
      setMissing(new Set(empty));
      if (empty[0] !== undefined) inputs.current.get(empty[0])?.focus();
      return empty.length === 0;
    },
  };
}
