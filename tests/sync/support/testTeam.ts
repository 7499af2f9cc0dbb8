/** A team of real vaults on a real server, without screens. */
import sodium from 'libsodium-wrappers-sumo';
import { expect } from 'vitest';
import { createRecord } from '../../../shared/documents/accessors.ts';
import { HouseholdId } from '../../../shared/domain/ids.ts';
import { bytesToHex } from '../../../shared/sync/bytes.ts';
import { LOG_START, logHashOf, signLogEntry, type TeamEvent } from '../../../shared/sync/teamLog.ts';
import { ControlClient } from '../../../sync-server/controlClient.ts';
import { systemRandom } from './testServer.ts';
import { TestVault, eventually } from './testVault.ts';

const hexId = () => bytesToHex(systemRandom.bytes(16));

/** A server in this process, or one of its own. */
type TeamServer = { readonly url: string; setupCode(): string | null };

export class TestTeam {
  readonly #server: TeamServer;
  readonly vaults: TestVault[] = [];
  #membership: Parameters<TestVault['engine']['keeper']['pin']>[0] | null = null;

  constructor(server: TeamServer) {
    this.#server = server;
  }

  get membership() {
    if (!this.#membership) throw new Error('no team yet');
    return this.#membership;
  }

  vault(name: string, schemaMajor?: number): TestVault {
    const vault = new TestVault(name, schemaMajor);
    this.vaults.push(vault);
    return vault;
  }

  /** Founds the team and connects its lead. */
  async found(lead: TestVault): Promise<void> {
    const event: Extract<TeamEvent, { type: 'FOUND' }> = {
      type: 'FOUND',
      team: hexId(),
      founder: lead.facts,
      organisationBoxPublicKey: bytesToHex(sodium.crypto_box_keypair().publicKey),
      teamRoom: hexId(),
    };
    const server = this.#server;
    const client = await ControlClient.connect(server.url);
    await client.found(server.setupCode() ?? '', event, lead.engine.device, 0);
    client.close();
    const root = logHashOf(signLogEntry(LOG_START, event, 0, lead.engine.device));
    const { team, teamRoom } = event;
    this.#membership = { team, teamRoom, root, name: 'Noord', server: server.url, joinedAtMs: 0 };
    lead.vault.documents.create([
      {
        documentId: teamRoom as never,
        householdId: HouseholdId.parse(team),
        kind: 'team',
        fill: (doc, writer) =>
          void createRecord(
            doc,
            'teamMembers',
            { user: lead.vault.me.userId, name: lead.vault.me.name, jobTitle: '' },
            writer,
          ),
      },
    ]);
    this.connect(lead);
    await eventually(() => expect(lead.engine.status().state).toBe('online'));
  }

  connect(vault: TestVault): void {
    vault.vault.store.transaction(() => vault.engine.keeper.pin(this.membership));
    vault.engine.start();
  }

  decide(by: TestVault, ...events: readonly TeamEvent[]): void {
    by.vault.store.transaction(() => by.engine.decide(...events));
    by.engine.announce();
  }

  /** The lead lets the laptop of a new colleague in. */
  async admit(lead: TestVault, vault: TestVault): Promise<void> {
    this.decide(lead, { type: 'ADD_DEVICE', device: vault.facts, roles: ['MEDEWERKER'] });
    await eventually(() => expect(lead.engine.keeper.state?.devices.has(vault.facts.device)).toBe(true));
    this.connect(vault);
    await eventually(() => expect(vault.engine.status().state).toBe('online'));
  }

  end(): void {
    for (const vault of this.vaults.splice(0)) vault.remove();
  }
}
