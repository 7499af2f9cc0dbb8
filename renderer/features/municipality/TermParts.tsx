/** Terms in days, retention and lenses. What a law does not allow is refused with a sentence. */
import { LENSES, RETENTION_CLASSES } from '../../../shared/domain/codes.ts';
import { lensActive, type Terms } from '../../../shared/domain/gemeenteprofiel.ts';
import { labels } from '../../../shared/domain/labels.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { TERMS } from './fieldNames.ts';
import type { ProfileParts } from './ProfileEditor.tsx';

/** A number as it was typed; what is no number stays wrong and is named. */
const numberOf = (text: string): number => (/^\d{1,6}$/.test(text.trim()) ? Number(text) : Number.NaN);
const shown = (value: number | undefined): string =>
  value === undefined || !Number.isFinite(value) ? '' : String(value);

export function TermParts({ profile, change, problemOf }: ProfileParts) {
  const { terms, retentionDays } = profile;
  return (
    <>
      <Section title="Termijnen">
        <div className="municipality-grid">
          {(Object.keys(TERMS) as (keyof Terms)[]).map((name) => (
            <TextField
              key={name}
              label={TERMS[name]}
              inputMode="numeric"
              field={`municipality.terms.${name}`}
              value={shown(terms[name])}
              error={problemOf(`terms.${name}`)}
              onChange={(value) => change({ terms: { ...terms, [name]: numberOf(value) } })}
            />
          ))}
        </div>
      </Section>
      <Section title="Bewaartermijnen">
        <p className="muted">Leeg is de wettelijke termijn. Overleg eerst met de archivaris.</p>
        <div className="municipality-grid">
          {RETENTION_CLASSES.map((code) => (
            <TextField
              key={code}
              label={`${labels.retentionClass[code]}, dagen`}
              optional
              inputMode="numeric"
              field={`municipality.retention.${code}`}
              value={shown(retentionDays[code])}
              error={problemOf(`retentionDays.${code}`)}
              onChange={(value) => {
                const { [code]: _old, ...rest } = retentionDays;
                change({ retentionDays: value.trim() === '' ? rest : { ...retentionDays, [code]: numberOf(value) } });
              }}
            />
          ))}
        </div>
      </Section>
      <Section title="Extra brillen">
        {LENSES.map((code) => (
          <Checkbox
            key={code}
            field={`municipality.lens.${code}`}
            selected={lensActive(profile, code)}
            onChange={(selected) => change({ lenses: { ...profile.lenses, [code]: selected } })}
          >
            {labels.lens[code]}
          </Checkbox>
        ))}
      </Section>
    </>
  );
}
