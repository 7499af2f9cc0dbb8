/** How the work of the team stands, for a lead: counted from facts without names of residents; small counts are hidden. */
import { cellInWords, type Cell } from '../../../shared/domain/cells.ts';
import { labels } from '../../../shared/domain/labels.ts';
import { unusualLabels } from '../../../shared/domain/unusualLooks.ts';
import { useVault } from '../../data/useVault.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { shortDate } from '../../ui/dateText.ts';
import { CallError } from '../household/CallError.tsx';
import { useTeamQuery } from './useSharing.ts';

const isNone = (cell: Cell): boolean => cell.kind === 'NUMBER' && cell.value === 0;

export function TeamWork() {
  const { data, error } = useTeamQuery('team.work', {});
  if (error) return <CallError error={error} />;
  if (!data) return null;
  return (
    <Section title="Hoe staat het werk ervoor?">
      <p className="section-text muted">
        Zonder namen van inwoners. Kleine aantallen staan er als minder dan {data.minimum}.
      </p>
      <div className="table-scroll">
        <table className="list-table">
          <caption className="visually-hidden">Per collega</caption>
          <thead>
            <tr>
              <th scope="col">Collega</th>
              <th scope="col">Open huishoudens</th>
              <th scope="col">Evaluatie te laat</th>
              <th scope="col">Termijn te laat</th>
            </tr>
          </thead>
          <tbody>
            {data.people.map((person) => (
              <tr key={person.userId}>
                <th scope="row">{person.name}</th>
                <td>{cellInWords(person.open)}</td>
                <td>{cellInWords(person.reviewsLate)}</td>
                <td>{cellInWords(person.termsLate)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>
        Zonder regisseur: {cellInWords(data.withoutRegisseur)}
        {data.unassigned.length === 0
          ? '.'
          : `. ${data.unassigned.map(({ mark, withName }) => (withName === null ? mark : `${mark} (bij ${withName})`)).join(', ')}.`}
      </p>
      <p>
        Wie doet wat:{' '}
        {data.ladder
          .filter(({ count }) => !isNone(count))
          .map(({ step, count }) => `${labels.ladder[step]} ${cellInWords(count)}`)
          .join(' · ') || 'nog geen afspraken'}
        .
      </p>
    </Section>
  );
}

/** What stands out in the log: a code, a day and marks, and a person who judges. */
export function UnusualLooks() {
  const { today } = useVault();
  const { data } = useTeamQuery('log.unusual', {});
  if (!data || (data.looks.length === 0 && data.setBack.length === 0)) return null;
  return (
    <Section title="Opvallend kijken" count={data.looks.length + data.setBack.length}>
      <p className="section-text muted">Vraag het eerst na. Er is vaak een goede reden.</p>
      <ul className="access-list">
        {data.looks.map((look) => (
          <li key={`${look.on}.${look.userId}.${look.code}`}>
            <b className="strong">{look.name}</b>, {shortDate(look.on, today)}: {unusualLabels[look.code]}, {look.count}{' '}
            {look.count === 1 ? 'dossier' : 'dossiers'}
            {look.marks.length === 0 ? '' : ` (${look.marks.join(', ')})`}.
          </li>
        ))}
        {data.setBack.map((back) => (
          <li key={`${back.userId}.${back.mark}`}>
            <b className="strong">{back.name}</b>: het logboek van deze laptop ging terug in de tijd ({back.mark}).
          </li>
        ))}
      </ul>
    </Section>
  );
}
