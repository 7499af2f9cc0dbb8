/** Where to hold a spreekuur, what is planned, and what of earlier ones is not finished. */
import { useState } from 'react';
import type { WalkIn } from '../../../shared/contract/commands/consultation.ts';
import type { InputOf, OutputOf } from '../../../shared/contract/contract.ts';
import { perspectiveLabel } from '../../../shared/domain/gemeenteprofiel.ts';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { labels } from '../../../shared/domain/labels.ts';
import { useRouter } from '../../app/routerContext.tsx';
import { useCommand } from '../../data/useCommand.ts';
import { useHasDraft } from '../../data/useFormDraft.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { IconTile, ListRow } from '../../ui/ListRow.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { longDate } from '../../ui/dateText.ts';
import { showToast } from '../../ui/toasts.ts';
import { CallError } from '../household/CallError.tsx';
import { LinkWalkIn } from './LinkWalkIn.tsx';
import { PLAN_DRAFT, PlanConsultation } from './PlanConsultation.tsx';
import { WalkInList } from './WalkInList.tsx';

interface StartConsultationProps {
  readonly data: OutputOf<'consultation.get'>;
  readonly today: string;
  readonly onStarted: () => void;
}

export function StartConsultation({ data, today, onStarted }: StartConsultationProps) {
  const { profile, calls } = useVault();
  const router = useRouter();
  const start = useCommand('consultation.start');
  const cancel = useCommand('consultation.stop');
  const [planning, setPlanning] = useState(useHasDraft(PLAN_DRAFT));
  const [linking, setLinking] = useState<WalkIn | null>(null);
  const { planned, later, unlinked, teamSignals } = data;
  const begin = (input: InputOf<'consultation.start'>): void =>
    void start.run(input).then((begun) => {
      if (begun === null) return;
      void calls.call('session.setConsultation', { on: true });
      onStarted();
    });
  const takeAway = (documentId: DocumentId): void =>
    void cancel.run({ documentId }).then((gone) => {
      if (gone === null) return;
      showToast({
        text: 'Het geplande spreekuur is weggehaald.',
        undo: () => void calls.call('consultation.plan', { documentId }),
      });
    });
  /** A half-done walk-in goes on at the spreekuur where it began. */
  const takeUp = (walkIn: WalkIn): void => {
    const { documentId, walkInId } = walkIn;
    const { who, question, perspectives, next, what, toUser, toName, dueOn } = walkIn;
    const form = { who, question, perspectives, next, what, toUser, toName, dueOn };
    void calls
      .call('consultation.keep', { documentId, walkInId, form, state: 'CONCEPT' })
      .then((kept) => kept.ok && begin({ documentId }));
  };
  return (
    <Sheet
      title="Spreekuur"
      sub="Kies waar je zit. Je scherm verbergt zich dan na één minuut."
      actions={
        profile.places.length === 0 ? undefined : (
          <Button icon="calendar-blank" field="consultation.plan" onPress={() => setPlanning(true)}>
            Plan een spreekuur
          </Button>
        )
      }
    >
      {start.error ? <CallError error={start.error} /> : null}
      <div className="cols consultation">
        <div>
          {planned.length > 0 ? (
            <Section title="Gepland" count={planned.length}>
              <ul>
                {planned.map((one) => (
                  <ListRow
                    key={one.documentId}
                    lead={<IconTile name="calendar-blank" />}
                    title={one.place}
                    meta={[longDate(one.plannedOn, today), hours(one.plannedFrom, one.plannedUntil)]
                      .filter(Boolean)
                      .join(' · ')}
                    trail={
                      <>
                        <Button
                          variant="quiet"
                          field={`consultation.${one.documentId}.cancel`}
                          onPress={() => takeAway(one.documentId)}
                        >
                          Haal weg<span className="visually-hidden"> {one.place}</span>
                        </Button>
                        <Button
                          field={`consultation.${one.documentId}.start`}
                          onPress={() => begin({ documentId: one.documentId })}
                        >
                          Start<span className="visually-hidden"> spreekuur {one.place}</span>
                        </Button>
                      </>
                    }
                  />
                ))}
              </ul>
            </Section>
          ) : null}
          <Section title="Start nu">
            {profile.places.length === 0 ? (
              <EmptyState
                text="Er staat nog geen plek voor een spreekuur in jullie gemeenteprofiel. Zet er daar een bij."
                actions={
                  <Button field="consultation.places" onPress={() => router.go({ screen: 'gemeente' })}>
                    Naar Gemeente
                  </Button>
                }
              />
            ) : null}
            <ul>
              {profile.places.map(({ name, context, area }, index) => (
                <ListRow
                  key={name}
                  lead={<IconTile name="map-pin" />}
                  title={name}
                  meta={[labels.context[context], area].filter(Boolean).join(' · ')}
                  trail={
                    <Button
                      field={`place.${String(index)}.start`}
                      onPress={() => begin({ place: name, context, area })}
                    >
                      Start<span className="visually-hidden"> spreekuur {name}</span>
                    </Button>
                  }
                />
              ))}
            </ul>
          </Section>
        </div>
        <aside aria-label="Nog te doen van eerdere spreekuren">
          <Section title="Nog te koppelen" count={unlinked.length}>
            {unlinked.length === 0 ? (
              <p className="section-text muted">Niets. Alles met een naam staat in een huishouden.</p>
            ) : (
              <WalkInList walkIns={unlinked} today={today} withPlace onTakeUp={takeUp} onLink={setLinking} />
            )}
          </Section>
          {later.length > 0 ? (
            <Section title="Later afmaken" count={later.length}>
              <WalkInList walkIns={later} today={today} withPlace onTakeUp={takeUp} onLink={setLinking} />
            </Section>
          ) : null}
          {teamSignals.length > 0 ? (
            <Section title="Wijksignalen van je team" count={teamSignals.length}>
              <ul>
                {teamSignals.map(({ signalId, text, area, theme, on }) => (
                  <ListRow
                    key={signalId}
                    title={text}
                    meta={[theme ? perspectiveLabel(profile, theme) : '', area, longDate(on, today)]
                      .filter(Boolean)
                      .join(' · ')}
                  />
                ))}
              </ul>
            </Section>
          ) : null}
        </aside>
      </div>
      {planning && profile.places.length > 0 ? (
        <PlanConsultation today={today} onClose={() => setPlanning(false)} />
      ) : null}
      {linking ? <LinkWalkIn walkIn={linking} today={today} onClose={() => setLinking(null)} /> : null}
    </Sheet>
  );
}

const hours = (from: string, until: string): string => (from && until ? `${from}–${until}` : from);
