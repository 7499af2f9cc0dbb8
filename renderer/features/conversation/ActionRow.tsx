/** One agreement as people read it: strong, with who and when. */
import { perspectiveLabel } from '../../../shared/domain/gemeenteprofiel.ts';
import { labels } from '../../../shared/domain/labels.ts';
import type { Replica } from '../../data/replica.ts';
import { useRecords } from '../../data/useReplica.ts';
import { useVault } from '../../data/useVault.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { PerspectiveMark } from '../../ui/PerspectiveMark.tsx';
import { shortDate } from '../../ui/dateText.ts';
import { DeletedBesideEdit } from '../household/TwoVersions.tsx';
import { whoText, type ActionView } from '../household/WhoDoesWhat.tsx';
import { useRecordForm } from '../household/recordForm.ts';

interface ActionRowProps {
  readonly replica: Replica;
  readonly action: ActionView;
  readonly onEdit?: () => void;
}

export function ActionRow({ replica, action, onEdit }: ActionRowProps) {
  const { today, nameOf, profile } = useVault();
  const persons = useRecords(replica, 'persons');
  const form = useRecordForm(replica, 'actions', action.id);
  const { ladder, dueOn, perspective, status, what = '' } = action.values;
  const who = whoText(action, persons, nameOf) || (ladder ? labels.ladder[ladder] : '');
  const closed = status === 'KLAAR' || status === 'NIET_GELUKT' || status === 'VERVALLEN';
  return (
    <li className="note-line" data-kind="AFSPRAAK">
      <span className="line-kind">
        <Icon name="calendar-check" filled />
        <span>
          Afspraak
          <small>{[who, dueOn ? `vóór ${shortDate(dueOn, today)}` : ''].filter(Boolean).join(', ')}</small>
          {closed ? <small>{labels.actionStatus[status]}</small> : null}
        </span>
      </span>
      {onEdit ? (
        <button type="button" className="line-text" data-field={`actions.${action.id}.open`} onClick={onEdit}>
          {what}
          <span className="visually-hidden"> Wijzig deze afspraak</span>
        </button>
      ) : (
        <div className="line-text">{what}</div>
      )}
      {perspective ? <PerspectiveMark tile code={perspective} label={perspectiveLabel(profile, perspective)} /> : null}
      {form && onEdit ? <DeletedBesideEdit form={form} what={what} /> : null}
    </li>
  );
}
