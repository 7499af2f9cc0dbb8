/**
 * Writes a practice household into documents, through the accessors like everything a screen writes. Stamps carry
 * the day of the conversation, so that the history reads as it would have been.
 */
import { generateNKeysBetween } from 'fractional-indexing';
import { createRecord, replaceText, setFields, type Writer } from '../documents/accessors.ts';
import { workApart, type Document } from '../documents/workApart.ts';
import { lifeStageOn } from '../domain/ages.ts';
import { PERSPECTIVES } from '../domain/codes.ts';
import { addDays } from '../domain/dates.ts';
import type { RecordId, UserId } from '../domain/ids.ts';
import { UserId as parseUserId } from '../domain/ids.ts';
import { practicePlans } from './practicePlans.ts';
import { writePlan } from './writePlan.ts';
import type { PracticeAction, PracticeConversation, PracticePerson, PracticeScenario, Who } from './scenarioTypes.ts';

/** The invented colleague of the practice vault. */
export const PRACTICE_COLLEAGUE: UserId = parseUserId.parse('0ef1c0de0ef1c0de0ef1c0de0ef1c0de');

const noonOf = (day: string): number => Date.parse(`${day}T11:00:00Z`);

/** The same worker on another day. */
function onDay(writer: Writer, day: string, user: UserId = writer.user): Writer {
  return { user, origin: 'decision', nowMs: () => noonOf(day), newId: () => writer.newId() };
}

/** Someone of this age today, whose next birthday is so many days away. */
export function birthDateFor(age: { readonly years: number; readonly daysToBirthday: number }, today: string): string {
  const next = addDays(today, age.daysToBirthday === 0 ? 0 : age.daysToBirthday);
  const yearsThen = age.daysToBirthday === 0 ? age.years : age.years + 1;
  const born = `${Number(next.slice(0, 4)) - yearsThen}${next.slice(4)}`;
  return born.endsWith('-02-29') ? born.replace('-02-29', '-02-28') : born;
}

class ScenarioWriter {
  readonly #doc: Document;
  readonly #scenario: PracticeScenario;
  readonly #writer: Writer;
  readonly #today: string;
  readonly #personIds = new Map<string, RecordId>();
  readonly #conversations: { readonly id: RecordId; readonly actions: readonly RecordId[] }[] = [];

  constructor(doc: Document, scenario: PracticeScenario, writer: Writer, today: string) {
    this.#doc = doc;
    this.#scenario = scenario;
    this.#writer = writer;
    this.#today = today;
  }

  write(): void {
    const { conversations } = this.#scenario;
    const firstDay = addDays(this.#today, -Math.max(...conversations.map(({ daysAgo }) => daysAgo)));
    const writer = onDay(this.#writer, firstDay);
    this.#addHousehold(writer);
    const ords = generateNKeysBetween(null, null, this.#scenario.persons.length);
    this.#scenario.persons.forEach((person, index) => this.#addPerson(person, ords[index] ?? 'a0', writer));
    this.#addSituation(writer);
    for (const conversation of conversations) this.#addConversation(conversation);
    this.#addTwoVersions();
    this.#addPlan();
  }

  #addPlan(): void {
    const plan = practicePlans[this.#scenario.number];
    if (plan === undefined) return;
    writePlan(plan, {
      doc: this.#doc,
      today: this.#today,
      regisseurIsMe: this.#scenario.household.regisseurIsMe,
      colleague: PRACTICE_COLLEAGUE,
      person: (key) => this.#person(key),
      action: ([conversation, action]) => {
        const id = this.#conversations[conversation]?.actions[action];
        if (id === undefined) throw new Error(`practice scenario ${this.#scenario.number} has no such action`);
        return id;
      },
      writer: (daysAgo, user) => onDay(this.#writer, addDays(this.#today, -daysAgo), user),
    });
  }

  #addHousehold(writer: Writer): void {
    const { nextContactInDays, regisseurIsMe, ...fields } = this.#scenario.household;
    createRecord(
      this.#doc,
      'household',
      {
        ...fields,
        city: 'Merendam',
        contactUser: this.#writer.user,
        ...(regisseurIsMe ? { regisseur: this.#writer.user } : {}),
        ...(nextContactInDays === undefined ? {} : { nextContactOn: addDays(this.#today, nextContactInDays) }),
      },
      writer,
    );
  }

  #addPerson(person: PracticePerson, ord: string, writer: Writer): void {
    const { key, age, traits = [], ...fields } = person;
    const birthDate = age === undefined ? '' : birthDateFor(age, this.#today);
    const lifeStage = lifeStageOn({ birthDate, ageGroup: '' }, this.#today);
    const id = createRecord(
      this.#doc,
      'persons',
      { ...fields, ord, ...(birthDate === '' ? {} : { birthDate }), ...(lifeStage === null ? {} : { lifeStage }) },
      writer,
    );
    this.#personIds.set(key, id);
    for (const { trait, purpose } of traits)
      createRecord(this.#doc, 'traits', { personId: id, trait, purpose }, writer);
  }

  #addSituation(writer: Writer): void {
    const { lifeEvents = [], balances = [], signals = [] } = this.#scenario;
    const eventOrds = generateNKeysBetween(null, null, lifeEvents.length);
    lifeEvents.forEach(({ daysAgo, kind, text }, index) => {
      const date = addDays(this.#today, -daysAgo);
      createRecord(this.#doc, 'lifeEvents', { date, kind, text, ord: eventOrds[index] ?? 'a0' }, writer);
    });
    const balanceOrds = generateNKeysBetween(null, null, balances.length);
    balances.forEach((balance, index) => {
      createRecord(this.#doc, 'balances', { ...balance, ord: balanceOrds[index] ?? 'a0' }, writer);
    });
    const signalOrds = generateNKeysBetween(null, null, signals.length);
    signals.forEach(({ daysAgo, ...signal }, index) => {
      const on = addDays(this.#today, -daysAgo);
      createRecord(this.#doc, 'signals', { ...signal, on, ord: signalOrds[index] ?? 'a0' }, writer);
    });
  }

  #person(key: string): RecordId {
    const id = this.#personIds.get(key);
    if (id === undefined) throw new Error(`practice scenario ${this.#scenario.number} has no such person`);
    return id;
  }

  #named<P extends string, N extends string>(
    who: Who,
    personField: P,
    nameField: N,
  ): Partial<Record<P, RecordId> & Record<N, string>> {
    if (who === 'ME') return {};
    const found: Record<string, string> =
      'person' in who ? { [personField]: this.#person(who.person) } : { [nameField]: who.name };
    return found as Partial<Record<P, RecordId> & Record<N, string>>;
  }

  #addConversation(conversation: PracticeConversation): void {
    const date = addDays(this.#today, -conversation.daysAgo);
    const writer = onDay(this.#writer, date);
    const { perspectives = {}, lines = [], actions = [], announced, addendum, nextContactInDays } = conversation;
    const id = createRecord(
      this.#doc,
      'conversations',
      {
        date,
        context: conversation.context,
        author: this.#writer.user,
        ...(conversation.place === undefined ? {} : { place: conversation.place }),
        ...(conversation.durationMinutes === undefined ? {} : { durationMinutes: conversation.durationMinutes }),
        ...(conversation.purpose === undefined ? {} : { purpose: conversation.purpose }),
        ...(announced === undefined ? {} : { explainedBefore: announced, disciplinesAnnounced: announced }),
        ...(conversation.broughtSomeone === undefined ? {} : { broughtSomeone: conversation.broughtSomeone }),
        ...(conversation.teamOnly === undefined ? {} : { teamOnly: conversation.teamOnly }),
        ...(nextContactInDays === undefined ? {} : { nextContactOn: addDays(this.#today, nextContactInDays) }),
        openPerspectives: PERSPECTIVES.filter((code) => perspectives[code] !== undefined),
      },
      writer,
    );
    const write = (section: string, text: string | undefined): void => {
      if (text !== undefined) replaceText(this.#doc, 'conversations', id, section, text);
    };
    write('whatIsGoingOn', conversation.whatIsGoingOn);
    write('summary', conversation.summary);
    for (const code of PERSPECTIVES) {
      for (const [part, text] of Object.entries(perspectives[code] ?? {})) write(`${code}.${part}`, text);
    }
    for (const { who, capacity } of conversation.attendees) {
      const named = this.#named(who, 'personId', 'name');
      createRecord(this.#doc, 'attendees', { conversationId: id, capacity, ...named }, writer);
    }
    this.#addLines(id, lines, writer);
    const ords = generateNKeysBetween(null, null, actions.length);
    const actionIds = actions.map((action, index) => this.#addAction(id, action, ords[index] ?? 'a0', writer));
    this.#conversations.push({ id, actions: actionIds });
    if (addendum) {
      const writtenOn = addDays(this.#today, -addendum.daysAgo);
      const author = PRACTICE_COLLEAGUE;
      const record = createRecord(
        this.#doc,
        'addenda',
        { conversationId: id, author, writtenOn },
        onDay(writer, writtenOn, author),
      );
      replaceText(this.#doc, 'addenda', record, 'text', addendum.text);
    }
    if (conversation.finalized) {
      const finalizedAt = new Date(noonOf(date) + 3_600_000).toISOString();
      setFields(this.#doc, 'conversations', id, { finalizedAt, finalizedBy: writer.user }, writer);
    }
  }

  #addLines(conversationId: RecordId, lines: PracticeConversation['lines'] & object, writer: Writer): void {
    const ords = generateNKeysBetween(null, null, lines.length);
    lines.forEach(({ kind, perspective, speaker, about, text }, index) => {
      const record = createRecord(
        this.#doc,
        'lines',
        {
          conversationId,
          kind,
          ord: ords[index] ?? 'a0',
          ...(perspective === undefined ? {} : { perspective }),
          ...(speaker === undefined ? {} : this.#named(speaker, 'speakerPersonId', 'speakerName')),
          ...(about === undefined ? {} : { aboutPersonIds: about.map((key) => this.#person(key)) }),
        },
        writer,
      );
      replaceText(this.#doc, 'lines', record, 'text', text);
    });
  }

  #addAction(conversationId: RecordId, action: PracticeAction, ord: string, writer: Writer): RecordId {
    const { what, ladder, who, forWhom, perspective, dueInDays, status, statusReason } = action;
    return createRecord(
      this.#doc,
      'actions',
      {
        conversationId,
        what,
        ladder,
        status,
        ord,
        ...(who === 'ME' ? { whoUser: this.#writer.user } : this.#named(who, 'whoPersonId', 'whoName')),
        ...(forWhom === undefined ? {} : this.#named(forWhom, 'beneficiaryPersonId', 'beneficiaryName')),
        ...(perspective === undefined ? {} : { perspective }),
        ...(dueInDays === undefined ? {} : { dueOn: addDays(this.#today, dueInDays) }),
        ...(statusReason === undefined ? {} : { statusReason }),
      },
      writer,
    );
  }

  /** Plays the colleague on a copy of the document, then merges: real two versions, not imitated ones. */
  #addTwoVersions(): void {
    const { twoVersions } = this.#scenario;
    if (!twoVersions) return;
    const conversation = this.#conversations[twoVersions.conversation];
    const action = conversation?.actions[twoVersions.action];
    if (conversation === undefined || action === undefined) throw new Error('practice scenario points at no action');
    const yesterday = addDays(this.#today, -1);
    const fields = ({ dueInDays, status }: Partial<Pick<PracticeAction, 'dueInDays' | 'status'>>) => ({
      ...(dueInDays === undefined ? {} : { dueOn: addDays(this.#today, dueInDays) }),
      ...(status === undefined ? {} : { status }),
    });
    const { whatIsGoingOn = '' } = this.#scenario.conversations[twoVersions.conversation] ?? {};
    workApart(
      this.#doc,
      (mine) => setFields(mine, 'actions', action, fields(twoVersions.mine), onDay(this.#writer, yesterday)),
      (theirs) => {
        const writer = onDay(this.#writer, yesterday, PRACTICE_COLLEAGUE);
        setFields(theirs, 'actions', action, fields(twoVersions.theirs), writer);
        const added = `${whatIsGoingOn}\n${twoVersions.addedText}`;
        replaceText(theirs, 'conversations', conversation.id, 'whatIsGoingOn', added);
      },
    );
  }
}

/** Fills an empty household document with a scenario, as it would read on `today`. */
export function writeScenario(doc: Document, scenario: PracticeScenario, writer: Writer, today: string): void {
  new ScenarioWriter(doc, scenario, writer, today).write();
}

/** Fills the restricted document beside it, whose `safety` record is there already. */
export function writeSafety(doc: Document, scenario: PracticeScenario, writer: Writer, today: string): void {
  if (scenario.safeVisit !== undefined) replaceText(doc, 'safety', 'safety', 'safeVisit', scenario.safeVisit);
  const step = practicePlans[scenario.number]?.meldcodeFirstStep;
  if (step === undefined) return;
  const on = addDays(today, -step.daysAgo);
  const then = onDay(writer, on);
  const meldcodeId = createRecord(doc, 'meldcodes', { openedOn: on, about: '' }, then);
  const { reasoning } = step;
  createRecord(
    doc,
    'meldcodeSteps',
    { meldcodeId, step: '1_SIGNALEN', on, by: '', reasoning, skipped: false, closes: false },
    then,
  );
}
