/**
 * Vijf perspectieven, per person or for the household: what goes well, what may change, a wish, a next step. Never
 * forced, never scored; an empty one is a question. A later look is a next one, so change can be read in words.
 */
import { useState } from 'react';
import { readPerspectives } from '../../../shared/documents/dossierPeople.ts';
import { PERSPECTIVES } from '../../../shared/domain/codes.ts';
import type { RecordId } from '../../../shared/domain/ids.ts';
import type { Replica } from '../../data/replica.ts';
import { useReading, useRecord, useRecords } from '../../data/useReplica.ts';
import { recordIdIn, useReturnField } from '../../data/useReturnField.ts';
import { ChoiceChips } from '../../ui/ChoiceChips.tsx';
import { shortName } from '../household/personText.ts';
import { PerspectiveRow } from './PerspectiveRow.tsx';
import './perspectives.css';

const TOGETHER = 'SAMEN';

export function Perspectives({ replica }: { readonly replica: Replica }) {
  const persons = useRecords(replica, 'persons');
  const returnField = useReturnField();
  const returning = useRecord(replica, 'perspectiveViews', recordIdIn(returnField, 'perspectiveViews') ?? '');
  const [personId, setPersonId] = useState<RecordId | ''>(returning?.values.personId ?? '');
  const [openId, setOpenId] = useState<string | null>(returning?.id ?? null);
  const views = useReading(replica, ['perspectiveViews'], (doc) => readPerspectives(doc, personId));
  return (
    <>
      <ChoiceChips
        label="Van wie?"
        hideLabel
        required
        field="perspectives.person"
        value={personId === '' ? TOGETHER : (personId as string)}
        chips={[
          { value: TOGETHER, label: 'Het huishouden' },
          ...persons.map((person) => ({ value: person.id as string, label: shortName(person) })),
        ]}
        onChange={(chosen) => {
          setOpenId(null);
          setPersonId(chosen === null || chosen === TOGETHER ? '' : (chosen as RecordId));
        }}
      />
      <div className="perspective-table">
        <p className="perspective-columns" aria-hidden="true">
          <span>Niet alles hoeft</span>
          <span>Gaat goed</span>
          <span>Mag anders</span>
          <span>Wens</span>
          <span>Eerstvolgende stap</span>
        </p>
        {PERSPECTIVES.map((code) => (
          <PerspectiveRow
            key={`${code}.${personId}`}
            replica={replica}
            code={code}
            personId={personId}
            views={views[code]}
            openId={openId}
            onOpen={setOpenId}
          />
        ))}
      </div>
    </>
  );
}
