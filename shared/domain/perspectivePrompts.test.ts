import { describe, expect, test } from 'vitest';
import { PERSPECTIVES } from './codes.ts';
import { UITGANGSPUNTEN, hintFor, perspectiveGuides, questionsFor } from './perspectivePrompts.ts';

describe('the vijf perspectieven as conversation help', () => {
  test('there are 21 uitgangspunten: 4, 5, 4, 5 and 3', () => {
    expect(UITGANGSPUNTEN).toHaveLength(21);
    expect(PERSPECTIVES.map((code) => perspectiveGuides[code].uitgangspunten.length)).toEqual([4, 5, 4, 5, 3]);
    expect(new Set(UITGANGSPUNTEN.map((point) => point.code)).size).toBe(21);
  });

  test('each has a self-check, and only the rule about ordinary activities has no question', () => {
    for (const point of UITGANGSPUNTEN) expect(point.selfCheck).not.toBe('');
    expect(UITGANGSPUNTEN.filter((point) => point.questions.length === 0).map((point) => point.code)).toEqual([
      'OMGEVING.4',
    ]);
  });

  test('the form for u never slips into je, and the form for je never into u', () => {
    const all = UITGANGSPUNTEN.flatMap((point) => point.questions).concat(
      PERSPECTIVES.flatMap((code) => perspectiveGuides[code].opening),
    );
    for (const question of all) {
      expect(question.u).not.toMatch(/\b(je|jij|jou|jouw|jullie)\b/i);
      expect(question.je).not.toMatch(/\b(u|uw)\b/i);
    }
  });

  test('hints turn through the questions of a perspective and start with an invitation', () => {
    const count = questionsFor('THUISBASIS', 'u').length;
    expect(hintFor('THUISBASIS', 'u', 0)).toBe('Vraag bijvoorbeeld: Wat maakt dat u zich thuis voelt?');
    expect(hintFor('THUISBASIS', 'u', count)).toBe(hintFor('THUISBASIS', 'u', 0));
    expect(new Set(Array.from({ length: count }, (_, turn) => hintFor('THUISBASIS', 'u', turn))).size).toBe(count);
  });
});
