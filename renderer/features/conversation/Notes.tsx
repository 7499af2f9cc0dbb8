/** What was said, seen, thought and agreed: one list, and one row of buttons to add to it. */
import { LINE_KINDS } from '../../../shared/domain/codes.ts';
import type { RecordId } from '../../../shared/domain/ids.ts';
import { labels } from '../../../shared/domain/labels.ts';
import type { Replica } from '../../data/replica.ts';
import { Button } from '../../ui/Button.tsx';
import { useAgreements } from './Agreements.tsx';
import { useLines } from './Lines.tsx';
import { lineIcons } from './lineIcons.ts';

interface NotesProps {
  readonly replica: Replica;
  readonly conversationId: RecordId;
}

export function Notes({ replica, conversationId }: NotesProps) {
  const lines = useLines(replica, conversationId);
  const agreements = useAgreements(replica, conversationId);
  return (
    <>
      {lines.count + agreements.count > 0 ? (
        <ul className="note-lines" aria-label="Regels en afspraken">
          {lines.rows}
          {agreements.rows}
        </ul>
      ) : null}
      <div className="add-notes" role="group" aria-label="Voeg toe">
        {LINE_KINDS.map((kind, index) => (
          <Button
            key={kind}
            icon={lineIcons[kind]}
            keys={`Ctrl ${index + 1}`}
            field={`lines.add.${kind}`}
            onPress={() => lines.add(kind)}
          >
            {labels.lineKind[kind]}
          </Button>
        ))}
        <Button icon="calendar-check" keys="Ctrl Shift A" field="actions.add" onPress={agreements.add}>
          Afspraak
        </Button>
      </div>
    </>
  );
}
