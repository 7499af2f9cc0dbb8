import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { typedBeside } from './unsavedText.ts';

function docWith(fill: (doc: Y.Doc) => void): Y.Doc {
  const doc = new Y.Doc();
  fill(doc);
  return doc;
}

it('finds typed texts and typed values that are not stored, and leaves codes, ids and dates out', () => {
  const refused = docWith((doc) => {
    doc.getText('t:a:text').insert(0, 'dit is weg');
    doc.getText('t:b:text').insert(0, 'dit staat er al');
    doc.getArray('s:household').push([
      ['city', 'Zilverdam', 'u', 1],
      ['status', 'NIEUW', 'u', 1],
    ]);
    const person = Y.Array.from<(string | number)[]>([
      ['firstName', 'Bilal', 'u', 1],
      ['birthDate', '2013-02-01', 'u', 1],
      ['ord', 'a0V', 'u', 1],
    ]);
    doc.getMap('r:persons').set('ab', person);
  });
  const stored = docWith((doc) => {
    doc.getText('t:b:text').insert(0, 'dit staat er al');
  });
  expect(typedBeside(refused, stored)).toEqual([
    { where: 't:a:text', text: 'dit is weg' },
    { where: 's:household:city', text: 'Zilverdam' },
    { where: 'r:persons:ab:firstName', text: 'Bilal' },
  ]);
  expect(typedBeside(refused, refused)).toEqual([]);
});
