import { createPortal } from 'react-dom';
import { Logo } from '../../ui/Logo.tsx';

interface RecoverySheetProps {
  readonly code: readonly string[];
  readonly name: string;
  readonly date: string;
}

/** The only thing that is printed (styles/print.css); it is in the document for as long as the print window is open. */
export function RecoverySheet({ code, name, date }: RecoverySheetProps) {
  return createPortal(
    <section className="print-sheet" aria-hidden="true">
      <p className="brand">
        <Logo /> Samenspel
      </p>
      <h1>Mijn herstelcode</h1>
      <p>Hiermee open je Samenspel als je je wachtzin kwijt bent. Kies op het beginscherm: Wachtzin vergeten?</p>
      <ol className="code-groups">
        {code.map((group, index) => (
          <li key={index}>
            <small>{index + 1}</small> {group}
          </li>
        ))}
      </ol>
      <p>De letter O komt niet voor: een rondje is altijd een nul.</p>
      <p>
        Leg dit papier thuis of in een kluis. Niet bij je laptop, en maak er geen foto van. Is het weg, of heeft iemand
        het gezien? Vertel het je beheerder.
      </p>
      <p className="print-lines">
        <span>Datum: {date}</span>
        <span>Naam: {name}</span>
      </p>
    </section>,
    document.body,
  );
}
