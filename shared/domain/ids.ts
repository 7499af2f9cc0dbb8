/**
 * Identifiers are random (128 bit, lower-case hex), made once, never derived from content and never reused.
 * Branded so that a person id cannot be passed where a household id is asked.
 */
import { z } from 'zod';
import type { Random } from '../deps.ts';

const hexId = z.string().regex(/^[0-9a-f]{32}$/);
export const HouseholdId = hexId.brand<'HouseholdId'>();
export type HouseholdId = z.infer<typeof HouseholdId>;
export const DocumentId = hexId.brand<'DocumentId'>();
export type DocumentId = z.infer<typeof DocumentId>;
export const RecordId = hexId.brand<'RecordId'>();
export type RecordId = z.infer<typeof RecordId>;
export const UserId = hexId.brand<'UserId'>();
export type UserId = z.infer<typeof UserId>;
export const DeviceId = hexId.brand<'DeviceId'>();
export type DeviceId = z.infer<typeof DeviceId>;
export const ProfileId = hexId.brand<'ProfileId'>();
export type ProfileId = z.infer<typeof ProfileId>;

/** A fresh random id of 128 bit. */
export function newId<T extends string = string>(random: Random): T {
  return Array.from(random.bytes(16), (byte) => byte.toString(16).padStart(2, '0')).join('') as T;
}
