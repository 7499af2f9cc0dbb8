/**
 * Opening a household with 300 notes and a full plan: its row and terms, the document to a replica, and what the plan
 * screen reads from it. Every round reads the document from disk again, as at the first opening of the day.
 */
import { performance } from 'node:perf_hooks';
import * as Y from 'yjs';
import { deadlineReader } from '../../electron/vault/handlers/deadlines.ts';
import type { OpenVault } from '../../electron/vault/openVault.ts';
import { createRecord, replaceText } from '../../shared/documents/accessors.ts';
import { readCurrentPlan, readRegisseur } from '../../shared/documents/dossierDecisions.ts';
import { planSummary, readGoals } from '../../shared/documents/dossierPlan.ts';
import { readHelpRequests } from '../../shared/documents/dossierQuestions.ts';
import { addDays, calendarDateAt } from '../../shared/domain/dates.ts';
import { newId, type HouseholdId } from '../../shared/domain/ids.ts';
import { practiceScenarios } from '../../shared/practice/scenarios.ts';
import { writeScenario } from '../../shared/practice/writeScenario.ts';
import { percentile, type Figure } from './figures.ts';

const NOTES = 300;
const ROUNDS = 40;
/** More documents than stand in memory, so that the measured one is read from disk. */
const OTHERS = 25;
const WORDS = 'Een gesprek aan de keukentafel over het huis, de kinderen, de post en wat er morgen moet gebeuren. ';

/** The figure that the dossier promises. */
export function planBench(vault: OpenVault): readonly Figure[] {
  const { documents, deps, me } = vault;
  const today = calendarDateAt(deps.clock.nowMs());
  const scenario = practiceScenarios.find(({ number }) => number === 5);
  if (scenario === undefined) throw new Error('no such household');
  const others = Array.from({ length: OTHERS }, () => newId<HouseholdId>(deps.random));
  const [made, ...rest] = documents.create([
    {
      householdId: newId<HouseholdId>(deps.random),
      kind: 'household',
      fill: (doc, writer) => {
        writeScenario(doc, scenario, writer, today);
        for (let index = 0; index < NOTES; index += 1) {
          const date = addDays(today, -index - 1);
          const talk = createRecord(doc, 'conversations', { date, context: 'THUIS', author: me.userId }, writer);
          replaceText(doc, 'conversations', talk, 'whatIsGoingOn', WORDS.repeat(6));
          replaceText(doc, 'conversations', talk, 'THUISBASIS.wish', WORDS);
        }
      },
    },
    ...others.map((householdId) => ({
      householdId,
      kind: 'household' as const,
      fill: (doc: Y.Doc, writer: Parameters<typeof createRecord>[3]) =>
        void createRecord(doc, 'household', { name: 'Ander huishouden', status: 'NIEUW' }, writer),
    })),
  ]);
  if (made === undefined) throw new Error('no document');
  const { documentId, householdId } = made;
  const terms = deadlineReader(vault);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const other of rest) documents.read(other.documentId, () => null);
    const started = performance.now();
    const opened = documents.open(documentId);
    if (!opened.ok) throw new Error(opened.error.tag);
    terms.rows({ today, until: '9999-12-31', mine: false, householdId });
    const replica = new Y.Doc();
    Y.applyUpdate(replica, opened.value.state);
    const plan = readCurrentPlan(replica)?.plan.id ?? '';
    if (readGoals(replica, plan).length < 3 || planSummary(replica, plan, today) === null) throw new Error('no plan');
    readHelpRequests(replica);
    readRegisseur(replica);
    times.push(performance.now() - started);
    documents.close(documentId);
  }
  return [
    {
      name: 'open a household with 300 notes and a full plan, p95',
      value: percentile(times, 95),
      unit: 'ms',
      bar: 100,
    },
  ];
}
