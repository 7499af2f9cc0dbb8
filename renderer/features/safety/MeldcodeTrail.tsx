/** The five steps: done ones show what was written, the current one has its form, later ones say what they are about. */
import { useState } from 'react';
import type { Trail } from '../../../shared/documents/dossierSafety.ts';
import type { MeldcodeStep } from '../../../shared/domain/codes.ts';
import { labels } from '../../../shared/domain/labels.ts';
import { meldcodeGuides } from '../../../shared/domain/meldcode.ts';
import type { Replica } from '../../data/replica.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { longDate } from '../../ui/dateText.ts';
import { StepForm } from './StepForm.tsx';
import { Weighing } from './Weighing.tsx';

export function MeldcodeTrail({ replica, trail }: { readonly replica: Replica; readonly trail: Trail }) {
  const { today } = useVault();
  const closed = trail.closedOn !== '';
  const current = closed ? null : (trail.steps.find(({ state }) => state === 'OPEN')?.step ?? '5_BESLISSEN');
  const [again, setAgain] = useState<MeldcodeStep | null>(null);
  return (
    <>
      <p className="meta safety-opened">
        Begonnen op {longDate(trail.meldcode.values.openedOn ?? '', today)}
        {closed ? ` · afgesloten op ${longDate(trail.closedOn, today)}` : ''}
      </p>
      <ol className="meldcode" aria-label="Vijf stappen van de meldcode">
        {trail.steps.map(({ step, state, records }, index) => {
          const guide = meldcodeGuides.find((one) => one.step === step);
          const now = step === current;
          const form = now || again === step;
          return (
            <li
              key={step}
              className={now ? 'now' : state === 'OPEN' ? 'later' : 'done'}
              {...(now ? { 'aria-current': 'step' as const } : {})}
            >
              <span className="number">{state === 'DONE' ? <Icon name="check" /> : index + 1}</span>
              <div>
                <h3>
                  {labels.meldcodeStep[step]}
                  {state === 'DONE' ? <span className="visually-hidden"> (gedaan)</span> : null}
                  {state === 'SKIPPED' ? <span className="muted"> (overgeslagen)</span> : null}
                </h3>
                {records.map((record) => (
                  <div key={record.id} className="step-record">
                    <p className="meta">{[longDate(record.on, today), record.by].filter(Boolean).join(' · ')}</p>
                    <p>{record.reasoning}</p>
                  </div>
                ))}
                {records.length === 0 || form ? <p className="meta">{guide?.what}</p> : null}
                {form && step === '4_WEGEN' ? <Weighing replica={replica} trail={trail} /> : null}
                {form && guide ? (
                  <StepForm
                    replica={replica}
                    meldcodeId={trail.meldcode.id}
                    guide={guide}
                    onDone={() => setAgain(null)}
                  />
                ) : null}
                {!form && !closed && records.length > 0 ? (
                  <Button variant="quiet" icon="plus" field={`meldcode.${step}.again`} onPress={() => setAgain(step)}>
                    Schrijf er iets bij
                  </Button>
                ) : null}
              </div>
            </li>
          );
        })}
      </ol>
    </>
  );
}
