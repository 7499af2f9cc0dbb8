/** The whole vault process is killed while it saves, again and again, and started anew. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededNumbers } from '../fault/seededNumbers.ts';
import { startVault } from '../fault/vaultChild.ts';
import { beginTalk, openTalk, passphrase, setUpWorker, value, writeWord } from '../fault/wordByWord.ts';
import type { Finding, Progress } from './finding.ts';

export async function pulledPlug(times: number, seed: number, progress: Progress): Promise<Finding> {
  const random = seededNumbers(seed);
  const dataFolder = mkdtempSync(join(tmpdir(), 'samenspel-zelftest-'));
  let acknowledged = 0;
  let lost = 0;
  let vault = await startVault(dataFolder);
  try {
    const profileId = await setUpWorker(vault.client, 'Marieke Oefenaar', true);
    const talk = await beginTalk(vault.client, 'Fam. Stekker');
    for (let time = 0; time <= times; time += 1) {
      if (time > 0) {
        vault = await startVault(dataFolder);
        value(await vault.client.call('vault.unlock', { profileId, passphrase: passphrase() }));
      }
      const { me } = value(await vault.client.call('session.get', {}));
      const { doc, count } = await openTalk(vault.client, talk);
      lost += Math.max(0, acknowledged - count);
      acknowledged = Math.max(acknowledged, count);
      if (time === times) break;
      const fatal = count + 1 + Math.floor(random() * 8);
      for (let n = count + 1; ; n += 1) {
        const writer = { userId: me.userId, nowMs: 1_790_000_000_000, random };
        const pushed = writeWord(vault.client, talk, doc, n, writer);
        if (n === fatal) vault.kill();
        if ((await pushed) !== null) break;
        acknowledged = n;
      }
      await vault.gone;
      doc.destroy();
      progress(`stekker ${String(time + 1)} van ${String(times)} keer eruit`);
    }
    const { firstBadRow } = value(await vault.client.call('audit.verify', {}));
    if (firstBadRow !== null) lost += 1;
  } finally {
    vault.kill();
    await vault.gone;
    rmSync(dataFolder, { recursive: true, force: true });
  }
  return { tried: `De stekker ${String(times)} keer eruit, midden in het opslaan`, acknowledged, lost };
}
