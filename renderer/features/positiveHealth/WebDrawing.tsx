/**
 * The web: one hue, two dates, a line with a tint for now and a dashed line for then. A mark that was not given has no
 * point. The table beside it says the same, so the drawing is one picture with one sentence.
 */
import type { PgDimension, PgVersion } from '../../../shared/domain/codes.ts';
import { PG_DIMENSIONS } from '../../../shared/domain/codes.ts';
import { dimensionLabels, webPoints, type Scores } from '../../../shared/domain/positiveHealth.ts';
import { labelLines, nearestMark, polygonPath, RADIUS, ringPath, spoke } from './webGeometry.ts';

interface WebDrawingProps {
  readonly version: PgVersion;
  readonly now: Scores;
  readonly before: Scores | null;
  /** What the drawing says in words. */
  readonly label: string;
  readonly highlighted: PgDimension | null;
  /** A tap on an axis, for a finger; keys have the table. */
  readonly onMark?: (dimension: PgDimension, score: number) => void;
}

export function WebDrawing({ version, now, before, label, highlighted, onMark }: WebDrawingProps) {
  const then = before ? webPoints(before, RADIUS) : [];
  const points = webPoints(now, RADIUS);
  return (
    <svg
      className="web"
      viewBox="-238 -182 476 376"
      role="img"
      aria-label={label}
      data-tap={onMark ? true : undefined}
      onPointerUp={(event) => {
        const box = event.currentTarget.getBoundingClientRect();
        const scale = 476 / box.width;
        const mark = nearestMark((event.clientX - box.left) * scale - 238, (event.clientY - box.top) * scale - 182);
        const dimension = mark === null ? undefined : PG_DIMENSIONS[mark.index];
        if (mark !== null && dimension) onMark?.(dimension, mark.score);
      }}
    >
      {[2, 4, 6, 8, 10].map((score) => (
        <path key={score} d={ringPath(score)} className={score === 10 ? 'web-ring outer' : 'web-ring'} />
      ))}
      {PG_DIMENSIONS.map((code, index) => {
        const end = spoke(index, 10);
        return (
          <line
            key={code}
            className="web-spoke"
            data-on={code === highlighted || undefined}
            x1="0"
            y1="0"
            x2={end.x}
            y2={end.y}
          />
        );
      })}
      <path d={polygonPath(then)} className="web-then" />
      {then.map((point, index) =>
        point ? (
          <rect key={index} className="web-then-mark" x={point.x - 3.5} y={point.y - 3.5} width="7" height="7" />
        ) : null,
      )}
      <path d={polygonPath(points)} className="web-now" />
      {points.map((point, index) =>
        point ? <circle key={index} className="web-now-mark" cx={point.x} cy={point.y} r="5.5" /> : null,
      )}
      {PG_DIMENSIONS.map((code, index) => {
        const place = spoke(index, 10, 24);
        const lines = labelLines(dimensionLabels[version][code]);
        const anchor = Math.abs(place.x) < 5 ? 'middle' : place.x > 0 ? 'start' : 'end';
        const up = place.y < -RADIUS ? lines.length - 1 : lines.length / 2 - 0.5;
        return (
          <text
            key={code}
            x={place.x}
            y={place.y + 5 - up * 18}
            textAnchor={anchor}
            data-on={code === highlighted || undefined}
          >
            {lines.map((line, row) => (
              <tspan key={line} x={place.x} dy={row === 0 ? 0 : 18}>
                {line}
              </tspan>
            ))}
          </text>
        );
      })}
    </svg>
  );
}

interface LegendProps {
  readonly now: string;
  readonly before: string | null;
}

/** Which line is which day, in words. */
export function WebLegend({ now, before }: LegendProps) {
  return (
    <p className="web-legend">
      <span>
        <svg viewBox="0 0 32 12" width="32" aria-hidden="true">
          <line className="web-now" x1="0" y1="6" x2="32" y2="6" />
          <circle className="web-now-mark" cx="16" cy="6" r="4.5" />
        </svg>
        {now}
      </span>
      {before === null ? null : (
        <span>
          <svg viewBox="0 0 32 12" width="32" aria-hidden="true">
            <line className="web-then" x1="0" y1="6" x2="32" y2="6" />
            <rect className="web-then-mark" x="12.5" y="2.5" width="7" height="7" />
          </svg>
          {before}
        </span>
      )}
    </p>
  );
}
