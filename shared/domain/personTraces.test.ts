import { expect, it } from 'vitest';
import { personTraces } from './personTraces.ts';

it.each([
  ['Bel 06-12345678 maar', ['06-12345678']],
  ['Bel +31 6 12 34 56 78', ['+31 6 12 34 56 78']],
  ['het nummer is (0318) 123456', ['0318) 123456']],
  ['mail naar jan.de-boer@voorbeeld.nl, liefst', ['jan.de-boer@voorbeeld.nl']],
  ['rond 1234 AB is het donker', ['1234 AB']],
  ['rond 1234ab en 4321 xk', ['1234ab', '4321 xk']],
  ['op Merelweg 44 ligt afval', ['Merelweg 44']],
  ['in de lange dorpsstraat 3b', ['dorpsstraat 3b']],
  ['geboren op 3-5-1984', ['3-5-1984']],
  ['bsn 111222333', ['111222333']],
  ['mevrouw Van den Bosch klaagt', ['mevrouw Van den Bosch']],
  ["dhr. J. de Wit en fam. d'Hondt", ['dhr. J. de Wit']],
  ['Bel mevr. Özdemir op 0612345678', ['0612345678', 'mevr. Özdemir']],
])('%s', (text, traces) => {
  expect(personTraces(text)).toEqual(traces);
});

it.each([
  'Veel vragen over vervoer in Oeverwijk',
  'In 2025 en 2026 kwamen 40 gezinnen langs',
  'Tussen 2019-2024 werd het drukker',
  'Het plein bij school is 3 keer per week vol',
  'Groep 7 en groep 8 zijn te groot',
  'Bus 44 rijdt niet meer na 18.00 uur',
  'Tussen 9:00 en 17:30 is er geen spreekuur',
  'Een huur van 1234 euro is te veel',
  'Postcodegebied 1234 heeft geen huisarts',
  'Ouderen voelen zich onveilig op de Merelweg',
])('%s is about nobody', (text) => {
  expect(personTraces(text)).toEqual([]);
});
