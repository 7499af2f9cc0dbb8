/**
 * Positieve gezondheid: six marks as somebody feels them, beside their drawing. The table is the input; the drawing
 * follows. No total, no judgement, no figure elsewhere. "Alleen tonen" keeps everything out of the dossier.
 */
import { useState } from 'react';
import { readWebs } from '../../../shared/documents/dossierPeople.ts';
import type { RecordId } from '../../../shared/domain/ids.ts';
import { ageGroupOn, lifeStageOn } from '../../../shared/domain/ages.ts';
import { AGE_GROUPS } from '../../../shared/domain/codes.ts';
import { proposedVersion } from '../../../shared/domain/positiveHealth.ts';
import type { Replica } from '../../data/replica.ts';
import { useReading, useRecord, useRecords } from '../../data/useReplica.ts';
import { recordIdIn, useReturnField } from '../../data/useReturnField.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Select } from '../../ui/Select.tsx';
import { longDate } from '../../ui/dateText.ts';
import { useRecordMaker } from '../household/newRecord.ts';
import { shortName, type PersonView } from '../household/personText.ts';
import { ShowOnly } from './ShowOnly.tsx';
import { WebSheet } from './WebSheet.tsx';
import './positiveHealth.css';

export function PositiveHealth({ replica }: { readonly replica: Replica }) {
  const { today } = useVault();
  const maker = useRecordMaker(replica);
  const returnField = useReturnField();
  const persons = useRecords(replica, 'persons');
  const plain = useRecord(replica, 'household', 'household')?.values.plainLanguage ?? false;
  const returning = useRecord(replica, 'webs', recordIdIn(returnField, 'webs') ?? '');
  const [personId, setPersonId] = useState<RecordId | ''>(returning?.values.personId ?? persons[0]?.id ?? '');
  const [webId, setWebId] = useState<string | null>(returning?.id ?? null);
  const [showing, setShowing] = useState(false);
  const [begun, setBegun] = useState('');
  const webs = useReading(replica, ['webs'], (doc) => readWebs(doc, personId));
  const person = persons.find(({ id }) => id === personId);
  const version = proposedVersion(person ? stageOf(person, today) : null, plain);
  const web = webs.find(({ id }) => id === webId) ?? webs[0];
  const begin = (): void => {
    const made = maker.create('webs', { personId, date: today, version });
    setWebId(made);
    setBegun(made);
  };

  const who = (
    <Select
      label="Wie vult in?"
      field="webs.person"
      value={personId}
      emptyLabel="Het huishouden samen"
      options={persons.map(({ id, ...rest }) => ({ value: id as string, label: shortName({ id, ...rest }) }))}
      onChange={(next) => {
        setPersonId(next as RecordId | '');
        setWebId(null);
      }}
    />
  );
  if (showing)
    return <ShowOnly version={version} who={person ? shortName(person) : ''} onClose={() => setShowing(false)} />;
  if (!web) {
    return (
      <>
        <div className="web-choices">{who}</div>
        <EmptyState
          text="Nog geen spinnenweb. Het is een gesprek, geen meting. Een paar cijfers is genoeg."
          actions={
            <>
              <Button variant="primary" icon="plus" field="webs.begin" disabled={!replica.writable} onPress={begin}>
                Begin samen
              </Button>
              <Button icon="eye" field="webs.showOnly" onPress={() => setShowing(true)}>
                Alleen tonen, niet bewaren
              </Button>
            </>
          }
        />
      </>
    );
  }
  return (
    <WebSheet
      key={web.id}
      replica={replica}
      web={web}
      webs={webs}
      justBegun={web.id === begun}
      person={person ?? null}
      choices={
        <>
          {who}
          {webs.length > 1 ? (
            <Select
              label="Welke keer?"
              field="webs.which"
              value={web.id as string}
              options={webs.map(({ id, values }) => ({
                value: id as string,
                label: longDate(values.date ?? '', today),
              }))}
              onChange={(next) => setWebId(next || null)}
            />
          ) : null}
        </>
      }
      onNew={begin}
      onShowOnly={() => setShowing(true)}
    />
  );
}

function stageOf(person: PersonView, today: string) {
  const { birthDate = '', ageGroup } = person.values;
  const facts = { birthDate, ageGroup: AGE_GROUPS.find((code) => code === ageGroup) ?? ('' as const) };
  return ageGroupOn(facts, today) === null ? null : lifeStageOn(facts, today);
}
