/** Wie / Wat / Wanneer / Hoe gaat het? in the order of the ladder. A row opens in place; a new one starts under it. */
import { useState } from 'react';
import { ladderAction } from '../../../shared/documents/dossierPlan.ts';
import { labels } from '../../../shared/domain/labels.ts';
import { questionsAbout } from '../../../shared/domain/ladder.ts';
import type { RecordId } from '../../../shared/domain/ids.ts';
import { useShortcut } from '../../app/shortcutContext.tsx';
import type { Replica } from '../../data/replica.ts';
import { useRecords } from '../../data/useReplica.ts';
import { recordIdIn, useReturnField } from '../../data/useReturnField.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { ChairGlyph } from '../../ui/ChairGlyph.tsx';
import { Late, Standing } from '../../ui/Standing.tsx';
import { dueText, shortDate } from '../../ui/dateText.ts';
import { ActionEditor } from '../conversation/ActionEditor.tsx';
import { DeletedBesideEdit } from '../household/TwoVersions.tsx';
import { whoText, type ActionView } from '../household/WhoDoesWhat.tsx';
import { useRecordMaker } from '../household/newRecord.ts';
import { shortName } from '../household/personText.ts';
import { useRecordForm } from '../household/recordForm.ts';
import { AgreementMore } from './AgreementMore.tsx';
import { inLadderOrder, isOpen, statusIcons } from './actionText.ts';

interface AgreementTableProps {
  readonly replica: Replica;
  readonly actions: readonly ActionView[];
  /** Null: agreements without a goal, to which none is added here. */
  readonly goalId: RecordId | null;
  readonly label: string;
  /** The key for a new agreement is for this goal when the focus is at none. */
  readonly first?: boolean;
}

export function AgreementTable({ replica, actions, goalId, label, first = false }: AgreementTableProps) {
  const maker = useRecordMaker(replica);
  const returnField = useReturnField();
  const [openId, setOpenId] = useState<string | null>(() => recordIdIn(returnField, 'actions'));
  const [adding, setAdding] = useState<{ readonly turn: number; readonly id: string | null } | null>(null);
  const remove = (id: string): void => {
    setOpenId(null);
    setAdding(null);
    maker.removeWithUndo('actions', id, 'De afspraak is weggehaald.');
  };
  const add = (): void => {
    setOpenId(null);
    setAdding({ turn: (adding?.turn ?? 0) + 1, id: null });
  };
  const addHere = (): boolean => {
    const at = document.activeElement?.closest<HTMLElement>('[data-goal]')?.dataset['goal'];
    if (at === undefined ? !first : at !== goalId) return false;
    add();
    return true;
  };
  const enabled = goalId !== null && replica.writable;
  useShortcut('Ctrl+Shift+A', addHere, { enabled, ...(first ? { label: 'Nieuwe afspraak' } : {}) });
  useShortcut('Alt+A', addHere, { enabled, ...(first ? { label: 'Nieuwe afspraak', keyOnly: true } : {}) }); // a browser tab keeps Ctrl+Shift+A for itself
  const known = inLadderOrder(actions.filter(({ id }) => id !== adding?.id));
  return (
    <>
      {known.length > 0 ? (
        <table className="agreements" aria-label={label}>
          <thead>
            <tr>
              <th scope="col">Wie</th>
              <th scope="col">Wat</th>
              <th scope="col">Wanneer</th>
              <th scope="col">Hoe gaat het?</th>
            </tr>
          </thead>
          <tbody>
            {known.map((action) =>
              action.id === openId ? (
                <tr key={action.id} className="agreement-open">
                  <td colSpan={4}>
                    <ActionEditor
                      replica={replica}
                      conversationId={null}
                      startId={action.id}
                      more={(form) => <AgreementMore form={form} />}
                      onDone={() => setOpenId(null)}
                      onRemove={() => remove(action.id)}
                    />
                  </td>
                </tr>
              ) : (
                <AgreementRow
                  key={action.id}
                  replica={replica}
                  action={action}
                  onOpen={() => {
                    setAdding(null);
                    setOpenId(action.id);
                  }}
                />
              ),
            )}
          </tbody>
        </table>
      ) : null}
      {adding && goalId ? (
        <div className="agreement-new">
          <ActionEditor
            key={adding.turn}
            replica={replica}
            conversationId={null}
            startId={null}
            startWith={{ goalId }}
            more={(form) => <AgreementMore form={form} />}
            onCreated={(id) => setAdding({ ...adding, id })}
            onDone={() => setAdding(null)}
            onRemove={() => (adding.id ? remove(adding.id) : setAdding(null))}
          />
        </div>
      ) : goalId ? (
        <Button
          variant="quiet"
          icon="plus"
          field={`goals.${goalId}.afspraak`}
          disabled={!replica.writable}
          onPress={add}
        >
          Afspraak
        </Button>
      ) : null}
    </>
  );
}

interface AgreementRowProps {
  readonly replica: Replica;
  readonly action: ActionView;
  readonly onOpen: () => void;
}

function AgreementRow({ replica, action, onOpen }: AgreementRowProps) {
  const { today, nameOf } = useVault();
  const persons = useRecords(replica, 'persons');
  const form = useRecordForm(replica, 'actions', action.id);
  const { ladder = '1_ZELF', what = '', dueOn, endOn, repeat, status = 'GEPLAND' } = action.values;
  const who = whoText(action, persons, nameOf);
  const beneficiary = persons.find(({ id }) => id === action.values.beneficiaryPersonId);
  const forWhom = beneficiary ? shortName(beneficiary) : (action.values.beneficiaryName ?? '');
  const due = dueOn ? dueText(dueOn, today) : null;
  const asking = questionsAbout(ladderAction(action)).length;
  const twice = Object.keys(action.conflicts).length > 0;
  return (
    <tr>
      <td data-label="Wie">
        <ChairGlyph step={ladder} label={labels.ladder[ladder]} />
      </td>
      <th scope="row" data-label="Wat">
        <button type="button" className="agreement-what" data-field={`actions.${action.id}.open`} onClick={onOpen}>
          <span>{[who, what].filter(Boolean).join(': ')}</span>
          {forWhom ? <span className="meta">voor {forWhom}</span> : null}
          {asking > 0 && isOpen(status) ? (
            <span className="meta">{asking === 1 ? 'nog 1 vraag' : `nog ${asking} vragen`}</span>
          ) : null}
          {twice ? <span className="meta two-word">twee versies, kies samen</span> : null}
          <span className="visually-hidden"> Wijzig deze afspraak</span>
        </button>
        {form ? <DeletedBesideEdit form={form} what={what} /> : null}
      </th>
      <td data-label="Wanneer">
        {due && isOpen(status) && due.late ? <Late>{due.text}</Late> : (due?.text ?? '')}
        {repeat ? <span className={due ? 'meta' : undefined}>{repeat}</span> : null}
        {endOn ? <span className="meta">tot {shortDate(endOn, today)}</span> : null}
      </td>
      <td data-label="Hoe gaat het?">
        <Standing icon={statusIcons[status]} done={status === 'KLAAR'}>
          {labels.actionStatus[status]}
        </Standing>
      </td>
    </tr>
  );
}
