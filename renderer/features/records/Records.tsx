/**
 * Vier vastleggingen instead of one box for consent. Each says in one sentence what it is; an answer that changes is a
 * next record, and what was said before stays to be read.
 */
import type { HouseholdId } from '../../../shared/domain/ids.ts';
import { readCurrentPlan } from '../../../shared/documents/dossierDecisions.ts';
import { useRouter } from '../../app/routerContext.tsx';
import type { Replica } from '../../data/replica.ts';
import { useReading } from '../../data/useReplica.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { ConsentList } from '../plan/ConsentList.tsx';
import '../plan/plan.css';
import { Informed } from './Informed.tsx';
import { LegalBases } from './LegalBases.tsx';
import { SharingTalks } from './SharingTalks.tsx';

interface RecordsProps {
  readonly replica: Replica;
  readonly householdId: HouseholdId;
}

export function Records({ replica, householdId }: RecordsProps) {
  const router = useRouter();
  const current = useReading(replica, ['plans', 'planDecisions'], readCurrentPlan);
  return (
    <div className="records">
      <p className="section-text">
        Dit zijn vier verschillende dingen. Eén handtekening onder alles is niet nodig en zegt te weinig.
      </p>
      <LegalBases replica={replica} />
      <Informed replica={replica} />
      {current === null ? (
        <Section title="Eens met het plan of de hulp">
          <p className="explained">Hulp begint als mensen het ermee eens zijn. Dat leg je vast bij het plan.</p>
          <Button field="records.toPlan" onPress={() => router.go({ screen: 'huishouden', householdId, tab: 'plan' })}>
            Naar het plan
          </Button>
        </Section>
      ) : (
        <>
          <ConsentList replica={replica} planId={current.plan.id} />
          <p className="explained">
            Wie het eens moet zijn, hangt af van de leeftijd. Verandert iemand van mening? Leg dan een nieuw antwoord
            vast.
          </p>
        </>
      )}
      <SharingTalks replica={replica} />
    </div>
  );
}
