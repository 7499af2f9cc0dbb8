/** Overzicht: where we stand, who does what, what was talked about; persons and the last conversation beside it. */
import type { HouseholdId } from '../../../shared/domain/ids.ts';
import { useRouter } from '../../app/routerContext.tsx';
import type { Replica } from '../../data/replica.ts';
import { useRecords } from '../../data/useReplica.ts';
import { useVault } from '../../data/useVault.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { Late } from '../../ui/Standing.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { dueText } from '../../ui/dateText.ts';
import { ListRow } from '../../ui/ListRow.tsx';
import { DossierLinks } from '../closing/DossierLinks.tsx';
import { Deadlines } from '../deadlines/Deadlines.tsx';
import { HandoverNotice } from '../handover/HandoverNotice.tsx';
import { Question } from '../question/Question.tsx';
import { ResearchStrip } from '../research/ResearchStrip.tsx';
import { OnPaper } from '../paper/OnPaper.tsx';
import { PlannedVisits } from '../visit/PlannedVisits.tsx';
import { QuickNote } from '../worknotes/QuickNote.tsx';
import { LastConversation } from './LastConversation.tsx';
import { PerspectiveStrip } from './PerspectiveStrip.tsx';
import { WhoDoesWhat } from './WhoDoesWhat.tsx';
import { fullName, personMeta } from './personText.ts';

interface OverviewProps {
  readonly replica: Replica;
  readonly householdId: HouseholdId;
}

export function Overview({ replica, householdId }: OverviewProps) {
  const router = useRouter();
  const { today } = useVault();
  const persons = useRecords(replica, 'persons');
  const toDetails = () => router.replace({ screen: 'huishouden', householdId, tab: 'gegevens' });
  return (
    <div className="cols overview">
      <div>
        <HandoverNotice replica={replica} />
        <Question replica={replica} />
        <ResearchStrip replica={replica} householdId={householdId} />
        <WhereWeStand replica={replica} />
        <Deadlines householdId={householdId} />
        <WhoDoesWhat replica={replica} />
        <PerspectiveStrip replica={replica} />
      </div>
      <aside aria-label="Personen en laatste gesprek">
        <Section
          title="Personen"
          count={persons.length}
          aside={
            <TextLink field="overview.persons" onPress={toDetails}>
              {persons.length === 0 ? 'Voeg toe' : 'Wijzig'}
            </TextLink>
          }
        >
          {persons.length === 0 ? (
            <p className="section-text muted">Nog niemand. Voeg toe wie er woont.</p>
          ) : (
            <ul>
              {persons.map((person) => (
                <ListRow key={person.id} title={fullName(person)} meta={personMeta(person, today)} />
              ))}
            </ul>
          )}
        </Section>
        <LastConversation replica={replica} householdId={householdId} />
        <PlannedVisits replica={replica} householdId={householdId} />
        <OnPaper replica={replica} householdId={householdId} />
        <QuickNote householdId={householdId} />
        <DossierLinks householdId={householdId} />
      </aside>
    </div>
  );
}

function WhereWeStand({ replica }: { readonly replica: Replica }) {
  const { today } = useVault();
  const actions = useRecords(replica, 'actions').filter(
    ({ values }) => values.status === 'GEPLAND' || values.status === 'LOOPT',
  );
  const goals = useRecords(replica, 'goals').filter(
    ({ values }) => !values.status || values.status === 'OPEN' || values.status === 'BEZIG',
  );
  const conversations = useRecords(replica, 'conversations');
  const late = actions.filter(({ values }) => values.dueOn && values.dueOn < today).length;
  const steps = [
    ...actions.flatMap(({ id, values }) => (values.dueOn ? [{ id, on: values.dueOn, what: values.what ?? '' }] : [])),
    ...conversations.flatMap(({ id, values }) =>
      values.nextContactOn && values.nextContactOn >= today
        ? [{ id, on: values.nextContactOn, what: 'Volgend contact' }]
        : [],
    ),
  ].toSorted((a, b) => a.on.localeCompare(b.on));
  const next = steps.find((step) => step.on >= today) ?? steps[0];
  return (
    <section className="standing-well" aria-label="Waar staan we?">
      <div>
        <h2>Waar staan we?</h2>
        <p className="figures">
          {goals.length > 0 ? (
            <>
              <b>{goals.length}</b> {goals.length === 1 ? 'doel' : 'doelen'}{' '}
            </>
          ) : null}
          <b>{actions.length}</b> {actions.length === 1 ? 'open afspraak' : 'open afspraken'}
          {late > 0 ? <Late>{`${late} te laat`}</Late> : null}
        </p>
      </div>
      <div>
        <h2>Volgende stap</h2>
        {next ? (
          <p className="next-step">
            <Icon name="calendar-blank" />
            <span>
              {dueText(next.on, today).late ? (
                <Late>{dueText(next.on, today).text}</Late>
              ) : (
                dueText(next.on, today).text
              )}
              <span className="meta">{next.what}</span>
            </span>
          </p>
        ) : (
          <p className="muted">Nog geen datum afgesproken.</p>
        )}
      </div>
    </section>
  );
}
