/** One organisation: what they do, how old that is, and from here one step into an agreement. */
import { useEffect, useRef, useState } from 'react';
import type { OrganisationRow } from '../../../shared/contract/commands/organisations.ts';
import { perspectiveLabel } from '../../../shared/domain/gemeenteprofiel.ts';
import type { RecordId } from '../../../shared/domain/ids.ts';
import { ageWords, audienceLabels, organisationTypeLabels } from '../../../shared/domain/organisations.ts';
import { useCommand } from '../../data/useCommand.ts';
import { useQuery } from '../../data/useQuery.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { PerspectiveMark } from '../../ui/PerspectiveMark.tsx';
import { longDate } from '../../ui/dateText.ts';
import { showToast } from '../../ui/toasts.ts';
import { CallError } from '../household/CallError.tsx';
import { AgreeWith } from './AgreeWith.tsx';
import { OrganisationEditor } from './OrganisationEditor.tsx';

interface OrganisationDetailProps {
  readonly organisationId: RecordId;
  readonly onClose: () => void;
}

export function OrganisationDetail({ organisationId, onClose }: OrganisationDetailProps) {
  const { today, nameOf, profile, calls } = useVault();
  const asked = useQuery('organisation.get', { organisationId });
  const confirm = useCommand('organisation.confirm');
  const archive = useCommand('organisation.archive');
  const [editing, setEditing] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const loaded = asked.data !== null;
  useEffect(() => {
    // On a small screen the detail stands above the list: the person is taken along.
    if (loaded && window.matchMedia('(max-width: 700px)').matches) heading.current?.focus();
  }, [loaded]);
  if (asked.data === null) return asked.error ? <CallError error={asked.error} retry={asked.reload} /> : null;
  const { organisation, choices } = asked.data;
  if (editing) return <OrganisationEditor organisation={organisation} onDone={() => setEditing(false)} />;
  const stillRight = async (): Promise<void> => {
    const said = await confirm.run({ organisationId });
    asked.reload();
    if (said === null) return;
    showToast({
      text: 'Bijgewerkt op vandaag.',
      undo: () =>
        void calls.call('organisation.confirm', { organisationId, back: said.previous }).then(() => asked.reload()),
    });
  };
  const age = ageWords(organisation.updatedOn, today);
  const putAway = async (archived: boolean): Promise<void> => {
    if ((await archive.run({ organisationId, archived })) === null || !archived) return;
    onClose();
    showToast({
      text: `${organisation.name} staat niet meer op de kaart.`,
      undo: () => void archive.run({ organisationId, archived: false }),
    });
  };
  return (
    <article className="directory-detail" aria-labelledby="organisation-name">
      <div className="directory-detail-head">
        <h2 id="organisation-name" ref={heading} tabIndex={-1}>
          {organisation.name}
        </h2>
        <Button variant="quiet" icon="x" iconOnly field="organisation.close" onPress={onClose}>
          Sluit
        </Button>
      </div>
      <p className={age === '' ? 'muted' : 'directory-old'}>
        Bijgewerkt op {longDate(organisation.updatedOn, today)}
        {organisation.updatedBy === null ? '' : ` door ${nameOf(organisation.updatedBy)}`}
        {age === '' ? '' : `, ${age}`}
      </p>
      {choices.map(({ field, versions }) => (
        <p key={field} className="two-versions-note">
          Twee mensen pasten dit tegelijk aan:{' '}
          {versions.map(({ text, user }) => `“${text}” (${nameOf(user)})`).join(' en ')}. Kies met Pas aan wat klopt.
          Niets is weg.
        </p>
      ))}
      <Facts organisation={organisation} />
      {organisation.perspectives.length > 0 ? (
        <p className="directory-marks">
          {organisation.perspectives.map((code) => (
            <PerspectiveMark key={code} code={code} label={perspectiveLabel(profile, code)} />
          ))}
        </p>
      ) : null}
      {organisation.archived ? null : <AgreeWith organisation={organisation} />}
      {confirm.error ? <CallError error={confirm.error} /> : null}
      {archive.error ? <CallError error={archive.error} /> : null}
      <div className="row">
        <Button field="organisation.confirm" onPress={() => void stillRight()}>
          Dit klopt nog
        </Button>
        <Button icon="pencil-simple-line" field="organisation.edit" onPress={() => setEditing(true)}>
          Pas aan
        </Button>
        <Button variant="quiet" field="organisation.archive" onPress={() => void putAway(!organisation.archived)}>
          {organisation.archived ? 'Zet terug op de kaart' : 'Haal van de kaart'}
        </Button>
      </div>
    </article>
  );
}

function Facts({ organisation }: { readonly organisation: OrganisationRow }) {
  const { type, audiences, areas } = organisation;
  const facts: readonly (readonly [string, string])[] = [
    ['Wat doen ze?', organisation.offer],
    ['Soort', type === '' ? '' : organisationTypeLabels[type]],
    ['Voor wie', audiences.map((code) => audienceLabels[code]).join(', ') || 'Iedereen'],
    ['Wijken', areas.join(', ') || 'De hele gemeente'],
    ['Telefoon', organisation.phone],
    ['E-mail', organisation.email],
    ['Website', organisation.website],
    ['Adres', organisation.address],
    ['Open', organisation.openingHours],
    ['Contactpersoon', organisation.contactName],
    ['Goed om te weten', organisation.remark],
  ];
  return (
    <dl className="directory-facts">
      {facts.map(([label, text]) =>
        text === '' ? null : (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
