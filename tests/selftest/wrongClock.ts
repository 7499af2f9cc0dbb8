/** Somebody changes the clock of the laptop while it is used: a year back, a year on, and back to now. */
import { createTestMachine } from '../../electron/vault/testVault.ts';
import { beginTalk, openTalk, PASSPHRASE, value, writeWord } from '../fault/wordByWord.ts';
import { seededNumbers } from '../fault/seededNumbers.ts';
import type { Finding, Progress } from './finding.ts';

const YEAR_MS = 365 * 86_400_000;
const WORDS_PER_CHANGE = 10;

export async function wrongClock(changes: number, seed: number, progress: Progress): Promise<Finding> {
  const machine = createTestMachine();
  const random = seededNumbers(seed);
  let acknowledged = 0;
  let lost = 0;
  try {
    const { client } = await machine.setUp({ name: 'Marieke Oefenaar', passphrase: PASSPHRASE });
    const talk = await beginTalk(client, 'Fam. Klok');
    const { me } = value(await client.call('session.get', {}));
    const right = machine.time.nowMs();
    const { doc } = await openTalk(client, talk);
    for (let change = 0; change < changes; change += 1) {
      machine.time.setWallClock(right + ([-YEAR_MS, YEAR_MS, 0][change % 3] ?? 0));
      for (let index = 0; index < WORDS_PER_CHANGE; index += 1) {
        const writer = { userId: me.userId, nowMs: machine.time.nowMs(), random };
        if ((await writeWord(client, talk, doc, acknowledged + 1, writer)) === null) acknowledged += 1;
      }
      const found = await openTalk(client, talk);
      lost += Math.max(0, acknowledged - found.count);
      found.doc.destroy();
      value(await client.call('today.get', {}));
      progress(`klok ${String(change + 1)} van ${String(changes)} keer verzet`);
    }
    const { firstBadRow } = value(await client.call('audit.verify', {}));
    if (firstBadRow !== null) lost += 1;
  } finally {
    await machine.end();
  }
  return {
    tried: `De klok ${String(changes)} keer een jaar voor- of achteruit gezet tijdens het schrijven`,
    acknowledged,
    lost,
  };
}
