/**
 * Veiligheid: a document of its own, for the people named on top. Here one thinks and writes with others: signals, the
 * five steps of the meldcode, the weighing, a plan for safety. Samenspel never reports anything; a worker calls.
 */
import { useEffect, useState } from 'react';
import { createRecord } from '../../../shared/documents/accessors.ts';
import { readTrails } from '../../../shared/documents/dossierSafety.ts';
import { CalendarDate } from '../../../shared/domain/dates.ts';
import type { DocumentId, HouseholdId } from '../../../shared/domain/ids.ts';
import type { Replica } from '../../data/replica.ts';
import { useCommand } from '../../data/useCommand.ts';
import { useReading, useReplica } from '../../data/useReplica.ts';
import { useTeamQuery } from '../team/useSharing.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { CallError } from '../household/CallError.tsx';
import { SaveLine, Unsaved } from '../household/SaveLine.tsx';
import { MeldcodeTrail } from './MeldcodeTrail.tsx';
import { SafetyPlan } from './SafetyPlan.tsx';
import './safety.css';

export function Safety({ householdId }: { readonly householdId: HouseholdId }) {
  const open = useCommand('restricted.open');
  const [documentId, setDocumentId] = useState<DocumentId | null>(null);
  const { run } = open;
  useEffect(() => {
    void run({ householdId }).then((answer) => answer && setDocumentId(answer.documentId));
  }, [run, householdId]);
  const opened = useReplica(documentId);
  if (open.error) return <CallError error={open.error} />;
  if (opened.state === 'failed') return <CallError error={opened.error} retry={opened.retry} />;
  if (opened.state === 'opening') return null;
  return <OpenSafety replica={opened.replica} />;
}

function OpenSafety({ replica }: { readonly replica: Replica }) {
  const { me, today, writer, profile } = useVault();
  const sharing = useTeamQuery('document.sharing', { documentId: replica.documentId }).data;
  const others = sharing?.members.filter(({ userId }) => userId !== me.userId).map(({ name }) => name) ?? [];
  const names = others.length === 0 ? `Alleen jij ziet dit (${me.name}).` : `Alleen jij en ${joined(others)} zien dit.`;
  const trails = useReading(replica, ['meldcodes', 'meldcodeSteps', 'weighings'], readTrails);
  const openTrail = trails.some(({ closedOn }) => closedOn === '');
  return (
    <>
      <p className="restricted-line">
        <Icon name="lock-simple" filled />
        <span>
          <b>{names}</b> Het staat niet in zoeken, tijdlijn, Meekijken, op papier of in het overzicht van je team.
        </span>
      </p>
      <Unsaved replica={replica} />
      <div className="cols safety">
        <div>
          <Section title="Meldcode" aside={<span className="muted">Je hoeft dit niet alleen te doen</span>}>
            {trails.map((trail) => (
              <MeldcodeTrail key={trail.meldcode.id} replica={replica} trail={trail} />
            ))}
            {openTrail ? null : (
              <p className="section-text">
                <Button
                  field="meldcode.begin"
                  disabled={!replica.writable}
                  onPress={() =>
                    replica.change((doc) =>
                      createRecord(doc, 'meldcodes', { openedOn: CalendarDate.parse(today) }, writer),
                    )
                  }
                >
                  Begin met de vijf stappen
                </Button>
              </p>
            )}
          </Section>
          <SafetyPlan replica={replica} />
        </div>
        <aside aria-label="Wie ziet dit en overleg">
          <Section title="Wie ziet dit" count={others.length + 1}>
            <ul>
              {[`${me.name} (jij)`, ...others].map((name) => (
                <li key={name} className="list-row">
                  {name}
                </li>
              ))}
            </ul>
          </Section>
          <Section title="Overleg">
            <p className="safety-phone">
              <Icon name="phone" />
              <span>
                <b>{profile.veiligThuisNumber}</b>
                Veilig Thuis, gratis, dag en nacht. Advies vragen kan zonder naam te noemen.
              </span>
            </p>
            <p className="safety-phone">
              <Icon name="phone" />
              <span>
                <b>112</b>
                Bij gevaar dat nu dreigt.
              </span>
            </p>
          </Section>
          <SaveLine replica={replica} />
        </aside>
      </div>
    </>
  );
}

const joined = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} en ${names.at(-1) ?? ''}`;
