import { describe, expect, it } from 'vitest';
import { HouseholdId } from '../../shared/domain/ids.ts';
import { createRouter } from './router.ts';
import { HOME, routeFromText, routeToText, type Route } from './routes.ts';

const household: Route = { screen: 'huishouden', householdId: HouseholdId.parse('a1'.repeat(16)), tab: 'gesprekken' };
const list: Route = { screen: 'huishoudens' };

describe('router', () => {
  it('goes back and forward over the screens one has been on', () => {
    const router = createRouter();
    router.go(list);
    router.go(household);
    router.back();
    expect(router.current()).toEqual(list);
    router.back();
    router.back();
    expect(router.current()).toEqual(HOME);
    expect(router.canGoBack()).toBe(false);
    router.forward();
    expect(router.current()).toEqual(list);
  });

  it('forgets what lay ahead when one goes elsewhere', () => {
    const router = createRouter();
    router.go(list);
    router.back();
    router.go(household);
    router.forward();
    expect(router.current()).toEqual(household);
    router.back();
    expect(router.current()).toEqual(HOME);
  });

  it('leaves no step for a replaced screen or for going where one is', () => {
    const router = createRouter();
    router.go(list);
    router.go({ screen: 'huishoudens' });
    router.replace(household);
    router.back();
    expect(router.current()).toEqual(HOME);
  });

  it('tells listeners only of a change, until they stop', () => {
    const router = createRouter();
    let told = 0;
    const stop = router.subscribe(() => (told += 1));
    router.back();
    router.go(list);
    router.reset();
    stop();
    router.go(list);
    expect(told).toBe(2);
  });

  it('keeps no trace of earlier screens after a reset', () => {
    const router = createRouter();
    router.go(household);
    router.reset(list);
    expect(router.current()).toEqual(list);
    expect(router.canGoBack()).toBe(false);
  });
});

describe('a route as text', () => {
  it('comes back as it was', () => {
    expect(routeFromText(routeToText(household))).toEqual(household);
  });

  it.each(['', '{', 'null', '{"screen":"onbekend"}', '{"screen":"huishouden","householdId":"kort","tab":"overzicht"}'])(
    'leads to Vandaag when it is %j',
    (text) => expect(routeFromText(text)).toEqual(HOME),
  );
});
