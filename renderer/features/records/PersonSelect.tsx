/** Whom it is about, with what age means for it: who has a say, or who may look. */
import { AGE_GROUPS, REPRESENTATIVES } from '../../../shared/domain/codes.ts';
import { consentRights, fileRights } from '../../../shared/domain/ages.ts';
import type { Replica } from '../../data/replica.ts';
import { useRecords } from '../../data/useReplica.ts';
import { useVault } from '../../data/useVault.tsx';
import { Select } from '../../ui/Select.tsx';
import { fullName, type PersonView } from '../household/personText.ts';

interface PersonSelectProps {
  readonly replica: Replica;
  readonly label: string;
  readonly field: string;
  /** '' is the household as a whole. */
  readonly value: string;
  /** Which rule of age is told: who may see the file, or who has to agree. */
  readonly rights: 'file' | 'consent';
  readonly onChange: (personId: string) => void;
}

export function PersonSelect({ replica, label, field, value, rights, onChange }: PersonSelectProps) {
  const { today } = useVault();
  const persons = useRecords(replica, 'persons');
  const person = persons.find(({ id }) => id === value);
  const rule = rights === 'file' ? fileRights : consentRights;
  return (
    <Select
      label={label}
      field={field}
      value={person ? value : ''}
      emptyLabel="Het hele huishouden"
      options={persons.map((each) => ({ value: each.id as string, label: fullName(each) }))}
      {...(person ? { hint: rule(rightsFacts(person), today).sentence } : {})}
      onChange={onChange}
    />
  );
}

const rightsFacts = ({ values }: PersonView) => ({
  birthDate: values.birthDate ?? '',
  ageGroup: AGE_GROUPS.find((code) => code === values.ageGroup) ?? ('' as const),
  custody: values.custody ?? ('' as const),
  representativeKind: REPRESENTATIVES.find((code) => code === values.representativeKind) ?? ('' as const),
});
