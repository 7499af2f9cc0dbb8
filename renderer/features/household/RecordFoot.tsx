/** Under a record that is being edited: take it away, and see who wrote what. Taking away offers to take that back. */
import type { RecordKind } from '../../../shared/documents/schema.ts';
import { Button } from '../../ui/Button.tsx';
import { HistoryButton } from '../history/HistoryButton.tsx';
import type { RecordForm } from './recordForm.ts';

interface RemoveButtonProps<K extends RecordKind> {
  readonly form: RecordForm<K>;
  readonly onRemove: () => void;
  readonly label?: string;
}

export function RecordFoot<K extends RecordKind>({
  about = 'dit onderdeel',
  ...remove
}: RemoveButtonProps<K> & { readonly about?: string }) {
  const { replica, kind, id } = remove.form;
  return (
    <div className="row">
      <RemoveButton {...remove} />
      <HistoryButton replica={replica} kind={kind} id={id} about={about} />
    </div>
  );
}

export function RemoveButton<K extends RecordKind>({ form, onRemove, label = 'Haal weg' }: RemoveButtonProps<K>) {
  return (
    <Button variant="quiet" icon="trash" field={form.fieldId('verwijder')} disabled={form.readOnly} onPress={onRemove}>
      {label}
    </Button>
  );
}
