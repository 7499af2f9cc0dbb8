import { expect, it } from 'vitest';
import { faultTable, type FaultRow } from './faultTable.ts';

const row: FaultRow = {
  what: 'kills',
  count: '100',
  passed: 3,
  failed: 0,
  skipped: 0,
  outcome: '',
  seconds: 12.4,
  seed: '1',
  command: 'npm run faults',
};
const tableOf = (one: Partial<FaultRow>): string =>
  faultTable([{ ...row, ...one }], { cpu: 'a processor', cores: 2, load: 1, node: 'v24' });

it('says that nothing was lost only when every test of a part passed', () => {
  expect(tableOf({})).toContain('| kills | 100 | nothing | 1 | 12 s | `npm run faults` |');
  expect(tableOf({ failed: 1 })).toContain('**failed: 1 of 4**');
  expect(tableOf({ skipped: 2 })).toContain('nothing; 2 could not run on this machine');
  expect(tableOf({ passed: 0, skipped: 3 })).toContain('did not run; 3 could not run on this machine');
  expect(tableOf({ passed: 0, outcome: 'the time was over' })).toContain('did not run (the time was over)');
});
