/**
 * node makePreparedProfile.ts FOLDER JSON: makes the vault that preparedProfile.ts asks for, with the commands that the
 * screens of the first run send. A practice vault fills itself when it opens.
 */
import { z } from 'zod';
import { createVault } from '../../../electron/vault/createVault.ts';
import { createNodeDeps } from '../../../electron/vault/nodeDeps.ts';
import { stretchInChild } from '../../../electron/vault/nodeStretch.ts';
import { createClient } from '../../../shared/contract/client.ts';
import { createMemoryTransportPair } from '../../../shared/contract/memoryTransport.ts';
import type { Result } from '../../../shared/result.ts';

const Asked = z.object({
  worker: z.object({ name: z.string(), jobTitle: z.string(), passphrase: z.string(), pin: z.string() }),
  households: z.array(z.object({ name: z.string(), firstName: z.string() })),
  practice: z.boolean(),
});

const [, , dataFolder = '', json = ''] = process.argv;
const { worker, households, practice } = Asked.parse(JSON.parse(json));
const deps = createNodeDeps({
  host: 'loopback',
  appVersion: 'test',
  dataFolder,
  keychain: null,
  stretch: stretchInChild,
  end: () => undefined,
});
const vault = createVault(deps);
const [screen, inside] = createMemoryTransportPair();
vault.connect(inside);
const client = createClient(screen, deps);

const passphrase = new TextEncoder().encode(worker.passphrase);
const begun = valueOf(await client.call('profile.beginSetup', { ...worker, passphrase, practice }));
const groups = begun.askedGroups.map((group) => ({ group, text: begun.recoveryCode[group] ?? '' }));
valueOf(await client.call('profile.finishSetup', { groups }));
for (const { name, firstName } of households)
  valueOf(await client.call('household.create', { name, person: { firstName } }));
await vault.end();
// The vault waits half a minute for a window that reloads; none will.
process.exit();

function valueOf<T>(result: Result<T, { readonly tag: string }>): T {
  if (!result.ok) throw new Error(`the vault refused: ${result.error.tag}`);
  return result.value;
}
