import type { Settings } from '../../../shared/contract/commands/session.ts';
import { useOpenSession, useSession } from '../../data/sessionContext.tsx';
import { ChoiceChips } from '../../ui/ChoiceChips.tsx';
import { Section } from '../../ui/SectionHead.tsx';

const TEXT_SCALES = { '0.9': 0.9, '1': 1, '1.15': 1.15, '1.3': 1.3, '1.5': 1.5 } as const;
type TextScale = keyof typeof TEXT_SCALES;
const TEXT_LABELS: Readonly<Record<TextScale, string>> = {
  '0.9': 'Klein',
  '1': 'Gewoon',
  '1.15': 'Groter',
  '1.3': 'Groot',
  '1.5': 'Extra groot',
};

/** Chosen at once and kept with the worker, on this laptop. */
export function LookSettings() {
  const session = useSession();
  const { settings } = useOpenSession();
  const change = (part: Partial<Settings>): void => void session.updateSettings(part);
  const scales = Object.keys(TEXT_SCALES) as TextScale[];
  const scale = scales.find((key) => TEXT_SCALES[key] === settings.textScale) ?? null;

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
          value={scale}
          required
          onChange={(chosen) => chosen && change({ textScale: TEXT_SCALES[chosen] })}
          chips={scales.map((value) => ({ value, label: TEXT_LABELS[value] }))}
        />
      </div>
    </Section>
  );
}
