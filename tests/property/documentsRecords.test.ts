import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import {
  chooseValue,
  createRecord,
  markDeleted,
  replaceText,
  restoreDeleted,
  setFields,
} from '../../shared/documents/accessors.ts';
import { listConflicts, readRecord, readRecords, readText } from '../../shared/documents/readers.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import { Oracle } from './documentsOracle.ts';
import { SEED, clockAt, countingRandom, pull, rebuilt, replica, type Replica } from './documentsSupport.ts';

const FIELDS = ['place', 'purpose', 'nextContactOn'] as const;
const VALUES = {
  place: ['school', 'thuis', ''],
  purpose: ['geld', 'rust', 'wonen'],
  nextContactOn: ['2026-12-01', '2026-12-08', ''],
} as const;

const at = fc.nat({ max: 2 });
const which = fc.nat({ max: 3 });
const field = fc.constantFrom(...FIELDS);
const steps = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({ do: fc.constant('set' as const), at, which, field, value: fc.nat({ max: 2 }) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constant('choose' as const), at, which, field, value: fc.nat({ max: 2 }) }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('create' as const), at }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('delete' as const), at, which }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('restore' as const), at, which }) },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('write' as const),
        at,
        which,
        text: fc.constantFrom('', 'a', 'ab', 'abc'),
      }),
    },
    { weight: 4, arbitrary: fc.record({ do: fc.constant('sync' as const), at, from: at }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('replay' as const), at, from: at, seed: fc.nat() }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('minute' as const) }) },
  ),
  { minLength: 1, maxLength: 45 },
);

/** The text is part of what a delete covers; the oracle takes it as it reads, the text property proves the text itself. */
const textOf = (doc: Y.Doc, id: string): string => readText(doc, 'conversations', id, 'summary');

function shuffled<T>(items: readonly T[], seed: number): T[] {
  let state = seed + 1;
  const keyed = items.map((item) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return { item, key: state };
  });
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}

class World {
  readonly clock = clockAt(1000);
  readonly oracle = new Oracle(3);
  readonly ids: RecordId[] = [];
  readonly replicas: readonly Replica[];

  constructor() {
    const random = countingRandom();
    this.replicas = ['a', 'b', 'c'].map((letter, index) => replica(letter, 100 - index, this.clock, random));
  }

  replica(at: number): Replica {
    const found = this.replicas[at];
    if (found === undefined) throw new Error('no such replica');
    return found;
  }

  known(at: number, which: number): RecordId | null {
    const ids = this.ids.filter((id) => readRecord(this.replica(at).doc, 'conversations', id) !== null);
    return ids.length === 0 ? null : (ids[which % ids.length] ?? null);
  }

  write(at: number, id: string, name: string, value: string): void {
    this.oracle.set(at, id, name, value, this.replica(at).writer.user, this.clock.minute);
  }

  run(step: (typeof steps extends fc.Arbitrary<(infer S)[]> ? S : never) & object): void {
    if (step.do === 'minute') {
      this.clock.minute += 1;
      return;
    }
    const { doc, writer } = this.replica(step.at);
    if (step.do === 'create') {
      const id = createRecord(doc, 'conversations', { date: '2026-11-21', context: 'SCHOOL', place: 'school' }, writer);
      this.ids.push(id);
      for (const [name, value] of [
        ['date', '2026-11-21'],
        ['context', 'SCHOOL'],
        ['place', 'school'],
      ] as const)
        this.write(step.at, id, name, value);
      return;
    }
    if (step.do === 'sync' || step.do === 'replay') {
      const from = this.replica(step.from);
      if (step.do === 'sync') pull(doc, from.doc);
      else for (const update of shuffled([...from.log, ...from.log], step.seed)) Y.applyUpdate(doc, update, 'remote');
      this.oracle.learn(step.at, step.from);
      return;
    }
    const id = this.known(step.at, step.which);
    if (id === null) return;
    if (step.do === 'write') replaceText(doc, 'conversations', id, 'summary', step.text);
    else if (step.do === 'delete') {
      const covered = this.covered(step.at, id);
      markDeleted(doc, 'conversations', id, writer);
      this.write(step.at, id, 'deleted', covered);
    } else if (step.do === 'restore') {
      if (this.oracle.live(step.at, id, 'deleted').length > 0) this.write(step.at, id, 'deleted', '');
      restoreDeleted(doc, 'conversations', id, writer);
    } else {
      const value = VALUES[step.field][step.value] ?? '';
      if (step.do === 'set') setFields(doc, 'conversations', id, { [step.field]: value }, writer);
      else chooseValue(doc, 'conversations', id, step.field, value, writer);
      this.write(step.at, id, step.field, value);
    }
  }

  covered(at: number, id: string): string {
    return `${this.oracle.content(at, id)}|${textOf(this.replica(at).doc, id)}`;
  }

  check(at: number): void {
    const { doc } = this.replica(at);
    for (const id of this.ids) {
      const view = readRecord(doc, 'conversations', id);
      const known = this.oracle.live(at, id).length > 0;
      expect(view !== null).toBe(known);
      if (view === null) continue;
      expect(view.invalid).toEqual([]);
      for (const name of FIELDS) {
        const versions = this.oracle.versions(at, id, name);
        expect(view.values[name]).toBe(versions.at(-1)?.value);
        expect(view.conflicts[name] ?? []).toEqual(versions.length > 1 ? versions : []);
      }
      const marks = this.oracle.versions(at, id, 'deleted').map(({ value }) => value);
      const deleted = !marks.includes('') && marks.includes(this.covered(at, id));
      expect({ deleted: view.deleted, beside: view.deletedBesideEdit }).toEqual({
        deleted,
        beside: !deleted && marks.some((mark) => mark !== ''),
      });
    }
  }
}

const reading = (doc: Y.Doc): unknown => [readRecords(doc, 'conversations', { withDeleted: true }), listConflicts(doc)];

describe('multi-value records', () => {
  test('read as a causal oracle says, on three replicas in any order of sync, with duplicates, and converge', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const world = new World();
        world.run({ do: 'create', at: 0 });
        for (const step of list) {
          world.run(step);
          if ('at' in step) world.check(step.at);
        }
        for (const from of [0, 1, 2, 0, 1]) for (const at of [0, 1, 2]) world.run({ do: 'sync', at, from });
        for (const at of [0, 1, 2]) world.check(at);
        const [first, ...others] = world.replicas.map(({ doc }) => reading(doc));
        for (const other of others) expect(other).toEqual(first);
        expect(reading(rebuilt(world.replica(0).doc))).toEqual(first);
      }),
      { seed: SEED, numRuns: 600 },
    );
  }, 60_000);
});
