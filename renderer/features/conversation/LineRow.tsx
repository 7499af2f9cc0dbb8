/** One line as people read it; pressing it opens it for writing, when it may be changed. */
import type { RecordView } from '../../../shared/documents/readers.ts';
import { perspectiveLabel } from '../../../shared/domain/gemeenteprofiel.ts';
import { labels } from '../../../shared/domain/labels.ts';
import type { Replica } from '../../data/replica.ts';
import { useRecords, useText } from '../../data/useReplica.ts';
import { useVault } from '../../data/useVault.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { PerspectiveMark } from '../../ui/PerspectiveMark.tsx';
import { ReadText, Voice } from '../household/ReadText.tsx';
import { DeletedBesideEdit } from '../household/TwoVersions.tsx';
import { useRecordForm } from '../household/recordForm.ts';
import { speakerText } from '../household/speakerText.ts';
import { lineIcons } from './lineIcons.ts';

interface LineRowProps {
  readonly replica: Replica;
  readonly line: RecordView<'lines'>;
  readonly onEdit?: () => void;
}

export function LineRow({ replica, line, onEdit }: LineRowProps) {
  const { profile } = useVault();
  const persons = useRecords(replica, 'persons');
  const text = useText(replica, 'lines', line.id, 'text');
  const form = useRecordForm(replica, 'lines', line.id);
  const kind = line.values.kind ?? 'FEIT';
  const speaker = speakerText(line, persons);
  const words = kind === 'CITAAT' ? <Voice>{text}</Voice> : onEdit ? text : <ReadText text={text} />;
  return (
    <li className="note-line" data-kind={kind}>
      <span className="line-kind">
        <Icon name={lineIcons[kind]} filled={kind === 'CITAAT'} />
        <span>
          {labels.lineKind[kind]}
          {speaker ? <small>{speaker}</small> : null}
        </span>
      </span>
      {onEdit ? (
        <button type="button" className="line-text" data-field={`lines.${line.id}.open`} onClick={onEdit}>
          {text.trim() === '' ? <span className="muted">Nog leeg</span> : words}
          <span className="visually-hidden"> Wijzig deze regel</span>
        </button>
      ) : (
        <div className="line-text">{words}</div>
      )}
      {line.values.perspective ? (
        <PerspectiveMark
          tile
          code={line.values.perspective}
          label={perspectiveLabel(profile, line.values.perspective)}
        />
      ) : null}
      {form && onEdit ? <DeletedBesideEdit form={form} what={text} /> : null}
    </li>
  );
}
