/**
 * Huisbezoek: what to know and to have told before going in. Who come and why, what the household was told, that it may
 * bring somebody, cliëntondersteuning, and whether the visit is safe. Nothing has to be filled in.
 */
import type { HouseholdId, RecordId } from '../../../shared/domain/ids.ts';
import { useFrame } from '../../app/frameContext.ts';
import { useRouter } from '../../app/routerContext.tsx';
import type { Replica } from '../../data/replica.ts';
import { useQuery } from '../../data/useQuery.ts';
import { useReplica } from '../../data/useReplica.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { longDate } from '../../ui/dateText.ts';
import { CallError } from '../household/CallError.tsx';
import { LastConversation } from '../household/LastConversation.tsx';
import { DateInput, FlagInput, LongTextInput, TextInput } from '../household/RecordFields.tsx';
import { SafeVisit } from '../household/SafeVisit.tsx';
import { SaveLine, Unsaved } from '../household/SaveLine.tsx';
import { useRecordMaker } from '../household/newRecord.ts';
import { useRecordForm } from '../household/recordForm.ts';
import { OpenAgreements } from './OpenAgreements.tsx';
import { VisitGuests } from './VisitGuests.tsx';
import { useBeginVisit } from './beginVisit.ts';
import { VisitHour } from './VisitHour.tsx';
import './visit.css';

interface VisitScreenProps {
  readonly householdId: HouseholdId;
  readonly visitId: RecordId;
}

export function VisitScreen({ householdId, visitId }: VisitScreenProps) {
  const router = useRouter();
  const query = useQuery('household.get', { householdId });
  const opened = useReplica(query.data?.household.documentId ?? null);
  const name = query.data?.household.name ?? '';
  const crumb = {
    label: name || 'Huishouden',
    onPress: () => router.go({ screen: 'huishouden', householdId, tab: 'overzicht' }),
  };
  const error = query.error ?? (opened.state === 'failed' ? opened.error : null);
  if (error !== null && opened.state !== 'open')
    return (
      <Sheet title="Huisbezoek" crumb={crumb}>
        <CallError error={error} retry={query.reload} />
      </Sheet>
    );
  if (opened.state !== 'open' || !query.data)
    return (
      <Sheet title="Huisbezoek" crumb={crumb}>
        {null}
      </Sheet>
    );
  return (
    <Preparation
      {...{ householdId, visitId, crumb }}
      replica={opened.replica}
      restricted={query.data.restrictedDocumentId}
    />
  );
}

const DATES = [
  { label: 'Vandaag', days: 0 },
  { label: 'Morgen', days: 1 },
  { label: 'Over 1 week', days: 7 },
] as const;

interface PreparationProps extends VisitScreenProps {
  readonly crumb: { readonly label: string; readonly onPress: () => void };
  readonly replica: Replica;
  readonly restricted: Parameters<typeof SafeVisit>[0]['documentId'];
}

function Preparation({ householdId, visitId, crumb, replica, restricted }: PreparationProps) {
  const { today } = useVault();
  const { lookAlong } = useFrame();
  const form = useRecordForm(replica, 'visits', visitId);
  const maker = useRecordMaker(replica);
  const begin = useBeginVisit(replica, householdId);
  if (form === null || form.view.deleted)
    return (
      <Sheet title="Huisbezoek" crumb={crumb}>
        <EmptyState
          text="Dit huisbezoek staat er niet meer."
          actions={
            <Button field="visit.back" onPress={crumb.onPress}>
              Naar het huishouden
            </Button>
          }
        />
      </Sheet>
    );
  const on = form.text('on');
  return (
    <Sheet
      title={on === '' ? 'Huisbezoek' : `Huisbezoek, ${longDate(on, today)}`}
      crumb={crumb}
      actions={
        <>
          <SaveLine replica={replica} />
          <Button
            variant="quiet"
            field="visit.remove"
            disabled={form.readOnly}
            onPress={() => {
              maker.removeWithUndo('visits', visitId, 'Het huisbezoek is weggehaald.');
              crumb.onPress();
            }}
          >
            Haal weg
          </Button>
          <Button icon="eye" field="visit.lookAlong" onPress={() => lookAlong(householdId)}>
            Meekijken
          </Button>
          <Button
            variant="primary"
            icon="plus"
            field="visit.begin"
            busy={begin.busy ? 'Bezig' : undefined}
            disabled={form.readOnly}
            onPress={() => void begin.run(visitId)}
          >
            Begin het gesprek
          </Button>
        </>
      }
    >
      <Unsaved replica={replica} />
      {begin.error ? <CallError error={begin.error} /> : null}
      <div className="cols visit">
        <div>
          <Section title="Wanneer en waarvoor">
            <div className="visit-when">
              <DateInput form={form} field="on" label="Dag" quick={DATES} />
              <VisitHour form={form} />
              <TextInput form={form} field="place" label="Waar, als het niet thuis is" optional maxLength={200} />
            </div>
            <LongTextInput form={form} field="purpose" label="Waarvoor ga je?" optional />
          </Section>
          <VisitGuests replica={replica} visitId={visitId} />
          <Section title="Wat heb je vooraf verteld?">
            <div className="form-flags">
              <FlagInput form={form} field="explained" label="Waar het gesprek over gaat" />
              <FlagInput form={form} field="announced" label="Wie er komen, en waarom" />
              <FlagInput form={form} field="mayBring" label="Dat er iemand bij mag zijn: familie, een vriend of buur" />
              <FlagInput
                form={form}
                field="clientSupport"
                label="Dat een onafhankelijke cliëntondersteuner gratis kan meedenken"
              />
            </div>
            <TextInput form={form} field="announcedTo" label="Aan wie heb je het verteld?" optional maxLength={200} />
          </Section>
        </div>
        <aside aria-label="Goed om te weten">
          <SafeVisit documentId={restricted} />
          <OpenAgreements replica={replica} />
          <LastConversation replica={replica} householdId={householdId} />
        </aside>
      </div>
    </Sheet>
  );
}
