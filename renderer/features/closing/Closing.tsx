/**
 * Afsluiten in steps on one screen: what still stands open, why, what it brought, vinger aan de pols, the case number.
 * What is open is a question and never a block; closing is a logged decision, and so is opening again.
 */
import { useState } from 'react';
import { CLOSING_REASONS, isClosed, type ClosingReason, type HouseholdStatus } from '../../../shared/domain/codes.ts';
import type { HouseholdId, UserId } from '../../../shared/domain/ids.ts';
import { labels } from '../../../shared/domain/labels.ts';
import { questionsAtClosing } from '../../../shared/domain/planRules.ts';
import { closingFacts } from '../../../shared/documents/dossierPlan.ts';
import { useRouter } from '../../app/routerContext.tsx';
import { commitDrafts } from '../../data/drafts.ts';
import type { Replica } from '../../data/replica.ts';
import { useCommand } from '../../data/useCommand.ts';
import { useReading } from '../../data/useReplica.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { ChoiceChips } from '../../ui/ChoiceChips.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { showToast } from '../../ui/toasts.ts';
import { CallError } from '../household/CallError.tsx';
import { useTeamQuery } from '../team/useSharing.ts';
import { Closings } from './Closings.tsx';
import { OpenActions } from './OpenActions.tsx';
import { useFormDraft } from '../../data/useFormDraft.ts';

const PULSE = [
  { label: 'Over 1 maand', days: 30 },
  { label: 'Over 3 maanden', days: 91 },
  { label: 'Over een half jaar', days: 182 },
] as const;

/** What the steps above ask already. */
const ASKED_HERE = new Set(['REDEN', 'OPEN_AFSPRAKEN', 'RESULTAATVRAAG', 'VINGER_AAN_DE_POLS', 'ZAAKNUMMER']);

interface ClosingProps {
  readonly replica: Replica;
  readonly householdId: HouseholdId;
  readonly status: HouseholdStatus;
  readonly reload: () => void;
}

export function Closing({ replica, householdId, status, reload }: ClosingProps) {
  if (isClosed(status))
    return <Closings replica={replica} householdId={householdId} status={status} onReopened={reload} />;
  return (
    <>
      <CloseForm {...{ replica, householdId, reload }} />
      <Closings replica={replica} householdId={householdId} status={status} onReopened={reload} />
    </>
  );
}

function CloseForm({ replica, householdId, reload }: Omit<ClosingProps, 'status'>) {
  const { today, me } = useVault();
  const router = useRouter();
  const close = useCommand('household.close');
  const members = useTeamQuery('team.get', {}).data?.team?.members ?? [];
  const draft = useFormDraft(`${replica.documentId}.closing`, {
    reason: null as ClosingReason | null,
    result: '',
    note: '',
    pulse: null as 'JA' | 'NEE' | null,
    pulseOn: '',
    pulseBy: me.userId as string,
    caseNumber: '',
  });
  const form = draft.values;
  const [asked, setAsked] = useState(false);
  const [stepError, setStepError] = useState('');
  const keepContactOn = form.pulse === 'JA' ? form.pulseOn : '';
  const facts = { reasonChosen: form.reason !== null, keepContactOn, caseNumber: form.caseNumber, exported: true };
  const questions = useReading(
    replica,
    ['actions', 'goals', 'conversations', 'evaluations', 'plans', 'planDecisions'],
    (doc) => questionsAtClosing(closingFacts(doc, facts)),
  );
  const leftOpen = questions.filter(({ code }) => code === 'OPEN_AFSPRAKEN' || !ASKED_HERE.has(code));

  const save = async (): Promise<void> => {
    commitDrafts();
    if (form.reason === null) return setStepError('Kies waarom je afsluit.');
    if (form.pulse === null) return setStepError('Kies of je nog vraagt hoe het gaat.');
    if (form.pulse === 'JA' && form.pulseOn === '') return setStepError('Kies wanneer je vraagt hoe het gaat.');
    setStepError('');
    if (leftOpen.length > 0 && !asked) return setAsked(true);
    if (!(await replica.flush())) return;
    const done = await close.run({
      householdId,
      closingReason: form.reason,
      reason: form.note,
      resultAnswer: form.result,
      ...(keepContactOn === '' ? {} : { keepContactOn, keepContactBy: form.pulseBy as UserId }),
      caseNumber: form.caseNumber,
      confirmed: true,
    });
    if (!done) return;
    draft.done();
    setAsked(false);
    reload();
    showToast({
      text:
        keepContactOn === ''
          ? 'Het huishouden is afgesloten. Je vindt het terug onder Huishoudens.'
          : 'Afgesloten, met vinger aan de pols. Op die dag staat het op Vandaag.',
    });
  };

  return (
    <div className="closing">
      <p className="section-text">
        Rond af wat nog loopt en kijk samen terug. Er wordt niets gewist: je vindt alles terug en je kunt weer openen.
      </p>
      <OpenActions replica={replica} />
      <Section title="2. Waarom sluit je af?">
        <ChoiceChips
          label="Waarom sluit je af?"
          hideLabel
          field="closing.reason"
          value={form.reason}
          chips={CLOSING_REASONS.map((code) => ({ value: code, label: labels.closingReason[code] }))}
          onChange={(reason) => draft.change({ reason })}
        />
        <TextField
          label="Toelichting"
          optional
          field="closing.note"
          value={form.note}
          maxLength={2_000}
          spellCheck
          onChange={(note) => draft.change({ note })}
        />
      </Section>
      <Section title="3. Wat heeft het gebracht?">
        <TextArea
          label="Is de inwoner geholpen? Wat kan hij of zij nu meer zelf?"
          field="closing.result"
          optional
          value={form.result}
          maxLength={2_000}
          onChange={(event) => draft.change({ result: event.target.value })}
        />
      </Section>
      <Section title="4. Vinger aan de pols">
        <ChoiceChips
          label="Vraag je later nog hoe het gaat?"
          field="closing.pulse"
          value={form.pulse}
          chips={[
            { value: 'JA', label: 'Ja, ik kies een dag' },
            { value: 'NEE', label: 'Nee, dat hoeft niet' },
          ]}
          onChange={(pulse) => draft.change({ pulse })}
        />
        {form.pulse === 'JA' ? (
          <div className="form-grid">
            <DateField
              label="Wanneer vraag je hoe het gaat?"
              field="closing.pulseOn"
              value={form.pulseOn}
              today={today}
              quick={PULSE}
              onChange={(pulseOn) => draft.change({ pulseOn })}
            />
            {members.length > 1 ? (
              <Select
                label="Wie vraagt het?"
                field="closing.pulseBy"
                value={form.pulseBy}
                options={members.map(({ userId, name }) => ({ value: userId as string, label: name }))}
                onChange={(pulseBy) => draft.change({ pulseBy })}
              />
            ) : null}
          </div>
        ) : null}
      </Section>
      <Section title="5. Naar het archief">
        <TextField
          label="Zaaknummer"
          optional
          field="closing.caseNumber"
          hint="Het nummer waaronder de gemeente dit dossier bewaart. Geen burgerservicenummer."
          value={form.caseNumber}
          maxLength={200}
          onChange={(caseNumber) => draft.change({ caseNumber })}
        />
        <p className="section-text">
          Moet het dossier naar het archief?{' '}
          <TextLink
            field="closing.takeOut"
            onPress={() => router.go({ screen: 'dossier', householdId, part: 'meenemen' })}
          >
            Neem het hele dossier mee
          </TextLink>
        </p>
      </Section>
      {asked && leftOpen.length > 0 ? (
        <div className="well" role="alert">
          <h2 className="closing-look">Kijk nog even hiernaar</h2>
          <ul className="bullets">
            {leftOpen.map((question) => (
              <li key={question.code}>{question.sentence}</li>
            ))}
          </ul>
          <p className="muted">Je mag ook zo afsluiten. Wat open staat, blijft in het dossier staan.</p>
        </div>
      ) : null}
      {stepError === '' ? null : (
        <p className="tip" role="alert">
          {stepError}
        </p>
      )}
      {close.error ? <CallError error={close.error} /> : null}
      <p className="closing-go">
        <Button
          variant="primary"
          field="closing.save"
          busy={close.busy ? 'Bezig' : undefined}
          onPress={() => void save()}
        >
          {asked && leftOpen.length > 0 ? 'Sluit toch af' : 'Sluit af'}
        </Button>
      </p>
    </div>
  );
}
