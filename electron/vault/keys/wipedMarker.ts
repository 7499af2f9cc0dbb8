/**
 * What is left of a vault that was wiped from afar: that it happened, and when. No name, no id, no key: just enough for the
 * start screen to tell the person in front of it. It goes when a new vault is made here, or after thirty days.
 */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeFileDurably } from './durableFile.ts';

const FILE = 'wiped.json';
const TOLD_FOR_MS = 30 * 86_400_000;
const Marker = z.object({ wipedAtMs: z.number().int() });

const markerFile = (dataFolder: string): string => join(dataFolder, 'profiles', FILE);

/** A disk that takes no file leaves no word: the wipe itself is done. */
export function leaveWipedMarker(dataFolder: string, nowMs: number): void {
  try {
    writeFileDurably(markerFile(dataFolder), Buffer.from(JSON.stringify({ wipedAtMs: nowMs })));
  } catch {
    forgetWipedMarker(dataFolder);
  }
}

export function forgetWipedMarker(dataFolder: string): void {
  rmSync(markerFile(dataFolder), { force: true });
}

/** When a vault on this laptop was wiped; null when none was, or long ago. */
export function wipedAt(dataFolder: string, nowMs: number): number | null {
  let text: string;
  try {
    text = readFileSync(markerFile(dataFolder), 'utf8');
  } catch {
    return null;
  }
  const marker = Marker.safeParse(parsed(text));
  if (marker.success && nowMs - marker.data.wipedAtMs < TOLD_FOR_MS) return marker.data.wipedAtMs;
  forgetWipedMarker(dataFolder);
  return null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
