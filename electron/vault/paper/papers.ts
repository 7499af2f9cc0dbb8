/** The papers, as one part that is loaded when the first is made. */
export { dossierPaper } from './dossierPaper.ts';
export { ecogramPaper } from './ecogramPaper.ts';
export { handoverPaper } from './handoverPaper.ts';
export { logPaper } from './logPaper.ts';
export { planPaper } from './planPaper.ts';
export { sheetPaper } from './sheetPaper.ts';
export { talkPaper } from './talkPaper.ts';
