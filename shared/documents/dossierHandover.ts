/**
 * Regisseur overdragen, read from records that only ever get added: what is proposed and still waits, and how the others
 * ended. Depends only on the set of records, so both laptops read the same, in whatever order they met.
 */
import type * as Y from 'yjs';
import type { DirectionForm, HandoverCheck, HandoverStep } from '../domain/codes.ts';
import type { RecordId, UserId } from '../domain/ids.ts';
import { readRegisseur } from './dossierDecisions.ts';
import { readRecords } from './readers.ts';
import { writtenOrder } from './writtenOrder.ts';

export interface HandoverView {
  readonly id: RecordId;
  readonly from: UserId;
  readonly to: UserId;
  readonly form: DirectionForm | '';
  readonly done: readonly HandoverCheck[];
  readonly reason: string;
  readonly decidedOn: string;
  /** VERVALLEN: a later proposal or another regisseur came in its place. */
  readonly state: HandoverStep | 'VERVALLEN';
  /** Of the answer. */
  readonly answeredOn: string;
  readonly answerReason: string;
}

/** All proposals, newest first. A confirmation stands whatever else was answered apart. */
export function readHandovers(doc: Y.Doc): HandoverView[] {
  const records = readRecords(doc, 'regisseurHandovers', { withDeleted: true });
  const written = writtenOrder(doc, 'regisseurHandovers');
  const regisseur = readRegisseur(doc);
  const stillRegisseur = new Set([regisseur.user, ...regisseur.proposals.map(({ value }) => value.user)]);
  const replaced = new Set(records.flatMap(({ values }) => values.replaces ?? []));
  return records
    .toSorted((a, b) => written(b, a))
    .flatMap(({ id, values }) => {
      if (values.step !== 'VOORGESTELD' || !values.from || !values.to) return [];
      const answers = records.filter((other) => other.values.handoverId === id);
      const answer = answers.find((other) => other.values.step === 'OVERGENOMEN') ?? answers.toSorted(written)[0];
      const waits = !replaced.has(id) && stillRegisseur.has(values.from);
      return [
        {
          id: id as RecordId,
          from: values.from,
          to: values.to,
          form: values.form ?? ('' as const),
          done: (values.done ?? []).filter((code) => code !== ''),
          reason: values.reason ?? '',
          decidedOn: values.decidedOn ?? '',
          state: (answer?.values.step || (waits ? 'VOORGESTELD' : 'VERVALLEN')) as HandoverView['state'],
          answeredOn: answer?.values.decidedOn ?? '',
          answerReason: answer?.values.reason ?? '',
        },
      ];
    });
}

/** The proposals that wait for an answer; more than one when two were made apart. */
export const openHandovers = (doc: Y.Doc): HandoverView[] =>
  readHandovers(doc).filter(({ state }) => state === 'VOORGESTELD');
