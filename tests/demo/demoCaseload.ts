/**
 * An invented caseload, made through the accessors like everything a screen writes.
 *
 * Promises: the same seed, size and day give the same documents, byte for byte; exactly as many conversations as asked;
 * nobody in it exists. A few things are late and a few are for today, most are not, as on a real desk.
 */
import * as Y from 'yjs';
import { createRecord, replaceText, type Writer } from '../../shared/documents/accessors.ts';
import { CONTEXTS, LINE_KINDS, type ActionStatus, type HouseholdStatus } from '../../shared/domain/codes.ts';
import { addDays } from '../../shared/domain/dates.ts';
import type { DocumentId, HouseholdId, RecordId, UserId } from '../../shared/domain/ids.ts';
import { generateNKeysBetween } from 'fractional-indexing';
import { MEETING_PLACES, NAME_STOCKS, PLACES, STREETS } from './demoPeople.ts';
import { chanceFrom, type Chance } from './demoRandom.ts';
import { ADDENDA, CLOSINGS, LIFE_EVENTS, PURPOSES, SUBJECTS, SUMMARIES, type Subject } from './demoTexts.ts';

export interface DemoOptions {
  readonly seed: number;
  readonly households: number;
  /** Conversations over all households together. */
  readonly notes: number;
  /** The day that "today" is, as a calendar date. */
  readonly today: string;
  readonly me: UserId;
}

export interface DemoDocument {
  readonly documentId: DocumentId;
  readonly householdId: HouseholdId;
  readonly kind: 'household' | 'restricted';
  readonly doc: Y.Doc;
  /** When it was first written. */
  readonly createdAtMs: number;
}

export interface DemoHousehold {
  readonly householdId: HouseholdId;
  readonly household: DemoDocument;
  readonly restricted: DemoDocument;
  readonly conversations: number;
}

interface Person {
  readonly id: RecordId;
  readonly firstName: string;
}

const STATUS_SHARES: readonly (readonly [HouseholdStatus, number])[] = [
  ['NIEUW', 0.08],
  ['VERKENNEN', 0.22],
  ['PLAN_ACTIEF', 0.45],
  ['VINGER_AAN_DE_POLS', 0.13],
  ['AFGESLOTEN', 0.1],
  ['OVERGEDRAGEN', 0.02],
];

/** One household at a time, so that 400 of them never stand in memory together. */
export function* demoCaseload(options: DemoOptions): Generator<DemoHousehold> {
  const chance = chanceFrom(options.seed);
  const colleagues = Array.from({ length: 6 }, () => chance.hexId() as UserId);
  for (const conversations of sharesOf(options.notes, options.households, chance)) {
    yield new HouseholdMaker(options, chance, colleagues).make(conversations);
  }
}

/** A few families with very many conversations, most with some dozens. Adds up to `total`. */
function sharesOf(total: number, parts: number, chance: Chance): number[] {
  const weights = Array.from({ length: parts }, () => 0.15 + chance.next() ** 4 * 4);
  const sum = weights.reduce((all, weight) => all + weight, 0);
  let given = 0;
  let reached = 0;
  return weights.map((weight, index) => {
    reached += weight;
    const upTo = index === parts - 1 ? total : Math.round((reached / sum) * total);
    const share = upTo - given;
    given = upTo;
    return share;
  });
}

class HouseholdMaker {
  readonly #options: DemoOptions;
  readonly #chance: Chance;
  readonly #colleagues: readonly UserId[];
  readonly #doc: Y.Doc;
  readonly #mine: boolean;
  #people: readonly Person[] = [];

  constructor(options: DemoOptions, chance: Chance, colleagues: readonly UserId[]) {
    this.#options = options;
    this.#chance = chance;
    this.#colleagues = colleagues;
    this.#doc = this.#newDoc();
    this.#mine = chance.often(0.6);
  }

  make(conversations: number): DemoHousehold {
    const chance = this.#chance;
    const householdId = chance.hexId() as HouseholdId;
    const documentId = chance.hexId() as DocumentId;
    const status = this.#status();
    const monthsKnown = Math.max(2, Math.min(48, conversations));
    const firstDay = addDays(this.#options.today, -chance.between(20, 30 * monthsKnown));
    this.#addHousehold(status, firstDay);
    const days = Array.from({ length: conversations }, () =>
      chance.between(0, daysAgo(firstDay, this.#options.today)),
    ).sort((a, b) => b - a);
    const subjects = chance.some(SUBJECTS, chance.between(1, 3));
    days.forEach((ago, index) => {
      this.#addConversation(
        addDays(this.#options.today, -ago),
        chance.pick(subjects),
        status,
        index >= days.length - 2,
      );
    });
    const createdAtMs = noonOf(firstDay);
    const restrictedDoc = this.#newDoc();
    createRecord(
      restrictedDoc,
      'safety',
      { householdDocument: documentId },
      this.#writerOn(firstDay, this.#options.me),
    );
    return {
      householdId,
      household: { documentId, householdId, kind: 'household', doc: this.#doc, createdAtMs },
      restricted: {
        documentId: chance.hexId() as DocumentId,
        householdId,
        kind: 'restricted',
        doc: restrictedDoc,
        createdAtMs,
      },
      conversations,
    };
  }

  #newDoc(): Y.Doc {
    const doc = new Y.Doc();
    doc.clientID = this.#chance.between(1, 0x7fffffff);
    return doc;
  }

  #writerOn(day: string, user: UserId): Writer {
    const ms = noonOf(day) + this.#chance.between(-180, 240) * 60_000;
    return { user, origin: 'decision', nowMs: () => ms, newId: () => this.#chance.hexId() as RecordId };
  }

  #status(): HouseholdStatus {
    let left = this.#chance.next();
    for (const [status, share] of STATUS_SHARES) {
      left -= share;
      if (left < 0) return status;
    }
    return 'PLAN_ACTIEF';
  }

  #addHousehold(status: HouseholdStatus, firstDay: string): void {
    const chance = this.#chance;
    const writer = this.#writerOn(firstDay, this.#worker());
    const stock = chance.often(0.45) ? (NAME_STOCKS[0] ?? chance.pick(NAME_STOCKS)) : chance.pick(NAME_STOCKS);
    const family = chance.pick(stock.families);
    const alone = chance.often(0.3);
    const woman = chance.often(0.55);
    const place = chance.pick(PLACES);
    const street = chance.pick(STREETS);
    const number = `${String(chance.between(1, 180))}${chance.often(0.12) ? chance.pick(['a', 'B', '-2', ' hs']) : ''}`;
    const title = family.charAt(0).toUpperCase() + family.slice(1);
    const name = alone
      ? `${woman ? 'Mw.' : 'Dhr.'} ${title}`
      : chance.often(0.9)
        ? `Fam. ${family}`
        : `Huishouden ${street} ${number}`;
    createRecord(
      this.#doc,
      'household',
      {
        name,
        street,
        houseNumber: number,
        postcode: `${place.postcode} ${chance.pick(['AB', 'CD', 'HK', 'PX', 'TZ'])}`,
        city: place.city,
        area: chance.pick(place.areas),
        status,
        ...(status === 'NIEUW' ? {} : { regisseur: this.#worker(), contactUser: this.#worker() }),
        ...(stock.language === '' ? {} : { language: stock.language, interpreterNeeded: chance.often(0.4) }),
        plainLanguage: chance.often(0.5),
        ...(isRunning(status) && chance.often(0.25) ? { nextContactOn: this.#soon() } : {}),
        ...(status === 'AFGESLOTEN' && chance.often(0.5)
          ? { archivedAt: new Date(noonOf(firstDay)).toISOString() }
          : {}),
      },
      writer,
    );
    this.#people = this.#addPeople(alone, woman, family, stock.women, stock.men, writer);
    if (chance.often(0.6)) {
      const text = this.#told(chance.pick(LIFE_EVENTS));
      createRecord(
        this.#doc,
        'lifeEvents',
        { date: firstDay, kind: chance.often(0.4) ? 'VERWACHT' : 'ONVERWACHT', text, ord: 'a0' },
        writer,
      );
    }
  }

  #addPeople(
    alone: boolean,
    woman: boolean,
    family: string,
    women: readonly string[],
    men: readonly string[],
    writer: Writer,
  ): Person[] {
    const chance = this.#chance;
    const year = Number(this.#options.today.slice(0, 4));
    const adults = alone ? 1 : chance.between(1, 2);
    const children = alone ? 0 : chance.between(adults === 1 ? 1 : 0, 5);
    const ords = generateNKeysBetween(null, null, adults + children + 1);
    const people: Person[] = [];
    for (let index = 0; index < adults + children; index += 1) {
      const child = index >= adults;
      const firstName = chance.pick((index === 0 ? woman : chance.often(0.5)) ? women : men);
      const birthYear =
        year - (child ? chance.between(0, 17) : alone ? chance.between(24, 88) : chance.between(22, 58));
      const id = createRecord(
        this.#doc,
        'persons',
        {
          firstName,
          lastName: family,
          membership: 'WOONT_HIER',
          role: child ? 'KIND' : index === 0 ? (children > 0 ? 'OUDER' : '') : 'PARTNER',
          ...(chance.often(0.9)
            ? {
                birthDate: `${String(birthYear)}-${twoDigits(chance.between(1, 12))}-${twoDigits(chance.between(1, 28))}`,
              }
            : {}),
          ...(child || chance.often(0.3) ? {} : { phone: `06 0000 ${String(chance.between(1000, 9999))}` }),
          ord: ords[index] ?? 'a0',
        },
        writer,
      );
      people.push({ id, firstName });
    }
    if (chance.often(0.25)) {
      const firstName = chance.pick(chance.pick(NAME_STOCKS).women);
      const relation = chance.pick(['tante', 'oma', 'buurvrouw', 'zus', 'vrijwilliger']);
      createRecord(
        this.#doc,
        'persons',
        { firstName, membership: 'BELANGRIJK_BUITENSHUIS', role: 'ANDERS', relation, ord: ords.at(-1) ?? 'a0' },
        writer,
      );
    }
    return people;
  }

  #addConversation(day: string, subject: Subject, status: HouseholdStatus, recent: boolean): void {
    const chance = this.#chance;
    const author = this.#worker();
    const writer = this.#writerOn(day, author);
    const context = chance.pick(CONTEXTS);
    const unfinished = recent && daysAgo(day, this.#options.today) < 14 && chance.often(0.4);
    const told = chance.often(0.6);
    const conversationId = createRecord(
      this.#doc,
      'conversations',
      {
        date: day,
        context,
        place: chance.pick(MEETING_PLACES[context] ?? ['']),
        durationMinutes: chance.pick([15, 20, 30, 45, 60, 90]),
        purpose: chance.pick(PURPOSES),
        author,
        ...(told ? { openPerspectives: [subject.perspective] } : {}),
        ...(unfinished ? {} : { finalizedAt: new Date(noonOf(day) + 3_600_000).toISOString(), finalizedBy: author }),
        ...(recent && isRunning(status) && chance.often(0.25) ? { nextContactOn: this.#soon() } : {}),
      },
      writer,
    );
    const write = (section: string, text: string): void => {
      replaceText(this.#doc, 'conversations', conversationId, section, this.#told(text));
    };
    write(
      'whatIsGoingOn',
      [
        ...chance.some(subject.situations, chance.between(1, 2)),
        ...chance.some(subject.facts, chance.between(0, 2)),
        chance.pick(CLOSINGS),
      ]
        .filter(Boolean)
        .join(' '),
    );
    if (told) {
      if (chance.often(0.7)) write(`${subject.perspective}.goesWell`, chance.pick(subject.goesWell));
      if (chance.often(0.7)) write(`${subject.perspective}.couldBeBetter`, chance.pick(subject.couldBeBetter));
      if (chance.often(0.4)) write(`${subject.perspective}.wish`, chance.pick(subject.wishes));
      if (chance.often(0.4)) write(`${subject.perspective}.nextStep`, chance.pick(subject.nextSteps));
    }
    if (chance.often(0.3)) write('summary', chance.pick(SUMMARIES));
    for (const person of chance.some(this.#people, chance.between(1, 2))) {
      createRecord(this.#doc, 'attendees', { conversationId, personId: person.id, capacity: 'INWONER' }, writer);
    }
    if (chance.often(0.35)) this.#addLine(conversationId, subject, writer);
    if (recent || chance.often(0.12)) this.#addAction(conversationId, subject, status, recent, writer);
    if (chance.often(0.04)) {
      const addendum = createRecord(this.#doc, 'addenda', { conversationId, author, writtenOn: day }, writer);
      replaceText(this.#doc, 'addenda', addendum, 'text', this.#told(chance.pick(ADDENDA)));
    }
  }

  #addLine(conversationId: RecordId, subject: Subject, writer: Writer): void {
    const chance = this.#chance;
    const kind = chance.often(0.6) ? 'CITAAT' : chance.pick(LINE_KINDS);
    const text = chance.pick(kind === 'CITAAT' ? subject.quotes : kind === 'FEIT' ? subject.facts : subject.judgements);
    const speaker = this.#people[0];
    const line = createRecord(
      this.#doc,
      'lines',
      {
        conversationId,
        kind,
        perspective: subject.perspective,
        ...(kind === 'CITAAT' && speaker ? { speakerPersonId: speaker.id } : {}),
        ord: 'a0',
      },
      writer,
    );
    replaceText(this.#doc, 'lines', line, 'text', this.#told(text));
  }

  #addAction(
    conversationId: RecordId,
    subject: Subject,
    status: HouseholdStatus,
    recent: boolean,
    writer: Writer,
  ): void {
    const chance = this.#chance;
    const [ladder, what] = chance.pick(subject.actions);
    const open = recent && isRunning(status) && chance.often(0.55);
    const state: ActionStatus = open
      ? chance.pick(['GEPLAND', 'LOOPT'] as const)
      : chance.pick(['KLAAR', 'KLAAR', 'KLAAR', 'VERVALLEN', 'NIET_GELUKT'] as const);
    const person = this.#people[0];
    createRecord(
      this.#doc,
      'actions',
      {
        conversationId,
        what,
        ladder,
        ...(ladder === '4_GEMEENTE'
          ? { whoUser: this.#worker() }
          : ladder === '1_ZELF' && person
            ? { whoPersonId: person.id }
            : { whoName: this.#told('{kind}') }),
        perspective: subject.perspective,
        ...(open
          ? chance.often(0.8)
            ? { dueOn: this.#soon() }
            : {}
          : { dueOn: addDays(this.#options.today, -chance.between(10, 300)) }),
        status: state,
        ord: 'a0',
      },
      writer,
    );
  }

  #worker(): UserId {
    return this.#mine || this.#chance.often(0.1) ? this.#options.me : this.#chance.pick(this.#colleagues);
  }

  /** Mostly the coming weeks; now and then today, sometimes a few days late. */
  #soon(): string {
    const chance = this.#chance;
    const ahead = chance.often(0.08) ? -chance.between(1, 6) : chance.often(0.08) ? 0 : chance.between(1, 60);
    return addDays(this.#options.today, ahead);
  }

  #told(text: string): string {
    const first = this.#people[0]?.firstName ?? 'bewoner';
    return text.replaceAll('{naam}', first).replaceAll('{kind}', this.#people.at(-1)?.firstName ?? first);
  }
}

const isRunning = (status: HouseholdStatus): boolean => status !== 'AFGESLOTEN' && status !== 'OVERGEDRAGEN';
const noonOf = (day: string): number => Date.parse(`${day}T11:00:00Z`);
const daysAgo = (day: string, today: string): number =>
  Math.max(0, Math.round((noonOf(today) - noonOf(day)) / 86_400_000));
const twoDigits = (value: number): string => String(value).padStart(2, '0');
