/** The same web with nothing behind it: numbers live on this screen only and are gone when it closes. */
import { useState } from 'react';
import { PG_DIMENSIONS, type PgDimension, type PgVersion } from '../../../shared/domain/codes.ts';
import { readScores, webInWords, type Scores } from '../../../shared/domain/positiveHealth.ts';
import { Button } from '../../ui/Button.tsx';
import { ScoreField } from '../../ui/ScoreField.tsx';
import { WebDrawing } from './WebDrawing.tsx';
import { WebTable } from './WebTable.tsx';

interface ShowOnlyProps {
  readonly version: PgVersion;
  readonly who: string;
  readonly onClose: () => void;
}

export function ShowOnly({ version, who, onClose }: ShowOnlyProps) {
  const [scores, setScores] = useState<Scores>(readScores({}));
  const [talk, setTalk] = useState<readonly PgDimension[]>([]);
  const [highlighted, setHighlighted] = useState<PgDimension | null>(null);
  const set = (dimension: PgDimension, score: number | null): void => setScores({ ...scores, [dimension]: score });
  return (
    <>
      <div className="web-choices">
        <p className="well web-show-only">
          <b>Alleen tonen.</b> Wat je hier invult{who ? ` met ${who}` : ''}, wordt niet bewaard.
        </p>
        <Button icon="x" field="webs.showOnly.close" onPress={onClose}>
          Sluit
        </Button>
      </div>
      <div className="web-sheet">
        <figure>
          <WebDrawing
            version={version}
            now={scores}
            before={null}
            label={`Spinnenweb. ${webInWords(version, scores)}`}
            highlighted={highlighted}
            onMark={set}
          />
        </figure>
        <div>
          <WebTable
            version={version}
            now={scores}
            before={null}
            beforeLabel=""
            talk={talk}
            field="webs.showOnly"
            readOnly={false}
            highlighted={highlighted}
            score={(dimension, label) => (
              <ScoreField
                label={label}
                hideLabel
                field={`webs.showOnly.${dimension}`}
                value={scores[dimension]}
                onFocus={() => setHighlighted(dimension)}
                onChange={(score) => set(dimension, score)}
              />
            )}
            onTalk={(dimension, on) =>
              setTalk(PG_DIMENSIONS.filter((code) => (code === dimension ? on : talk.includes(code))))
            }
          />
        </div>
      </div>
    </>
  );
}
