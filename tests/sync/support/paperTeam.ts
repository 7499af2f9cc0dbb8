/** A real team on a real server: founded with printed parts, joined by code, with handlers to ask as a screen would. */
import { expect } from 'vitest';
import { accessHandlers } from '../../../electron/vault/handlers/access.ts';
import { logHandlers } from '../../../electron/vault/handlers/log.ts';
import { sharingHandlers } from '../../../electron/vault/handlers/sharing.ts';
import { foundTeam, type OrganisationPart } from '../../../electron/vault/sync/founding.ts';
import type { CallContext } from '../../../shared/contract/contract.ts';
import type { TeamEvent, TeamRole } from '../../../shared/sync/teamLog.ts';
import { startTestServer, type TestServer } from './testServer.ts';
import { TestVault, eventually } from './testVault.ts';

export const call: CallContext = { takeAudit: () => null };
export const screenOf = (vault: TestVault) => ({
  ...sharingHandlers(vault.vault, vault.sharing),
  ...accessHandlers(vault.vault, vault.sharing),
  ...logHandlers(vault.vault, vault.sharing),
});

export class PaperTeam {
  readonly server: TestServer;
  readonly vaults: TestVault[] = [];
  parts: readonly OrganisationPart[] = [];

  private constructor(server: TestServer) {
    this.server = server;
  }

  static async start(): Promise<PaperTeam> {
    return new PaperTeam(await startTestServer());
  }

  vault(name: string): TestVault {
    const vault = new TestVault(name);
    this.vaults.push(vault);
    return vault;
  }

  async found(name = 'Marieke'): Promise<TestVault> {
    const lead = this.vault(name);
    const parts = await foundTeam(
      { vault: lead.vault, engine: lead.engine, openSocket: lead.openSocket },
      { name: 'Gebiedsteam Noord', server: this.server.server.url, setupCode: this.server.server.setupCode() ?? '' },
    );
    if (!parts.ok) throw new Error(parts.error.tag);
    this.parts = parts.value;
    await eventually(() => expect(lead.engine.status().state).toBe('online'));
    return lead;
  }

  /** Lets a laptop in by code; `asUser`: a new laptop of a colleague who is there already. */
  async join(
    lead: TestVault,
    vault: TestVault,
    roles: readonly TeamRole[] = ['MEDEWERKER'],
    asUser: string | null = null,
  ) {
    await vault.sharing.joining.ask(this.server.server.url, lead.sharing.inviting.invite()?.code ?? '');
    await eventually(() => expect(lead.sharing.inviting.rows()).toHaveLength(1));
    lead.sharing.inviting.decide(lead.sharing.inviting.rows()[0]?.invite ?? '', true, roles, false, asUser);
    await eventually(() => expect(vault.engine.keeper.membership).not.toBeNull());
    if (asUser !== null) vault.restart();
    await eventually(() => expect(vault.engine.status().state).toBe('online'));
  }

  async colleague(lead: TestVault, name: string, roles: readonly TeamRole[] = ['MEDEWERKER']): Promise<TestVault> {
    const vault = this.vault(name);
    await this.join(lead, vault, roles);
    return vault;
  }

  /** Two of the three papers, as typed. */
  papers(one = 0, other = 1): { number: number; code: string }[] {
    return [one, other].flatMap((index) => {
      const part = this.parts[index];
      return part ? [{ number: part.number, code: part.groups.join(' ').toLowerCase() }] : [];
    });
  }

  async end(): Promise<void> {
    for (const vault of this.vaults.splice(0)) vault.remove();
    await this.server.stop();
  }
}

export function decide(vault: TestVault, ...events: readonly TeamEvent[]): void {
  vault.vault.store.transaction(() => vault.engine.decide(...events));
  vault.engine.announce();
}
