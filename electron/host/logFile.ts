/**
 * The log on disk: one line per event, times and counts and report ids, never content. Only lines of that shape are
 * let through; what a crashing process prints (which may quote anything) never reaches the disk. Two files of at most
 * 5 MB, the older one is replaced.
 */
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Clock, Logger } from '../../shared/deps.ts';

const MAX_BYTES = 5 * 1024 * 1024;
const Line = z.record(z.string().regex(/^\w{1,40}$/), z.union([z.number(), z.boolean(), z.string().max(200)]));

export interface LogFile extends Logger {
  /** Takes over the lines of the vault process. */
  follow(lines: NodeJS.ReadableStream): void;
}

/** A log in `<data folder>/logs`. A disk that does not take it is not a reason to stop working. */
export function openLogFile(dataFolder: string, clock: Clock): LogFile {
  const folder = join(dataFolder, 'logs');
  const file = join(folder, 'samenspel.log');

  function write(facts: Readonly<Record<string, unknown>>): void {
    const line = Line.safeParse(facts);
    if (!line.success) return;
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      if (sizeOf(file) > MAX_BYTES) renameSync(file, join(folder, 'samenspel.1.log'));
      appendFileSync(file, `${JSON.stringify({ at: new Date(clock.nowMs()).toISOString(), ...line.data })}\n`, {
        mode: 0o600,
      });
    } catch {
      // Full or broken: the screens tell about that when something is not saved.
    }
  }

  return {
    event: (event, facts) => write({ event, ...facts }),
    follow(lines) {
      createInterface({ input: lines }).on('line', (text) => {
        if (text.length < 2_000 && text.startsWith('{')) write(parsed(text));
      });
    },
  };
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
