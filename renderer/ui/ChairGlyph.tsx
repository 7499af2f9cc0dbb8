import type { LadderStep } from '../../shared/domain/codes.ts';

const CHAIRS: readonly { readonly step: LadderStep; readonly x: number; readonly y: number; readonly wide: boolean }[] =
  [
    { step: '1_ZELF', x: 8.5, y: 22.4, wide: true },
    { step: '2_OMGEVING', x: 1.8, y: 8.5, wide: false },
    { step: '3_VOORLIGGEND', x: 8.5, y: 1.8, wide: true },
    { step: '4_GEMEENTE', x: 22.4, y: 8.5, wide: false },
  ];

/** Who does it, as the chair at the table that is taken. The resident sits nearest to the reader. Not a score. */
export function ChairGlyph({ step, label }: { readonly step: LadderStep; readonly label?: string }) {
  const glyph = (
    <svg className="chairs" viewBox="0 0 28 28" aria-hidden="true">
      <rect className="top" x="8.6" y="8.6" width="10.8" height="10.8" rx="2.6" />
      {CHAIRS.map((chair) => (
        <rect
          key={chair.step}
          className={chair.step === step ? 'taken' : 'other'}
          x={chair.x}
          y={chair.y}
          width={chair.wide ? 11 : 3.8}
          height={chair.wide ? 3.8 : 11}
          rx="1.9"
        />
      ))}
    </svg>
  );
  return label ? (
    <span className="seat">
      {glyph}
      <span>{label}</span>
    </span>
  ) : (
    glyph
  );
}
