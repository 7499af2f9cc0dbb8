/**
 * One spreekuur: a document of its own, with its own key, that belongs to the worker who holds it. It is the home of
 * what has no household (yet). Only commands of the vault write here; no screen holds a replica of it.
 *
 * Once a walk-in is linked, its words live in the household only: here remain ids and codes.
 */
import { z } from 'zod';
import { ACTION_STATUSES, CONTEXTS, PERSPECTIVES } from '../domain/codes.ts';
import { NEXT_STEPS, WALK_IN_STATES, WHO_KINDS } from '../domain/walkIns.ts';
import { CalendarDate } from '../domain/dates.ts';
import { UserId } from '../domain/ids.ts';
import { date, field, immutable, kind, longText, oneOf, refId, refUser, removable, shortText } from './kindRules.ts';

const instant = z.iso.datetime();
const timeOfDay = z.string().regex(/^(\d{2}:\d{2})?$/);

export const consultationKinds = {
  consultation: kind(
    {
      worker: immutable(UserId),
      place: field(shortText),
      context: field(z.enum(CONTEXTS)),
      area: field(shortText),
      plannedOn: field(date),
      plannedFrom: field(timeOfDay),
      plannedUntil: field(timeOfDay),
      /** Instants, not times on the wall: a spreekuur may pass midnight and a change of the clock. */
      startedAt: field(instant.or(z.literal(''))),
      endedAt: field(instant.or(z.literal(''))),
      cancelledAt: field(instant.or(z.literal(''))),
    },
    { singleton: true },
  ),
  walkIns: kind({
    at: immutable(instant),
    state: field(z.enum(WALK_IN_STATES)),
    whoKind: field(z.enum(WHO_KINDS)),
    whoName: field(shortText),
    householdId: field(refId),
    householdDocument: field(refId),
    personId: field(refId),
    /** A household that a save made and that was undone: the next save uses it again. */
    shellHousehold: field(refId),
    shellDocument: field(refId),
    shellPerson: field(refId),
    conversationId: field(refId),
    actionId: field(refId),
    question: field(longText),
    perspectives: field(z.array(z.enum(PERSPECTIVES)).max(5)),
    next: field(oneOf(NEXT_STEPS)),
    what: field(z.string().max(500)),
    toUser: field(refUser),
    toName: field(shortText),
    dueOn: field(date),
    taskStatus: field(z.enum(ACTION_STATUSES)),
    taskReason: field(longText),
    ...removable,
  }),
  /** What the neighbourhood needs; about nobody. */
  areaSignals: kind({
    theme: field(oneOf(PERSPECTIVES)),
    area: field(shortText),
    text: field(longText),
    on: field(CalendarDate),
    ...removable,
  }),
} as const;
