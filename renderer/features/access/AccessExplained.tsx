import type { HouseholdId } from '../../../shared/domain/ids.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { CallError } from '../household/CallError.tsx';
import { useStartConversation } from '../conversation/startConversation.ts';

/** The family should know who reads along; that belongs in a conversation. */
export function FamilyKnows({ householdId }: { readonly householdId: HouseholdId }) {
  const start = useStartConversation();
  return (
    <Section title="Wat weet het gezin?">
      <p className="section-text">
        Vertel het gezin wie er meewerkt, en vraag of dat goed is. Schrijf in het gesprek op wat je vertelde en wat zij
        ervan vonden.
      </p>
      {start.error ? <CallError error={start.error} /> : null}
      <Button
        icon="chat-teardrop-text"
        field="access.discuss"
        busy={start.busy ? 'Bezig…' : undefined}
        onPress={() => void start.run(householdId)}
      >
        Bespreek het
      </Button>
    </Section>
  );
}

/** What is true about access, no more. */
export function AccessExplained() {
  return (
    <Section title="Zo werkt het">
      <ul className="explain">
        <li>
          <Icon name="key" />
          <span>Eén sleutel opent het hele dossier. Wie meewerkt, ziet dus alles, behalve wat apart staat.</span>
        </li>
        <li>
          <Icon name="lock-simple" />
          <span>Veilig op bezoek staat hier los van. Dat deel je nooit vanzelf mee.</span>
        </li>
        <li>
          <Icon name="laptop" />
          <span>Zonder internet verandert dit op een andere laptop pas als die weer verbinding heeft.</span>
        </li>
      </ul>
    </Section>
  );
}
