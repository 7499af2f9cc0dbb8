import { expect, test } from 'vitest';
import { terminalProgress } from './terminalProgress.ts';

test('a terminal reads each step once, and every tenth of what is counted', () => {
  const lines: string[] = [];
  const progress = terminalProgress((line) => void lines.push(line), 3);
  progress.step('CHECK_COPY');
  progress.step('READ_PARTS', 40);
  for (let done = 0; done <= 40; done += 1) progress.done(done);
  progress.step('WRITE_PARTS');
  progress.end();
  expect(lines).toEqual([
    'Stap 1 van 3: kopie nalezen…',
    'Stap 2 van 3: lezen wat nog te lezen is…',
    ...[4, 8, 12, 16, 20, 24, 28, 32, 36, 40].map((done) => `  ${String(done)} van 40 onderdelen`),
    'Stap 3 van 3: nalezen wat terug is…',
  ]);
});

test('of a handful nobody reads every one', () => {
  const lines: string[] = [];
  const progress = terminalProgress((line) => void lines.push(line), 0);
  progress.step('UPDATE', 3);
  progress.done(3);
  expect(lines).toEqual(['Bijwerken naar deze versie…']);
});
