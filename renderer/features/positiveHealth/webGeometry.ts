/** Where things are in the web: six axes, the first on top, clockwise; 0 in the middle, 10 at the edge. */
import { PG_DIMENSIONS } from '../../../shared/domain/codes.ts';

export const RADIUS = 136;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The place of a score on an axis, or beyond its end. */
export function spoke(index: number, score: number, beyond = 0): Point {
  const angle = (index / PG_DIMENSIONS.length) * 2 * Math.PI - Math.PI / 2;
  const distance = (score / 10) * RADIUS + beyond;
  return { x: round(Math.cos(angle) * distance), y: round(Math.sin(angle) * distance) };
}

/** A closed ring at one score. */
export function ringPath(score: number): string {
  return `M${PG_DIMENSIONS.map((_, index) => pair(spoke(index, score))).join('L')}Z`;
}

/**
 * The line through the given marks. A mark that was not given breaks the line: nothing is drawn through 0, and the shape
 * is closed only when all six are there.
 */
export function polygonPath(points: readonly (Point | null)[]): string {
  if (points.length === 0) return '';
  if (points.every((point) => point !== null)) return `M${points.map(pair).join('L')}Z`;
  const parts: string[] = [];
  points.forEach((point, index) => {
    const next = points[(index + 1) % points.length];
    if (point && next) parts.push(`M${pair(point)}L${pair(next)}`);
  });
  return parts.join('');
}

/** The axis and whole score nearest to a tap; null when it is too far from any axis. */
export function nearestMark(x: number, y: number): { readonly index: number; readonly score: number } | null {
  let best: { index: number; score: number; off: number } | null = null;
  PG_DIMENSIONS.forEach((_, index) => {
    const end = spoke(index, 10);
    const along = (x * end.x + y * end.y) / (RADIUS * RADIUS);
    const off = Math.abs(x * end.y - y * end.x) / RADIUS;
    if (along < -0.05 || along > 1.12 || off > 22) return;
    if (best === null || off < best.off)
      best = { index, score: Math.min(10, Math.max(0, Math.round(along * 10))), off };
  });
  const found = best as { index: number; score: number } | null;
  return found && { index: found.index, score: found.score };
}

/** What fits between the end of an axis and the edge of the drawing. */
const LONGEST_LINE = 13;

/** A label in two lines, or in three where two would fall off the drawing. */
export function labelLines(label: string): readonly string[] {
  if (label.length <= LONGEST_LINE) return [label];
  const two = inTwo(label);
  return two.some((line) => line.length > LONGEST_LINE && line.includes(' ')) ? filled(label) : two;
}

function inTwo(label: string): readonly string[] {
  const words = label.split(' ');
  let first = '';
  while (words.length > 1 && `${first} ${words[0] ?? ''}`.trim().length <= Math.ceil(label.length / 2) + 2)
    first = `${first} ${words.shift() ?? ''}`.trim();
  return first === '' ? [label] : [first, words.join(' ')];
}

function filled(label: string): readonly string[] {
  const lines: string[] = [];
  for (const word of label.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
    if (lines.length > 0 && longer.length <= LONGEST_LINE) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

const round = (value: number): number => Math.round(value * 10) / 10;
const pair = (point: Point | null): string => (point ? `${round(point.x)},${round(point.y)}` : '');
