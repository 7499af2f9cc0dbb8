import type { BackupRow } from '../../../shared/contract/commands/care.ts';
import { calendarDateAt } from '../../../shared/domain/dates.ts';
import { timeOfDay } from '../../data/saveState.ts';
import { longDate } from '../../ui/dateText.ts';

const REASONS: Readonly<Record<BackupRow['reason'], string>> = {
  rolling: 'vanzelf gemaakt',
  migration: 'gemaakt vóór een nieuwe versie',
  manual: 'door jou gemaakt',
  'before-restore': 'gemaakt vóór het terugzetten',
};

/** "dinsdag 24 november, 10:42". */
export function momentText(ms: number, today: string): string {
  return `${longDate(calendarDateAt(ms), today)}, ${timeOfDay(ms)}`;
}

/** "4,2 MB". */
export function sizeText(bytes: number): string {
  const megabytes = bytes / 1_000_000;
  return `${megabytes.toLocaleString('nl-NL', { maximumFractionDigits: megabytes < 10 ? 1 : 0 })} MB`;
}

export const backupMeta = (row: BackupRow): string => `${sizeText(row.bytes)}, ${REASONS[row.reason]}`;
