/** What still stands open at closing: each is finished, handed to somebody who holds it, or ended with a reason. */
import { useState } from 'react';
import type { ActionStatus } from '../../../shared/domain/codes.ts';
import { labels } from '../../../shared/domain/labels.ts';
import type { RecordView } from '../../../shared/documents/readers.ts';
import { setFields } from '../../../shared/documents/accessors.ts';
import type { Replica } from '../../data/replica.ts';
import { useRecords } from '../../data/useReplica.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { ChairGlyph } from '../../ui/ChairGlyph.tsx';
import { ChoiceChips } from '../../ui/ChoiceChips.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { showToast } from '../../ui/toasts.ts';
import { dueText } from '../../ui/dateText.ts';
import { useFormDraft } from '../../data/useFormDraft.ts';

type Outcome = 'KLAAR' | 'OVER' | 'VERVALLEN';
const OUTCOMES = [
  { value: 'KLAAR', label: 'Gelukt' },
  { value: 'OVER', label: 'Iemand anders houdt het vast' },
  { value: 'VERVALLEN', label: 'Stopt' },
] as const;

const isOpen = (status: ActionStatus | undefined): boolean => (status ?? 'GEPLAND') === 'GEPLAND' || status === 'LOOPT';

export function OpenActions({ replica }: { readonly replica: Replica }) {
  const actions = useRecords(replica, 'actions');
  const open = actions.filter(({ values }) => isOpen(values.status) && (values.handedOverTo ?? '') === '');
  return (
    <Section title="1. Wat loopt er nog?" count={open.length}>
      {open.length === 0 ? (
        <p className="section-text muted">Alles is afgerond of overgedragen.</p>
      ) : (
        <ul className="open-actions">
          {open.map((action) => (
            <OpenAction key={action.id} replica={replica} action={action} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function OpenAction({ replica, action }: { readonly replica: Replica; readonly action: RecordView<'actions'> }) {
  const { writer, today } = useVault();
  const { values, id } = action;
  const draft = useFormDraft(`${replica.documentId}.closingAction.${id}`, {
    outcome: null as Outcome | null,
    words: '',
  });
  const { outcome, words } = draft.values;
  const [tried, setTried] = useState(false);
  const what = values.what ?? '';
  const settle = (chosen: Outcome): void => {
    const said = words.trim();
    if (chosen !== 'KLAAR' && said === '') return setTried(true);
    const before = {
      status: values.status ?? ('GEPLAND' as const),
      statusReason: values.statusReason ?? '',
      whoName: values.whoName ?? '',
      whoUser: values.whoUser ?? '',
      whoPersonId: values.whoPersonId ?? '',
      handedOverTo: '',
    } as const;
    const after =
      chosen === 'KLAAR'
        ? { status: 'KLAAR' as const }
        : chosen === 'VERVALLEN'
          ? { status: 'VERVALLEN' as const, statusReason: said }
          : { handedOverTo: said, whoName: said, whoUser: '' as const, whoPersonId: '' as const };
    replica.change((doc) => setFields(doc, 'actions', id, after, writer));
    draft.done();
    showToast({
      text:
        chosen === 'KLAAR'
          ? `Gelukt: ${what}`
          : chosen === 'OVER'
            ? `${said} houdt dit vast: ${what}`
            : `Stopt: ${what}`,
      undo: () => replica.change((doc) => setFields(doc, 'actions', id, before, writer)),
    });
  };
  return (
    <li className="open-action">
      <div className="open-action-head">
        <span className="seat">
          <ChairGlyph step={values.ladder ?? '1_ZELF'} />
          <span className="visually-hidden">{labels.ladder[values.ladder ?? '1_ZELF']}</span>
        </span>
        <span className="list-row-text">
          {what}
          <span className="meta">
            {[values.whoName, values.dueOn ? dueText(values.dueOn, today).text : ''].filter(Boolean).join(' · ')}
          </span>
        </span>
      </div>
      <ChoiceChips
        label={`Wat gebeurt er met: ${what}`}
        hideLabel
        field={`closing.${id}`}
        disabled={!replica.writable}
        value={outcome}
        chips={OUTCOMES}
        onChange={(chosen) => {
          setTried(false);
          draft.change({ outcome: chosen });
        }}
      />
      {outcome === null ? null : (
        <div className="open-action-more">
          {outcome === 'KLAAR' ? null : (
            <TextField
              label={outcome === 'OVER' ? 'Wie houdt het vast?' : 'Waarom stopt het?'}
              field={`closing.${id}.words`}
              value={words}
              maxLength={200}
              spellCheck
              error={
                tried ? (outcome === 'OVER' ? 'Vul in wie het vasthoudt.' : 'Een paar woorden is genoeg.') : undefined
              }
              onChange={(next) => draft.change({ words: next })}
            />
          )}
          <Button field={`closing.${id}.settle`} onPress={() => settle(outcome)}>
            Leg vast<span className="visually-hidden">: {what}</span>
          </Button>
        </div>
      )}
    </li>
  );
}
