/**
 * A warning while someone is written down who may be known already. It only ever warns: two people with one name
 * exist, and so do twins. The index is built once and asked at every key.
 */
import { foldHouseNumber, foldPostcode, soundKey, surnameKeys } from './matchFolding.ts';

export interface KnownPerson {
  readonly householdId: string;
  readonly personId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly birthDate: string;
  readonly postcode: string;
  readonly houseNumber: string;
}

export type MatchReason = 'ADRES' | 'GEBOORTEDATUM_EN_NAAM' | 'VOORNAAM_EN_ACHTERNAAM';

export interface LikelyDuplicate {
  readonly person: KnownPerson;
  readonly reasons: readonly MatchReason[];
}

export interface DuplicateIndex {
  readonly byAddress: ReadonlyMap<string, readonly KnownPerson[]>;
  readonly bySurname: ReadonlyMap<string, readonly KnownPerson[]>;
  readonly byBirthDate: ReadonlyMap<string, readonly KnownPerson[]>;
}

function addressKey(person: Pick<KnownPerson, 'postcode' | 'houseNumber'>): string | null {
  const postcode = foldPostcode(person.postcode);
  const number = foldHouseNumber(person.houseNumber);
  return postcode === null || number === null ? null : `${postcode}/${number}`;
}

function put(map: Map<string, KnownPerson[]>, key: string | null, person: KnownPerson): void {
  if (key === null || key === '') return;
  const list = map.get(key);
  if (list) list.push(person);
  else map.set(key, [person]);
}

/** Sorts everyone who is known by address, by the sound of the surname and by birth date. */
export function buildDuplicateIndex(persons: Iterable<KnownPerson>): DuplicateIndex {
  const { index, add } = growingDuplicateIndex();
  for (const person of persons) add(person);
  return index;
}

/** The same for thousands, which a caller adds between other work. */
export function growingDuplicateIndex(): {
  readonly index: DuplicateIndex;
  readonly add: (person: KnownPerson) => void;
} {
  const byAddress = new Map<string, KnownPerson[]>();
  const bySurname = new Map<string, KnownPerson[]>();
  const byBirthDate = new Map<string, KnownPerson[]>();
  return {
    index: { byAddress, bySurname, byBirthDate },
    add(person) {
      put(byAddress, addressKey(person), person);
      put(byBirthDate, person.birthDate, person);
      for (const key of surnameKeys(person.lastName)) put(bySurname, key, person);
    },
  };
}

/** True when one letter more, less or other turns one key into the other. */
function oneApart(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  let start = 0;
  while (start < short.length && short[start] === long[start]) start++;
  const shift = long.length - short.length;
  return short.slice(start + (shift === 0 ? 1 : 0)) === long.slice(start + 1);
}

const alike = (one: string, other: string): boolean =>
  one === other || (Math.min(one.length, other.length) >= 3 && oneApart(one, other));

/** Given names often come shortened: Fat and Fatima, Mo and Mohamed. */
function sameFirstName(one: string, other: string): boolean {
  const a = soundKey(one);
  const b = soundKey(other);
  return (
    a !== '' && b !== '' && (alike(a, b) || (Math.min(a.length, b.length) >= 2 && (a.startsWith(b) || b.startsWith(a))))
  );
}

/** Who this may be, most reasons first. Nobody when too little is filled in to say anything. */
export function likelyDuplicates(
  index: DuplicateIndex,
  candidate: Omit<KnownPerson, 'householdId' | 'personId'>,
  limit = 5,
): readonly LikelyDuplicate[] {
  const found = new Map<KnownPerson, Set<MatchReason>>();
  const note = (person: KnownPerson, reason: MatchReason): void => {
    const reasons = found.get(person);
    if (reasons) reasons.add(reason);
    else found.set(person, new Set([reason]));
  };
  const keys = surnameKeys(candidate.lastName);
  const address = addressKey(candidate);
  for (const person of (address === null ? null : index.byAddress.get(address)) ?? []) note(person, 'ADRES');
  for (const person of (candidate.birthDate === '' ? null : index.byBirthDate.get(candidate.birthDate)) ?? []) {
    const surname = surnameKeys(person.lastName).some((known) => keys.some((key) => alike(known, key)));
    if (surname || sameFirstName(person.firstName, candidate.firstName)) note(person, 'GEBOORTEDATUM_EN_NAAM');
  }
  for (const key of keys) {
    for (const person of index.bySurname.get(key) ?? []) {
      const otherBirth =
        person.birthDate !== '' && candidate.birthDate !== '' && person.birthDate !== candidate.birthDate;
      if (!otherBirth && sameFirstName(person.firstName, candidate.firstName)) note(person, 'VOORNAAM_EN_ACHTERNAAM');
    }
  }
  return [...found]
    .map(([person, reasons]) => ({ person, reasons: [...reasons] }))
    .toSorted((a, b) => b.reasons.length - a.reasons.length || (a.person.personId < b.person.personId ? -1 : 1))
    .slice(0, limit);
}
