/** Netwerk: the list is the source, the drawing follows. Under it what weighs and what carries, and what happened. */
import { useState } from 'react';
import type { RecordView } from '../../../shared/documents/readers.ts';
import { labels } from '../../../shared/domain/labels.ts';
import type { Replica } from '../../data/replica.ts';
import { useRecord, useRecords } from '../../data/useReplica.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { Balances } from '../household/Balances.tsx';
import { EditableList } from '../household/EditableList.tsx';
import { LifeEvents } from '../household/LifeEvents.tsx';
import { StackingNote } from '../plan/StackingNote.tsx';
import { ContactEditor } from './ContactEditor.tsx';
import { Ecogram, EcogramLegend } from './Ecogram.tsx';
import { SUPPORT_LETTERS, type Contact } from './ecogramLayout.ts';
import './network.css';

type ContactView = RecordView<'networkContacts'>;

export function Network({ replica }: { readonly replica: Replica }) {
  const contacts = useRecords(replica, 'networkContacts');
  const name = useRecord(replica, 'household', 'household')?.values.name ?? '';
  const [shown, setShown] = useState(false);
  const [highlighted, setHighlighted] = useState<string | null>(null);
  const drawn = contacts.filter(({ values }) => values.name).map(contactOf);
  return (
    <>
      <div className="network">
        <div
          className="network-list"
          onFocus={(event) => {
            const row = event.target.closest('[data-field]')?.getAttribute('data-field') ?? '';
            setHighlighted(contacts.find(({ id }) => row.includes(id))?.id ?? null);
          }}
        >
          <Section
            title="Lijst"
            count={contacts.length}
            aside={<span className="muted">P praktisch · G gezelschap · A advies · E emotioneel</span>}
          >
            <EditableList
              replica={replica}
              kind="networkContacts"
              name="het netwerk"
              words={['name', 'canDo']}
              items={contacts.map((contact) => ({
                id: contact.id,
                title: contact.values.name ?? '',
                meta: <ContactMeta contact={contact} />,
              }))}
              blank={{}}
              addLabel="Voeg iemand toe"
              removed="Weggehaald uit het netwerk."
              editor={(id, onRemove) => <ContactEditor replica={replica} id={id} onRemove={onRemove} />}
            />
          </Section>
          <p className="well who-misses">
            <b className="strong">Wie mist er nog?</b>{' '}
            <span className="muted">Vraag bijvoorbeeld: Bij wie kunt u terecht als het tegenzit?</span>
          </p>
        </div>
        <figure className="network-drawing" data-shown={shown || undefined}>
          <Button
            className="show-drawing"
            icon={shown ? 'caret-up' : 'eye'}
            expanded={shown}
            field="network.drawing"
            onPress={() => setShown(!shown)}
          >
            {shown ? 'Verberg de tekening' : 'Bekijk de tekening'}
          </Button>
          <div className="drawing">
            <Ecogram
              household={shortHousehold(name)}
              contacts={drawn}
              label={inWords(name, drawn)}
              highlighted={highlighted}
            />
            <EcogramLegend />
          </div>
        </figure>
      </div>
      <StackingNote replica={replica} />
      <Balances replica={replica} />
      <LifeEvents replica={replica} />
    </>
  );
}

const shortHousehold = (name: string): string => name.replace(/^(fam\.|familie|huishouden)\s+/i, '');

/** A contact as the drawing needs it. What nobody filled in stands in the middle, neutral. */
function contactOf({ id, values }: ContactView): Contact {
  return {
    id,
    name: values.name ?? '',
    sector: values.sector || sectorOf(values.relation),
    nearness: values.nearness || '2_MIDDEN',
    support: values.support || 'ONBEKEND',
  };
}

/** The circle that a relation points to, as long as nobody chose one. */
export function sectorOf(relation: ContactView['values']['relation']): Contact['sector'] {
  switch (relation) {
    case 'VRIEND':
    case 'LOTGENOOT':
      return 'VRIENDEN';
    case 'BUUR':
    case 'VINGER_AAN_DE_POLS':
      return 'BUREN';
    case 'VRIJWILLIGER':
    case 'MAATJE':
    case 'ERVARINGSDESKUNDIGE':
      return 'VRIJWILLIGER';
    case 'COLLEGA':
    case 'SCHOOL':
      return 'WERK_SCHOOL';
    case 'PROFESSIONAL':
      return 'PROFESSIONAL';
    default:
      return 'FAMILIE';
  }
}

function ContactMeta({ contact: { values } }: { readonly contact: ContactView }) {
  const facts = [
    values.relation ? labels.networkRelation[values.relation].toLowerCase() : '',
    values.organisation,
    values.nearness ? labels.nearness[values.nearness].toLowerCase() : '',
    values.support ? labels.support[values.support].toLowerCase() : '',
    values.mayKnow ? labels.mayKnow[values.mayKnow].toLowerCase() : '',
  ].filter(Boolean);
  return (
    <span className="contact-meta">
      {(values.supportKinds ?? []).map((kind) => (
        <span key={kind} className="support-letter" title={labels.supportKind[kind]}>
          <span aria-hidden="true">{SUPPORT_LETTERS[kind]}</span>
          <span className="visually-hidden">{labels.supportKind[kind]}</span>
        </span>
      ))}
      <span>{facts.join(' · ')}</span>
    </span>
  );
}

function inWords(name: string, contacts: readonly Contact[]): string {
  const parts = contacts.map(
    (contact) =>
      `${contact.name}: ${labels.networkGroup[contact.sector].toLowerCase()}, ${labels.nearness[contact.nearness].toLowerCase()}, ${labels.support[contact.support].toLowerCase()}`,
  );
  return `Ecogram van ${name}. ${parts.length === 0 ? 'Nog niemand.' : `${parts.join('. ')}.`}`;
}
