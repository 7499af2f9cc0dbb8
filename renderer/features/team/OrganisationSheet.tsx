import { createPortal } from 'react-dom';
import { Logo } from '../../ui/Logo.tsx';
import type { OrganisationPart } from './organisationParts.ts';

interface OrganisationSheetProps {
  readonly teamName: string;
  /** Which of the three. */
  readonly paper: number;
  readonly part: OrganisationPart;
  readonly keeper: string;
  readonly date: string;
}

/** One paper: what it is, who keeps it, which of the three. Only while the print window is open. */
export function OrganisationSheet({ teamName, paper, part, keeper, date }: OrganisationSheetProps) {
  return createPortal(
    <section className="print-sheet" aria-hidden="true">
      <p className="brand">
        <Logo /> Samenspel
      </p>
      <h1>Noodsleutel van {teamName}</h1>
      <p>
        <b>Papier {paper} van 3.</b> Zijn alle laptops van het team weg of stuk? Dan haalt de beheerder met twee van de
        drie papieren de dossiers terug. Dit ene papier opent niets.
      </p>
      <ol className="code-groups">
        {part.groups.map((group, index) => (
          <li key={index}>
            <small>{index + 1}</small> {group}
          </li>
        ))}
      </ol>
      <p>
        <b>Nummer {part.number}.</b> Dit nummer hoort bij de code.
      </p>
      <p>De letter O komt niet voor: een rondje is altijd een nul.</p>
      <p>
        Bewaar dit papier in een kluis of een afgesloten la. Niet bij de andere twee papieren, en maak er geen foto van.
        Is het weg, of heeft iemand het gezien? Vertel het meteen de teamleider.
      </p>
      <p className="print-lines">
        <span>Datum: {date}</span>
        <span>Bewaard door: {keeper || '…………………………………………'}</span>
      </p>
    </section>,
    document.body,
  );
}
