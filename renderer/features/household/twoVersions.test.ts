import { expect, it } from 'vitest';
import { UserId } from '../../../shared/domain/ids.ts';
import { twoVersionsSentence } from './TwoVersions.tsx';

const [me, samira, tom] = ['01', '02', '03'].map((start) => UserId.parse(start.repeat(16))) as [UserId, UserId, UserId];
const nameOf = (user: UserId): string => (user === samira ? 'Samira' : user === tom ? 'Tom' : 'jij');

it.each([
  [[me, samira], 'Jij en Samira pasten dit allebei aan. Niets is weg.'],
  [[me, me], 'Jij paste dit op twee plekken aan. Niets is weg.'],
  [[samira, samira], 'Samira paste dit op twee plekken aan. Niets is weg.'],
  [[samira, tom], 'Samira en Tom pasten dit allebei aan. Niets is weg.'],
])('says who changed it, and that nothing is lost (%#)', (users, sentence) => {
  expect(twoVersionsSentence(users, me, nameOf)).toBe(sentence);
});
