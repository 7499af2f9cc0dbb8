/** The rules of tests/SPEC.md and the tests that carry their numbers: neither without the other. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mutations } from '../mutate/mutations.ts';
import { rulesIn, rulesNamedIn } from './rules.ts';

const project = join(import.meta.dirname, '../..');
const rules = rulesIn(readFileSync(join(project, 'tests/SPEC.md'), 'utf8'));
const titles = ['shared', 'electron', 'renderer', 'sync-server', 'tests', 'build']
  .flatMap((folder) => readdirSync(join(project, folder), { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && /\.(test|spec)\.tsx?$/.test(entry.name))
  .flatMap((entry) => rulesNamedIn(readFileSync(join(entry.parentPath, entry.name), 'utf8')));

describe('the rules of the product', () => {
  it('are numbered once each, in order', () => {
    expect(rules.length).toBeGreaterThan(50);
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    for (const section of new Set(rules.map(({ id }) => id.slice(0, 1)))) {
      const numbers = rules.filter(({ id }) => id.startsWith(section)).map(({ id }) => Number(id.slice(1)));
      expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    }
  });

  it('each have a test that carries their number', () => {
    expect(rules.map(({ id }) => id).filter((id) => !titles.includes(id))).toEqual([]);
  });

  it('are the only numbers that tests carry', () => {
    expect([...new Set(titles)].filter((id) => !rules.some((rule) => rule.id === id))).toEqual([]);
  });

  it('that matter most are at least twenty, and each has a way to be broken', () => {
    const mattering = rules.filter(({ mattersMost }) => mattersMost).map(({ id }) => id);
    expect(mattering.length).toBeGreaterThanOrEqual(20);
    expect([...new Set(mutations.map(({ rule }) => rule))].sort()).toEqual([...mattering].sort());
  });

  it.each(mutations)('can still be broken as written down: $rule, $why', ({ file, from, to }) => {
    const source = readFileSync(join(project, file), 'utf8');
    expect(source.split(from)).toHaveLength(2);
    expect(to).not.toBe(from);
  });
});
