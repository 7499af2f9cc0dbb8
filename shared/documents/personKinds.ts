/** How people see their situation: the five perspectives, the web of positieve gezondheid, the network around them. */
import { z } from 'zod';
import {
  DISCUSSED,
  IMPORTANCES,
  MAY_KNOW,
  NEARNESSES,
  NETWORK_GROUPS,
  NETWORK_RELATIONS,
  PERSPECTIVES,
  PG_DIMENSIONS,
  PG_FILLED_BY,
  PG_VERSIONS,
  SIGNAL_KINDS,
  SUPPORT_KINDS,
  SUPPORTS,
} from '../domain/codes.ts';
import { CalendarDate } from '../domain/dates.ts';
import {
  date,
  field,
  immutable,
  kind,
  listed,
  longText,
  oneOf,
  refId,
  removable,
  score,
  shortText,
} from './kindRules.ts';

export const personKinds = {
  /** One look at one perspective on one day; a later look is a next record, so that change can be read over time. */
  perspectiveViews: kind({
    /** Empty: the household as a whole. */
    personId: immutable(refId),
    perspective: immutable(z.enum(PERSPECTIVES)),
    date: field(CalendarDate),
    goesWell: field(longText),
    couldBeBetter: field(longText),
    wish: field(longText),
    nextStep: field(longText),
    importance: field(oneOf(IMPORTANCES)),
    discussed: field(oneOf(DISCUSSED)),
    saidByPersonId: field(refId),
    saidByName: field(shortText),
    conversationId: field(refId),
    ...removable,
  }),
  /** The web: six dimensions, each 0 to 10 or not filled in. */
  webs: kind({
    personId: immutable(refId),
    date: field(CalendarDate),
    version: field(z.enum(PG_VERSIONS)),
    filledBy: field(oneOf(PG_FILLED_BY)),
    scoreLichaam: field(score),
    scoreMentaal: field(score),
    scoreZingeving: field(score),
    scoreKwaliteit: field(score),
    scoreMeedoen: field(score),
    scoreDagelijks: field(score),
    /** Hier wil ik over praten. */
    wantsToTalk: field(z.array(z.enum(PG_DIMENSIONS)).max(6)),
    noteLichaam: field(longText),
    noteMentaal: field(longText),
    noteZingeving: field(longText),
    noteKwaliteit: field(longText),
    noteMeedoen: field(longText),
    noteDagelijks: field(longText),
    wish: field(longText),
    helpFrom: field(longText),
    nextStep: field(longText),
    pleasedWith: field(longText),
    conversationId: field(refId),
    ...removable,
  }),
  networkContacts: kind({
    name: field(z.string().trim().min(1).max(200)),
    /** When it is a person of this dossier, inside or outside the house. */
    personId: field(refId),
    organisation: field(shortText),
    relation: field(oneOf(NETWORK_RELATIONS)),
    sector: field(oneOf(NETWORK_GROUPS)),
    nearness: field(oneOf(NEARNESSES)),
    support: field(oneOf(SUPPORTS)),
    supportKinds: field(z.array(z.enum(SUPPORT_KINDS)).max(4)),
    canDo: field(longText),
    mayKnow: field(oneOf(MAY_KNOW)),
    mayKnowWhat: field(longText),
    /** Who told us about this contact. */
    source: field(shortText),
    phone: field(z.string().max(40)),
    /** Whose network it is; empty: of the household. */
    ofPersonId: field(refId),
    ...listed,
  }),
  /** A signal that is not about safety; those live in the restricted document. */
  signals: kind({
    kind: field(z.enum(SIGNAL_KINDS).exclude(['VEILIGHEID', 'WIJKTHEMA'])),
    source: field(shortText),
    fact: field(longText),
    suspicion: field(longText),
    on: field(date),
    followUp: field(longText),
    ...listed,
  }),
} as const;
