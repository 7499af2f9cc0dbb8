/**
 * Working days without a network: each day is a vault process of its own that unlocks, writes, plans and locks; the next
 * morning everything is there, found by searching, and the log is whole.
 */
import { createTestMachine, unlock } from '../../electron/vault/testVault.ts';
import { beginTalk, openTalk, PASSPHRASE, value, writeWord, type Talk } from '../fault/wordByWord.ts';
import { seededNumbers } from '../fault/seededNumbers.ts';
import type { Finding, Progress } from './finding.ts';

const DAY_MS = 86_400_000;
const WORDS_PER_DAY = 12;
/** A conversation is finished after some days; then another family comes. */
const DAYS_PER_TALK = 5;

export async function thirtyDays(days: number, seed: number, progress: Progress): Promise<Finding> {
  const machine = createTestMachine();
  const random = seededNumbers(seed);
  const talks: { readonly talk: Talk; readonly name: string; words: number }[] = [];
  let acknowledged = 0;
  let lost = 0;
  try {
    const first = await machine.setUp({ name: 'Marieke Oefenaar', passphrase: PASSPHRASE });
    await first.vault.end();
    for (let day = 1; day <= days; day += 1) {
      machine.reboot();
      const { client, vault } = machine.start();
      value(await unlock(client, first.profileId, PASSPHRASE));
      for (const { talk, name, words } of talks) {
        const { doc, count } = await openTalk(client, talk);
        lost += Math.max(0, words - count);
        doc.destroy();
        const { hits } = value(await client.call('search.query', { text: name, mode: 'ranked' }));
        if (hits.length === 0) lost += 1;
      }
      if ((day - 1) % DAYS_PER_TALK === 0) {
        const name = `Dagfamilie${String(day)}`;
        talks.push({ talk: await beginTalk(client, name), name, words: 0 });
      }
      const current = talks.at(-1);
      if (current === undefined) throw new Error('a day without a conversation');
      const { me } = value(await client.call('session.get', {}));
      const { doc } = await openTalk(client, current.talk);
      for (let index = 0; index < WORDS_PER_DAY; index += 1) {
        const n = current.words + 1;
        const writer = { userId: me.userId, nowMs: machine.time.nowMs(), random };
        if ((await writeWord(client, current.talk, doc, n, writer)) !== null) continue;
        current.words = n;
        acknowledged += 1;
      }
      doc.destroy();
      value(await client.call('vault.lock', {}));
      await vault.end();
      machine.time.sleep(DAY_MS);
      progress(`dag ${String(day)} van ${String(days)}`);
    }
    machine.reboot();
    const { client, vault } = machine.start();
    value(await unlock(client, first.profileId, PASSPHRASE));
    for (const { talk, words } of talks) lost += Math.max(0, words - (await openTalk(client, talk)).count);
    const { firstBadRow } = value(await client.call('audit.verify', {}));
    if (firstBadRow !== null) lost += 1;
    await vault.end();
  } finally {
    await machine.end();
  }
  return {
    tried: `${String(days)} dagen werken zonder netwerk, elke dag openen, schrijven en vergrendelen`,
    acknowledged,
    lost,
  };
}
