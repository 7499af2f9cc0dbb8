/** The drawing of the list: near is near, support is thick, neutral dotted, tension zigzag. Not an input. */
import type { Support } from '../../../shared/domain/codes.ts';
import { labels } from '../../../shared/domain/labels.ts';
import { layOut, nameWidth, RADIUS_X, RADIUS_Y, shortLabel, zigzagPath, type Contact } from './ecogramLayout.ts';

interface EcogramProps {
  readonly household: string;
  readonly contacts: readonly Contact[];
  readonly label: string;
  /** The row that has the focus. */
  readonly highlighted: string | null;
}

export function Ecogram({ household, contacts, label, highlighted }: EcogramProps) {
  const drawing = layOut(contacts);
  const centre = Math.max(90, nameWidth(household) + 6);
  return (
    <svg className="ecogram" viewBox="-385 -285 770 575" role="img" aria-label={label}>
      <ellipse className="eco-field" rx={RADIUS_X} ry={RADIUS_Y} />
      <ellipse className="eco-ring" rx={RADIUS_X * 0.68} ry={RADIUS_Y * 0.68} />
      <ellipse className="eco-ring" rx={RADIUS_X * 0.38} ry={RADIUS_Y * 0.38} />
      {drawing.sectors.map(({ sector, from, x, y }) => (
        <g key={sector}>
          <line
            className="eco-ring"
            x1={Math.cos(from) * RADIUS_X * 0.2}
            y1={Math.sin(from) * RADIUS_Y * 0.2}
            x2={Math.cos(from) * RADIUS_X}
            y2={Math.sin(from) * RADIUS_Y}
          />
          <text
            className="eco-sector"
            x={x}
            y={y + 4}
            textAnchor={Math.abs(x) < 70 ? 'middle' : x > 0 ? 'start' : 'end'}
          >
            {labels.networkGroup[sector]}
          </text>
        </g>
      ))}
      {drawing.contacts.map(({ id, x, y, support }) => (
        <path
          key={id}
          className={`eco-line ${lineClass(support)}`}
          d={support === 'SPANNING' ? zigzagPath(x, y) : `M0,0L${x},${y}`}
        />
      ))}
      <g>
        <rect className="eco-centre" x={-centre / 2} y="-22" width={centre} height="44" rx="22" />
        <text className="eco-centre-name" y="5" textAnchor="middle">
          {shortLabel(household)}
        </text>
      </g>
      {drawing.contacts.map(({ id, name, x, y, width, support }) => (
        <g key={id} data-on={id === highlighted || undefined} className="eco-name">
          <rect x={x - width / 2} y={y - 15} width={width} height="30" rx="15" className={lineClass(support)} />
          <text x={x} y={y + 5} textAnchor="middle">
            {shortLabel(name)}
          </text>
        </g>
      ))}
    </svg>
  );
}

const lineClass = (support: Support): string =>
  support === 'GEEFT_STEUN' || support === 'KRIJGT_STEUN' ? 'steun' : support === 'SPANNING' ? 'spanning' : 'neutraal';

/** What the lines mean, in words. */
export function EcogramLegend() {
  return (
    <p className="eco-legend">
      <span>
        <svg viewBox="0 0 32 12" width="32" aria-hidden="true">
          <path className="eco-line steun" d="M0,6L32,6" />
        </svg>
        Steun
      </span>
      <span>
        <svg viewBox="0 0 32 12" width="32" aria-hidden="true">
          <path className="eco-line neutraal" d="M0,6L32,6" />
        </svg>
        Neutraal
      </span>
      <span>
        <svg viewBox="0 -6 32 12" width="32" aria-hidden="true">
          <path className="eco-line spanning" d={zigzagPath(32, 0)} />
        </svg>
        Spanning
      </span>
      <span className="muted">Dichtbij is dicht bij het midden</span>
    </p>
  );
}
