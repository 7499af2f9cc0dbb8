/**
 * Why a lead looked in or passed a dossier on, in the lead's own words. The team log carries a code only, because the server
 * reads it; the words are in the team document, sealed to the devices of the people who work in that dossier.
 */
import sodium from 'libsodium-wrappers-sumo';
import type { Writer } from '../../../shared/documents/accessors.ts';
import { createRecord } from '../../../shared/documents/accessors.ts';
import { readRecords } from '../../../shared/documents/readers.ts';
import { DocumentId, RecordId, UserId } from '../../../shared/domain/ids.ts';
import { utf8 } from '../../../shared/sync/bytes.ts';
import { readersOf, type LeadReason, type TeamEvent, type TeamState } from '../../../shared/sync/teamLog.ts';
import { ok } from '../../../shared/result.ts';
import type { OpenVault } from '../openVault.ts';

export interface WordsWanted {
  readonly room: string;
  readonly user: string;
  readonly code: LeadReason | 'DECLINED';
  readonly words: string;
}

/** Writes the words into the team document, for who works in the dossier and for who is let in now. */
export function writeLeadWords(
  vault: OpenVault,
  state: TeamState,
  wanted: WordsWanted,
  /** Decisions that are not in the log yet: who is let in a moment before this reads along. */
  pending: readonly TeamEvent[] = [],
): void {
  const letIn = new Set([wanted.user, vault.me.userId as string]);
  for (const event of pending) if (event.type === 'GRANT' && event.room === wanted.room) letIn.add(event.user);
  const readers = new Map(readersOf(state, wanted.room).map((device) => [device.device, device]));
  for (const device of state.devices.values())
    if (!device.revoked && letIn.has(device.user)) readers.set(device.device, device);
  const sealed = [...readers.values()].map(
    (device) =>
      `${device.device}:${sodium.to_base64(sodium.crypto_box_seal(utf8(wanted.words), device.boxPublicKey), sodium.base64_variants.ORIGINAL)}`,
  );
  vault.documents.change(DocumentId.parse(state.teamRoom), (doc, writer: Writer) => {
    createRecord(
      doc,
      'leadWords',
      { room: RecordId.parse(wanted.room), user: UserId.parse(wanted.user), code: wanted.code, sealed },
      writer,
    );
    return ok(null);
  });
}

export interface LeadWords {
  readonly by: string;
  readonly user: string;
  readonly code: string;
  readonly words: string;
  readonly minute: number;
}

/** The words about a dossier that this device may read, oldest first. */
export function readLeadWords(vault: OpenVault, teamRoom: string, room: string): readonly LeadWords[] {
  const { identity } = vault;
  const read = vault.documents.read(teamRoom, (doc) =>
    readRecords(doc, 'leadWords').filter(({ values }) => values.room === room),
  );
  return (read.ok ? read.value : [])
    .flatMap(({ values, createdBy, createdMinute }) => {
      const own = values.sealed?.find((box) => box.startsWith(`${identity.deviceId}:`));
      const words = own === undefined ? null : open(own.slice(own.indexOf(':') + 1), identity);
      return words === null
        ? []
        : [{ by: createdBy ?? '', user: values.user ?? '', code: values.code ?? '', words, minute: createdMinute }];
    })
    .toSorted((a, b) => a.minute - b.minute);
}

function open(box: string, identity: OpenVault['identity']): string | null {
  try {
    const sealed = sodium.from_base64(box, sodium.base64_variants.ORIGINAL);
    return sodium.to_string(sodium.crypto_box_seal_open(sealed, identity.boxPublicKey, identity.boxSecretKey));
  } catch {
    return null;
  }
}
