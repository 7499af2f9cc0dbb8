import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { createRecord, type Writer } from '../documents/accessors.ts';
import { openProposals, readPlanInForce } from '../documents/dossierDecisions.ts';
import { readGoals } from '../documents/dossierPlan.ts';
import { readHelpRequests } from '../documents/dossierQuestions.ts';
import { readRecord, readRecords, readText } from '../documents/readers.ts';
import { ageOn } from '../domain/ages.ts';
import { defaultProfile } from '../domain/defaultProfile.ts';
import type { RecordId, UserId } from '../domain/ids.ts';
import { readability } from '../domain/readability.ts';
import { fillPracticeVault, practiceScenarios, type PracticeHousehold } from './scenarios.ts';
import { birthDateFor, PRACTICE_COLLEAGUE } from './writeScenario.ts';

const today = '2026-11-21';
const me = 'a'.repeat(32) as UserId;

function writer(): Writer {
  let count = 0;
  return {
    user: me,
    origin: 'decision',
    nowMs: () => Date.parse(`${today}T09:00:00Z`),
    newId: () => (++count).toString(16).padStart(32, '0') as RecordId,
  };
}

function filled() {
  const made: { household: PracticeHousehold; doc: Y.Doc; safety: Y.Doc }[] = [];
  fillPracticeVault((household) => {
    const doc = new Y.Doc();
    const safety = new Y.Doc();
    doc.clientID = 7;
    household.fillHousehold(doc, writer());
    createRecord(safety, 'safety', { householdDocument: 'b'.repeat(32) }, writer());
    household.fillSafety(safety, writer());
    made.push({ household, doc, safety });
  }, today);
  return made;
}

test('the practice vault holds the eight households, every value fits the schema', () => {
  const made = filled();
  expect(made.map(({ household }) => household.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  for (const { doc, household } of made) {
    const kinds = [
      'persons',
      'traits',
      'lifeEvents',
      'balances',
      'signals',
      'conversations',
      'attendees',
      'lines',
      'actions',
    ] as const;
    for (const kind of kinds)
      for (const record of readRecords(doc, kind)) expect(record.invalid, household.name).toEqual([]);
    expect(readRecord(doc, 'household', 'household')?.values.name).toBe(household.name);
    expect(readRecords(doc, 'persons').length).toBeGreaterThan(2);
    for (const conversation of readRecords(doc, 'conversations')) {
      expect(readText(doc, 'conversations', conversation.id, 'whatIsGoingOn').length).toBeGreaterThan(80);
    }
  }
});

test('the same writer and day give the same documents', () => {
  const bytes = () => filled().map(({ doc }) => Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64'));
  expect(bytes()).toEqual(bytes());
});

test('the aunt gets help of the municipality although she lives elsewhere', () => {
  const [first] = filled();
  if (!first) throw new Error('no households');
  const persons = readRecords(first.doc, 'persons');
  const gerda = persons.find(({ values }) => values.firstName === 'Gerda');
  expect(gerda?.values.membership).toBe('BELANGRIJK_BUITENSHUIS');
  const help = readRecords(first.doc, 'actions').filter(({ values }) => values.beneficiaryPersonId === gerda?.id);
  expect(help.map(({ values }) => values.ladder)).toContain('4_GEMEENTE');
});

test('a colleague really changed the same agreement: two versions, and the text of both is there', () => {
  const doc = filled()[5]?.doc;
  if (!doc) throw new Error('no household 6');
  const conflicts = readRecords(doc, 'actions').flatMap(({ conflicts: found }) => Object.entries(found));
  expect(conflicts.map(([field]) => field).toSorted()).toEqual(['dueOn', 'status']);
  for (const [, versions] of conflicts) {
    expect(new Set(versions.map(({ user }) => user))).toEqual(new Set([me, PRACTICE_COLLEAGUE]));
  }
  const conversation = readRecords(doc, 'conversations')[0];
  expect(readText(doc, 'conversations', conversation?.id ?? '', 'whatIsGoingOn')).toContain(
    'Aangevuld na een telefoontje',
  );
});

test('the worry of household 8 stands only in the restricted document', () => {
  const made = filled()[7];
  if (!made) throw new Error('no household 8');
  expect(readText(made.safety, 'safety', 'safety', 'safeVisit')).toContain('blauwe plek');
  const open = JSON.stringify(made.doc.toJSON());
  expect(open).not.toContain('blauwe plek');
  expect(open).not.toContain('aandachtsfunctionaris');
  expect(readRecord(made.doc, 'household', 'household')?.values.shielded).toBe(true);
});

test('every household has its question and its plan; the worker sees one that waits for a choice of regisseur', () => {
  for (const { doc, household } of filled()) {
    const [question] = readHelpRequests(doc);
    expect(question?.request.values.words?.length, household.name).toBeGreaterThan(20);
    const [plan] = readRecords(doc, 'plans');
    const goals = readGoals(doc, plan?.id ?? '');
    expect(goals.length, household.name).toBeGreaterThan(0);
    for (const { actions } of goals) expect(actions.length, household.name).toBeGreaterThan(0);
    for (const kind of ['plans', 'goals', 'networkContacts', 'planDecisions', 'evaluations', 'webs'] as const)
      for (const { invalid } of readRecords(doc, kind)) expect(invalid).toEqual([]);
    expect(openProposals(doc)).toBe(household.number === 6 ? 1 : 0);
    const running = [1, 5, 6].includes(household.number);
    expect(readPlanInForce(doc).planId, household.name).toBe(running ? plan?.id : null);
  }
});

test('ages count from today, also on a birthday and around 29 February', () => {
  for (const day of ['2026-11-21', '2028-02-29', '2027-03-01', '2026-12-31']) {
    for (const daysToBirthday of [0, 1, 59, 100, 364]) {
      expect(ageOn(birthDateFor({ years: 11, daysToBirthday }, day), day)).toBe(11);
    }
  }
});

test('places and areas exist in the profile of Merendam, and summaries for residents read plainly [U6]', () => {
  for (const { household, conversations } of practiceScenarios) {
    expect(defaultProfile.areas).toContain(household.area);
    for (const { summary } of conversations) {
      if (summary === undefined) continue;
      const found = readability(summary);
      expect(found?.fleschDouma, summary).toBeGreaterThan(70);
      expect(found?.longestSentence, summary).toBeLessThanOrEqual(18);
    }
  }
});
