/**
 * Where everyone stands in the ecogram. Deterministic: the same contacts give the same drawing on every laptop, and
 * adding one moves only its own sector. Sectors are as wide as they are full; distance is nearness; names that would
 * lie on each other step aside along their circle.
 */
import {
  NETWORK_GROUPS,
  type Nearness,
  type NetworkGroup,
  type Support,
  type SupportKind,
} from '../../../shared/domain/codes.ts';

export interface Contact {
  readonly id: string;
  readonly name: string;
  readonly sector: NetworkGroup;
  readonly nearness: Nearness;
  readonly support: Support;
}

export interface PlacedContact extends Contact {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export interface PlacedSector {
  readonly sector: NetworkGroup;
  readonly from: number;
  readonly to: number;
  /** Where its name stands, outside the drawing. */
  readonly x: number;
  readonly y: number;
}

export const RADIUS_X = 270;
export const RADIUS_Y = 240;
const DISTANCE: Readonly<Record<Nearness, number>> = { '1_DICHTBIJ': 0.46, '2_MIDDEN': 0.68, '3_VERDER_WEG': 0.9 };

/** Room that a name takes; long ones are cut by the drawing, the list has them whole. */
export const nameWidth = (name: string): number => Math.min(150, 30 + shortLabel(name).length * 7.4);

/** The name as it fits on the drawing. */
export const shortLabel = (name: string): string => (name.length > 17 ? `${name.slice(0, 16).trimEnd()}…` : name);

const at = (angle: number, distance: number): { x: number; y: number } => ({
  x: Math.round(Math.cos(angle) * RADIUS_X * distance * 10) / 10,
  y: Math.round(Math.sin(angle) * RADIUS_Y * distance * 10) / 10,
});

/** Sectors with their share of the circle, and everyone in their place. */
export function layOut(contacts: readonly Contact[]): {
  readonly sectors: readonly PlacedSector[];
  readonly contacts: readonly PlacedContact[];
} {
  const groups = NETWORK_GROUPS.map((sector) => contacts.filter((contact) => contact.sector === sector));
  // An empty sector keeps some room: it asks who is missing.
  const weights = groups.map((group) => 1.2 + group.length);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  let angle = -Math.PI / 2;
  const sectors: PlacedSector[] = [];
  const placed: PlacedContact[] = [];
  NETWORK_GROUPS.forEach((sector, index) => {
    const group = groups[index] ?? [];
    const span = ((weights[index] ?? 0) / whole) * 2 * Math.PI;
    sectors.push({ sector, from: angle, to: angle + span, ...at(angle + span / 2, 1.09) });
    const sorted = group.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    sorted.forEach((contact, place) => {
      const here = angle + ((place + 0.5) / sorted.length) * span;
      placed.push({ ...contact, ...at(here, DISTANCE[contact.nearness]), width: nameWidth(contact.name) });
    });
    angle += span;
  });
  return { sectors, contacts: apart(placed) };
}

const HEIGHT = 34;

/** Moves names up or down until none covers another, or the centre. A few rounds are enough and always end. */
function apart(placed: readonly PlacedContact[]): PlacedContact[] {
  const moved = placed.map((contact) => ({ ...contact }));
  const centre = { id: '', x: 0, y: 0, width: 150 };
  for (let round = 0; round < 40; round += 1) {
    let clash = false;
    for (const [index, one] of moved.entries()) {
      for (const other of [centre, ...moved.slice(0, index)]) {
        const near = Math.abs(one.x - other.x) < (one.width + other.width) / 2 + 6;
        const gap = HEIGHT + (other === centre ? 8 : 0);
        const off = one.y - other.y;
        if (!near || Math.abs(off) >= gap) continue;
        clash = true;
        const down = off > 0 || (off === 0 && index % 2 === 0);
        one.y = Math.round((other.y + (down ? gap : -gap)) * 10) / 10;
      }
      one.y = Math.max(-RADIUS_Y - 20, Math.min(RADIUS_Y + 20, one.y));
    }
    if (!clash) break;
  }
  return moved;
}

/** A zigzag between two points, for tension. */
export function zigzagPath(x: number, y: number): string {
  const length = Math.hypot(x, y);
  if (length === 0) return '';
  const [ux, uy] = [x / length, y / length];
  const steps = Math.max(4, Math.round(length / 9));
  const points = Array.from({ length: steps + 1 }, (_, index) => {
    const along = (index / steps) * length;
    const side = index === 0 || index === steps ? 0 : index % 2 === 0 ? 6 : -6;
    return `${Math.round((ux * along - uy * side) * 10) / 10},${Math.round((uy * along + ux * side) * 10) / 10}`;
  });
  return `M${points.join('L')}`;
}

export const SUPPORT_LETTERS: Readonly<Record<SupportKind, string>> = {
  PRAKTISCH: 'P',
  GEZELSCHAP: 'G',
  ADVIES: 'A',
  EMOTIONEEL: 'E',
};
