/** The sociale kaart: a list to search and filter, and beside it the organisation that is chosen. Works without network. */
import { useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { PERSPECTIVES, type Perspective } from '../../../shared/domain/codes.ts';
import type { RecordId } from '../../../shared/domain/ids.ts';
import {
  AUDIENCES,
  audienceLabels,
  organisationTypeLabels,
  type Audience,
} from '../../../shared/domain/organisations.ts';
import { perspectiveLabel } from '../../../shared/domain/gemeenteprofiel.ts';
import type { OrganisationRow } from '../../../shared/contract/commands/organisations.ts';
import { useRouter } from '../../app/routerContext.tsx';
import { useQuery } from '../../data/useQuery.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Select } from '../../ui/Select.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { CallError } from '../household/CallError.tsx';
import { BringOwn } from './BringOwn.tsx';
import { OrganisationDetail } from './OrganisationDetail.tsx';
import { OrganisationEditor } from './OrganisationEditor.tsx';
import './directory.css';

const PAGE = 50;

/** `shown`: the organisation that somebody came for, from the search for instance. */
export function Directory({ shown }: { readonly shown: RecordId | null }) {
  const { profile } = useVault();
  const router = useRouter();
  const [text, setText] = useState('');
  const [perspective, setPerspective] = useState<Perspective | ''>('');
  const [audience, setAudience] = useState<Audience | ''>('');
  const [area, setArea] = useState('');
  const [archived, setArchived] = useState(false);
  const [limit, setLimit] = useState(PAGE);
  const [chosen, setChosen] = useState<RecordId | null>(shown);
  const [adding, setAdding] = useState(false);
  const list = useQuery('organisation.list', { text: text.trim(), perspective, audience, area, archived, limit });
  const filtered = text.trim() !== '' || perspective !== '' || audience !== '' || area !== '';
  const rows = list.data?.rows ?? [];
  const total = list.data?.total ?? 0;
  const clear = (): void => {
    setText('');
    setPerspective('');
    setAudience('');
    setArea('');
  };
  return (
    <Sheet
      title="Sociale kaart"
      sub={
        list.data
          ? `${String(total)} ${total === 1 ? 'organisatie' : 'organisaties'}${archived ? ' van de kaart gehaald' : ''}`
          : undefined
      }
      actions={
        <>
          <Button field="directory.import" onPress={() => router.go({ screen: 'inlezen', kind: 'SOCIALE_KAART' })}>
            Lees een lijst in
          </Button>
          <Button
            icon="plus"
            field="directory.add"
            onPress={() => {
              setChosen(null);
              setAdding(true);
            }}
          >
            Nieuwe organisatie
          </Button>
        </>
      }
    >
      <BringOwn />
      <div className="directory-filter">
        <TextField
          label="Zoek in de sociale kaart"
          hideLabel
          placeholder="Zoek op naam of wat ze doen"
          icon="magnifying-glass"
          type="search"
          maxLength={200}
          field="directory.text"
          value={text}
          onChange={setText}
        />
        <Select<Perspective>
          label="Perspectief"
          hideLabel
          field="directory.perspective"
          value={perspective}
          emptyLabel="Alle perspectieven"
          options={PERSPECTIVES.map((code) => ({ value: code, label: perspectiveLabel(profile, code) }))}
          onChange={setPerspective}
        />
        <Select<Audience>
          label="Voor wie"
          hideLabel
          field="directory.audience"
          value={audience}
          emptyLabel="Voor iedereen"
          options={AUDIENCES.map((code) => ({ value: code, label: audienceLabels[code] }))}
          onChange={setAudience}
        />
        <Select<string>
          label="Wijk"
          hideLabel
          field="directory.area"
          value={area}
          emptyLabel="Alle wijken"
          options={profile.areas.map((name) => ({ value: name, label: name }))}
          onChange={setArea}
        />
      </div>
      {list.error ? <CallError error={list.error} retry={list.reload} /> : null}
      {adding ? (
        <OrganisationEditor
          organisation={null}
          onDone={(made) => {
            setAdding(false);
            if (made !== null) setChosen(made);
          }}
        />
      ) : null}
      <div className="directory" {...(chosen === null ? {} : { 'data-chosen': true })}>
        <div className="directory-list">
          {list.data && rows.length === 0 ? (
            <EmptyState
              text={
                filtered
                  ? 'Niets gevonden. Maak het filter leeg of kies een andere wijk.'
                  : archived
                    ? 'Er is niets van de kaart gehaald.'
                    : 'De sociale kaart is nog leeg. Voeg een organisatie toe of lees een lijst in.'
              }
              actions={
                filtered ? (
                  <Button field="directory.clear" onPress={clear}>
                    Toon alles
                  </Button>
                ) : undefined
              }
            />
          ) : (
            <ListBox
              aria-label="Organisaties"
              className="directory-rows"
              selectionMode="single"
              selectionBehavior="replace"
              selectedKeys={chosen === null ? [] : [chosen]}
              onSelectionChange={(keys) => {
                const [key] = keys === 'all' ? [] : [...keys];
                setAdding(false);
                setChosen(rows.find(({ organisationId }) => organisationId === key)?.organisationId ?? null);
              }}
            >
              {rows.map((row) => (
                <ListBoxItem
                  key={row.organisationId}
                  id={row.organisationId}
                  className="directory-row"
                  textValue={row.name}
                >
                  <b className="strong">{row.name}</b>
                  <span className="meta">{metaOf(row)}</span>
                </ListBoxItem>
              ))}
            </ListBox>
          )}
          {total > rows.length ? (
            <TextLink onPress={() => setLimit(Math.min(200, limit + PAGE))}>
              {limit >= 200
                ? `Nog ${String(total - rows.length)} meer: zoek op naam`
                : `Toon er meer (${String(total - rows.length)})`}
            </TextLink>
          ) : null}
          <Checkbox field="directory.archived" selected={archived} onChange={setArchived}>
            Toon wat van de kaart is gehaald
          </Checkbox>
        </div>
        {chosen === null ? null : (
          <OrganisationDetail key={chosen} organisationId={chosen} onClose={() => setChosen(null)} />
        )}
      </div>
    </Sheet>
  );
}

function metaOf({ type, areas, phone }: OrganisationRow): string {
  const where = areas.length === 0 ? 'hele gemeente' : areas.slice(0, 2).join(', ');
  return [type === '' ? '' : organisationTypeLabels[type], where, phone].filter((part) => part !== '').join(' · ');
}
