/** A text section of a record: a plain textarea on the document, or the text as people read it. */
import { useRef, type ReactNode } from 'react';
import type { RecordKind } from '../../../shared/documents/schema.ts';
import type { Replica } from '../../data/replica.ts';
import { useTextBinding } from '../../data/useTextBinding.ts';
import { TextArea } from '../../ui/TextArea.tsx';

interface SectionTextProps {
  readonly replica: Replica;
  readonly kind: RecordKind;
  readonly id: string;
  readonly section: string;
  readonly label: string;
  readonly prompt?: ReactNode;
  readonly hint?: ReactNode;
  readonly hideLabel?: boolean;
  readonly voice?: boolean;
  readonly rows?: number;
  readonly autoFocus?: boolean;
  readonly readOnly?: boolean;
}

/** Typing goes into the document at every key; saving follows by itself. */
export function SectionText({ replica, kind, id, section, readOnly, ...area }: SectionTextProps) {
  const textarea = useRef<HTMLTextAreaElement>(null);
  const error = useTextBinding(textarea, replica, kind, id, section);
  return (
    <TextArea
      {...area}
      ref={textarea}
      field={`${kind === id ? kind : `${kind}.${id}`}.${section}`}
      error={error}
      spellCheck
      defaultValue=""
      readOnly={(readOnly ?? false) || !replica.writable}
    />
  );
}
