/**
 * What multi-value records cost against plain last-writer-wins records (one Y.Map of plain fields per record, no
 * stamps at all), on the same dossier: the same ids, values, texts and later edits by three people.
 *
 * `ratio` is bytes of the encoded records without texts: the strictest reading of the bar of 1.3.
 * Run: npx node tests/bench/recordEncoding.ts
 */
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import * as Y from 'yjs';
import { createRecord, newWriter, replaceText, setFields, type Writer } from '../../shared/documents/accessors.ts';
import { readRecords } from '../../shared/documents/readers.ts';
import { recordsOf } from '../../shared/documents/roots.ts';
import { ruleOfField, ruleOfKind, type RecordKind } from '../../shared/documents/schema.ts';
import type { UserId } from '../../shared/domain/ids.ts';

export interface BenchResult {
  readonly name: string;
  readonly ratio: number;
  readonly bar: number;
  readonly facts: Readonly<Record<string, number>>;
}

type Values = Readonly<Record<string, unknown>>;

/** One way to store a dossier. */
interface Store {
  create(kind: RecordKind, values: Values, writer: Writer): string;
  set(kind: RecordKind, id: string, values: Values, writer: Writer): void;
  text(kind: RecordKind, id: string, section: string, text: string): void;
}

const KINDS = ['persons', 'conversations', 'attendees', 'lines', 'actions'] as const satisfies readonly RecordKind[];
const ROUNDS = 5;

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const multiValue = (doc: Y.Doc): Store => ({
  create: (kind, values, writer) => createRecord(doc, kind, values, writer),
  set: (kind, id, values, writer) => setFields(doc, kind, id, values, writer),
  text: (kind, id, section, text) => void replaceText(doc, kind, id, section, text),
});

const lastWriterWins = (doc: Y.Doc, stamped: boolean): Store => ({
  create(kind, values, writer) {
    const id = writer.newId();
    const minute = Math.floor(writer.nowMs() / 60_000);
    const stamps = { createdBy: writer.user, createdMinute: minute, changedBy: writer.user, changedMinute: minute };
    doc.transact(() =>
      doc.getMap(`r:${kind}`).set(id, new Y.Map(Object.entries({ ...values, ...(stamped ? stamps : {}) }))),
    );
    return id;
  },
  set(kind, id, values, writer) {
    const record = doc.getMap(`r:${kind}`).get(id) as Y.Map<unknown>;
    const stamps = { changedBy: writer.user, changedMinute: Math.floor(writer.nowMs() / 60_000) };
    doc.transact(() => {
      for (const [field, value] of Object.entries({ ...values, ...(stamped ? stamps : {}) })) record.set(field, value);
    });
  },
  text: (_kind, id, section, text) => doc.getText(`t:${id}:${section}`).insert(0, text),
});

/** A household with a long history: 40 conversations, 120 lines, 100 agreements that were followed up. */
function writeDossier(store: Store, texts: boolean): void {
  const random = seeded(20261121);
  let minute = 29_800_000;
  const writers = Array.from({ length: 3 }, () => {
    const bytes = { bytes: (length: number) => Uint8Array.from({ length }, () => Math.floor(random() * 256)) };
    const user = Array.from(bytes.bytes(16), (byte) => byte.toString(16).padStart(2, '0')).join('') as UserId;
    return newWriter(user, { nowMs: () => minute * 60_000 }, bytes);
  });
  const someone = (): Writer => {
    minute += 1 + Math.floor(random() * 40);
    const writer = writers[Math.floor(random() * writers.length)];
    if (writer === undefined) throw new Error('no writer');
    return writer;
  };
  const persons = Array.from({ length: 5 }, (_, index) =>
    store.create(
      'persons',
      {
        firstName: `Persoon ${index}`,
        lastName: 'De Boer',
        birthDate: '1984-03-01',
        membership: 'WOONT_HIER',
        role: 'OUDER',
        ord: `a${index}`,
      },
      someone(),
    ),
  );
  for (let index = 0; index < 40; index += 1) {
    const author = someone();
    const conversation = store.create(
      'conversations',
      {
        date: '2026-11-21',
        context: 'THUIS',
        place: 'Merelweg 44',
        durationMinutes: 60,
        author: author.user,
        openPerspectives: ['GEZONDHEID'],
      },
      author,
    );
    store.create(
      'attendees',
      { conversationId: conversation, personId: persons[index % 5], capacity: 'INWONER' },
      author,
    );
    if (texts)
      store.text(
        'conversations',
        conversation,
        'whatIsGoingOn',
        'Mevrouw vertelt dat het thuis beter gaat sinds haar zus op woensdag oppast. '.repeat(8),
      );
    for (let line = 0; line < 3; line += 1) {
      const id = store.create(
        'lines',
        {
          conversationId: conversation,
          kind: 'CITAAT',
          perspective: 'THUISBASIS',
          speakerPersonId: persons[line],
          ord: `a${line}`,
        },
        author,
      );
      if (texts) store.text('lines', id, 'text', 'Ik wil vooral rust met geld, daarna zie ik wel weer verder.');
    }
    if (index % 2 === 0) store.set('conversations', conversation, { nextContactOn: '2026-12-05' }, author);
  }
  for (let index = 0; index < 100; index += 1) {
    const id = store.create(
      'actions',
      {
        what: 'Belt met de bank over de regeling voor de energie',
        ladder: '1_ZELF',
        whoName: 'Fatima',
        perspective: 'BESTAANSZEKERHEID',
        dueOn: '2026-11-27',
        status: 'GEPLAND',
        ord: `a${index % 10}`,
      },
      someone(),
    );
    if (random() < 0.5) store.set('actions', id, { dueOn: '2026-12-04' }, someone());
    if (random() < 0.6) store.set('actions', id, { status: 'LOOPT' }, someone());
    if (random() < 0.5) store.set('actions', id, { status: 'KLAAR', statusReason: 'Is gelukt.' }, someone());
  }
}

function encoded(storeOf: (doc: Y.Doc) => Store, texts: boolean): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = 1_234_567_890;
  writeDossier(storeOf(doc), texts);
  return Y.encodeStateAsUpdate(doc);
}

function readMultiValue(bytes: Uint8Array): number {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, bytes);
  return KINDS.reduce((sum, kind) => sum + readRecords(doc, kind).length, 0);
}

/** Reads and checks the same fields by the same schema, as any reader must. */
function readLastWriterWins(bytes: Uint8Array): number {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, bytes);
  const views: { id: string; ord: string; values: Values }[] = [];
  for (const kind of KINDS) {
    const rule = ruleOfKind(kind);
    for (const [id, record] of recordsOf(doc, kind) ?? []) {
      const values: Record<string, unknown> = {};
      for (const [field, value] of record as Y.Map<unknown>) {
        const parsed = rule === null ? undefined : ruleOfField(rule, field)?.schema.safeParse(value);
        if (parsed?.success === true) values[field] = parsed.data;
      }
      views.push({ id, ord: String(values['ord'] ?? ''), values });
    }
  }
  return views.sort((a, b) => (a.ord < b.ord ? -1 : a.ord > b.ord ? 1 : a.id < b.id ? -1 : 1)).length;
}

function timed(read: (bytes: Uint8Array) => number, bytes: Uint8Array): number {
  const start = performance.now();
  for (let repeat = 0; repeat < 10; repeat += 1) read(bytes);
  return (performance.now() - start) / 10;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const rounded = (value: number): number => Math.round(value * 1000) / 1000;

/** Measures both encodings in one run, interleaved, and gives medians. */
export function measureRecordEncoding(): BenchResult {
  const sizeOf = (storeOf: (doc: Y.Doc) => Store, texts: boolean): number => encoded(storeOf, texts).length;
  const multi = sizeOf(multiValue, false);
  const plain = sizeOf((doc) => lastWriterWins(doc, false), false);
  const stamped = sizeOf((doc) => lastWriterWins(doc, true), false);
  const multiText = encoded(multiValue, true);
  const plainText = encoded((doc) => lastWriterWins(doc, false), true);
  if (readMultiValue(multiText) !== readLastWriterWins(plainText)) throw new Error('the two dossiers differ');
  const multiMs: number[] = [];
  const plainMs: number[] = [];
  timed(readMultiValue, multiText);
  timed(readLastWriterWins, plainText);
  for (let round = 0; round < ROUNDS; round += 1) {
    const order = round % 2 === 0 ? [true, false] : [false, true];
    for (const isMulti of order) {
      if (isMulti) multiMs.push(timed(readMultiValue, multiText));
      else plainMs.push(timed(readLastWriterWins, plainText));
    }
  }
  return {
    name: 'record encoding against plain last-writer-wins',
    ratio: rounded(multi / plain),
    bar: 1.3,
    facts: {
      multiValueBytes: multi,
      plainBytes: plain,
      ratioWithTexts: rounded(multiText.length / plainText.length),
      ratioToStampedPlain: rounded(multi / stamped),
      loadAndReadRatio: rounded(median(multiMs) / median(plainMs)),
      loadAndReadMs: rounded(median(multiMs)),
    },
  };
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.stdout.write(`${JSON.stringify(measureRecordEncoding(), null, 2)}\n`);
}
