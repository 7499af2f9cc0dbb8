/** A stored value as people say it: the word of a code, the name of a person, a date in words. */
import { readRecord } from '../../../shared/documents/readers.ts';
import type { RecordKind } from '../../../shared/documents/schema.ts';
import { UserId } from '../../../shared/domain/ids.ts';
import { codeGroup } from '../../../shared/domain/fieldLabels.ts';
import { labelOf } from '../../../shared/domain/labels.ts';
import type { Replica } from '../../data/replica.ts';
import { useVault } from '../../data/useVault.tsx';
import { longDate } from '../../ui/dateText.ts';
import { fullName } from '../household/personText.ts';

const ID = /^[0-9a-f]{32}$/;

/** Gives the words for a value of a part of a record of this kind. */
export function useValueText(replica: Replica, kind: RecordKind): (part: string, value: string) => string {
  const { today, nameOf } = useVault();
  const one = (part: string, value: string): string => {
    if (value === '' || value === '[]') return 'leeg';
    if (value === 'true') return 'Ja';
    if (value === 'false') return 'Nee';
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return longDate(value, today);
    if (/^\d{4}-\d{2}-\d{2}T/.test(value)) return longDate(value.slice(0, 10), today);
    if (ID.test(value)) return nameOfId(part, value);
    if (value.startsWith('['))
      return listed(value)
        .map((item) => one(part, item))
        .join(', ');
    const group = codeGroup(kind, part);
    return group === null ? value : labelOf(group, value);
  };
  const nameOfId = (part: string, id: string): string => {
    const person = readRecord(replica.doc, 'persons', id);
    if (person) return fullName(person);
    const user = UserId.safeParse(id);
    const named =
      readRecord(replica.doc, 'goals', id)?.values.text ?? readRecord(replica.doc, 'plans', id)?.values.title;
    if (named !== undefined) return named;
    return /user|regisseur|author|By$/i.test(part) && user.success ? nameOf(user.data) : 'gekozen';
  };
  return (part, value) =>
    value
      .split(' / ')
      .map((item) => one(part, item))
      .join(' / ');
}

function listed(value: string): string[] {
  try {
    const items: unknown = JSON.parse(value);
    return Array.isArray(items) ? items.map(String) : [value];
  } catch {
    return [value];
  }
}
