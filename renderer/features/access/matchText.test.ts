import { describe, expect, it } from 'vitest';
import { matchSentence } from './matchText.ts';

describe('the sentence about a family that a colleague already met', () => {
  it('says whom to ask and nothing more', () => {
    expect(matchSentence({ on: 'address', regisseurName: 'Samira Kaya' })).toBe(
      'Er is in je team al een dossier op dit adres. Vraag Samira Kaya.',
    );
    expect(matchSentence({ on: 'person', regisseurName: null })).toBe(
      'Er is in je team al een dossier over iemand met deze achternaam en geboortedatum. Vraag je teamleider.',
    );
  });
});
