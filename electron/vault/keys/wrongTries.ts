/**
 * Growing delays after wrong passphrases: none, none, 1, 2, 5, 15, 60, 300 s, then 15 minutes each. Never a wipe: a
 * hostile colleague could destroy work with it. It slows the screen only; Argon2id slows who has the disk.
 *
 * Promises: a try counts before it is made, so ending the process in the middle gains nothing; the delay survives a
 * restart; a clock that is set back makes it longer, never shorter, and within one start of the machine a clock that
 * is set forward gains nothing either. A damaged file reads as the longest delay once.
 *
 * The counters have a file of their own beside the header: a wrong passphrase must never rewrite the one file that
 * holds the keys (ADR 0003).
 */
import { join } from 'node:path';
import { z } from 'zod';
import type { Clock } from '../../../shared/deps.ts';
import type { Machine } from '../vaultDeps.ts';
import { utf8 } from './bytes.ts';
import { readFileIfThere, writeFileDurably } from './durableFile.ts';

export const TRIES_FILE = 'tries.json';
const DELAYS_S = [0, 0, 1, 2, 5, 15, 60, 300] as const;
const LONGEST_S = 900;

const Counter = z.object({
  wrong: z.number().int().nonnegative(),
  /** When the last try began, on the wall and since the start of the machine. */
  atMs: z.number(),
  bootId: z.string().nullable(),
  uptimeMs: z.number(),
});
type Counter = z.infer<typeof Counter>;
const Counters = z.object({ passphrase: Counter.optional(), recovery: Counter.optional() });
type Counters = z.infer<typeof Counters>;
export type TrySort = keyof Counters;

export interface WrongTries {
  /** Whole seconds before the next try is allowed; 0 is now. */
  waitSeconds(sort: TrySort): number;
  /** Wrong tries since the last right one. */
  count(sort: TrySort): number;
  /** Counts a try that is about to be made. */
  begin(sort: TrySort): void;
  /** The try was right: the counter starts again. */
  succeeded(sort: TrySort): void;
}

/** The delay that follows this many wrong tries, in seconds. */
export function delayAfter(wrong: number): number {
  return wrong === 0 ? 0 : (DELAYS_S[wrong - 1] ?? LONGEST_S);
}

export function createWrongTries(folder: string, deps: { clock: Clock; machine: Machine }): WrongTries {
  const { clock, machine } = deps;
  const file = join(folder, TRIES_FILE);

  const now = (wrong: number): Counter => ({
    wrong,
    atMs: clock.nowMs(),
    bootId: machine.bootId(),
    uptimeMs: machine.uptimeMs(),
  });
  const write = (counters: Counters): void => writeFileDurably(file, utf8(JSON.stringify(counters)));
  const read = (): Counters => {
    const bytes = readFileIfThere(file);
    if (bytes === null) return {};
    const counters = parse(bytes);
    if (counters !== null) return counters;
    const worst = { passphrase: now(DELAYS_S.length + 1), recovery: now(DELAYS_S.length + 1) };
    write(worst);
    return worst;
  };
  const elapsedMs = (counter: Counter): number => {
    const sameStart = counter.bootId !== null && counter.bootId === machine.bootId();
    const elapsed = sameStart ? machine.uptimeMs() - counter.uptimeMs : clock.nowMs() - counter.atMs;
    return elapsed;
  };

  return {
    waitSeconds(sort) {
      const counters = read();
      const counter = counters[sort];
      if (counter === undefined) return 0;
      const delayMs = delayAfter(counter.wrong) * 1000;
      const elapsed = elapsedMs(counter);
      if (elapsed < 0) {
        // The clock went back: the whole delay starts here, so that it ends some day and is never shorter.
        write({ ...counters, [sort]: now(counter.wrong) });
        return Math.ceil(delayMs / 1000);
      }
      return Math.max(0, Math.ceil((delayMs - elapsed) / 1000));
    },
    count: (sort) => read()[sort]?.wrong ?? 0,
    begin(sort) {
      const counters = read();
      write({ ...counters, [sort]: now((counters[sort]?.wrong ?? 0) + 1) });
    },
    succeeded(sort) {
      const { [sort]: _, ...others } = read();
      write(others);
    },
  };
}

function parse(bytes: Uint8Array): Counters | null {
  try {
    return Counters.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return null;
  }
}
