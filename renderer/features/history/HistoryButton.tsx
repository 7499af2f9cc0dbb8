/** Wie schreef wat, wanneer: of one record, asked for when somebody wants to know. Nothing of it is loaded before. */
import { useState } from 'react';
import type { RecordKind } from '../../../shared/documents/schema.ts';
import type { Replica } from '../../data/replica.ts';
import { Button } from '../../ui/Button.tsx';
import { HistoryDialog } from './HistoryDialog.tsx';

interface HistoryButtonProps {
  readonly replica: Replica;
  readonly kind: RecordKind;
  readonly id: string;
  /** What it is about, read aloud after the words of the button. */
  readonly about: string;
}

export function HistoryButton({ replica, kind, id, about }: HistoryButtonProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="quiet"
        icon="clock-counter-clockwise"
        field={`${kind === id ? kind : `${kind}.${id}`}.geschiedenis`}
        onPress={() => void replica.flush().then(() => setOpen(true))}
      >
        Wie schreef wat?
        <span className="visually-hidden"> bij {about}</span>
      </Button>
      {open ? <HistoryDialog {...{ replica, kind, id }} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
