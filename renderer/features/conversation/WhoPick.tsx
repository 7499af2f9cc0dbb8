/** Who exactly, at the chosen chair: somebody of the household, of the network, an organisation, or one of us. */
import type { LadderStep } from '../../../shared/domain/codes.ts';
import type { RecordValues } from '../../../shared/documents/schema.ts';
import type { Replica } from '../../data/replica.ts';
import { useDraft } from '../../data/useDraft.ts';
import { useRecords } from '../../data/useReplica.ts';
import { useVault } from '../../data/useVault.tsx';
import { ChoiceChips } from '../../ui/ChoiceChips.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { LocalOffers } from '../directory/LocalOffers.tsx';
import { livesHere, shortName } from '../household/personText.ts';

type ActionValues = RecordValues<'actions'>;

interface WhoPickProps {
  readonly replica: Replica;
  readonly values: ActionValues;
  readonly field: (name: string) => string;
  readonly onChange: (changes: ActionValues) => void;
}

const nameHints: Readonly<Record<LadderStep, string>> = {
  '1_ZELF': '',
  '2_OMGEVING': 'Bijvoorbeeld: zus Nadia, buurman Jan',
  '3_VOORLIGGEND': 'Bijvoorbeeld: Thuisadministratie, het buurthuis',
  '4_GEMEENTE': 'Een collega of een afdeling',
};

export function WhoPick({ replica, values, field, onChange }: WhoPickProps) {
  const { me } = useVault();
  const persons = useRecords(replica, 'persons');
  const ladder = values.ladder ?? '1_ZELF';
  const here = persons.filter((person) =>
    ladder === '1_ZELF' ? livesHere(person) : ladder === '2_OMGEVING' ? !livesHere(person) : false,
  );
  const name = useDraft(values.whoName ?? '', (whoName) => {
    onChange({ whoName, ...(whoName ? { whoPersonId: '', whoUser: '' } : {}) } as ActionValues);
    return undefined;
  });
  const chips = [
    ...here.map((person) => ({ value: person.id as string, label: shortName(person) })),
    ...(ladder === '4_GEMEENTE' ? [{ value: 'IK', label: 'Ik' }] : []),
  ];
  const area = useRecords(replica, 'household')[0]?.values.area ?? '';
  return (
    <>
      {ladder === '4_GEMEENTE' ? <p className="tip muted">Wat kan iemand zelf, of met hulp van anderen?</p> : null}
      {ladder === '4_GEMEENTE' || ladder === '3_VOORLIGGEND' ? (
        <LocalOffers
          heading={ladder === '4_GEMEENTE' ? 'Dit is er in de buurt:' : 'Van de sociale kaart:'}
          perspective={values.perspective ?? ''}
          area={area}
          text={values.what ?? ''}
          field={field('aanbod')}
          onChoose={({ organisationId, name: chosen }) =>
            onChange({
              ladder: '3_VOORLIGGEND',
              whoName: chosen,
              organisationId,
              whoPersonId: '',
              whoUser: '',
            } as ActionValues)
          }
        />
      ) : null}
      {chips.length > 0 ? (
        <ChoiceChips
          label="Wie precies?"
          hideLabel
          field={field('wie')}
          value={values.whoUser === me.userId ? 'IK' : values.whoPersonId || null}
          chips={chips}
          onChange={(chosen) =>
            onChange({
              whoName: '',
              whoPersonId: chosen === 'IK' ? '' : (chosen ?? ''),
              whoUser: chosen === 'IK' ? me.userId : '',
            } as ActionValues)
          }
        />
      ) : null}
      {ladder === '1_ZELF' ? null : (
        <TextField
          label={ladder === '4_GEMEENTE' ? 'Of iemand anders' : 'Naam'}
          optional
          field={field('whoName')}
          hint={nameHints[ladder]}
          value={name.value}
          onChange={name.change}
          onBlur={name.settle}
          maxLength={200}
        />
      )}
    </>
  );
}
