/** A route, tab or part of the dossier without a stop in the tour is not looked at and not walked with axe. */
import { expect, test } from 'vitest';
import { DOSSIER_PARTS, HOUSEHOLD_TABS, routeFromText } from '../../renderer/app/routes.ts';
import { firstRunTour, screenTour, seenAt } from '../e2e/support/screenTour.ts';

const stops = new Set(
  [...firstRunTour, ...screenTour].filter(({ picture }) => picture !== false).map(({ name }) => name),
);

test('every place of the app has a stop with a picture, or says why it has none', () => {
  const places = Object.entries({ ...seenAt.screens, ...seenAt.tabs, ...seenAt.parts });
  const unseen = places.filter(([, stop]) => !stops.has(stop) && !stop.startsWith('not here: '));
  expect(unseen).toEqual([]);
  // One place only: what a running team shows has tests of its own.
  expect(places.filter(([, stop]) => stop.startsWith('not here: ')).map(([place]) => place)).toEqual(['samenBekijken']);
});

test('the list of places is the list of routes', () => {
  expect(Object.keys(seenAt.tabs)).toEqual([...HOUSEHOLD_TABS]);
  expect(Object.keys(seenAt.parts)).toEqual([...DOSSIER_PARTS]);
  // A route that no version knows leads to Vandaag.
  expect(routeFromText('{"screen":"weg"}')).toEqual({ screen: 'vandaag' });
});

test('no two stops have one name', () => {
  const names = [...firstRunTour, ...screenTour].map(({ name }) => name);
  expect(names).toEqual([...new Set(names)]);
});
