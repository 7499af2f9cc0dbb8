/** En nu? What comes of it: nothing, or an action with who, what and when. */
import type { WalkInForm } from '../../../shared/contract/commands/consultation.ts';
import type { UserId } from '../../../shared/domain/ids.ts';
import { NEXT_STEPS, nextStepLabels } from '../../../shared/domain/walkIns.ts';
import { useQuery } from '../../data/useQuery.ts';
import { useVault } from '../../data/useVault.tsx';
import { ChoiceChips } from '../../ui/ChoiceChips.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useTeamQuery } from '../team/useSharing.ts';

const DATES = [
  { label: 'Morgen', days: 1 },
  { label: 'Over 1 week', days: 7 },
  { label: 'Over 2 weken', days: 14 },
] as const;

interface NextStepProps {
  readonly form: WalkInForm;
  readonly today: string;
  readonly onChange: (changes: Partial<WalkInForm>) => void;
}

export function NextStep({ form, today, onChange }: NextStepProps) {
  const { next } = form;
  return (
    <>
      <ChoiceChips
        label="En nu?"
        field="walkIn.next"
        value={next === '' ? null : next}
        chips={NEXT_STEPS.map((step) => ({ value: step, label: nextStepLabels[step] }))}
        onChange={(step) => onChange({ next: step ?? '' })}
      />
      {next === 'DOORVERWIJZEN' ? <Receiver form={form} onChange={onChange} /> : null}
      {next === '' || next === 'KLAAR' ? null : (
        <>
          <TextField
            label={next === 'DOORVERWIJZEN' ? 'Wat geef je door?' : 'Wat?'}
            field="walkIn.what"
            value={form.what}
            maxLength={500}
            spellCheck
            onChange={(what) => onChange({ what })}
          />
          <DateField
            label="Wanneer?"
            field="walkIn.dueOn"
            today={today}
            quick={DATES}
            value={form.dueOn}
            onChange={(dueOn) => onChange({ dueOn })}
          />
        </>
      )}
    </>
  );
}

const MOST = 20;

/**
 * Warm handover: a colleague gets it as a task; an organisation is named with what was agreed. Of the sociale kaart what
 * fits the question stands first; as long as it is empty the partners of the municipality stand there.
 */
function Receiver({ form, onChange }: Pick<NextStepProps, 'form' | 'onChange'>) {
  const { profile, me } = useVault();
  const members = useTeamQuery('team.get', {}).data?.team?.members ?? [];
  const colleagues = members.filter(({ userId }) => userId !== me.userId);
  const offers = useQuery('organisation.offers', {
    perspective: form.perspectives[0] ?? '',
    area: '',
    text: `${form.question} ${form.what}`.slice(0, 200),
    limit: MOST,
  });
  const fitting = offers.data?.rows ?? [];
  const names = new Set((fitting.length > 0 ? fitting : profile.partners).map(({ name }) => name));
  if (form.toName !== '') names.add(form.toName);
  const options = [
    ...colleagues.map(({ userId, name }) => ({ value: `user:${userId}`, label: `Collega ${name}` })),
    ...[...names].map((name) => ({ value: `name:${name}`, label: name })),
  ];
  const value = form.toUser !== '' ? `user:${form.toUser}` : form.toName !== '' ? `name:${form.toName}` : '';
  return (
    <Select
      label="Naar wie?"
      optional
      field="walkIn.to"
      value={value}
      emptyLabel="Kies een collega of organisatie"
      options={options}
      onChange={(chosen) => {
        const name = chosen.slice(5);
        onChange(chosen.startsWith('user:') ? { toUser: name as UserId, toName: '' } : { toUser: '', toName: name });
      }}
    />
  );
}
