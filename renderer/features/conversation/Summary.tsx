/**
 * Samenvatting voor de inwoner: plain Dutch, read out and agreed at the table. How it reads is a quiet hint for the
 * writer and never a block; it is the one part of a note that goes on paper.
 */
import { useState } from 'react';
import { readText } from '../../../shared/documents/readers.ts';
import { useReading } from '../../data/useReplica.ts';
import { useReturnField } from '../../data/useReturnField.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { longDate } from '../../ui/dateText.ts';
import { Disclosure } from '../household/Disclosure.tsx';
import { DateInput, TextInput } from '../household/RecordFields.tsx';
import { SectionText } from '../household/SectionText.tsx';
import type { RecordForm } from '../household/recordForm.ts';
import { readingHints } from './readingHints.ts';

const FIELDS = ['summary', 'summaryAgreedWith', 'summaryAgreedOn'];

export function Summary({ form }: { readonly form: RecordForm<'conversations'> }) {
  const { today } = useVault();
  const returnField = useReturnField();
  const text = useReading(form.replica, ['conversations'], (doc) => readText(doc, 'conversations', form.id, 'summary'));
  const [open, setOpen] = useState(
    () => text.trim() !== '' || FIELDS.some((field) => returnField === `${form.kind}.${form.id}.${field}`),
  );
  const hints = readingHints(text);
  const agreedOn = form.text('summaryAgreedOn');
  return (
    <Disclosure
      open={open}
      onToggle={() => setOpen(!open)}
      label={agreedOn ? `Samenvatting, afgesproken ${longDate(agreedOn, today)}` : 'Samenvatting voor de inwoner'}
      field={form.fieldId('samenvatting')}
    >
      <SectionText
        replica={form.replica}
        kind="conversations"
        id={form.id}
        section="summary"
        label="Samenvatting voor de inwoner"
        prompt="Lees het samen terug. Korte zinnen, gewone woorden. Dit komt op papier."
        rows={4}
      />
      {hints.length === 0 ? null : (
        <ul className="reading-hints hint" aria-label="Leest dit makkelijk?">
          {hints.map((hint) => (
            <li key={hint}>{hint}</li>
          ))}
        </ul>
      )}
      <div className="row">
        <TextInput form={form} field="summaryAgreedWith" label="Afgesproken met" optional maxLength={200} />
        <DateInput form={form} field="summaryAgreedOn" label="Op" optional />
        {agreedOn ? null : (
          <Button
            icon="check"
            field={form.fieldId('samenAkkoord')}
            disabled={form.readOnly || text.trim() === ''}
            onPress={() => form.set('summaryAgreedOn', today)}
          >
            Samen gelezen en afgesproken
          </Button>
        )}
      </div>
    </Disclosure>
  );
}
