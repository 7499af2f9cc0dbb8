/** How the work of the team stands, for a lead: counted from facts without names of residents; small counts are hidden. */
import { useState } from 'react';
import type { TeamOverview } from '../../../shared/contract/commands/sharing.ts';
import { cellInWords, type Cell } from '../../../shared/domain/cells.ts';
import type { UserId } from '../../../shared/domain/ids.ts';
import { labels } from '../../../shared/domain/labels.ts';
import { unusualLabels } from '../../../shared/domain/unusualLooks.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { shortDate } from '../../ui/dateText.ts';
import { CallError } from '../household/CallError.tsx';
import { Caseload } from './Caseload.tsx';
import { useTeamQuery } from './useSharing.ts';

const isNone = (cell: Cell): boolean => cell.kind === 'NUMBER' && cell.value === 0;

/** `null`: the households without a regisseur. */
type Shown = UserId | null | undefined;

export function TeamWork({ team }: { readonly team: TeamOverview }) {
  const { me } = useVault();
  const { data, error } = useTeamQuery('team.work', {});
  const [shown, setShown] = useState<Shown>(undefined);
  if (error) return <CallError error={error} />;
  if (!data) return null;
  const toggle = (whose: Shown): void => setShown(shown === whose ? undefined : whose);
  const member = data.people.find(({ userId }) => userId === shown);
  return (
    <Section title="Hoe staat het werk ervoor?">
      <p className="section-text muted">
        Zonder namen van inwoners. Kleine aantallen staan er als minder dan {data.minimum}.
      </p>
      <div className="table-scroll">
        <table className="list-table work-table">
          <caption className="visually-hidden">Per collega</caption>
          <thead>
            <tr>
              <th scope="col">Collega</th>
              <th scope="col">Open huishoudens</th>
              <th scope="col">Evaluatie te laat</th>
              <th scope="col">Termijn te laat</th>
              <th scope="col">
                <span className="visually-hidden">Dossiers</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {data.people.map((person) => (
              <tr key={person.userId}>
                <th scope="row">{person.name}</th>
                <td data-label="Open huishoudens">{cellInWords(person.open)}</td>
                <td data-label="Evaluatie te laat">{cellInWords(person.reviewsLate)}</td>
                <td data-label="Termijn te laat">{cellInWords(person.termsLate)}</td>
                <td>
                  {person.userId === me.userId || isNone(person.open) ? null : (
                    <Button
                      variant="quiet"
                      field={`work.${person.userId}`}
                      expanded={shown === person.userId}
                      onPress={() => toggle(person.userId)}
                    >
                      Dossiers<span className="visually-hidden"> van {person.name}</span>
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {member ? (
        <>
          <h3 className="sub-head">Dossiers van {member.name}</h3>
          <Caseload key={member.userId} member={member} team={team} />
        </>
      ) : null}
      <p className="work-line">
        <span>Zonder regisseur: {cellInWords(data.withoutRegisseur)}.</span>
        {data.unassigned.length === 0 ? null : (
          <Button variant="quiet" field="work.unassigned" expanded={shown === null} onPress={() => toggle(null)}>
            Verdeel<span className="visually-hidden"> dossiers zonder regisseur</span>
          </Button>
        )}
      </p>
      {shown === null ? (
        <>
          <p className="hint">
            Van een afgeschermd dossier staat nergens wie regisseur is. Het kan daarom ook in deze lijst staan.
          </p>
          <Caseload member={null} team={team} />
        </>
      ) : null}
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
            <b className="strong">{look.name}</b>, {shortDate(look.on, today)}: {unusualLabels[look.code]}, {look.count}
            {'\u00a0'}
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
