import type { RecordView } from '../../../shared/documents/readers.ts';
import { shortName, type PersonView } from './personText.ts';

/** Who said a line; '' when that was not written down. */
export function speakerText(line: RecordView<'lines'>, persons: readonly PersonView[]): string {
  const { speakerPersonId, speakerName } = line.values;
  const person = speakerPersonId ? persons.find(({ id }) => id === speakerPersonId) : undefined;
  return person ? shortName(person) : (speakerName ?? '');
}
