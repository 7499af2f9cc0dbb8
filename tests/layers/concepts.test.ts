/** docs/concepts.md says what works and which test shows it; a test that it names must exist. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const project = join(import.meta.dirname, '../..');
const rows = readFileSync(join(project, 'docs/concepts.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter((cells) => cells.length === 7 && cells[1] !== 'concept');
const exists = (name: string): boolean =>
  [`shared/${name}.test.ts`, `tests/${name}.test.ts`, `tests/${name}.spec.ts`].some((path) =>
    existsSync(join(project, path)),
  );

it('names tests that exist, and a test for everything that it says is here', () => {
  expect(rows.length).toBeGreaterThan(35);
  for (const [, concept = '', , , test = '', state = ''] of rows) {
    const names = [...test.matchAll(/`([a-zA-Z0-9]+\/[a-zA-Z0-9]+)`/g)].map(([, name = '']) => name);
    expect([concept, names.filter((name) => !exists(name))]).toEqual([concept, []]);
    if (state.startsWith('here')) expect([concept, names.length > 0]).toEqual([concept, true]);
  }
});
