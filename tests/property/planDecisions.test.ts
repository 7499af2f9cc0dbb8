/** Two laptops decide about one household without network; whatever order their work meets in, nothing goes silent. */
import fc from 'fast-check';
import * as Y from 'yjs';
import { expect, test } from 'vitest';
import { createRecord, newWriter, setFields, type Writer } from '../../shared/documents/accessors.ts';
import {
  openProposals,
  planReplaces,
  readPlanInForce,
  readPlanStatus,
  readRegisseur,
  regisseurReplaces,
} from '../../shared/documents/dossierDecisions.ts';
import { dossierDeadlineFacts } from '../../shared/documents/dossierDeadlines.ts';
import { exportDocument, importDocument } from '../../shared/documents/dossierExport.ts';
import { ladderNow } from '../../shared/documents/dossierPlan.ts';
import { readRecord, readRecords } from '../../shared/documents/readers.ts';
import { openDeadlines } from '../../shared/domain/deadlines.ts';
import { defaultProfile } from '../../shared/domain/defaultProfile.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import { LADDER } from '../../shared/domain/codes.ts';
import { clockAt, countingRandom, SEED, user } from './documentsSupport.ts';

const today = '2026-11-21';
const byText = (a: unknown, b: unknown): number => String(a).localeCompare(String(b));

function start() {
  const random = countingRandom();
  const clock = clockAt(29_000_000);
  const doc = new Y.Doc();
  doc.clientID = 1;
  const writer = newWriter(user('a'), clock, random, 'decision');
  createRecord(doc, 'household', { name: 'Fam. Proef', status: 'NIEUW' }, writer);
  const plans = [0, 1].map(() => createRecord(doc, 'plans', { title: 'Ons plan' }, writer));
  const goal = createRecord(doc, 'goals', { text: 'Weer slapen', status: 'OPEN' }, writer);
  return { doc, plans, goal, random, clock };
}

const adopt = (doc: Y.Doc, planId: RecordId, writer: Writer): RecordId =>
  createRecord(
    doc,
    'planDecisions',
    {
      planId,
      status: 'VASTGESTELD',
      inForcePlanId: planId,
      replaces: planReplaces(doc, planId, true),
      decidedOn: today,
    },
    writer,
  );
const assign = (doc: Y.Doc, name: string, writer: Writer): RecordId =>
  createRecord(
    doc,
    'regisseurDecisions',
    { regisseur: user(name), replaces: regisseurReplaces(doc), decidedOn: today },
    writer,
  );

const step = fc.oneof(
  fc.record({ what: fc.constant('adopt' as const), plan: fc.nat(1) }),
  fc.record({ what: fc.constant('assign' as const), name: fc.constantFrom('a', 'b', 'c') }),
  fc.record({ what: fc.constant('score' as const), score: fc.integer({ min: 0, max: 10 }) }),
  fc.record({ what: fc.constant('wait' as const) }),
);

test('whatever two laptops decide apart, both read the same after meeting, and no decision goes silent', () => {
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 6 }),
      fc.array(step, { maxLength: 6 }),
      fc.boolean(),
      (mine, theirs, turned) => {
        const { doc, plans, goal, random, clock } = start();
        const other = new Y.Doc();
        other.clientID = 2;
        Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
        const lastPlan: (string | null)[] = [];
        const lastRegisseur: (string | null)[] = [];
        const play = (on: Y.Doc, name: string, steps: typeof mine): void => {
          const writer = newWriter(user(name), clock, random, 'decision');
          let plan: string | null = null;
          let regisseur: string | null = null;
          for (const each of steps) {
            if (each.what === 'wait') clock.minute += 1;
            else if (each.what === 'score') setFields(on, 'goals', goal, { score: each.score }, writer);
            else if (each.what === 'assign') {
              assign(on, each.name, writer);
              regisseur = user(each.name);
            } else {
              plan = plans[each.plan] ?? null;
              adopt(on, plan as RecordId, writer);
            }
          }
          lastPlan.push(plan);
          lastRegisseur.push(regisseur);
        };
        play(doc, 'a', mine);
        play(other, 'b', theirs);
        const states = [Y.encodeStateAsUpdate(doc), Y.encodeStateAsUpdate(other)];
        const merged = new Y.Doc();
        for (const state of turned ? states.toReversed() : states) Y.applyUpdate(merged, state);
        Y.applyUpdate(other, states[0] as Uint8Array);
        const read = (of: Y.Doc) => ({
          force: readPlanInForce(of),
          regisseur: readRegisseur(of),
          open: openProposals(of),
          statuses: plans.map((id) => readPlanStatus(of, id).status),
        });
        expect(read(merged)).toEqual(read(other));
        const { force, regisseur } = read(merged);
        const different = (last: readonly (string | null)[]) =>
          new Set(last.filter((value) => value !== null)).size === 2;
        expect(force.proposals.length > 1).toBe(different(lastPlan));
        expect(regisseur.proposals.length > 1).toBe(different(lastRegisseur));
        // Every decision that anybody made can still be read.
        const told = [...force.history, ...force.proposals, ...(force.inForce === null ? [] : [force.inForce])];
        expect(new Set(told.map(({ id }) => id)).size).toBeGreaterThanOrEqual(
          readRecords(merged, 'planDecisions').length - (different(lastPlan) ? 0 : 1),
        );
        // A goal that both scored shows both values.
        const scores = [mine, theirs].map((steps) => steps.findLast((each) => each.what === 'score')?.score);
        const view = readRecord(merged, 'goals', goal);
        if (scores[0] !== undefined && scores[1] !== undefined && scores[0] !== scores[1]) {
          expect(view?.conflicts.score?.map(({ value }) => value).toSorted(byText)).toEqual(scores.toSorted(byText));
        }
        // A choice by a person ends both, for everybody.
        const writer = newWriter(user('c'), clock, random, 'decision');
        adopt(merged, plans[0] as RecordId, writer);
        assign(merged, 'c', writer);
        expect(openProposals(merged)).toBe(0);
        expect(readPlanInForce(merged).planId).toBe(plans[0]);
      },
    ),
    { seed: SEED, numRuns: 150 },
  );
});

test('every plan that was adopted last on some laptop is in force or stands among the proposals', () => {
  const { doc, plans, random, clock } = start();
  const other = new Y.Doc();
  other.clientID = 2;
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  adopt(doc, plans[0] as RecordId, newWriter(user('a'), clock, random, 'decision'));
  clock.minute += 5;
  adopt(other, plans[1] as RecordId, newWriter(user('b'), clock, random, 'decision'));
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
  const force = readPlanInForce(doc);
  expect(force.planId).toBe(plans[0]);
  expect(force.proposals.map(({ value }) => value.planId)).toEqual(plans);
  expect(openProposals(doc)).toBe(1);
});

const code = <const T extends readonly string[]>(codes: T) => fc.constantFrom<T[number]>(...codes);
const days = fc.integer({ min: -400, max: 400 });
const dayFrom = (offset: number): string =>
  new Date(Date.parse(today) + offset * 86_400_000).toISOString().slice(0, 10);

test('terms and ladder over any dossier: never a throw, no term of an action that is over, counts that add up', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ ladder: code(LADDER), end: days, status: code(['LOOPT', 'KLAAR', 'VERVALLEN'] as const) }), {
        maxLength: 12,
      }),
      fc.array(fc.record({ received: days, law: code(['WMO', 'JEUGD', 'WGS', ''] as const) }), { maxLength: 4 }),
      fc.option(days),
      (actions, questions, evaluation) => {
        const { doc, plans, random, clock } = start();
        const writer = newWriter(user('a'), clock, random, 'decision');
        for (const { ladder, end, status } of actions)
          createRecord(doc, 'actions', { what: 'Hulp', ladder, endOn: dayFrom(end), status }, writer);
        for (const { received, law } of questions)
          createRecord(doc, 'helpRequests', { words: 'Help', receivedOn: dayFrom(received), law }, writer);
        if (evaluation !== null) {
          setFields(doc, 'plans', plans[0] ?? '', { evaluationOn: dayFrom(evaluation) }, writer);
          adopt(doc, plans[0] as RecordId, writer);
        }
        const found = openDeadlines(dossierDeadlineFacts(doc, false), defaultProfile.terms, today);
        const ends = found.filter((deadline) => deadline.code === 'ACTIE_EINDE').map(({ subjectId }) => subjectId);
        for (const id of ends) expect(readRecord(doc, 'actions', id)?.values.status).toBe('LOOPT');
        expect(found.filter((deadline) => deadline.code === 'PLAN_REVIEW').length).toBe(evaluation === null ? 0 : 1);
        const counts = ladderNow(doc);
        expect(LADDER.reduce((sum, each) => sum + counts[each], 0)).toBe(
          actions.filter(({ status }) => status !== 'VERVALLEN').length,
        );
      },
    ),
    { seed: SEED, numRuns: 100 },
  );
});

test('a dossier taken out and in again reads the same, with every value that waits for a choice', () => {
  const { doc, plans, goal, random, clock } = start();
  const other = new Y.Doc();
  other.clientID = 2;
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  setFields(doc, 'goals', goal, { score: 3 }, newWriter(user('a'), clock, random, 'decision'));
  setFields(other, 'goals', goal, { score: 0 }, newWriter(user('b'), clock, random, 'decision'));
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
  adopt(doc, plans[0] as RecordId, newWriter(user('a'), clock, random, 'decision'));
  const again = new Y.Doc();
  const data: unknown = JSON.parse(JSON.stringify(exportDocument(doc, 'household')));
  expect(importDocument(again, 'household', data as ReturnType<typeof exportDocument>).ok).toBe(true);
  for (const kind of ['household', 'plans', 'goals', 'planDecisions'] as const)
    expect(readRecords(again, kind)).toEqual(readRecords(doc, kind));
  const broken = exportDocument(doc, 'household');
  const [first] = broken['goals'] ?? [];
  if (first === undefined) throw new Error('no goal');
  first.fields['score'] = [{ value: 11, user: user('a'), minute: 1 }];
  const untouched = new Y.Doc();
  expect(importDocument(untouched, 'household', broken)).toEqual({ ok: false, error: 'goals.0.score' });
  expect(Y.encodeStateAsUpdate(untouched)).toEqual(Y.encodeStateAsUpdate(new Y.Doc()));
});
