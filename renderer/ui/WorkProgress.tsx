import { ProgressBar } from 'react-aria-components';

interface WorkProgressProps {
  /** What is going on: "Stap 1 van 3: kopie maken". */
  readonly what: string;
  /** "412 van 2.000 dossiers"; empty where nothing can be counted. */
  readonly count: string;
  readonly done: number;
  /** 0: nobody knows how much it is. */
  readonly total: number;
}

/**
 * How far long work is. The step is said aloud once; the counts are there for who asks, so that a screen reader is not talked
 * over for a minute.
 */
export function WorkProgress({ what, count, done, total }: WorkProgressProps) {
  const isKnown = total > 0;
  return (
    <div className="work-progress">
      <p className="visually-hidden" role="status">
        {what}
      </p>
      <ProgressBar
        aria-label={what}
        isIndeterminate={!isKnown}
        {...(isKnown ? { value: done, maxValue: total, valueLabel: count } : {})}
      >
        {({ percentage }) => (
          <>
            <span className="work-text" aria-hidden="true">
              <span>{what}</span> <span className="muted work-count">{count}</span>
            </span>
            <span className="work-track">
              <span
                className="work-fill"
                {...(percentage === undefined
                  ? { 'data-unknown': true }
                  : { style: { inlineSize: `${String(percentage)}%` } })}
              />
            </span>
          </>
        )}
      </ProgressBar>
    </div>
  );
}
