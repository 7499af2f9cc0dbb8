/** The readable paper of a whole dossier: the household document, and Veiligheid for who has access and asks for it. */
import { readClosings } from '../../../shared/documents/dossierDecisions.ts';
import { householdReport, restrictedReport } from '../../../shared/documents/dossierReport.ts';
import { readRecord } from '../../../shared/documents/readers.ts';
import { calendarDateAt } from '../../../shared/domain/dates.ts';
import { defaultProfile } from '../../../shared/domain/defaultProfile.ts';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import type { ErrorOf } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { colleagueNames } from './colleagueNames.ts';
import type { DossierVault } from './dossierRows.ts';

export interface WholePaper {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly pages: number;
}

interface WhichDocuments {
  readonly household: DocumentId;
  /** Null: Veiligheid does not go along. */
  readonly restricted: DocumentId | null;
}

/** Makes the paper. Nothing is written anywhere. */
export async function makeWholePaper(
  vault: DossierVault & { readonly practice: boolean },
  { household, restricted }: WhichDocuments,
): Promise<Result<WholePaper, ErrorOf<'DatabaseDamaged'>>> {
  const options = { nameOf: colleagueNames(vault) };
  const dossier = vault.documents.read(household, (doc) => ({
    name: readRecord(doc, 'household', 'household')?.values.name ?? '',
    caseNumber: readClosings(doc).findLast(({ values }) => (values.caseNumber ?? '') !== '')?.values.caseNumber ?? '',
    sections: householdReport(doc, options),
  }));
  if (!dossier.ok) return err({ tag: 'DatabaseDamaged' });
  const safety = restricted === null ? null : vault.documents.read(restricted, (doc) => restrictedReport(doc, options));
  if (safety !== null && !safety.ok) return err({ tag: 'DatabaseDamaged' });
  const nowMs = vault.deps.clock.nowMs();
  const today = calendarDateAt(nowMs);
  // Loaded when the first paper is made: the fonts and the writer are not needed to unlock.
  const { dossierPaper } = await import('../paper/papers.ts');
  const setting = { profile: defaultProfile, practice: vault.practice, nowMs, today };
  const made = await dossierPaper({ ...dossier.value, restricted: safety === null ? null : safety.value }, setting);
  return ok({ ...made, fileName: `dossier-${today}.pdf` });
}
