/** The gemeenteprofiel: read by everybody, changed as a whole by a lead, and taken along as one file. */
import type { z } from 'zod';
import type { municipalityCommands } from '../../../shared/contract/commands/municipality.ts';
import type { CallContext, Handlers } from '../../../shared/contract/contract.ts';
import { createRecord, setFields } from '../../../shared/documents/accessors.ts';
import { readRecord, readRecords } from '../../../shared/documents/readers.ts';
import { parseGemeenteprofiel, readKeptProfile, type Gemeenteprofiel } from '../../../shared/domain/gemeenteprofiel.ts';
import { UserId } from '../../../shared/domain/ids.ts';
import { sameOrganisation } from '../../../shared/domain/organisations.ts';
import { calendarDateAt } from '../../../shared/domain/dates.ts';
import { err, ok } from '../../../shared/result.ts';
import type { MunicipalityBook } from '../documents/municipalityBook.ts';
import type { RowsRenewal } from '../documents/rowsRenewal.ts';
import type { OpenVault } from '../openVault.ts';
import { storeResult } from '../store/sqliteErrors.ts';

const MOST_PROBLEMS = 30;
type Versions = z.output<(typeof municipalityCommands)['municipality.get']['output']>['versions'];

export interface MunicipalityParts {
  readonly vault: Pick<OpenVault, 'store' | 'documents' | 'audit' | 'me' | 'deps' | 'emit'>;
  readonly book: MunicipalityBook;
  readonly rows: RowsRenewal;
  /** Whether this worker may change it: everybody without a team, in a team its leads. */
  mayChange(): boolean;
}

/** The text of a profile file: readable, so that somebody can look into it. */
export const profileFile = (profile: Gemeenteprofiel): string => `${JSON.stringify(profile, null, 2)}\n`;

export function municipalityHandlers(parts: MunicipalityParts): Pick<Handlers, keyof typeof municipalityCommands> {
  const { vault, book, rows, mayChange } = parts;
  const { documents } = vault;

  function versions(): Versions {
    const documentId = book.inUse();
    const read =
      documentId === null ? null : documents.read(documentId, (doc) => readRecord(doc, 'municipality', 'municipality'));
    return (read?.ok === true ? (read.value?.conflicts.file ?? []) : []).flatMap(({ value, user, minute }) => {
      const profile = typeof value === 'string' ? readKeptProfile(value) : null;
      return profile === null ? [] : [{ user: UserId.parse(user), atMs: minute * 60_000, profile }];
    });
  }

  return {
    'municipality.get': () => {
      const row = book.row();
      return ok({
        profile: book.profile(),
        standard: row === null,
        changedBy: row === null || row.changedBy === '' ? null : UserId.parse(row.changedBy),
        changedAtMs: row?.changedAtMs ?? null,
        versions: versions(),
        mayChange: mayChange(),
      });
    },

    'municipality.set': ({ file }, call: CallContext) => {
      const parsed = parseGemeenteprofiel(file);
      if (!parsed.ok) return err({ tag: 'ProfileInvalid', problems: parsed.error.slice(0, MOST_PROBLEMS) });
      if (!mayChange()) return err({ tag: 'NotTeamLead' });
      const profile = parsed.value;
      const outcome = storeResult(() =>
        book.change<{ addedOrganisations: number }, never>(
          (doc, writer) => {
            const kept = { file: JSON.stringify(profile) };
            if (readRecord(doc, 'municipality', 'municipality') === null)
              createRecord(doc, 'municipality', kept, writer);
            else setFields(doc, 'municipality', 'municipality', kept, writer);
            const known = readRecords(doc, 'organisations').map(({ values }) => ({
              name: values.name ?? '',
              address: '',
            }));
            let added = 0;
            for (const partner of profile.partners) {
              if (known.some((one) => sameOrganisation(one, { name: partner.name, address: '' }))) continue;
              const offer = [partner.category, partner.remark].filter((text) => text !== '').join('. ');
              const values = {
                name: partner.name,
                phone: partner.phone,
                offer,
                checkedOn: calendarDateAt(writer.nowMs()),
              };
              createRecord(doc, 'organisations', values, writer);
              known.push({ name: partner.name, address: '' });
              added++;
            }
            return ok({ addedOrganisations: added });
          },
          () => {
            vault.audit.appendFor(call);
          },
        ),
      );
      if (!outcome.ok) return outcome;
      rows.check();
      vault.emit('municipality.changed', {});
      vault.emit('lists.changed', { householdId: null });
      return outcome;
    },

    'municipality.export': () => {
      const profile = book.profile();
      const place = profile.municipality
        .toLowerCase()
        .normalize('NFKD')
        .replaceAll(/[^a-z0-9]+/g, '-');
      return ok({
        file: profileFile(profile),
        fileName: `gemeenteprofiel-${place.replaceAll(/^-|-$/g, '') || 'gemeente'}.json`,
      });
    },
  };
}
