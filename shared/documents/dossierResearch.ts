/**
 * What a dossier already holds for the Wmo-check and the Jeugd-check: counted from the records that people work in, so
 * that nobody fills in a check. Only whether something stands there is counted, never what it says.
 */
import type * as Y from 'yjs';
import { isMinorOn } from '../domain/ages.ts';
import { AGE_GROUPS, PERSPECTIVES } from '../domain/codes.ts';
import { isProfessional } from '../domain/ladder.ts';
import type { ResearchFacts } from '../domain/researchChecks.ts';
import { ladderAction } from './dossierPlan.ts';
import { readHelpRequests } from './dossierQuestions.ts';
import { readRecords, readText, type RecordView } from './readers.ts';
import { PERSPECTIVE_SECTIONS } from './schema.ts';

const CARERS: ReadonlySet<string> = new Set(['MANTELZORGER', 'JONGE_MANTELZORGER']);
/** A talk with one of these is working together with others. */
const PARTNERS: ReadonlySet<string> = new Set(['PARTNER', 'CLIENTONDERSTEUNING']);

const filled = (text: unknown): boolean => typeof text === 'string' && text.trim() !== '';

/** The kinds that `researchFacts` reads: a screen reads again when one of them changed. */
export const RESEARCH_KINDS = [
  'helpRequests',
  'helpRequestAdditions',
  'deeperQuestions',
  'perspectiveViews',
  'conversations',
  'lines',
  'attendees',
  'strengths',
  'concerns',
  'earlierHelp',
  'actions',
  'goals',
  'networkContacts',
  'providerAgreements',
  'persons',
  'traits',
] as const;

/** Counts for `wmoCheck` and `youthCheck`. */
export function researchFacts(doc: Y.Doc): ResearchFacts {
  const questions = readHelpRequests(doc).filter(({ request }) => (request.values.withdrawnOn ?? '') === '');
  const asked = (field: 'costsExplained' | 'municipalityChecked' | 'noCarer'): boolean =>
    questions.some(({ request }) => request.values[field] === true);
  const views = readRecords(doc, 'perspectiveViews');
  const conversations = readRecords(doc, 'conversations');
  const actions = readRecords(doc, 'actions').filter(({ values }) => values.status !== 'VERVALLEN');
  const on = (step: string): number => actions.filter(({ values }) => (values.ladder ?? '1_ZELF') === step).length;
  const carers = new Set(
    readRecords(doc, 'traits').flatMap(({ values }) => (CARERS.has(values.trait ?? '') ? [values.personId ?? ''] : [])),
  );
  const sections = (part: string): number =>
    conversations.reduce(
      (count, { id }) =>
        count + PERSPECTIVES.filter((code) => filled(readText(doc, 'conversations', id, `${code}.${part}`))).length,
      0,
    );
  return {
    questionInOwnWords: questions.length > 0,
    questionBehindAgreed: questions.some(({ deeper }) => (deeper[0]?.values.discussedOn ?? '') !== ''),
    wishes: views.filter(({ values }) => filled(values.wish)).length + sections('wish'),
    perspectiveNotes:
      views.filter(({ values }) => filled(values.goesWell) || filled(values.couldBeBetter)).length +
      PERSPECTIVE_SECTIONS.reduce((count, part) => count + sections(part), 0) +
      readRecords(doc, 'lines').filter(({ values }) => (values.perspective ?? '') !== '').length,
    strengths: count(doc, 'strengths') + views.filter(({ values }) => filled(values.goesWell)).length,
    concerns: count(doc, 'concerns') + views.filter(({ values }) => filled(values.couldBeBetter)).length,
    ownActions: on('1_ZELF'),
    networkContacts: readRecords(doc, 'networkContacts').length,
    networkActions: on('2_OMGEVING'),
    carers: carers.size,
    carerSupportActions: actions.filter(
      ({ values }) => carers.has(values.beneficiaryPersonId ?? '-') || filled(values.beneficiaryName),
    ).length,
    noCarer: asked('noCarer'),
    generalActions: on('3_VOORLIGGEND'),
    municipalActions: on('4_GEMEENTE'),
    partnersInvolved:
      readRecords(doc, 'providerAgreements').length +
      readRecords(doc, 'attendees').filter(({ values }) => PARTNERS.has(values.capacity ?? '')).length,
    costsExplained: asked('costsExplained'),
    municipalityChecked: asked('municipalityChecked'),
    lawChosen: questions.some(({ request }) => (request.values.law ?? '') !== ''),
    goals: readRecords(doc, 'goals').length,
    helpSpecified: actions.filter((view) => isProfessional(ladderAction(view)) && specified(view)).length,
    earlierHelp: count(doc, 'earlierHelp'),
  };
}

/** Which of the two checks fits this household: by the law that was chosen, and by who lives there while none was. */
export function fittingChecks(doc: Y.Doc, today: string): { readonly wmo: boolean; readonly youth: boolean } {
  const laws = readHelpRequests(doc).map(({ request }) => request.values.law ?? '');
  const open = laws.every((law) => law === '');
  const minor = readRecords(doc, 'persons').some(
    ({ values }) =>
      values.membership !== 'BELANGRIJK_BUITENSHUIS' &&
      isMinorOn(
        { birthDate: values.birthDate ?? '', ageGroup: AGE_GROUPS.find((code) => code === values.ageGroup) ?? '' },
        today,
      ) === true,
  );
  return { wmo: laws.includes('WMO') || open, youth: laws.includes('JEUGD') || (open && minor) };
}

/** What, how long and how often. */
function specified({ values }: RecordView<'actions'>): boolean {
  return filled(values.what) && filled(values.endOn) && filled(values.repeat);
}

const count = (doc: Y.Doc, kind: 'strengths' | 'concerns' | 'earlierHelp'): number =>
  readRecords(doc, kind).filter(({ values }) =>
    filled('text' in values ? values.text : (values as { what?: string }).what),
  ).length;
