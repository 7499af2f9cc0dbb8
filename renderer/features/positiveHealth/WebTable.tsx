/** The six marks as a table: what was, what is, and what somebody wants to talk about. The only input of the web. */
import type { ReactNode } from 'react';
import type { PgDimension, PgVersion } from '../../../shared/domain/codes.ts';
import { compareWebs, topicsOf, type Scores } from '../../../shared/domain/positiveHealth.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';

interface WebTableProps {
  readonly version: PgVersion;
  readonly now: Scores;
  readonly before: Scores | null;
  readonly beforeLabel: string;
  readonly talk: readonly PgDimension[];
  readonly field: string;
  readonly readOnly: boolean;
  readonly highlighted: PgDimension | null;
  readonly score: (dimension: PgDimension, label: string) => ReactNode;
  readonly onTalk: (dimension: PgDimension, on: boolean) => void;
}

export function WebTable(props: WebTableProps) {
  const rows = compareWebs(props.version, props.before, props.now);
  return (
    <table className="web-table">
      <thead>
        <tr>
          <th scope="col">Onderdeel</th>
          {props.before ? <th scope="col">{props.beforeLabel}</th> : null}
          <th scope="col">Nu</th>
          <th scope="col">Hier wil ik over praten</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ dimension, label, before }) => (
          <tr key={dimension} data-on={dimension === props.highlighted || undefined}>
            <th scope="row">
              {label}
              <span className="meta">{topicsOf(props.version, dimension).slice(0, 3).join(', ')}</span>
            </th>
            {props.before ? (
              <td className="muted" data-label={props.beforeLabel}>
                {before ?? <span title="niet ingevuld">–</span>}
              </td>
            ) : null}
            <td data-label="Nu">{props.score(dimension, label)}</td>
            <td>
              <Checkbox
                field={`${props.field}.talk.${dimension}`}
                selected={props.talk.includes(dimension)}
                disabled={props.readOnly}
                hideLabel
                onChange={(on) => props.onTalk(dimension, on)}
              >
                Hier wil ik over praten: {label}
              </Checkbox>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
