/** One perspective: its latest look in four cells, earlier ones folded, or three questions when there is none yet. */
import { CalendarDate } from '../../../shared/domain/dates.ts';
import type { Perspective } from '../../../shared/domain/codes.ts';
import { perspectiveLabel } from '../../../shared/domain/gemeenteprofiel.ts';
import type { RecordId } from '../../../shared/domain/ids.ts';
import { labels } from '../../../shared/domain/labels.ts';
import { questionsFor } from '../../../shared/domain/perspectivePrompts.ts';
import type { RecordView } from '../../../shared/documents/readers.ts';
import type { Replica } from '../../data/replica.ts';
import { useRecords } from '../../data/useReplica.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { shortDate } from '../../ui/dateText.ts';
import { perspectiveMarks } from '../../ui/perspectives.ts';
import { Voice } from '../household/ReadText.tsx';
import { useRecordMaker } from '../household/newRecord.ts';
import { shortName } from '../household/personText.ts';
import { PerspectiveEditor } from './PerspectiveEditor.tsx';

export type ViewOfPerspective = RecordView<'perspectiveViews'>;
export const CELLS = ['goesWell', 'couldBeBetter', 'wish', 'nextStep'] as const;
export const cellLabels = {
  goesWell: 'Gaat goed',
  couldBeBetter: 'Mag anders',
  wish: 'Wens',
  nextStep: 'Eerstvolgende stap',
} as const;

interface PerspectiveRowProps {
  readonly replica: Replica;
  readonly code: Perspective;
  readonly personId: RecordId | '';
  /** The latest first. */
  readonly views: readonly ViewOfPerspective[];
  readonly openId: string | null;
  readonly onOpen: (id: string | null) => void;
}

export function PerspectiveRow({ replica, code, personId, views, openId, onOpen }: PerspectiveRowProps) {
  const { today, profile } = useVault();
  const maker = useRecordMaker(replica);
  const mark = perspectiveMarks[code];
  const name = perspectiveLabel(profile, code);
  const [latest, ...earlier] = views;
  const begin = (): void =>
    onOpen(
      maker.create('perspectiveViews', {
        personId,
        perspective: code,
        date: CalendarDate.parse(today),
        discussed: 'JA',
      }),
    );
  const open = views.find(({ id }) => id === openId);
  return (
    <section className="perspective-row" data-p={mark.hue} data-empty={latest ? undefined : true} aria-label={name}>
      <h2 className="perspective-name">
        <span className="perspective-tile">
          <Icon name={mark.icon} filled={latest !== undefined} />
        </span>
        <span>
          {name}
          <span className="meta">{latest ? standingOf(latest, today) : 'nog niet besproken'}</span>
        </span>
      </h2>
      {latest ? (
        <Cells replica={replica} view={latest} code={code} onOpen={onOpen} />
      ) : (
        <>
          <div className="perspective-questions">
            <p>Misschien komt het nog ter sprake. Vraag bijvoorbeeld:</p>
            <ul className="muted">
              {questionsFor(code, profile.residentAddress)
                .slice(0, 3)
                .map((question) => (
                  <li key={question}>{question}</li>
                ))}
            </ul>
          </div>
          <span>
            <Button field={`perspectives.${code}.begin`} disabled={!replica.writable} onPress={begin}>
              Schrijf iets op
              <span className="visually-hidden"> bij {name}</span>
            </Button>
          </span>
        </>
      )}
      {open ? (
        <PerspectiveEditor key={open.id} replica={replica} code={code} id={open.id} onClose={() => onOpen(null)} />
      ) : latest ? (
        <div className="row perspective-actions">
          <Button
            variant="quiet"
            icon="pencil-simple-line"
            field={`perspectiveViews.${latest.id}.open`}
            onPress={() => onOpen(latest.id)}
          >
            Wijzig<span className="visually-hidden"> {name}</span>
          </Button>
          {latest.values.date === today ? null : (
            <Button
              variant="quiet"
              icon="plus"
              field={`perspectives.${code}.begin`}
              disabled={!replica.writable}
              onPress={begin}
            >
              Kijk opnieuw<span className="visually-hidden"> naar {name}</span>
            </Button>
          )}
          {earlier.length > 0 ? (
            <details className="perspective-earlier">
              <summary>
                Eerder ({earlier.length})<span className="visually-hidden">: {name}</span>
              </summary>
              <ol>
                {earlier.map((view) => (
                  <li key={view.id}>
                    <b>{shortDate(view.values.date ?? '', today)}</b>{' '}
                    {CELLS.flatMap((cell) =>
                      view.values[cell] ? [`${cellLabels[cell].toLowerCase()}: ${view.values[cell]}`] : [],
                    ).join(' · ')}
                  </li>
                ))}
              </ol>
            </details>
          ) : null}
        </div>
      ) : null}
    </section>
  );
}

function standingOf({ values }: ViewOfPerspective, today: string): string {
  if (values.discussed === 'NIET_NODIG' || values.discussed === 'WIL_NIET' || values.discussed === 'NEE')
    return labels.discussed[values.discussed].toLowerCase();
  return `besproken ${shortDate(values.date ?? '', today)}`;
}

interface CellsProps {
  readonly replica: Replica;
  readonly view: ViewOfPerspective;
  readonly code: Perspective;
  readonly onOpen: (id: string) => void;
}

function Cells({ replica, view, code, onOpen }: CellsProps) {
  const { profile } = useVault();
  const persons = useRecords(replica, 'persons');
  const person = persons.find(({ id }) => id === view.values.saidByPersonId);
  const by = person ? shortName(person) : (view.values.saidByName ?? '');
  const questions = questionsFor(code, profile.residentAddress);
  return (
    <>
      {CELLS.map((cell, index) => {
        const text = view.values[cell] ?? '';
        const own = cell === 'wish' || /^[‘'"“]/.test(text.trim());
        return (
          <div key={cell} className="perspective-cell">
            <span className="cell-label">{cellLabels[cell]}</span>
            {text ? (
              <>
                {own ? <Voice>{text}</Voice> : <span>{text}</span>}
                {by ? <span className="meta">{by}</span> : null}
              </>
            ) : cell === 'wish' ? (
              <>
                <span className="muted">{questions[index] ?? ''}</span>
                <Button
                  variant="quiet"
                  icon="plus"
                  field={`perspectiveViews.${view.id}.openWish`}
                  onPress={() => onOpen(view.id)}
                >
                  Wens
                </Button>
              </>
            ) : null}
          </div>
        );
      })}
    </>
  );
}
