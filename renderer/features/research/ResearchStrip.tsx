/**
 * Wmo-check and Jeugd-check: what a research should cover, over what is already written. It asks and leads to the place
 * where the answer goes. Nothing is filled in here, nothing is counted, and nothing waits for it.
 */
import { useState } from 'react';
import { fittingChecks, RESEARCH_KINDS, researchFacts } from '../../../shared/documents/dossierResearch.ts';
import type { HouseholdId } from '../../../shared/domain/ids.ts';
import { wmoCheck, youthCheck, type CheckPoint } from '../../../shared/domain/researchChecks.ts';
import { useGoTo } from '../../app/useGoTo.ts';
import type { Replica } from '../../data/replica.ts';
import { useReading } from '../../data/useReplica.ts';
import { useVault } from '../../data/useVault.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { Disclosure } from '../household/Disclosure.tsx';
import { placeOf } from './checkPlaces.ts';
import './research.css';

interface ResearchStripProps {
  readonly replica: Replica;
  readonly householdId: HouseholdId;
}

export function ResearchStrip({ replica, householdId }: ResearchStripProps) {
  const { today } = useVault();
  const { checks, facts } = useReading(replica, RESEARCH_KINDS, (doc) => ({
    checks: fittingChecks(doc, today),
    facts: researchFacts(doc),
  }));
  if (!facts.questionInOwnWords) return null;
  return (
    <section className="research" aria-label="Wat hoort er bij het onderzoek?">
      {checks.wmo ? <Check name="Wmo-check" points={wmoCheck(facts)} {...{ replica, householdId }} /> : null}
      {checks.youth ? <Check name="Jeugd-check" points={youthCheck(facts)} {...{ replica, householdId }} /> : null}
    </section>
  );
}

function Check({
  name,
  points,
  replica,
  householdId,
}: ResearchStripProps & { readonly name: string; readonly points: readonly CheckPoint[] }) {
  const [open, setOpen] = useState(false);
  const goTo = useGoTo();
  const toAsk = points.filter(({ complete }) => !complete);
  return (
    <div className="research-check">
      <Disclosure open={open} onToggle={() => setOpen(!open)} label={name} field={`research.${name}`}>
        <ul className="research-points">
          {points.map((point) => (
            <li key={point.code} data-complete={point.complete ? true : undefined}>
              <Icon name={point.complete ? 'check-circle' : 'circle'} filled={point.complete} />
              <span>
                <TextLink
                  field={`research.${point.code}`}
                  onPress={() => {
                    const { tab, field } = placeOf(point.place, replica.doc);
                    goTo({ screen: 'huishouden', householdId, tab }, field);
                  }}
                >
                  {point.label}
                </TextLink>
                <span className="meta">{point.sentence}</span>
              </span>
            </li>
          ))}
        </ul>
      </Disclosure>
      <p className="meta research-line">
        {toAsk.length === 0
          ? 'Bij elk punt staat iets in het dossier.'
          : `Nog niets bij: ${toAsk.map(({ label }) => label.toLowerCase()).join(', ')}.`}
      </p>
    </div>
  );
}
