import { describe, expect, test } from 'vitest';
import type { KnownPerson } from './duplicates.ts';
import { buildDuplicateIndex, likelyDuplicates } from './duplicates.ts';
import {
  addressMarkInput,
  foldHouseNumber,
  foldText,
  personMarkInputs,
  soundKey,
  surnameKeys,
} from './matchFolding.ts';

describe('folding of names', () => {
  test.each([
    ['Mohamed', 'Mohammed', 'Muhammad', 'MOHAMAD'],
    ['Yılmaz', 'Yilmaz', 'YILMAZ', 'Jilmas'],
    ['Youssef', 'Yusuf', 'Joesoef'],
    ['Rachid', 'Rashid'],
    ['Aïcha', 'Aisha', 'Ayşe'],
    ['Çelik', 'Celik'],
    ['Şahin', 'Sahin', 'ŞAHİN'],
    ['Meijer', 'Meyer', 'Meier'],
    ['IJsbrand', 'Ysbrand', 'Ĳsbrand'],
    ['Fatima', 'Fatma', 'Fatimah'],
  ])('%s sounds like its other spellings', (...spellings) => {
    expect(new Set(spellings.map(soundKey)).size).toBe(1);
  });

  test('different names keep different sounds', () => {
    const names = ['Jansen', 'Bakker', 'Visser', 'Yılmaz', 'Kaya', 'El Amrani', 'Haddad', 'Smit', 'Mulder', 'Öztürk'];
    expect(new Set(names.map(soundKey)).size).toBe(names.length);
  });

  test.each([
    ['El Amrani', 'Amrani'],
    ['El Amrani', 'Elamrani'],
    ['van der Veen', 'Veen'],
    ['v.d. Veen', 'Van der Veen'],
    ["in 't Veld", 'Veld'],
    ['Jansen-de Vries', 'De Vries'],
    ['Ben Ali', 'Benali'],
  ])('%s and %s meet', (one, other) => {
    expect(surnameKeys(one).filter((key) => surnameKeys(other).includes(key))).not.toEqual([]);
  });

  test('a name of nothing but particles still has a key, and an empty one has none', () => {
    expect(surnameKeys('De')).toEqual(['t']);
    expect(surnameKeys('  ')).toEqual([]);
    expect(foldText('  ’s-Gravenhage, Łódź ')).toBe('s gravenhage lodz');
  });
});

describe('folding of addresses and marks', () => {
  test('one address in many spellings is one mark', () => {
    const spellings = [
      ['1234 ab', '12A'],
      ['1234AB', '12 a'],
      ['1234  Ab', '12-A'],
      ['1234ab', 'nr. 012 a'],
    ] as const;
    expect(new Set(spellings.map(([postcode, number]) => addressMarkInput(postcode, number)))).toEqual(
      new Set(['address/1/1234AB/12-a']),
    );
    expect(foldHouseNumber('12 hs')).toBe(foldHouseNumber('12-huis'));
  });

  test('neighbours and half addresses never match', () => {
    expect(addressMarkInput('1234AB', '12')).not.toBe(addressMarkInput('1234AB', '12a'));
    expect(addressMarkInput('0234AB', '12')).toBeNull();
    expect(addressMarkInput('1234AB', '')).toBeNull();
  });

  test('a person without a birth date leaves no mark', () => {
    expect(personMarkInputs('Yılmaz', '')).toEqual([]);
    expect(personMarkInputs('Yılmaz', '2013-05-02')).toEqual(personMarkInputs('YILMAZ', '2013-05-02'));
  });
});

describe('a duplicate warning', () => {
  const fatima: KnownPerson = {
    householdId: 'h1',
    personId: 'p1',
    firstName: 'Fatima',
    lastName: 'El Amrani',
    birthDate: '1986-03-04',
    postcode: '1234 AB',
    houseNumber: '44',
  };
  const index = buildDuplicateIndex([fatima]);
  const nobody = { firstName: '', lastName: '', birthDate: '', postcode: '', houseNumber: '' };
  const reasons = (candidate: Partial<typeof nobody>) =>
    likelyDuplicates(index, { ...nobody, ...candidate }).flatMap((match) => match.reasons);

  test('comes for the same address, the same birth date with a like name, and like names', () => {
    expect(reasons({ postcode: '1234AB', houseNumber: '44' })).toEqual(['ADRES']);
    expect(reasons({ lastName: 'Elamrany', birthDate: '1986-03-04' })).toEqual(['GEBOORTEDATUM_EN_NAAM']);
    expect(reasons({ firstName: 'Fatma', lastName: 'Amrani' })).toEqual(['VOORNAAM_EN_ACHTERNAAM']);
    expect(reasons({ firstName: 'Fatma', lastName: 'Amrani', birthDate: '1986-03-04' })).toHaveLength(2);
  });

  test('does not come for an empty form, another birth date or only a first name', () => {
    expect(reasons({})).toEqual([]);
    expect(reasons({ firstName: 'Fatima', lastName: 'El Amrani', birthDate: '1990-01-01' })).toEqual([]);
    expect(reasons({ firstName: 'Fatima' })).toEqual([]);
    expect(reasons({ lastName: 'Bakker', birthDate: '1986-03-04' })).toEqual([]);
  });
});
