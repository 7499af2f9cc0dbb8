/**
 * A team that is there already, on a real server: founded, joined and shared by the vaults' own commands, without a screen.
 * The first person founds it. Only a test of founding and joining itself clicks through that (sharingPages.ts).
 */
import { expect, type Browser } from '@playwright/test';
import type { TeamRoleCode } from '../../../shared/contract/commands/sharing.ts';
import type { Result } from '../../../shared/result.ts';
import { startVault, type VaultChild } from '../../fault/vaultChild.ts';
import { prepareDataFolder, type PreparedHousehold } from './preparedProfile.ts';
import type { Worker } from './sessionPages.ts';
import { laptopOn, type Laptop } from './sharingPages.ts';
import { startSyncServer, type SyncServer } from './syncServer.ts';

export interface PreparedMember {
  readonly worker: Worker;
  readonly roles: readonly TeamRoleCode[];
  /** Shared with the team. */
  readonly households?: readonly PreparedHousehold[];
  /** The address at which this laptop knows the server; the server's own when left out. */
  readonly through?: (url: string) => Promise<string>;
}

export interface PreparedTeam {
  readonly server: SyncServer;
  /** Number and code of the three papers. */
  readonly papers: readonly { readonly number: number; readonly code: string }[];
  /** In the order of the members, each at Vandaag. */
  readonly laptops: readonly Laptop[];
  /** Closes everything that still stands. */
  end(): Promise<void>;
}

/** Outside a test (npm run screens) there is no configuration that gives more than five seconds. */
const PATIENCE = { timeout: 20_000 };

interface Opened {
  readonly member: PreparedMember;
  readonly folder: string;
  readonly vault: VaultChild;
}

/** Founds the team on a server of its own and opens a window for everybody. */
export async function prepareTeam(browser: Browser, members: readonly PreparedMember[]): Promise<PreparedTeam> {
  const server = await startSyncServer();
  const opened = await Promise.all(members.map(open));
  const [lead, ...others] = opened;
  if (!lead) throw new Error('a team has somebody in it');
  const founded = valueOf(
    await lead.vault.client.call('team.found', {
      name: 'Gebiedsteam Noord',
      server: await addressFor(lead.member, server),
      setupCode: server.setupCode,
    }),
  );
  valueOf(await lead.vault.client.call('team.partsOnPaper', {}));
  await shared(lead.vault);
  for (const other of others) await join(lead, other, server);
  const userId = valueOf(await lead.vault.client.call('session.get', {})).me.userId;
  valueOf(await lead.vault.client.call('team.setRoles', { userId, roles: [...lead.member.roles] }));
  await everybodyKnows(opened);
  for (const { vault, member } of opened) {
    if (!member.households?.length) continue;
    const own = valueOf(await vault.client.call('team.ownHouseholds', {}));
    const documentIds = own.map(({ documentId }) => documentId);
    valueOf(await vault.client.call('team.shareHouseholds', { documentIds }));
    await shared(vault);
  }
  for (const { vault } of opened) {
    valueOf(await vault.client.call('vault.lock', {}));
    await vault.gone;
  }
  const laptops = await Promise.all(opened.map(({ member, folder }) => laptopOn(browser, member.worker, folder)));
  return {
    server,
    papers: founded.organisationParts.map(({ number, groups }) => ({ number, code: groups.join(' ') })),
    laptops,
    async end() {
      for (const laptop of laptops) await laptop.putAway();
      await server.remove();
    },
  };
}

const addressFor = ({ through }: PreparedMember, { url }: SyncServer): Promise<string> =>
  through?.(url) ?? Promise.resolve(url);

const shared = (vault: VaultChild): Promise<void> =>
  expect.poll(() => vault.client.call('sharing.now', {}), PATIENCE).toMatchObject({ value: { outcome: 'shared' } });

async function open(member: PreparedMember): Promise<Opened> {
  const folder = await prepareDataFolder({ worker: member.worker, households: member.households ?? [] });
  const vault = await startVault(folder);
  const [profile] = valueOf(await vault.client.call('profile.list', {}));
  const passphrase = new TextEncoder().encode(member.worker.passphrase);
  valueOf(await vault.client.call('vault.unlock', { profileId: profile?.profileId ?? ('' as never), passphrase }));
  return { member, folder, vault };
}

async function join(lead: Opened, other: Opened, server: SyncServer): Promise<void> {
  const { code } = valueOf(await lead.vault.client.call('team.invite', {}));
  valueOf(await other.vault.client.call('team.join', { server: await addressFor(other.member, server), code }));
  const requests = async () => valueOf(await lead.vault.client.call('team.joinRequests', {}));
  await expect.poll(async () => (await requests()).length, PATIENCE).toBe(1);
  const invite = (await requests())[0]?.invite ?? '';
  const roles = [...other.member.roles];
  valueOf(await lead.vault.client.call('team.answerJoin', { invite, approve: true, roles, openHouseholds: false }));
  await expect
    .poll(async () => valueOf(await other.vault.client.call('team.get', {})).team?.members.length ?? 0, PATIENCE)
    .toBeGreaterThan(1);
}

/** Every laptop has every role and name: who gets a new household is decided by who shares it. */
async function everybodyKnows(opened: readonly Opened[]): Promise<void> {
  for (const { vault } of opened)
    await expect
      .poll(async () => {
        const team = valueOf(await vault.client.call('team.get', {})).team;
        return team?.members.map(({ name, roles }) => `${name}: ${[...roles].toSorted().join()}`).toSorted();
      }, PATIENCE)
      .toEqual(opened.map(({ member }) => `${member.worker.name}: ${[...member.roles].toSorted().join()}`).toSorted());
}

function valueOf<T>(result: Result<T, { readonly tag: string }>): T {
  if (!result.ok) throw new Error(`the vault refused: ${result.error.tag}`);
  return result.value;
}
