/**
 * The gemeenteprofiel as a form. It is checked as a whole while one works; colours and words are shown as they would be;
 * nothing is in use before Bewaar, and then one step back is offered.
 */
import { useEffect, useState } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import {
  parseGemeenteprofiel,
  type Gemeenteprofiel,
  type ProfileProblem,
} from '../../../shared/domain/gemeenteprofiel.ts';
import { MAX_PROFILE_CHARS } from '../../../shared/domain/profileLimits.ts';
import { useCommand } from '../../data/useCommand.ts';
import { useVault } from '../../data/useVault.tsx';
import { applyTheme } from '../../data/useProfile.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { FilePick } from '../../ui/FilePick.tsx';
import { showToast } from '../../ui/toasts.ts';
import { longDate } from '../../ui/dateText.ts';
import { calendarDateAt } from '../../../shared/domain/dates.ts';
import { CallError } from '../household/CallError.tsx';
import { saveFile } from '../tasks/saveFile.ts';
import { problemInWords } from './fieldNames.ts';
import { LookParts } from './LookParts.tsx';
import { NameParts } from './NameParts.tsx';
import { PlaceParts } from './PlaceParts.tsx';
import { TermParts } from './TermParts.tsx';
import './municipality.css';

type Kept = OutputOf<'municipality.get'>;

export interface ProfileParts {
  readonly profile: Gemeenteprofiel;
  readonly change: (changes: Partial<Gemeenteprofiel>) => void;
  /** The first sentence about this field, when there is one. */
  readonly problemOf: (field: string) => string | undefined;
}

export function ProfileEditor({ kept, onSaved }: { readonly kept: Kept; readonly onSaved: () => void }) {
  const { calls, today, nameOf, profile: inUse } = useVault();
  const save = useCommand('municipality.set');
  const [profile, setProfile] = useState<Gemeenteprofiel>(kept.profile);
  const [fileProblems, setFileProblems] = useState<readonly ProfileProblem[]>([]);
  const [preview, setPreview] = useState(false);
  const parsed = parseGemeenteprofiel(JSON.stringify(profile));
  const problems = parsed.ok ? [] : parsed.error;
  const changed = JSON.stringify(profile) !== JSON.stringify(kept.profile);
  const parts: ProfileParts = {
    profile,
    change: (changes) => setProfile({ ...profile, ...changes }),
    problemOf: (field) =>
      problems
        .find((problem) => problem.field === field)
        ?.message.replace(/^Het veld "[^"]*" (is niet goed te lezen\. )?/, ''),
  };

  useEffect(() => {
    if (!preview || !parsed.ok) return undefined;
    applyTheme(document.documentElement, profile.theme);
    return () => applyTheme(document.documentElement, inUse.theme);
  }, [preview, parsed.ok, profile.theme, inUse.theme]);

  const open = async (file: File): Promise<void> => {
    if (file.size > MAX_PROFILE_CHARS * 2)
      return setFileProblems([{ field: '', message: 'Dit bestand is te groot voor een gemeenteprofiel.' }]);
    const read = parseGemeenteprofiel(await file.text());
    setFileProblems(read.ok ? [] : read.error);
    if (read.ok) setProfile(read.value);
  };
  const exportFile = async (): Promise<void> => {
    const made = await calls.call('municipality.export', {});
    if (made.ok) saveFile(made.value.fileName, 'application/json', made.value.file);
  };
  const keep = async (): Promise<void> => {
    const before = kept.profile;
    const done = await save.run({ file: JSON.stringify(profile) });
    if (done === null) return;
    setPreview(false);
    const added = done.addedOrganisations === 0 ? '' : ` ${String(done.addedOrganisations)} op de sociale kaart gezet.`;
    showToast({
      text: `Het profiel van de gemeente is in gebruik.${added}`,
      undo: () => void calls.call('municipality.set', { file: JSON.stringify(before) }).then(onSaved),
    });
    onSaved();
  };
  return (
    <div className="municipality">
      <p className="muted">
        {kept.standard
          ? 'Dit is het voorbeeld waarmee Samenspel begint.'
          : `Veranderd${kept.changedBy === null ? '' : ` door ${nameOf(kept.changedBy)}`}${kept.changedAtMs === null ? '' : ` op ${longDate(calendarDateAt(kept.changedAtMs), today)}`}.`}
        {kept.mayChange ? '' : ' In een team verandert een teamleider dit. Jij kunt het bekijken.'}
      </p>
      {kept.versions.length > 1 ? (
        <p className="two-versions-note">
          Twee mensen pasten het profiel tegelijk aan. Niets is weg. Je ziet nu wat{' '}
          {nameOf(kept.versions.at(-1)?.user ?? null)} schreef.{' '}
          {kept.versions.slice(0, -1).map(({ user, profile: other }) => (
            <Button key={user} field={`municipality.version.${user}`} onPress={() => setProfile(other)}>
              {`Bekijk wat ${nameOf(user)} schreef`}
            </Button>
          ))}
        </p>
      ) : null}
      <div className="row">
        <FilePick field="municipality.open" accept={['.json', 'application/json']} onPick={(file) => void open(file)}>
          Open een bestand
        </FilePick>
        <Button field="municipality.export" onPress={() => void exportFile()}>
          Bewaar als bestand
        </Button>
        <Button
          field="municipality.preview"
          pressed={preview}
          disabled={!parsed.ok}
          onPress={() => setPreview(!preview)}
        >
          Bekijk de kleuren
        </Button>
      </div>
      {fileProblems.length > 0 ? (
        <Problems title="Dit bestand kunnen we niet gebruiken." problems={fileProblems} />
      ) : null}
      <fieldset disabled={!kept.mayChange} className="municipality-fields">
        <legend className="visually-hidden">Profiel van de gemeente</legend>
        <NameParts {...parts} />
        <LookParts {...parts} />
        <PlaceParts {...parts} />
        <TermParts {...parts} />
      </fieldset>
      {problems.length > 0 ? (
        <Problems
          title="Dit klopt nog niet."
          problems={problems.map((problem) => ({ ...problem, message: problemInWords(problem) }))}
        />
      ) : null}
      {save.error ? <CallError error={save.error} /> : null}
      {kept.mayChange ? (
        <div className="row municipality-save">
          <Button
            variant="primary"
            field="municipality.save"
            busy={save.busy ? 'Bezig' : undefined}
            disabled={!parsed.ok || !(changed || kept.versions.length > 1)}
            onPress={() => void keep()}
          >
            Bewaar
          </Button>
          <Button
            variant="quiet"
            field="municipality.back"
            disabled={!changed}
            onPress={() => setProfile(kept.profile)}
          >
            Zet terug zoals het was
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function Problems({ title, problems }: { readonly title: string; readonly problems: readonly ProfileProblem[] }) {
  return (
    <ErrorNote title={title}>
      {problems.slice(0, 8).map(({ field, message }, index) => (
        <span key={`${field} ${String(index)}`} className="municipality-problem">
          {message}
        </span>
      ))}
    </ErrorNote>
  );
}
