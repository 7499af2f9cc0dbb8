/** What the plan is: its name in own words, how it came about, what people hope for. All of it may stay empty. */
import { PLAN_BASES, PLAN_VARIANTS } from '../../../shared/domain/codes.ts';
import { labels } from '../../../shared/domain/labels.ts';
import type { RecordId } from '../../../shared/domain/ids.ts';
import type { Replica } from '../../data/replica.ts';
import { useOpenAround } from '../../data/useReturnField.ts';
import { useVault } from '../../data/useVault.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { daysBetween } from '../../../shared/domain/dates.ts';
import { proposedEvaluation } from '../../../shared/domain/planRules.ts';
import { HistoryButton } from '../history/HistoryButton.tsx';
import { Disclosure } from '../household/Disclosure.tsx';
import { CodeSelect, DateInput, TextInput } from '../household/RecordFields.tsx';
import { SectionText } from '../household/SectionText.tsx';
import { useRecordForm } from '../household/recordForm.ts';

export function PlanBasis({ replica, planId }: { readonly replica: Replica; readonly planId: RecordId }) {
  const { today, profile } = useVault();
  const form = useRecordForm(replica, 'plans', planId);
  const [more, setMore] = useOpenAround((field) =>
    ['occasion', 'analysis', 'variant', 'budgetNote', 'startOn', 'endOn'].some(
      (part) => field === `plans.${planId}.${part}`,
    ),
  );
  if (!form) return null;
  const quick = (
    [
      ['COMPLEX', '6 weken'],
      ['NORMAAL', '3 maanden'],
      ['LICHT', '6 maanden'],
    ] as const
  ).map(([pace, label]) => ({ label, days: daysBetween(today, proposedEvaluation(pace, today, profile.terms)) }));
  const ended = form.text('startOn') !== '' && form.text('endOn') !== '' && form.text('endOn') < form.text('startOn');
  const past = form.text('evaluationOn') !== '' && form.text('evaluationOn') < today;
  return (
    <Section title="Over dit plan">
      <div className="form-grid">
        <TextInput
          form={form}
          field="title"
          label="Hoe noemt het gezin dit plan?"
          optional
          maxLength={200}
          hint="Bijvoorbeeld: Rust in huis"
        />
        <CodeSelect
          form={form}
          field="basis"
          label="Hoe is het plan ontstaan?"
          optional
          emptyLabel="Niet gekozen"
          codes={PLAN_BASES}
          labels={labels.planBasis}
        />
      </div>
      <DateInput form={form} field="evaluationOn" label="Wanneer kijken jullie samen terug?" quick={quick} />
      {past ? <p className="tip late">Deze datum is voorbij. Kies een nieuwe, of leg de evaluatie vast.</p> : null}
      <SectionText
        replica={replica}
        kind="plans"
        id={planId}
        section="oneYearFrom"
        label="Over een jaar"
        prompt="Vraag bijvoorbeeld: Het is een jaar later en het gaat goed. Hoe ziet het er dan uit?"
        voice
      />
      <Disclosure open={more} onToggle={() => setMore(!more)} label="Aanleiding, samenhang en duur" field="plan.more">
        <SectionText
          replica={replica}
          kind="plans"
          id={planId}
          section="occasion"
          label="Aanleiding, zoals het gezin het zegt"
          voice
        />
        <SectionText
          replica={replica}
          kind="plans"
          id={planId}
          section="analysis"
          label="Hoe hangt het samen?"
          prompt="Welke patronen zie je? Wat heeft waarop invloed, ook tussen generaties?"
        />
        <div className="form-grid">
          <CodeSelect
            form={form}
            field="variant"
            label="Kort of uitgebreid"
            optional
            emptyLabel="Niet gekozen"
            codes={PLAN_VARIANTS}
            labels={labels.planVariant}
          />
          <TextInput form={form} field="budgetNote" label="Ruimte in geld" optional maxLength={2_000} />
          <DateInput form={form} field="startOn" label="Begint op" optional />
          <DateInput form={form} field="endOn" label="Loopt tot" optional />
        </div>
        {ended ? <p className="tip late">Het plan stopt vóór het begint. Controleer de twee datums.</p> : null}
      </Disclosure>
      <HistoryButton replica={replica} kind="plans" id={planId} about="dit plan" />
    </Section>
  );
}
