/** The programme itself, as a stranger runs it: with too little time, and with mistakes in what is asked. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const run = (...given: readonly string[]) =>
  spawnSync(process.execPath, [join(import.meta.dirname, 'faults.ts'), ...given], { encoding: 'utf8' });

it('tells of a part that took too long, and of one that did not get its turn, that they did not run, and fails', () => {
  // Starting up alone takes longer.
  const { status, stdout } = run('--only', 'clock,files', '--minutes', '0.005');
  expect(stdout).toContain('1/2 clock: did not finish');
  expect(stdout).toContain('2/2 files: no time left');
  expect(stdout.match(/did not run \(the 0\.005 minutes were over\)/g)).toHaveLength(2);
  expect(stdout).not.toContain('nothing lost');
  expect(status).toBe(1);
});

it('runs nothing when what is asked is not known, and says why in a sentence', () => {
  for (const given of [
    ['--only', 'clok'],
    ['--cycles', '0'],
    ['--cycles', '-5'],
    ['--minutes', '-1'],
    ['--kills', '3'],
  ]) {
    const { status, stdout, stderr } = run(...given);
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).not.toMatch(/\bat .*:\d+/);
    expect(stderr).toMatch(/no part is called|at least 1|above 0|ambiguous|Unknown option/);
  }
});
