import type { z } from 'zod';

/**
 * Where the first problem of a refused value is, as `person.firstName`. Only names that look like field names are
 * kept: a key typed by a person must not reach a log.
 */
export function pathOf(error: z.ZodError): string {
  const path = error.issues[0]?.path ?? [];
  return path.map((part) => (/^[A-Za-z0-9_]{1,40}$/.test(String(part)) ? String(part) : '*')).join('.');
}
