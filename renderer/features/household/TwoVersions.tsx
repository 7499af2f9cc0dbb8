/**
 * Two people changed one field while they could not hear each other. Nothing is lost and nothing is chosen in advance:
 * both values stand there with who and when, the same size, until a person chooses.
 */
import type { ReactNode } from 'react';
import type { ValueVersion } from '../../../shared/documents/record.ts';
import type { FieldOf, RecordKind } from '../../../shared/documents/schema.ts';
import type { UserId } from '../../../shared/domain/ids.ts';
import { calendarDateAt } from '../../../shared/domain/dates.ts';
import { timeOfDay } from '../../data/saveState.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { shortDate } from '../../ui/dateText.ts';
import type { RecordForm } from './recordForm.ts';

/** "Jij en Samira pasten dit allebei aan. Niets is weg." */
export function twoVersionsSentence(users: readonly UserId[], me: UserId, nameOf: (user: UserId) => string): string {
  const others = [...new Set(users)].filter((user) => user !== me);
  const mine = users.includes(me);
  if (others.length === 0) return 'Jij paste dit op twee plekken aan. Niets is weg.';
  const names = others.map(nameOf).join(' en ');
  if (mine) return `Jij en ${names} pasten dit allebei aan. Niets is weg.`;
  return others.length === 1
    ? `${capital(names)} paste dit op twee plekken aan. Niets is weg.`
    : `${capital(names)} pasten dit allebei aan. Niets is weg.`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "vr 20 nov 10:42" */
export const momentText = (minute: number, today: string): string =>
  `${shortDate(calendarDateAt(minute * 60_000), today)} ${timeOfDay(minute * 60_000)}`;

interface TwoVersionsProps<K extends RecordKind> {
  readonly form: RecordForm<K>;
  readonly field: FieldOf<K>;
  readonly label: string;
  /** How a value reads: a date, a Dutch label. */
  readonly show?: (value: unknown) => string;
}

/** Shows the choice under a field; nothing when there is one value. */
export function TwoVersions<K extends RecordKind>({ form, field, label, show = String }: TwoVersionsProps<K>) {
  const { me, nameOf, today } = useVault();
  const versions = form.versions(field);
  if (versions.length < 2) return null;
  const sentence = twoVersionsSentence(
    versions.map((version) => version.user),
    me.userId,
    nameOf,
  );
  return (
    <TwoNote title={sentence}>
      <div className="two-options" role="group" aria-label={`Kies: ${label}`}>
        {versions.map((version, index) => (
          <Button
            key={`${version.user}.${version.minute}.${index}`}
            className="two-option"
            disabled={form.readOnly}
            field={form.fieldId(`${field}.versie${index + 1}`)}
            onPress={() => form.choose(field, version.value)}
          >
            <b>{readable(version, show)}</b>
            <span className="meta">
              {nameOf(version.user)}, {momentText(version.minute, today)}
            </span>
          </Button>
        ))}
      </div>
    </TwoNote>
  );
}

const readable = (version: ValueVersion, show: (value: unknown) => string): string =>
  show(version.value) || 'niet ingevuld';

/** The orange margin that belongs to two versions only. */
export function TwoNote({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="two-note" role="group" aria-label={title}>
      <p className="two-head">
        <Icon name="arrows-split" />
        {title}
      </p>
      {children}
    </div>
  );
}

/** A record that was removed by one while another still wrote in it. It stays until a person decides. */
export function DeletedBesideEdit<K extends RecordKind>({
  form,
  what,
}: {
  readonly form: RecordForm<K>;
  readonly what: string;
}) {
  if (!form.view.deletedBesideEdit) return null;
  return (
    <TwoNote title="Weggehaald terwijl een collega schreef">
      <p>{what}</p>
      <div className="row">
        <Button field={form.fieldId('zetTerug')} onPress={form.restore} disabled={form.readOnly}>
          Zet terug
        </Button>
        <Button field={form.fieldId('haalWeg')} onPress={form.remove} disabled={form.readOnly}>
          Haal toch weg
        </Button>
      </div>
    </TwoNote>
  );
}
