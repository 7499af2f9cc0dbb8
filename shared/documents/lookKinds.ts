/**
 * Who looked: one record per worker, laptop and day, with the time of the first look, change, print, export and search of
 * that day. Codes and times only. It lies in the document that it is about, so whoever can open that can see who else did.
 *
 * Only the vault of that laptop writes it, from its chained log (electron/vault/sync/lookLines.ts); no screen can.
 */
import { z } from 'zod';
import { CalendarDate } from '../domain/dates.ts';
import { DeviceId, UserId } from '../domain/ids.ts';
import { decision, immutable, kind, sealed } from './kindRules.ts';

const timeOfDay = z.string().regex(/^\d{2}:\d{2}$/);

const looks = {
  user: sealed(UserId),
  device: sealed(DeviceId),
  on: sealed(CalendarDate),
  viewed: decision(timeOfDay),
  changed: decision(timeOfDay),
  printed: decision(timeOfDay),
  exported: decision(timeOfDay),
  searched: decision(timeOfDay),
} as const;

export const lookKinds = { looks: kind(looks) } as const;
/** The same in a restricted document: that somebody looked there is for who may read it. */
export const restrictedLookKinds = { restrictedLooks: kind(looks) } as const;

export const lookReportKinds = {
  /** What stood out on one day of one laptop, as codes; each of `sealed` is `device:base64`, for the leads only. */
  lookReports: kind({
    on: immutable(CalendarDate),
    sealed: immutable(z.array(z.string().max(8_000)).max(50)),
  }),
} as const;
