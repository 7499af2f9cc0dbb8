import { PERSPECTIVES, WORKER_ROLES } from '../../../shared/domain/codes.ts';
import { labels } from '../../../shared/domain/labels.ts';
import { ChoiceChips } from '../../ui/ChoiceChips.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { NAMES } from './fieldNames.ts';
import type { ProfileParts } from './ProfileEditor.tsx';

const ADDRESS = [
  { value: 'je', label: 'je' },
  { value: 'u', label: 'u' },
] as const;

/** Names of the municipality, the team, the perspectives and the roles, and how residents are spoken to. */
export function NameParts({ profile, change, problemOf }: ProfileParts) {
  const name = (field: keyof typeof NAMES) => (
    <TextField
      label={NAMES[field]}
      field={`municipality.${field}`}
      value={profile[field]}
      error={problemOf(field)}
      onChange={(value) => change({ [field]: value })}
      maxLength={120}
    />
  );
  const without = <T extends string>(words: Readonly<Partial<Record<T, string>>>, code: T, value: string) => {
    const { [code]: _old, ...rest } = words;
    return (value === '' ? rest : { ...words, [code]: value }) as Partial<Record<T, string>>;
  };
  return (
    <>
      <Section title="Namen">
        {name('municipality')}
        {name('teamName')}
        {name('teamNamePlural')}
        {name('veiligThuisNumber')}
        <ChoiceChips
          label="Zo spreken we inwoners aan op het scherm"
          required
          field="municipality.residentAddress"
          value={profile.residentAddress}
          chips={ADDRESS}
          onChange={(value) => value && change({ residentAddress: value })}
        />
        <ChoiceChips
          label="En op papier"
          required
          field="municipality.printAddress"
          value={profile.printAddress}
          chips={ADDRESS}
          onChange={(value) => value && change({ printAddress: value })}
        />
      </Section>
      <Section title="De vijf perspectieven">
        <div className="municipality-grid">
          {PERSPECTIVES.map((code) => (
            <TextField
              key={code}
              label={labels.perspective[code]}
              optional
              field={`municipality.perspective.${code}`}
              value={profile.perspectiveLabels[code] ?? ''}
              error={problemOf(`perspectiveLabels.${code}`)}
              onChange={(value) => change({ perspectiveLabels: without(profile.perspectiveLabels, code, value) })}
              maxLength={80}
            />
          ))}
        </div>
      </Section>
      <Section title="Rollen">
        <div className="municipality-grid">
          {WORKER_ROLES.map((code) => (
            <TextField
              key={code}
              label={labels.workerRole[code]}
              optional
              field={`municipality.role.${code}`}
              value={profile.roleLabels[code] ?? ''}
              error={problemOf(`roleLabels.${code}`)}
              onChange={(value) => change({ roleLabels: without(profile.roleLabels, code, value) })}
              maxLength={80}
            />
          ))}
        </div>
      </Section>
    </>
  );
}
