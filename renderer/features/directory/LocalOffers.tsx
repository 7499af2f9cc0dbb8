import type { OrganisationRow } from '../../../shared/contract/commands/organisations.ts';
import type { Perspective } from '../../../shared/domain/codes.ts';
import { useQuery } from '../../data/useQuery.ts';
import { Button } from '../../ui/Button.tsx';
import './directory.css';

interface LocalOffersProps {
  readonly perspective: Perspective | '';
  readonly area: string;
  /** What the agreement is about. */
  readonly text: string;
  readonly heading: string;
  readonly field: string;
  readonly onChoose: (organisation: OrganisationRow) => void;
}

/** Organisations nearby that fit: a tip before the municipality does it, never a block. */
export function LocalOffers({ perspective, area, text, heading, field, onChoose }: LocalOffersProps) {
  const found = useQuery('organisation.offers', { perspective, area, text: text.slice(0, 200), limit: 4 });
  const rows = found.data?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <section aria-label={heading}>
      <p className="muted">{heading}</p>
      <ul className="local-offers">
        {rows.map((row, index) => (
          <li key={row.organisationId}>
            <Button field={`${field}.${String(index)}`} icon="map-trifold" onPress={() => onChoose(row)}>
              {row.name}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
