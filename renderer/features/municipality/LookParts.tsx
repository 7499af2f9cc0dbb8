/** Colours with their contrast measured while one types, and the logo. */
import { useEffect, useState } from 'react';
import { logoText, readLogo } from '../../../shared/domain/logo.ts';
import { measuredPairs } from '../../../shared/domain/themeTokens.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { FilePick } from '../../ui/FilePick.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { COLOURS } from './fieldNames.ts';
import type { ProfileParts } from './ProfileEditor.tsx';

export function LookParts({ profile, change, problemOf }: ProfileParts) {
  const { theme } = profile;
  const [refused, setRefused] = useState('');
  const pick = async (file: File): Promise<void> => {
    const text = logoText(new Uint8Array(await file.arrayBuffer()));
    const shown = text.ok ? await canBeShown(text.value) : false;
    setRefused(text.ok ? (shown ? '' : 'is beschadigd. Kies een andere afbeelding.') : text.error);
    if (text.ok && shown) change({ theme: { ...theme, logo: text.value } });
  };
  return (
    <Section title="Kleuren en logo">
      <div className="municipality-grid">
        {COLOURS.map(([name, label]) => (
          <TextField
            key={name}
            label={label}
            hint="Zes cijfers of letters, zoals #0d5365"
            field={`municipality.theme.${name}`}
            value={theme[name]}
            error={problemOf(`theme.${name}`)}
            onChange={(value) => change({ theme: { ...theme, [name]: value.trim() } })}
            maxLength={7}
          />
        ))}
      </div>
      <ul className="municipality-pairs" aria-label="Contrast">
        {measuredPairs(theme).map(({ what, found, least }) => {
          const enough = found !== null && found >= least;
          return (
            <li key={what}>
              <Icon name={enough ? 'check-circle' : 'warning-circle'} filled />
              <span>
                {what}: {found === null ? 'geen kleur' : (Math.floor(found * 10) / 10).toFixed(1).replace('.', ',')}
                {enough ? ', genoeg' : `, moet ${String(least).replace('.', ',')} of meer zijn`}
              </span>
            </li>
          );
        })}
      </ul>
      <Logo text={theme.logo} />
      {refused === '' ? null : <ErrorNote title={`Dit logo ${refused}`} />}
      {problemOf('theme.logo') === undefined ? null : <ErrorNote title={`Het logo ${problemOf('theme.logo') ?? ''}`} />}
      <div className="row">
        <FilePick field="municipality.logo" accept={['.png', '.jpg', '.jpeg']} onPick={(file) => void pick(file)}>
          Kies een logo
        </FilePick>
        {theme.logo === '' ? null : (
          <Button variant="quiet" field="municipality.noLogo" onPress={() => change({ theme: { ...theme, logo: '' } })}>
            Haal het logo weg
          </Button>
        )}
      </div>
      <p className="muted">PNG of JPG, hooguit 200 kB. Het logo staat op alle papieren voor inwoners.</p>
    </Section>
  );
}

/** The browser itself has to be able to draw it. */
async function canBeShown(text: string): Promise<boolean> {
  const read = readLogo(text);
  if (!read.ok || read.value === null) return false;
  try {
    (await createImageBitmap(new Blob([read.value.bytes], { type: read.value.type }))).close();
    return true;
  } catch {
    return false;
  }
}

function Logo({ text }: { readonly text: string }) {
  const [address, setAddress] = useState('');
  useEffect(() => {
    const read = readLogo(text);
    if (!read.ok || read.value === null) return undefined;
    const made = URL.createObjectURL(new Blob([read.value.bytes], { type: read.value.type }));
    setAddress(made);
    return () => {
      setAddress('');
      URL.revokeObjectURL(made);
    };
  }, [text]);
  return address === '' ? null : <img className="municipality-logo" src={address} alt="Logo van de gemeente" />;
}
