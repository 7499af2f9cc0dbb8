import { expect, test } from 'vitest';
import { NETWORK_GROUPS, NEARNESSES } from '../../../shared/domain/codes.ts';
import { layOut, zigzagPath, type Contact } from './ecogramLayout.ts';

const contact = (index: number, over: Partial<Contact> = {}): Contact => ({
  id: String(index).padStart(4, '0'),
  name: `Naam ${index}`,
  sector: NETWORK_GROUPS[index % NETWORK_GROUPS.length] ?? 'FAMILIE',
  nearness: NEARNESSES[index % NEARNESSES.length] ?? '2_MIDDEN',
  support: 'GEEFT_STEUN',
  ...over,
});

test('the same people give the same drawing, in whatever order they come', () => {
  const people = Array.from({ length: 12 }, (_, index) => contact(index));
  const one = layOut(people).contacts;
  const other = layOut(people.toReversed()).contacts;
  const byId = (list: typeof one) => list.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  expect(byId(other)).toEqual(byId(one));
});

test('who is nearer stands nearer to the middle', () => {
  const places = NEARNESSES.map(
    (nearness, index) => layOut([contact(index, { nearness, sector: 'BUREN' })]).contacts[0],
  );
  const distances = places.map((place) => Math.hypot(place?.x ?? 0, place?.y ?? 0));
  expect(distances).toEqual(distances.toSorted((a, b) => a - b));
  expect(new Set(distances).size).toBe(3);
});

test('names do not lie on each other or on the household', () => {
  const { contacts } = layOut(Array.from({ length: 10 }, (_, index) => contact(index)));
  for (const [index, one] of contacts.entries()) {
    expect(Math.abs(one.x) > one.width / 2 + 75 || Math.abs(one.y) >= 34).toBe(true);
    for (const other of contacts.slice(0, index)) {
      const apart = Math.abs(one.x - other.x) >= (one.width + other.width) / 2 || Math.abs(one.y - other.y) >= 30;
      expect(apart, `${one.name} and ${other.name}`).toBe(true);
    }
  }
});

test('every sector keeps a place, also when nobody is in it', () => {
  const { sectors } = layOut([]);
  expect(sectors.map(({ sector }) => sector)).toEqual([...NETWORK_GROUPS]);
  for (const { from, to } of sectors) expect(to).toBeGreaterThan(from);
});

test('tension is a zigzag that begins and ends on the line', () => {
  expect(zigzagPath(100, 0)).toMatch(/^M0,0L.*L100,0$/);
  expect(zigzagPath(0, 0)).toBe('');
});
