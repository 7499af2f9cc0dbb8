import { expect, test } from 'vitest';
import { lastRepairText, repairDoneText } from './repairText.ts';

const AT = Date.UTC(2026, 10, 21, 9, 42);

test('says what could not be read and where it was completed from', () => {
  expect(repairDoneText({ copyMadeAtMs: AT, unreadable: 0 })).toBe(
    'Alles was nog te lezen. Het is aangevuld uit de reservekopie van zaterdag 21 november 2026, 10:42.',
  );
  expect(repairDoneText({ copyMadeAtMs: null, unreadable: 3 })).toBe(
    '3 plekken waren niet te lezen. Er was geen reservekopie om uit aan te vullen.',
  );
});

test('says later whether something is still missing, and how it comes back', () => {
  expect(lastRepairText({ atMs: AT, documents: 8, incomplete: 0 })).toMatch(/8 dossiers\. Ze zijn compleet\.$/);
  expect(lastRepairText({ atMs: AT, documents: 8, incomplete: 2 })).toMatch(
    /Bij 2 ontbreekt nog iets\. Maak verbinding/,
  );
});
