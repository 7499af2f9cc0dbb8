/** Waarom mogen we dit vastleggen? The reason in law, and what it is for. */
import { useState } from 'react';
import { LEGAL_BASES, TASK_HATS, type LegalBasis, type TaskHat } from '../../../shared/domain/codes.ts';
import { labels } from '../../../shared/domain/labels.ts';
import { readDated } from '../../../shared/documents/dossierCare.ts';
import type { Replica } from '../../data/replica.ts';
import { useReading } from '../../data/useReplica.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { ChoiceChips } from '../../ui/ChoiceChips.tsx';
import { ListRow } from '../../ui/ListRow.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { longDate } from '../../ui/dateText.ts';
import { useFormDraft } from '../../data/useFormDraft.ts';
import { useRecordMaker } from '../household/newRecord.ts';

const MEANING: Readonly<Record<LegalBasis, string>> = {
  WETTELIJKE_PLICHT: 'Een wet zegt dat de gemeente dit moet doen, zoals onderzoek na een melding.',
  PUBLIEKE_TAAK: 'Het hoort bij het werk van de gemeente om mensen te helpen.',
  VITAAL_BELANG: 'Iemand is in gevaar en kan het nu niet zelf zeggen.',
  TOESTEMMING_UITZONDERING: 'Alleen als iemand echt vrij kan kiezen. Schrijf op waarom dat hier zo is.',
};

export function LegalBases({ replica }: { readonly replica: Replica }) {
  const { today } = useVault();
  const [now, ...before] = useReading(replica, ['legalBases'], (doc) => readDated(doc, 'legalBases'));
  const [open, setOpen] = useState(false);
  return (
    <Section title={labels.careRecord.GRONDSLAG}>
      <p className="explained">Je mag alleen opschrijven wat nodig is en waar een goede reden voor is.</p>
      {now ? (
        <ul>
          <ListRow
            title={now.values.basis ? labels.legalBasis[now.values.basis] : ''}
            meta={saidAbout(now.values, today)}
          />
        </ul>
      ) : (
        <p className="section-text muted">Nog niet vastgelegd.</p>
      )}
      {before.length > 0 ? (
        <>
          <p className="meta">Eerder</p>
          <ul>
            {before.map(({ id, values }) => (
              <ListRow
                key={id}
                title={values.basis ? labels.legalBasis[values.basis] : ''}
                meta={saidAbout(values, today)}
              />
            ))}
          </ul>
        </>
      ) : null}
      {open ? (
        <LegalBasisForm replica={replica} onDone={() => setOpen(false)} />
      ) : (
        <Button icon="plus" field="legalBases.add" disabled={!replica.writable} onPress={() => setOpen(true)}>
          {now ? 'Leg een nieuwe reden vast' : 'Leg de reden vast'}
        </Button>
      )}
    </Section>
  );
}

type Values = ReturnType<typeof readDated<'legalBases'>>[number]['values'];
const saidAbout = (values: Values, today: string): string =>
  [
    values.purpose ?? '',
    values.lawArticle ?? '',
    values.task ? labels.taskHat[values.task] : '',
    values.motivation ?? '',
    values.on ? `vastgelegd op ${longDate(values.on, today)}` : '',
  ]
    .filter(Boolean)
    .join(' · ');

function LegalBasisForm({ replica, onDone }: { readonly replica: Replica; readonly onDone: () => void }) {
  const { today } = useVault();
  const maker = useRecordMaker(replica);
  const draft = useFormDraft(`${replica.documentId}.legalBasis`, {
    basis: null as LegalBasis | null,
    purpose: '',
    lawArticle: '',
    task: '' as TaskHat | '',
    motivation: '',
  });
  const { basis, purpose, lawArticle, task, motivation } = draft.values;
  const [tried, setTried] = useState(false);
  const needsWhy = basis === 'TOESTEMMING_UITZONDERING' && motivation.trim() === '';
  const save = (): void => {
    setTried(true);
    if (basis === null || purpose.trim() === '' || needsWhy) return;
    maker.createLast('legalBases', {
      basis,
      purpose: purpose.trim(),
      on: today,
      ...(lawArticle.trim() === '' ? {} : { lawArticle: lawArticle.trim() }),
      ...(task === '' ? {} : { task }),
      ...(motivation.trim() === '' ? {} : { motivation: motivation.trim() }),
    });
    draft.done();
    onDone();
  };
  return (
    <div className="record-form">
      <ChoiceChips
        label="Welke reden?"
        field="legalBases.basis"
        value={basis}
        chips={LEGAL_BASES.map((code) => ({ value: code, label: labels.legalBasis[code] }))}
        onChange={(next) => draft.change({ basis: next })}
      />
      {basis ? <p className="explained">{MEANING[basis]}</p> : null}
      <TextField
        label="Waarvoor leggen we het vast?"
        field="legalBases.purpose"
        value={purpose}
        maxLength={2_000}
        spellCheck
        hint="Bijvoorbeeld: samen een plan maken voor rust met geld"
        error={tried && purpose.trim() === '' ? 'Een paar woorden is genoeg.' : undefined}
        onChange={(next) => draft.change({ purpose: next })}
      />
      {basis === 'TOESTEMMING_UITZONDERING' ? (
        <TextField
          label="Waarom kan iemand hier vrij kiezen?"
          field="legalBases.motivation"
          value={motivation}
          maxLength={2_000}
          spellCheck
          error={tried && needsWhy ? 'Schrijf op waarom. Zonder die reden geldt toestemming niet.' : undefined}
          onChange={(next) => draft.change({ motivation: next })}
        />
      ) : null}
      <TextField
        label="Wet en artikel"
        optional
        field="legalBases.lawArticle"
        value={lawArticle}
        maxLength={200}
        hint="Bijvoorbeeld: Wmo 2015, artikel 2.3.2"
        onChange={(next) => draft.change({ lawArticle: next })}
      />
      <Select<TaskHat>
        label="Wat is de rol van het team?"
        optional
        field="legalBases.task"
        value={task}
        emptyLabel="Nog niet gekozen"
        options={TASK_HATS.map((code) => ({ value: code, label: labels.taskHat[code] }))}
        onChange={(next) => draft.change({ task: next })}
      />
      {tried && basis === null ? (
        <p className="tip" role="alert">
          Kies een reden.
        </p>
      ) : null}
      <FormActions field="legalBases" onSave={save} onCancel={onDone} />
    </div>
  );
}

/** Recording, or leaving it; what was typed waits until the next time. */
export function FormActions({
  field,
  onSave,
  onCancel,
}: {
  readonly field: string;
  readonly onSave: () => void;
  readonly onCancel: () => void;
}) {
  return (
    <div className="record-form-actions">
      <Button field={`${field}.save`} onPress={onSave}>
        Leg vast
      </Button>
      <Button variant="quiet" field={`${field}.cancel`} onPress={onCancel}>
        Nu niet
      </Button>
    </div>
  );
}
