/**
 * The first lead begins the team: this device signs the first entry of the team log, the organisation key is made, and its secret
 * half exists only as three printed parts, any two of which bring it back.
 *
 * The draft is on disk before the server is asked. When the answer was lost on the way (the code is used, we do not know), the
 * next try finds the team already founded by this device and goes on.
 */
import sodium from 'libsodium-wrappers-sumo';
import { split } from 'shamir-secret-sharing';
import { z } from 'zod';
import { authStatement, foundingProof } from '../../../shared/sync/authentication.ts';
import { bytesToHex, hexToBytes } from '../../../shared/sync/bytes.ts';
import { PROTOCOL_VERSION } from '../../../shared/sync/frames.ts';
import { foundingStatement, organisationKeyOf, wipeOrganisationKey } from '../../../shared/sync/organisationKey.ts';
import { parseInviteCode } from '../../../shared/sync/invite.ts';
import { LOG_START, TeamEvent, logHashOf, signLogEntry } from '../../../shared/sync/teamLog.ts';
import { createRecord } from '../../../shared/documents/accessors.ts';
import { DocumentId, HouseholdId } from '../../../shared/domain/ids.ts';
import type { ErrorOf } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { recoveryCodeOf } from '../keys/recoveryCode.ts';
import { createMunicipalityBook } from '../documents/municipalityBook.ts';
import { bringIn, readOwnMunicipality } from '../documents/ownMunicipality.ts';
import type { OpenVault } from '../openVault.ts';
import { askServer } from './oneShot.ts';
import type { SyncEngine } from './syncEngine.ts';
import { isServerAddress, type OpenSocket } from './syncSocket.ts';

const DRAFT = 'team.foundingDraft';
const PARTS = 'team.organisationParts';
/** The secret half of the organisation key is in the draft until the team stands; the draft is in the encrypted store. */
const Draft = z.object({
  event: TeamEvent,
  entry: z.string(),
  name: z.string(),
  server: z.string(),
  organisationSecret: z.string(),
});
type Draft = z.infer<typeof Draft>;

export interface OrganisationPart {
  /** Which part it is: with two numbers and two codes the key comes back. */
  readonly number: number;
  readonly groups: readonly string[];
}

export interface FoundingParts {
  readonly vault: OpenVault;
  readonly engine: SyncEngine;
  readonly openSocket: OpenSocket;
}

type FoundingError = ErrorOf<'AlreadyInTeam' | 'ServerAddressInvalid' | 'CodeWrong' | 'ServerUnreachable'>;

/** Founds the team. Answers the printed parts once; they are nowhere else. */
export async function foundTeam(
  { vault, engine, openSocket }: FoundingParts,
  wanted: { readonly name: string; readonly server: string; readonly setupCode: string },
): Promise<Result<readonly OrganisationPart[], FoundingError>> {
  if (engine.keeper.membership) return err({ tag: 'AlreadyInTeam' });
  if (!isServerAddress(wanted.server)) return err({ tag: 'ServerAddressInvalid' });
  const code = parseInviteCode(wanted.setupCode);
  if (!code) return err({ tag: 'CodeWrong' });
  const earlier = readDraft(vault);
  const resumed = earlier?.server === wanted.server && (await isKnown(earlier, vault, engine, openSocket));
  const draft = resumed ? earlier : writeDraft(vault, engine, wanted);
  if (!resumed) {
    const entry = hexToBytes(draft.entry);
    const welcomed = await askServer(
      openSocket,
      vault.deps,
      wanted.server,
      ({ nonce }) => ({ type: 'found', protocol: PROTOCOL_VERSION, entry, proof: foundingProof(code, nonce, entry) }),
      (frame) => (frame.type === 'welcome' ? true : null),
    );
    if (!welcomed.ok) return err(welcomed.error.tag === 'ServerUnreachable' ? welcomed.error : { tag: 'CodeWrong' });
  }
  const secret = hexToBytes(draft.organisationSecret);
  const parts = (await split(secret, 3, 2)).map((part) => ({
    number: part[32] ?? 0,
    groups: recoveryCodeOf(part.slice(0, 32)),
  }));
  secret.fill(0);
  settle(vault, engine, draft, parts);
  engine.start();
  return ok(parts);
}

const Parts = z.array(z.object({ number: z.number(), groups: z.array(z.string()) }));

/** Parts that are not on paper yet: a lock in the middle of printing must not lose the organisation key. */
export function waitingParts(vault: OpenVault): readonly OrganisationPart[] | null {
  const row = vault.store.db.prepare<[string], string>('SELECT value FROM ui_state WHERE key = ?').pluck().get(PARTS);
  return row === undefined ? null : (Parts.safeParse(JSON.parse(row)).data ?? null);
}

/** All three are on paper. Inside the caller's transaction. */
export function forgetParts(vault: OpenVault): void {
  vault.store.db.prepare('DELETE FROM ui_state WHERE key = ?').run(PARTS);
}

function readDraft(vault: OpenVault): Draft | null {
  const row = vault.store.db.prepare<[string], string>('SELECT value FROM ui_state WHERE key = ?').pluck().get(DRAFT);
  return row === undefined ? null : (Draft.safeParse(JSON.parse(row)).data ?? null);
}

/** A founding whose answer was lost: the server knows this device as founder, so the team is ours. */
async function isKnown(draft: Draft, vault: OpenVault, engine: SyncEngine, openSocket: OpenSocket): Promise<boolean> {
  if (draft.event.type !== 'FOUND') return false;
  const { team } = draft.event;
  const { device, signSecretKey } = engine.device;
  const known = await askServer(
    openSocket,
    vault.deps,
    draft.server,
    ({ nonce, serverIncarnation }) => ({
      type: 'auth',
      protocol: PROTOCOL_VERSION,
      team,
      device,
      signature: sodium.crypto_sign_detached(authStatement(nonce, serverIncarnation, team, device), signSecretKey),
    }),
    (frame) => (frame.type === 'welcome' ? true : null),
  );
  return known.ok;
}

function writeDraft(
  vault: OpenVault,
  engine: SyncEngine,
  wanted: { readonly name: string; readonly server: string },
): Draft {
  const secret = vault.deps.random.bytes(32);
  const organisation = organisationKeyOf(secret);
  const { identity, deps, store } = vault;
  const facts = {
    team: bytesToHex(deps.random.bytes(16)),
    teamRoom: bytesToHex(deps.random.bytes(16)),
    founderDevice: identity.deviceId,
    founderBoxPublicKey: bytesToHex(identity.boxPublicKey),
    organisationBoxPublicKey: bytesToHex(organisation.boxPublicKey),
  };
  const signature = sodium.crypto_sign_detached(foundingStatement(facts), organisation.signSecretKey);
  const event = {
    type: 'FOUND',
    team: facts.team,
    founder: {
      user: identity.userId,
      device: identity.deviceId,
      signPublicKey: bytesToHex(identity.signPublicKey),
      boxPublicKey: bytesToHex(identity.boxPublicKey),
    },
    organisationBoxPublicKey: facts.organisationBoxPublicKey,
    teamRoom: facts.teamRoom,
    organisation: { signPublicKey: bytesToHex(organisation.signPublicKey), signature: bytesToHex(signature) },
  } as const;
  const entry = bytesToHex(signLogEntry(LOG_START, event, deps.clock.nowMs(), engine.device));
  const organisationSecret = bytesToHex(organisation.boxSecretKey);
  secret.fill(0);
  wipeOrganisationKey(organisation);
  const draft = { event, entry, name: wanted.name, server: wanted.server, organisationSecret };
  store.transaction(() =>
    store.db
      .prepare(`INSERT INTO ui_state VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value`)
      .run(DRAFT, JSON.stringify(draft), deps.clock.nowMs()),
  );
  return draft;
}

/** The server has the team: pin it, and make the team document with our own name in it. */
function settle(vault: OpenVault, engine: SyncEngine, draft: Draft, parts: readonly OrganisationPart[]): void {
  const { store, documents, deps, me } = vault;
  const { event } = draft;
  if (event.type !== 'FOUND') throw new Error('a draft that founds nothing');
  const entry = hexToBytes(draft.entry);
  // Found before the team is pinned: afterwards the team's document is the one in use.
  const before = createMunicipalityBook(vault, () => documents).own();
  const own = before === null ? null : documents.read(before, readOwnMunicipality);
  store.transaction(() => {
    engine.keeper.pin({
      team: event.team,
      teamRoom: event.teamRoom,
      root: logHashOf(entry),
      name: draft.name,
      server: draft.server,
      joinedAtMs: deps.clock.nowMs(),
    });
    documents.create([
      {
        documentId: DocumentId.parse(event.teamRoom),
        householdId: HouseholdId.parse(event.team),
        kind: 'team',
        fill: (doc, writer) => {
          createRecord(doc, 'teamSecret', { matchKey: bytesToHex(deps.random.bytes(32)) }, writer);
          createRecord(doc, 'teamMembers', { user: me.userId, name: me.name, jobTitle: me.jobTitle }, writer);
          if (own?.ok === true) bringIn(doc, writer, own.value.file, own.value.organisations);
        },
      },
    ]);
    if (before !== null && own?.ok === true) documents.destroy([before]);
    store.db.prepare('DELETE FROM ui_state WHERE key = ?').run(DRAFT);
    store.db
      .prepare('INSERT INTO ui_state VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value')
      .run(PARTS, JSON.stringify(parts), deps.clock.nowMs());
  });
  engine.keeper.take(0, [entry]);
}
