/** What a repair brought back, in words for the one who works with it. */
import { momentText } from './backupText.ts';

export function repairDoneText(repair: { readonly copyMadeAtMs: number | null; readonly unreadable: number }): string {
  const unread =
    repair.unreadable === 0
      ? 'Alles was nog te lezen.'
      : repair.unreadable === 1
        ? 'Eén plek was niet te lezen.'
        : `${String(repair.unreadable)} plekken waren niet te lezen.`;
  const copy =
    repair.copyMadeAtMs === null
      ? 'Er was geen reservekopie om uit aan te vullen.'
      : `Het is aangevuld uit de reservekopie van ${momentText(repair.copyMadeAtMs, '')}.`;
  return `${unread} ${copy}`;
}

/** The same for later, in the settings. */
export function lastRepairText(repair: {
  readonly atMs: number;
  readonly documents: number;
  readonly incomplete: number;
}): string {
  const rest =
    repair.incomplete === 0
      ? 'Ze zijn compleet.'
      : `Bij ${String(repair.incomplete)} ontbreekt nog iets. Maak verbinding: wat je team heeft, komt dan terug.`;
  return `Hersteld op ${momentText(repair.atMs, '')}: ${String(repair.documents)} dossiers. ${rest}`;
}
