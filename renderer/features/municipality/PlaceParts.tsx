/** Areas, places of spreekuren and partners. A list is edited line by line. */
import { CONTEXTS, type Context } from '../../../shared/domain/codes.ts';
import { labels } from '../../../shared/domain/labels.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { ProfileParts } from './ProfileEditor.tsx';

const lines = (text: string): string[] => text.split('\n').map((line) => line.trimStart());
/** A new item of a list, and one changed or taken out. */
const at = <T,>(list: readonly T[], index: number, item: T | null): T[] =>
  list.flatMap((known, place) => (place === index ? (item === null ? [] : [item]) : [known]));

export function PlaceParts({ profile, change, problemOf }: ProfileParts) {
  const { places, areas, partners } = profile;
  return (
    <>
      <Section title="Wijken" count={areas.length}>
        <TextArea
          label="Eén wijk per regel"
          field="municipality.areas"
          value={areas.join('\n')}
          error={areas.map((_, index) => problemOf(`areas.${String(index)}`)).find((problem) => problem !== undefined)}
          onChange={(event) => change({ areas: event.target.value === '' ? [] : lines(event.target.value) })}
        />
      </Section>
      <Section title="Plaatsen voor een spreekuur" count={places.length}>
        <ul className="municipality-list">
          {places.map((place, index) => (
            <li key={index}>
              <TextField
                label="Naam"
                field={`municipality.places.${String(index)}`}
                value={place.name}
                error={problemOf(`places.${String(index)}.name`)}
                onChange={(name) => change({ places: at(places, index, { ...place, name }) })}
                maxLength={120}
              />
              <Select<Context>
                label="Soort"
                field={`municipality.places.${String(index)}.context`}
                value={place.context}
                options={CONTEXTS.map((code) => ({ value: code, label: labels.context[code] }))}
                onChange={(context) => context && change({ places: at(places, index, { ...place, context }) })}
              />
              <Select<string>
                label="Wijk"
                field={`municipality.places.${String(index)}.area`}
                value={place.area}
                emptyLabel="Geen wijk"
                error={problemOf(`places.${String(index)}.area`)}
                options={[...new Set([...areas, place.area])]
                  .filter(Boolean)
                  .map((name) => ({ value: name, label: name }))}
                onChange={(area) => change({ places: at(places, index, { ...place, area }) })}
              />
              <Button
                variant="quiet"
                icon="trash"
                iconOnly
                field={`municipality.places.${String(index)}.remove`}
                onPress={() => change({ places: at(places, index, null) })}
              >
                {`Haal ${place.name || 'deze plaats'} weg`}
              </Button>
            </li>
          ))}
        </ul>
        <Button
          icon="plus"
          field="municipality.places.add"
          onPress={() => change({ places: [...places, { name: '', context: 'SCHOOL', area: '' }] })}
        >
          Plaats toevoegen
        </Button>
      </Section>
      <Section title="Partners" count={partners.length}>
        <p className="muted">
          Wat hier staat en nog niet op de sociale kaart, komt daar bij Bewaar vanzelf op. Daarna is de sociale kaart de
          baas.
        </p>
        <ul className="municipality-list">
          {partners.map((partner, index) => (
            <li key={index}>
              {(['name', 'category', 'phone', 'remark'] as const).map((name) => (
                <TextField
                  key={name}
                  label={{ name: 'Naam', category: 'Soort', phone: 'Telefoon', remark: 'Wat doen ze?' }[name]}
                  field={`municipality.partners.${String(index)}.${name}`}
                  value={partner[name]}
                  error={problemOf(`partners.${String(index)}.${name}`)}
                  onChange={(value) => change({ partners: at(partners, index, { ...partner, [name]: value }) })}
                />
              ))}
              <Button
                variant="quiet"
                icon="trash"
                iconOnly
                field={`municipality.partners.${String(index)}.remove`}
                onPress={() => change({ partners: at(partners, index, null) })}
              >
                {`Haal ${partner.name || 'deze partner'} weg`}
              </Button>
            </li>
          ))}
        </ul>
        <Button
          icon="plus"
          field="municipality.partners.add"
          onPress={() => change({ partners: [...partners, { name: '', category: '', phone: '', remark: '' }] })}
        >
          Partner toevoegen
        </Button>
      </Section>
    </>
  );
}
