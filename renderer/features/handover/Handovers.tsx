/** Overdracht to another organisation: what was asked, what goes along, and a paper of it. (Regie is handed over in the plan.) */
import { useState } from 'react';
import {
  HANDOVER_PARTS,
  LEGAL_BASES,
  SHARING_ANSWERS,
  type HandoverPart,
  type LegalBasis,
  type SharingAnswer,
} from '../../../shared/domain/codes.ts';
import type { HouseholdId } from '../../../shared/domain/ids.ts';
import { labels } from '../../../shared/domain/labels.ts';
import { setFields } from '../../../shared/documents/accessors.ts';
import { readDated } from '../../../shared/documents/dossierCare.ts';
import type { RecordView } from '../../../shared/documents/readers.ts';
import type { Replica } from '../../data/replica.ts';
import { useReading } from '../../data/useReplica.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { ChoiceChips } from '../../ui/ChoiceChips.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ListRow } from '../../ui/ListRow.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { longDate } from '../../ui/dateText.ts';
import { useFormDraft } from '../../data/useFormDraft.ts';
import { CallError } from '../household/CallError.tsx';
import { useRecordMaker } from '../household/newRecord.ts';
import { usePaper } from '../paper/savePaper.ts';
import { FormActions } from '../records/LegalBases.tsx';

interface HandoversProps {
  readonly replica: Replica;
  readonly householdId: HouseholdId;
}

export function Handovers({ replica, householdId }: HandoversProps) {
  const handovers = useReading(replica, ['handovers'], (doc) => readDated(doc, 'handovers'));
  const [open, setOpen] = useState(false);
  const begin = (
    <Button
      variant="primary"
      icon="plus"
      field="handovers.add"
      disabled={!replica.writable}
      onPress={() => setOpen(true)}
    >
      Nieuwe overdracht
    </Button>
  );
  return (
    <div className="handovers">
      <p className="section-text">
        Draag warm over: bespreek het eerst met het huishouden en vertel alleen wat de ander nodig heeft.
      </p>
      {open ? (
        <HandoverForm replica={replica} onDone={() => setOpen(false)} />
      ) : handovers.length === 0 ? (
        <EmptyState text="Er is nog niets overgedragen aan een andere organisatie." actions={begin} />
      ) : (
        begin
      )}
      {handovers.length > 0 ? (
        <Section title="Overgedragen" count={handovers.length}>
          <ul>
            {handovers.map((handover) => (
              <Handover key={handover.id} {...{ replica, householdId, handover }} />
            ))}
          </ul>
        </Section>
      ) : null}
    </div>
  );
}

interface HandoverProps extends HandoversProps {
  readonly handover: RecordView<'handovers'>;
}

function Handover({ replica, householdId, handover }: HandoverProps) {
  const { today, nameOf, writer } = useVault();
  const paper = usePaper();
  const { id, values } = handover;
  const [confirming, setConfirming] = useState(false);
  const draft = useFormDraft(`${replica.documentId}.received.${id}`, { by: '' });
  const { by } = draft.values;
  const to = values.toName || (values.toUser ? nameOf(values.toUser) : '');
  const print = async (): Promise<void> => {
    if (await replica.flush()) await paper.make({ paper: 'OVERDRACHT', householdId, handoverId: id });
  };
  const confirm = (): void => {
    replica.change((doc) => setFields(doc, 'handovers', id, { confirmedOn: today, confirmedBy: by.trim() }, writer));
    draft.done();
    setConfirming(false);
  };
  return (
    <>
      <ListRow
        title={to}
        meta={[
          values.on ? longDate(values.on, today) : '',
          values.reason ?? '',
          values.asked ? `gevraagd: ${labels.sharingAnswer[values.asked].toLowerCase()}` : '',
          (values.parts ?? []).map((part) => labels.handoverPart[part].toLowerCase()).join(', '),
          values.confirmedOn
            ? `ontvangen op ${[longDate(values.confirmedOn, today), values.confirmedBy].filter(Boolean).join(' door ')}`
            : 'nog niet bevestigd',
        ]
          .filter(Boolean)
          .join(' · ')}
        trail={
          <>
            {values.confirmedOn ? null : (
              <Button
                variant="quiet"
                field={`handovers.${id}.received`}
                expanded={confirming}
                disabled={!replica.writable}
                onPress={() => setConfirming(!confirming)}
              >
                Ontvangen<span className="visually-hidden"> door {to}</span>
              </Button>
            )}
            <Button
              icon="file-pdf"
              field={`handovers.${id}.paper`}
              busy={paper.busy ? 'Bezig' : undefined}
              onPress={() => void print()}
            >
              Maak PDF<span className="visually-hidden"> van de overdracht aan {to}</span>
            </Button>
          </>
        }
      />
      {confirming ? (
        <li className="open-action-more">
          <TextField
            label="Wie heeft het ontvangen?"
            optional
            field={`handovers.${id}.confirmedBy`}
            value={by}
            maxLength={200}
            onChange={(next) => draft.change({ by: next })}
          />
          <Button field={`handovers.${id}.confirm`} onPress={confirm}>
            Leg vast
          </Button>
        </li>
      ) : null}
      {paper.error ? (
        <li>
          <CallError error={paper.error} />
        </li>
      ) : null}
    </>
  );
}

function HandoverForm({ replica, onDone }: { readonly replica: Replica; readonly onDone: () => void }) {
  const { today, me } = useVault();
  const maker = useRecordMaker(replica);
  const draft = useFormDraft(`${replica.documentId}.handover`, {
    toName: '',
    reason: '',
    discussed: '',
    asked: null as SharingAnswer | null,
    askedWho: '',
    askedReason: '',
    legalBasis: '' as LegalBasis | '',
    parts: '',
    shared: '',
    on: today as string,
  });
  const form = draft.values;
  const parts = HANDOVER_PARTS.filter((part) => form.parts.split(' ').includes(part));
  const [tried, setTried] = useState(false);
  const needsWhy = (form.asked === 'NEE' || form.asked === 'NIET_GEVRAAGD') && form.askedReason.trim() === '';
  const choose = (part: HandoverPart, on: boolean): void =>
    draft.change({ parts: HANDOVER_PARTS.filter((each) => (each === part ? on : parts.includes(each))).join(' ') });
  const save = (): void => {
    setTried(true);
    if (form.toName.trim() === '' || form.asked === null || needsWhy || form.on === '') return;
    maker.createLast('handovers', {
      fromUser: me.userId,
      toName: form.toName.trim(),
      reason: form.reason.trim(),
      discussed: form.discussed.trim(),
      shared: form.shared.trim(),
      legalBasis: form.legalBasis,
      parts,
      asked: form.asked,
      askedWho: form.askedWho.trim(),
      askedReason: form.askedReason.trim(),
      on: form.on,
    });
    draft.done();
    onDone();
  };
  return (
    <div className="record-form">
      <TextField
        label="Aan wie draag je over?"
        field="handovers.toName"
        value={form.toName}
        maxLength={200}
        hint="De organisatie, en wie daar meedoet"
        error={tried && form.toName.trim() === '' ? 'Vul in aan wie.' : undefined}
        onChange={(toName) => draft.change({ toName })}
      />
      <TextField
        label="Waarom?"
        optional
        field="handovers.reason"
        value={form.reason}
        maxLength={2_000}
        spellCheck
        onChange={(reason) => draft.change({ reason })}
      />
      <ChoiceChips
        label="Vroeg je het aan het huishouden?"
        field="handovers.asked"
        value={form.asked}
        chips={SHARING_ANSWERS.map((code) => ({ value: code, label: labels.sharingAnswer[code] }))}
        onChange={(asked) => draft.change({ asked })}
      />
      {form.asked === 'JA' || form.asked === 'NEE' ? (
        <TextField
          label="Aan wie vroeg je het?"
          optional
          field="handovers.askedWho"
          value={form.askedWho}
          maxLength={200}
          onChange={(askedWho) => draft.change({ askedWho })}
        />
      ) : null}
      {form.asked === 'NEE' || form.asked === 'NIET_GEVRAAGD' ? (
        <TextField
          label={form.asked === 'NEE' ? 'Waarom draag je toch over?' : 'Waarom vroeg je het niet?'}
          field="handovers.askedReason"
          value={form.askedReason}
          maxLength={2_000}
          spellCheck
          error={tried && needsWhy ? 'Schrijf op waarom. Dat moet je later kunnen uitleggen.' : undefined}
          onChange={(askedReason) => draft.change({ askedReason })}
        />
      ) : null}
      <TextArea
        label="Wat is besproken met het huishouden?"
        optional
        field="handovers.discussed"
        value={form.discussed}
        maxLength={2_000}
        onChange={(event) => draft.change({ discussed: event.target.value })}
      />
      <fieldset className="field">
        <legend className="label">Wat gaat mee uit het dossier?</legend>
        {HANDOVER_PARTS.map((part) => (
          <Checkbox
            key={part}
            field={`handovers.parts.${part}`}
            selected={parts.includes(part)}
            onChange={(on) => choose(part, on)}
          >
            {labels.handoverPart[part]}
          </Checkbox>
        ))}
        <span className="hint">Alleen wat de inwoner zelf ook mag zien. Veiligheid gaat nooit mee.</span>
      </fieldset>
      <TextArea
        label="Wat vertel je verder?"
        optional
        field="handovers.shared"
        value={form.shared}
        maxLength={2_000}
        onChange={(event) => draft.change({ shared: event.target.value })}
      />
      <Select<LegalBasis>
        label="Waarom mag dit?"
        optional
        field="handovers.legalBasis"
        value={form.legalBasis}
        emptyLabel="Nog niet gekozen"
        options={LEGAL_BASES.map((code) => ({ value: code, label: labels.legalBasis[code] }))}
        onChange={(legalBasis) => draft.change({ legalBasis })}
      />
      <DateField
        label="Wanneer?"
        field="handovers.on"
        value={form.on}
        today={today}
        onChange={(on) => draft.change({ on })}
      />
      {tried && form.asked === null ? (
        <p className="tip" role="alert">
          Kies wat het antwoord van het huishouden was.
        </p>
      ) : null}
      <FormActions field="handovers" onSave={save} onCancel={onDone} />
    </div>
  );
}
