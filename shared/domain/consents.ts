/**
 * Instemming: whether each person agrees with the plan, by the rules of age. Not the consent of the AVG. A
 * record says who was asked for whom; a later answer of the same party replaces an earlier one, also to take
 * agreement back.
 */
import type { Party, RightsFacts } from './ages.ts';
import { consentRights } from './ages.ts';
import type { ConsentAnswer } from './codes.ts';

export interface ConsentRecord {
  readonly personId: string;
  /** On whose behalf the answer was given. */
  readonly party: Party;
  readonly answer: ConsentAnswer;
  readonly on: string;
  /** Later records win on the same day. */
  readonly minute: number;
}

export interface ConsentPerson extends RightsFacts {
  readonly id: string;
  readonly firstName: string;
}

export type ConsentState = 'COMPLETE' | 'MISSING' | 'REFUSED' | 'UNSURE';

export interface PersonConsent {
  readonly personId: string;
  readonly state: ConsentState;
  readonly parties: readonly Party[];
  readonly missing: readonly Party[];
  readonly refused: readonly Party[];
  readonly sentence: string;
}

const PARTY_WORDS: Readonly<Record<Party, string>> = {
  ZELF: 'de persoon zelf',
  OUDERS_MET_GEZAG: 'beide ouders met gezag',
  OUDER_MET_GEZAG: 'de ouder met gezag',
  VOOGD: 'de voogd',
  INSTELLING: 'de gecertificeerde instelling',
  CURATOR: 'de curator',
  MENTOR: 'de mentor',
};

/** A party as one says it in a sentence. */
export const partyInWords = (party: Party): string => PARTY_WORDS[party];

const joined = (parties: readonly Party[]): string => parties.map(partyInWords).join(' en ');

function latestAnswers(personId: string, records: readonly ConsentRecord[]): ReadonlyMap<Party, ConsentAnswer> {
  const latest = new Map<Party, ConsentRecord>();
  for (const record of records) {
    if (record.personId !== personId) continue;
    const known = latest.get(record.party);
    const newer = !known || record.on > known.on || (record.on === known.on && record.minute >= known.minute);
    if (newer) latest.set(record.party, record);
  }
  return new Map([...latest].map(([party, record]) => [party, record.answer]));
}

/** Where the agreement of one person stands on a date, with the sentence that explains it. */
export function consentOf(person: ConsentPerson, records: readonly ConsentRecord[], date: string): PersonConsent {
  const rights = consentRights(person, date);
  const answers = latestAnswers(person.id, records);
  const refused = rights.parties.filter((party) => answers.get(party) === 'NIET_EENS');
  const missing = rights.parties.filter((party) => {
    const answer = answers.get(party);
    return answer === undefined || answer === 'NOG_NIET_GEVRAAGD';
  });
  const base = { personId: person.id, parties: rights.parties, missing, refused };
  if (rights.unsure.length > 0) return { ...base, state: 'UNSURE', sentence: rights.sentence };
  if (refused.length > 0) {
    return {
      ...base,
      state: 'REFUSED',
      sentence: `${person.firstName}: ${joined(refused)} is het niet eens. ${rights.sentence}`,
    };
  }
  if (missing.length > 0) {
    return {
      ...base,
      state: 'MISSING',
      sentence: `${person.firstName}: vraag het nog aan ${joined(missing)}. ${rights.sentence}`,
    };
  }
  return { ...base, state: 'COMPLETE', sentence: `${person.firstName}: iedereen die het eens moet zijn, is het eens.` };
}
