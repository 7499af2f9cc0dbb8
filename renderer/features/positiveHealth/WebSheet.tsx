/** One web with its date, the one to compare with, and the words around it. */
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { setFields } from '../../../shared/documents/accessors.ts';
import { webScores, WEB_FIELDS } from '../../../shared/documents/dossierPeople.ts';
import type { RecordView } from '../../../shared/documents/readers.ts';
import { PG_DIMENSIONS, PG_FILLED_BY, PG_VERSIONS, type PgDimension } from '../../../shared/domain/codes.ts';
import { labels } from '../../../shared/domain/labels.ts';
import { dimensionLabels, pgQuestion, webInWords } from '../../../shared/domain/positiveHealth.ts';
import type { Replica } from '../../data/replica.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';
import { longDate, shortDate } from '../../ui/dateText.ts';
import { showToast } from '../../ui/toasts.ts';
import { Disclosure } from '../household/Disclosure.tsx';
import { CodeSelect, DateInput, LongTextInput, ScoreInput, TextInput } from '../household/RecordFields.tsx';
import { RemoveButton } from '../household/RecordFoot.tsx';
import { DeletedBesideEdit } from '../household/TwoVersions.tsx';
import { useRecordMaker } from '../household/newRecord.ts';
import { shortName, type PersonView } from '../household/personText.ts';
import { useRecordForm } from '../household/recordForm.ts';
import { useAddGoal } from '../plan/useAddGoal.ts';
import { WebDrawing, WebLegend } from './WebDrawing.tsx';
import { WebTable } from './WebTable.tsx';

type WebView = RecordView<'webs'>;

interface WebSheetProps {
  readonly replica: Replica;
  readonly web: WebView;
  /** All webs of this person, the latest first. */
  readonly webs: readonly WebView[];
  /** Made a moment ago: the first mark has the focus. */
  readonly justBegun: boolean;
  readonly person: PersonView | null;
  readonly choices: ReactNode;
  readonly onNew: () => void;
  readonly onShowOnly: () => void;
}

export function WebSheet({ replica, web, webs, justBegun, person, choices, onNew, onShowOnly }: WebSheetProps) {
  const { today, profile, writer } = useVault();
  const maker = useRecordMaker(replica);
  const addGoal = useAddGoal(replica);
  const form = useRecordForm(replica, 'webs', web.id);
  const others = webs.filter(({ id }) => id !== web.id);
  const [beforeId, setBeforeId] = useState<string>(
    others.find(({ values }) => (values.date ?? '') < (web.values.date ?? ''))?.id ?? '',
  );
  const [highlighted, setHighlighted] = useState<PgDimension | null>(null);
  const [more, setMore] = useState(false);
  const marks = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (justBegun) marks.current?.querySelector<HTMLInputElement>('.score-field input')?.focus();
  }, [justBegun]);
  if (!form) return null;
  const version = web.values.version ?? 'VOLWASSENEN';
  const before = others.find(({ id }) => id === beforeId) ?? null;
  const now = webScores(web);
  const then = before ? webScores(before) : null;
  const date = shortDate(web.values.date ?? '', today);
  const beforeDate = before ? shortDate(before.values.date ?? '', today) : '';
  const name = person ? shortName(person) : '';
  const address = version === 'VOLWASSENEN' ? profile.residentAddress : 'je';
  const talk = web.values.wantsToTalk ?? [];
  const label = `Spinnenweb${name ? ` van ${name}` : ''}, ${date}. ${webInWords(version, now)}${
    then ? ` Eerder, ${beforeDate}: ${webInWords(version, then)}` : ''
  }`;
  return (
    <>
      <div className="web-choices">
        {choices}
        <DateInput form={form} field="date" label="Datum" />
        {others.length > 0 ? (
          <Select
            label="Vergelijk met"
            field="webs.before"
            value={beforeId}
            emptyLabel="Niet vergelijken"
            options={others.map(({ id, values }) => ({
              value: id as string,
              label: longDate(values.date ?? '', today),
            }))}
            onChange={setBeforeId}
          />
        ) : null}
        <p className="muted web-remark">Een gesprek, geen meting. Een lager cijfer mag. Leeg laten mag ook.</p>
      </div>
      <DeletedBesideEdit form={form} what="Een collega haalde dit spinnenweb weg." />
      <div className="web-sheet">
        <figure>
          <WebDrawing
            version={version}
            now={now}
            before={then}
            label={label}
            highlighted={highlighted}
            {...(form.readOnly
              ? {}
              : {
                  onMark: (dimension: PgDimension, score: number) => {
                    setHighlighted(dimension);
                    form.set(WEB_FIELDS[dimension].score, score);
                  },
                })}
          />
          <WebLegend now={date} before={before ? beforeDate : null} />
          {before ? <p className="hint">{pgQuestion('compare', address)}</p> : null}
        </figure>
        <div ref={marks}>
          <WebTable
            version={version}
            now={now}
            before={then}
            beforeLabel={beforeDate}
            talk={talk}
            field={`webs.${web.id}`}
            readOnly={form.readOnly}
            highlighted={highlighted}
            score={(dimension, text) => (
              <ScoreInput
                form={form}
                field={WEB_FIELDS[dimension].score}
                label={text}
                hideLabel
                onFocus={() => setHighlighted(dimension)}
              />
            )}
            onTalk={(dimension, on) =>
              replica.change((doc) =>
                setFields(
                  doc,
                  'webs',
                  web.id,
                  { wantsToTalk: PG_DIMENSIONS.filter((code) => (code === dimension ? on : talk.includes(code))) },
                  writer,
                ),
              )
            }
          />
          <p className="hint">
            Cijfers van 0 tot 10, in {name ? `${possessive(name)} eigen` : 'eigen'} beleving. Er is geen totaal. Met
            Enter ga je naar het volgende cijfer.
          </p>
        </div>
      </div>
      <div className="web-words">
        <LongTextInput form={form} field="pleasedWith" label={pgQuestion('glad', address)} voice />
        <div>
          <LongTextInput form={form} field="wish" label={pgQuestion('wish', address)} voice />
          <Button
            icon="flag"
            field={form.fieldId('doel')}
            disabled={form.readOnly || form.text('wish').trim() === ''}
            onPress={() => {
              addGoal(form.text('wish'), { ...(web.values.personId ? { ownerPersonId: web.values.personId } : {}) });
              showToast({ text: 'Er staat een doel bij Plan, in dezelfde woorden.' });
            }}
          >
            Maak hier een doel van
          </Button>
        </div>
        <LongTextInput form={form} field="helpFrom" label={pgQuestion('help', address)} voice optional />
        <LongTextInput form={form} field="nextStep" label={pgQuestion('step', address)} voice optional />
      </div>
      <Disclosure open={more} onToggle={() => setMore(!more)} label="Toelichting en versie" field="webs.more">
        <div className="form-grid">
          <CodeSelect form={form} field="version" label="Versie" codes={PG_VERSIONS} labels={labels.pgVersion} />
          <CodeSelect
            form={form}
            field="filledBy"
            label="Hoe is het ingevuld?"
            optional
            emptyLabel="Niet gekozen"
            codes={PG_FILLED_BY}
            labels={labels.pgFilledBy}
          />
          {PG_DIMENSIONS.map((dimension) => (
            <TextInput
              key={dimension}
              form={form}
              field={WEB_FIELDS[dimension].note}
              label={`Toelichting bij ${dimensionLabels[version][dimension].toLowerCase()}`}
              optional
              maxLength={2_000}
            />
          ))}
        </div>
      </Disclosure>
      <div className="row">
        <Button icon="plus" field="webs.new" disabled={form.readOnly} onPress={onNew}>
          Nieuw spinnenweb
        </Button>
        <Button icon="eye" field="webs.showOnly" onPress={onShowOnly}>
          Alleen tonen, niet bewaren
        </Button>
        <RemoveButton
          form={form}
          label="Haal dit spinnenweb weg"
          onRemove={() => maker.removeWithUndo('webs', web.id, 'Het spinnenweb is weggehaald.')}
        />
      </div>
      <p className="hint">Geïnspireerd op Positieve Gezondheid (Huber/iPH). Onze eigen woorden en tekening.</p>
    </>
  );
}

const possessive = (name: string): string =>
  /[aeiouy]$/i.test(name) ? `${name}’s` : /[sxz]$/i.test(name) ? `${name}’` : `${name}s`;
