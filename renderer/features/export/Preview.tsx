/** What is in the file, and who of it may be known here already. Nothing has been stored yet. */
import type { ImportPreview } from '../../../shared/contract/commands/plan.ts';
import { calendarDateAt } from '../../../shared/domain/dates.ts';
import type { HouseholdId } from '../../../shared/domain/ids.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { ListRow } from '../../ui/ListRow.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { longDate } from '../../ui/dateText.ts';

const REASONS: Readonly<Record<ImportPreview['alike'][number]['reasons'][number], string>> = {
  ADRES: 'zelfde adres',
  GEBOORTEDATUM_EN_NAAM: 'zelfde geboortedatum en naam',
  VOORNAAM_EN_ACHTERNAAM: 'bijna dezelfde naam',
};

interface PreviewProps {
  readonly preview: ImportPreview;
  readonly busy: boolean;
  readonly paperBusy: boolean;
  readonly onTake: () => void;
  readonly onPaper: () => void;
  readonly onOpen: (householdId: HouseholdId) => void;
}

export function Preview({ preview, busy, paperBusy, onTake, onPaper, onOpen }: PreviewProps) {
  const { today } = useVault();
  const { counts, alike, known } = preview;
  const madeMs = Date.parse(preview.exportedAt);
  const inside = [
    said(counts.persons, 'persoon', 'personen'),
    said(counts.questions, 'vraag', 'vragen'),
    said(counts.conversations, 'gesprek', 'gesprekken'),
    said(counts.goals, 'doel', 'doelen'),
    said(counts.actions, 'afspraak', 'afspraken'),
    counts.other > 0 ? `${String(counts.other)} andere aantekeningen` : '',
    preview.restricted ? 'Veiligheid' : '',
  ].filter(Boolean);
  return (
    <Section title="Dit zit erin">
      <ul>
        <ListRow
          title={preview.name || 'Huishouden zonder naam'}
          meta={[inside.join(', '), Number.isNaN(madeMs) ? '' : `gemaakt op ${longDate(calendarDateAt(madeMs), today)}`]
            .filter(Boolean)
            .join(' · ')}
        />
      </ul>
      {known ? (
        <div className="well" role="alert">
          <p>Dit huishouden staat al op deze laptop. Het komt er niet nog een keer bij. Er is niets veranderd.</p>
          <Button field="takeIn.openKnown" onPress={() => onOpen(preview.householdId)}>
            Open het huishouden
          </Button>
        </div>
      ) : (
        <>
          {alike.length > 0 ? (
            <div className="well">
              <p>Kijk even: lijkt dit op een huishouden dat je al hebt? Er wordt niets samengevoegd.</p>
              <ul>
                {alike.map(({ householdId, name, reasons }) => (
                  <ListRow
                    key={householdId}
                    title={name}
                    meta={reasons.map((reason) => REASONS[reason]).join(', ')}
                    trail={
                      <Button variant="quiet" field={`takeIn.alike.${householdId}`} onPress={() => onOpen(householdId)}>
                        Bekijk<span className="visually-hidden"> {name}</span>
                      </Button>
                    }
                  />
                ))}
              </ul>
            </div>
          ) : null}
          <p className="section-text">Je krijgt alles of niets: als er iets niet klopt, komt er niets binnen.</p>
        </>
      )}
      <div className="row take-choice">
        {known ? null : (
          <Button
            variant="primary"
            field="takeIn.take"
            busy={busy ? 'Bezig met overnemen' : undefined}
            onPress={onTake}
          >
            Neem over
          </Button>
        )}
        {preview.paper ? (
          <Button icon="file-pdf" field="takeIn.paper" busy={paperBusy ? 'Bezig' : undefined} onPress={onPaper}>
            Bewaar het papier (PDF)
          </Button>
        ) : null}
      </div>
    </Section>
  );
}

const said = (count: number, one: string, many: string): string =>
  count === 0 ? '' : `${String(count)} ${count === 1 ? one : many}`;
