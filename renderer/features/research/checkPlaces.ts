/** The screen and the field where the answer to a point of a check is written. */
import { readCurrentPlan } from '../../../shared/documents/dossierDecisions.ts';
import { readHelpRequests } from '../../../shared/documents/dossierQuestions.ts';
import { readRecords } from '../../../shared/documents/readers.ts';
import type { CheckPlace } from '../../../shared/domain/researchChecks.ts';
import type { HouseholdTab } from '../../app/routes.ts';
import type { Replica } from '../../data/replica.ts';

interface FieldPlace {
  readonly tab: HouseholdTab;
  readonly field: string;
}

/** Where to go for this point in this dossier; the beginning of the way when it has no plan or question yet. */
export function placeOf(place: CheckPlace, doc: Replica['doc']): FieldPlace {
  const question = readHelpRequests(doc)[0]?.request.id;
  const plan = readCurrentPlan(doc)?.plan.id;
  const ofQuestion = (field: string): FieldPlace => ({
    tab: 'overzicht',
    field: question === undefined ? 'question.add' : `helpRequests.${question}.${field}`,
  });
  const ofPlan = (field: string): FieldPlace => ({ tab: 'plan', field: plan === undefined ? 'plan.begin' : field });
  switch (place) {
    case 'VRAAG':
      return ofQuestion('deeper');
    case 'KOSTEN':
      return ofQuestion('costsExplained');
    case 'GEMEENTE':
      return ofQuestion('municipalityChecked');
    case 'GEEN_MANTELZORGER':
      return ofQuestion('noCarer');
    case 'WET':
      return ofQuestion('law');
    case 'PERSPECTIEVEN':
      return { tab: 'perspectieven', field: 'perspectives.ONTWIKKELING.begin' };
    case 'NETWERK':
      return { tab: 'netwerk', field: 'networkContacts.add.' };
    case 'KRACHTEN':
      return ofPlan('strengths.add.');
    case 'ZORGEN':
      return ofPlan('concerns.add.');
    case 'AANBIEDERS':
      return ofPlan(`providerAgreements.add.${plan ?? ''}`);
    case 'DOELEN':
      return ofPlan(readRecords(doc, 'goals').length === 0 ? 'goals.new.text' : 'goals.add');
  }
}
