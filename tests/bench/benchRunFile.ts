/** Reads the result of an earlier run. What is not one says so in a sentence that a person can act on. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { BenchRun } from './benchReport.ts';

/** JSON knows no NaN: a figure that could not be measured is null in the file. */
const measured = z
  .number()
  .nullable()
  .transform((value) => value ?? Number.NaN);

const figure = z
  .object({
    name: z.string(),
    value: measured,
    unit: z.enum(['s', 'ms', 'us', 'x', 'kB', 'MB', 'count']),
    bar: z.number().nullable(),
    note: z.string().optional(),
  })
  .transform(({ note, ...rest }) => (note === undefined ? rest : { ...rest, note }));

const run = z.object({
  at: z.string(),
  quick: z.boolean(),
  households: z.number(),
  notes: z.number(),
  machine: z.record(z.string(), z.union([z.string(), z.number()])),
  groups: z.record(
    z.string(),
    z
      .object({
        figures: z.array(figure),
        raw: z.array(z.object({ who: z.string(), measured: z.record(z.string(), measured), load: measured })),
        loadBefore: measured,
        loadAfter: measured,
        tookS: z.number().optional(),
      })
      .transform(({ tookS, ...rest }) => (tookS === undefined ? rest : { ...rest, tookS })),
  ),
});

/** A result that cannot be used; the message is what to show. */
export class UnusableRun extends Error {}

export function readBenchRun(file: string): BenchRun {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new UnusableRun(`${file} cannot be read: give a result of an earlier run, as in out/bench/<time>.json`);
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new UnusableRun(`${file} is not whole: it is no JSON. Give another result, or measure again`);
  }
  const read = run.safeParse(json);
  if (read.success) return read.data;
  const [first] = read.error.issues;
  throw new UnusableRun(`${file} is no result of a run (${first?.path.join('.') ?? ''}: ${first?.message ?? ''})`);
}
