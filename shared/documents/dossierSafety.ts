/** Veiligheid, read from a restricted document: trails of the meldcode with their steps, weighings and terms. */
import type * as Y from 'yjs';
import type { MeldcodeFacts } from '../domain/deadlineFacts.ts';
import {
  stepStates,
  WEIGHING_QUESTIONS,
  weigh,
  type StepRecord,
  type StepState,
  type WeighingOutcome,
} from '../domain/meldcode.ts';
import { readRecords, type RecordView } from './readers.ts';
import { writtenOrder } from './writtenOrder.ts';

export interface Trail {
  readonly meldcode: RecordView<'meldcodes'>;
  readonly steps: readonly StepState[];
  /** The latest first. */
  readonly weighings: readonly { readonly weighing: RecordView<'weighings'>; readonly outcome: WeighingOutcome }[];
  readonly closedOn: string;
}

function stepRecords(doc: Y.Doc, meldcodeId: string): (StepRecord & { readonly closes: boolean })[] {
  return readRecords(doc, 'meldcodeSteps').flatMap(({ id, values }) => {
    if (values.meldcodeId !== meldcodeId || values.step === undefined) return [];
    const { step, on = '', by = '', reasoning = '', skipped = false, closes = false } = values;
    return [{ id, step, on, by, reasoning, skipped, closes }];
  });
}

/** What the answers of one weighing lead to: a next question, or what the professional norm says. */
export function weighingOutcome(weighing: RecordView<'weighings'>): WeighingOutcome {
  const answers = WEIGHING_QUESTIONS.flatMap(({ code }) => {
    const answer = weighing.values[code];
    return answer === 'JA' || answer === 'NEE' ? [[code, answer] as const] : [];
  });
  return weigh(Object.fromEntries(answers));
}

/** All trails, the latest opened first. */
export function readTrails(doc: Y.Doc): Trail[] {
  const weighings = readRecords(doc, 'weighings');
  const weighed = writtenOrder(doc, 'weighings');
  return readRecords(doc, 'meldcodes')
    .map((meldcode) => {
      const records = stepRecords(doc, meldcode.id);
      return {
        meldcode,
        steps: stepStates(records),
        weighings: weighings
          .filter(({ values }) => values.meldcodeId === meldcode.id)
          .toSorted((a, b) => weighed(b, a))
          .map((weighing) => ({ weighing, outcome: weighingOutcome(weighing) })),
        closedOn: records.filter(({ closes }) => closes).reduce((last, { on }) => (on > last ? on : last), ''),
      };
    })
    .toSorted((a, b) => ((a.meldcode.values.openedOn ?? '') < (b.meldcode.values.openedOn ?? '') ? 1 : -1));
}

/** What the terms of the meldcode are counted from. Give them only where their readers look. */
export function meldcodeFacts(doc: Y.Doc): MeldcodeFacts[] {
  return readTrails(doc).flatMap(({ meldcode, steps, closedOn }) => {
    const records = steps.flatMap((state) => state.records);
    const last = records.toSorted((a, b) => (a.on === b.on ? (a.step < b.step ? -1 : 1) : a.on < b.on ? -1 : 1)).at(-1);
    return last === undefined ? [] : [{ id: meldcode.id, lastStep: last.step, lastStepOn: last.on, closedOn }];
  });
}
