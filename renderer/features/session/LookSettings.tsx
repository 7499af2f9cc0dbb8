import type { Settings } from '../../../shared/contract/commands/session.ts';
import { useOpenSession, useSession } from '../../data/sessionContext.tsx';
import { ChoiceChips } from '../../ui/ChoiceChips.tsx';
import { Section } from '../../ui/SectionHead.tsx';

const TEXT_SIZES = [
  { value: 'small', label: 'Klein', scale: 0.9 },
  { value: 'normal', label: 'Gewoon', scale: 1 },
  { value: 'larger', label: 'Groter', scale: 1.15 },
  { value: 'large', label: 'Groot', scale: 1.3 },
  { value: 'largest', label: 'Extra groot', scale: 1.5 },
] as const;

/** Chosen at once and kept with the worker, on this laptop. */
export function LookSettings() {
  const session = useSession();
  const { settings } = useOpenSession();
  const change = (part: Partial<Settings>): void => void session.updateSettings(part);
  const size = TEXT_SIZES.find(({ scale }) => scale === settings.textScale);

  return (
    <Section title="Beeld">
      <div className="settings-look">
        <ChoiceChips
          label="Kleuren"
          field="settings.theme"
          value={settings.theme}
          required
          onChange={(theme) => theme && change({ theme })}
          chips={[
            { value: 'system', label: 'Zoals de laptop' },
            { value: 'light', label: 'Licht' },
            { value: 'dark', label: 'Donker' },
          ]}
        />
        <ChoiceChips
          label="Contrast"
          field="settings.contrast"
          value={settings.contrast}
          required
          onChange={(contrast) => contrast && change({ contrast })}
          chips={[
            { value: 'system', label: 'Zoals de laptop' },
            { value: 'more', label: 'Meer contrast' },
          ]}
        />
        <ChoiceChips
          label="Ruimte"
          field="settings.density"
          value={settings.density}
          required
          onChange={(density) => density && change({ density })}
          chips={[
            { value: 'compact', label: 'Compact' },
            { value: 'ruim', label: 'Ruim' },
          ]}
        />
        <ChoiceChips
          label="Grootte van de tekst"
          field="settings.textScale"
          value={size?.value ?? null}
          required
          onChange={(chosen) => {
            const next = TEXT_SIZES.find(({ value }) => value === chosen);
            if (next) change({ textScale: next.scale });
          }}
          chips={TEXT_SIZES}
        />
      </div>
    </Section>
  );
}
