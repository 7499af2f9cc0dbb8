/** Veiligheidsplan: how one notices danger, what was agreed, who helps, and what to do when it goes wrong. */
import { useState } from 'react';
import { createRecord } from '../../../shared/documents/accessors.ts';
import type { Replica } from '../../data/replica.ts';
import { useRecord } from '../../data/useReplica.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { SectionText } from '../household/SectionText.tsx';

const PARTS = [
  ['safeVisit', 'Afspraken om veilig langs te gaan', 'Bijvoorbeeld: ga met zijn tweeën, bel vooraf.'],
  ['plan.signs', 'Waaraan merken jullie dat het misgaat?', ''],
  ['plan.agreements', 'Wat spreken jullie af om het veilig te houden?', ''],
  ['plan.helpers', 'Wie helpt, en hoe bereik je die?', ''],
  ['plan.children', 'Wat weten en doen de kinderen?', ''],
  ['plan.whenUnsafe', 'Wat doen jullie als het toch onveilig is?', ''],
] as const;

export function SafetyPlan({ replica }: { readonly replica: Replica }) {
  const { writer } = useVault();
  const record = useRecord(replica, 'safety', 'safety');
  const [open, setOpen] = useState(false);
  return (
    <Section title="Veiligheidsplan">
      {record && open ? (
        <div className="safety-plan">
          {PARTS.map(([section, label, prompt]) => (
            <SectionText
              key={section}
              replica={replica}
              kind="safety"
              id="safety"
              section={section}
              label={label}
              {...(prompt === '' ? {} : { prompt })}
            />
          ))}
        </div>
      ) : (
        <p className="section-text">
          <Button
            field="safetyPlan.open"
            disabled={!record && !replica.writable}
            onPress={() => {
              if (!record) replica.change((doc) => createRecord(doc, 'safety', {}, writer));
              setOpen(true);
            }}
          >
            Open het veiligheidsplan
          </Button>
        </p>
      )}
    </Section>
  );
}
