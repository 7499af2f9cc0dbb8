/**
 * What the parts of records are called when their history is told: one short name per field or text, the same as the
 * screens use where they can. A part of a newer version is called "Een ander veld", never shown by its code.
 */
import type { LabelGroup } from './labels.ts';

const NAMES: Readonly<Record<string, string>> = {
  // Huishouden en personen
  name: 'Naam', street: 'Straat', houseNumber: 'Huisnummer', postcode: 'Postcode', city: 'Woonplaats', area: 'Wijk',
  status: 'Stand', regisseur: 'Regisseur', contactUser: 'Aanspreekpunt', language: 'Taal', interpreterNeeded: 'Tolk nodig',
  plainLanguage: 'Eenvoudige taal', readAloud: 'Voorlezen', contactPreference: 'Liefst contact via', shielded: 'Afgeschermd',
  nextContactReason: 'Volgend contact, waarom verzet',
  nextContactOn: 'Volgend contact', archivedAt: 'Weggezet', firstName: 'Roepnaam', lastName: 'Achternaam',
  birthDate: 'Geboortedatum', ageGroup: 'Leeftijd ongeveer', role: 'Rol', membership: 'Woont hier', relation: 'Relatie',
  lifeStage: 'Levensfase', custody: 'Gezag', custodySource: 'Hoe weet je dat', custodyCheckedOn: 'Gezag nagekeken',
  representative: 'Vertegenwoordiger', representativeKind: 'Soort vertegenwoordiger', phone: 'Telefoon', email: 'E-mail',
  address: 'Adres', contact: 'Contact', notes: 'Opmerking', purpose: 'Waarvoor', trait: 'Kenmerk', side: 'Kant',
  // Huisbezoek, samenvatting en overdracht van de regie
  summaryAgreedWith: 'Samenvatting afgesproken met', summaryAgreedOn: 'Samenvatting afgesproken op', from: 'Van', to: 'Aan',
  step: 'Stap', handoverId: 'Overdracht', worker: 'Medewerker', explained: 'Uitgelegd', announced: 'Aangekondigd',
  announcedTo: 'Aangekondigd bij', mayBring: 'Mag iemand meenemen', clientSupport: 'Cliëntondersteuning', visitId: 'Bezoek',
  // Vraag
  words: 'Vraag in eigen woorden', saidByPersonId: 'Wie zei het', saidByName: 'Wie zei het', saidBy: 'Wie zei het',
  receivedOn: 'Binnengekomen', channel: 'Kanaal', referrer: 'Verwijzer', referrerName: 'Naam van de verwijzer',
  urgency: 'Spoed', law: 'Wet', outcome: 'Uitkomst', outcomeReason: 'Uitleg van de uitkomst',
  confirmedOn: 'Ontvangst bevestigd', confirmedBy: 'Bevestigd door', pointedAtSupportOn: 'Verteld over cliëntondersteuning',
  pointedAtSupportHow: 'Hoe dat is verteld', pointedAtSupportBy: 'Door wie', pointedAtOwnPlanOn: 'Verteld over een eigen plan',
  pointedAtFamilyPlanOn: 'Familiegroepsplan aangeboden', familyPlanExcepted: 'Geen familiegroepsplan',
  firstTalkPlannedOn: 'Eerste gesprek gepland', researchDoneOn: 'Onderzoek klaar', accountGivenOn: 'Verslag gegeven',
  appliedOn: 'Aanvraag gedaan', decisionExtendedTo: 'Besluit verlengd tot', decidedOn: 'Besluit genomen',
  withdrawnOn: 'Ingetrokken', debtThreat: 'Dreigende uitzetting of afsluiting', costsExplained: 'Kosten uitgelegd',
  municipalityChecked: 'Gemeente nagegaan', noCarer: 'Geen mantelzorger', testEffect: 'Wat is nodig',
  testPurpose: 'Past het bij de bedoeling', testConsequences: 'Gevolgen', testLegal: 'Juridisch', discussedOn: 'Besproken op',
  discussedWith: 'Besproken met', writtenOn: 'Geschreven op', author: 'Schrijver',
  // Gesprek
  date: 'Datum', context: 'Waar', place: 'Plaats', durationMinutes: 'Duur', task: 'Taak', goal: 'Doel van het gesprek',
  explainedBefore: 'Vooraf uitgelegd', disciplinesAnnounced: 'Disciplines vooraf gemeld', someoneAlong: 'Iemand meegenomen',
  teamOnly: 'Alleen voor het team', finalizedAt: 'Vastgesteld', finalizedBy: 'Vastgesteld door', whatIsGoingOn: 'Wat speelt er',
  summary: 'Samenvatting', reaction: 'Reactie', residentReaction: 'Reactie van de inwoner', residentView: 'Zienswijze',
  accountHow: 'Hoe is het verslag gegeven', signedOn: 'Ondertekend op', countsAsApplication: 'Telt als aanvraag',
  broughtSomeone: 'Iemand meegenomen',
  openPerspectives: 'Perspectieven die openstaan',
  organisationId: 'Organisatie',
  handedOverTo: 'Overgedragen aan',
  parts: 'Onderdelen',
  asked: 'Gevraagd',
  askedWho: 'Aan wie gevraagd',
  askedReason: 'Waarom niet gevraagd',
  capacity: 'In welke rol', speakerPersonId: 'Wie zegt het', speakerName: 'Wie zegt het', aboutPersonIds: 'Over wie',
  perspective: 'Perspectief', personId: 'Persoon', conversationId: 'Gesprek',
  // Perspectieven en positieve gezondheid
  goesWell: 'Wat gaat goed', couldBeBetter: 'Wat mag anders', wish: 'Wens', nextStep: 'Eerstvolgende stap',
  importance: 'Hoe belangrijk', discussed: 'Besproken', version: 'Versie', filledBy: 'Wie vulde in',
  scoreLichaam: 'Lichaam', scoreMentaal: 'Gevoel en gedachten', scoreZingeving: 'Zingeving',
  scoreKwaliteit: 'Kwaliteit van leven', scoreMeedoen: 'Meedoen', scoreDagelijks: 'Dagelijks leven',
  noteLichaam: 'Bij lichaam', noteMentaal: 'Bij gevoel en gedachten', noteZingeving: 'Bij zingeving',
  noteKwaliteit: 'Bij kwaliteit van leven', noteMeedoen: 'Bij meedoen', noteDagelijks: 'Bij dagelijks leven',
  wantsToTalk: 'Hier wil ik over praten', helpFrom: 'Wie of wat helpt', pleasedWith: 'Waar blij mee',
  // Plan, doelen, afspraken
  title: 'Naam van het plan', variant: 'Kort of uitgebreid', basis: 'Hoe ontstaan', safetyConcern: 'Zorg over veiligheid',
  startOn: 'Begint op', endOn: 'Loopt tot', evaluationOn: 'Samen terugkijken op', budgetNote: 'Ruimte in geld',
  occasion: 'Aanleiding', oneYearFrom: 'Over een jaar', analysis: 'Samenhang', text: 'Tekst', since: 'Sinds',
  effect: 'Gevolg', effectOn: 'Voor wie', what: 'Wat', byWhom: 'Van wie', period: 'Hoeveel en hoe vaak', result: 'Wat hielp',
  planId: 'Plan', ownerPersonId: 'Van wie', ownerName: 'Van wie', extraPerspectives: 'Ook bij', dimension: 'Dimensie',
  concernId: 'Komt uit een zorg', why: 'Waarom', howWeKnow: 'Hoe merken we het', byWhen: 'Wanneer', score: 'Waar sta je nu',
  goodEnough: 'Goed genoeg', priority: 'Volgorde', statusReason: 'Uitleg', dependsOn: 'Hangt af van', ladder: 'Wie doet het',
  whoPersonId: 'Wie', whoName: 'Wie', whoUser: 'Wie', beneficiaryPersonId: 'Voor wie', beneficiaryName: 'Voor wie',
  dueOn: 'Wanneer', goalId: 'Bij doel', kind: 'Soort', windingDown: 'Afbouwen', motivation: 'Waarom niet anders',
  repeat: 'Hoe vaak', resultAskedOn: 'Resultaat gevraagd', resultAnswer: 'Is de inwoner geholpen', actionId: 'Bij afspraak',
  provider: 'Aanbieder', content: 'Wat doet de aanbieder', cost: 'Kosten', intendedResult: 'Afgesproken resultaat',
  reportOn: 'Terugkoppeling', progress: 'Hoe gaat het', partyName: 'Wie antwoordde', form: 'Hoe', remark: 'Opmerking',
  answer: 'Antwoord', attendees: 'Wie waren erbij', amountOfHelp: 'Genoeg hulp', limitationsGrown: 'Moeilijker geworden',
  satisfaction: 'Tevreden', satisfactionWhy: 'Waarom dat cijfer', decision: 'Besluit', decisionReason: 'Waarom dit besluit',
  nextEvaluationOn: 'Volgende evaluatie', ladderBefore: 'Wie deed wat', ladderAfter: 'Wie doet wat',
  recordedAt: 'Vastgelegd', recordedBy: 'Vastgelegd door', whereAreWe: 'Waar staan we', whereTo: 'Waar gaan we heen',
  scoreBefore: 'Eerder cijfer', helped: 'Wat hielp', notHelped: 'Wat hielp niet', done: 'Gedaan',
  // Netwerk, vastleggingen, veiligheid
  organisation: 'Organisatie', sector: 'Kring', nearness: 'Hoe dichtbij', support: 'Steun', supportKinds: 'Soort steun',
  canDo: 'Wat kan dit contact', mayKnow: 'Mag weten', mayKnowWhat: 'Wat mag bekend zijn', source: 'Van wie weten we dit',
  ofPersonId: 'Netwerk van', fact: 'Feit', suspicion: 'Vermoeden', on: 'Datum', followUp: 'Vervolg', lawArticle: 'Wetsartikel',
  how: 'Hoe', byUser: 'Door wie', recipient: 'Met wie', until: 'Tot', answerReason: 'Waarom',
  withoutAgreement: 'Gedeeld zonder akkoord', fromUser: 'Van', toUser: 'Naar', toName: 'Naar', reason: 'Reden',
  shared: 'Wat is gedeeld', legalBasis: 'Grondslag', householdDocument: 'Huishouden', openedOn: 'Begonnen op', about: 'Waarover',
  VERMOEDEN: 'Is er een vermoeden', ONVEILIG: 'Is het onveilig', ZELF_HULP: 'Kan ik helpen', AANVAARDEN: 'Aanvaardt men hulp',
  RESULTAAT: 'Helpt het', reasoning: 'Afweging', who: 'Wie', safeVisit: 'Veilig bezoek', 'plan.signs': 'Signalen',
  'plan.agreements': 'Afspraken', 'plan.helpers': 'Wie helpt', 'plan.children': 'De kinderen', 'plan.whenUnsafe': 'Als het onveilig wordt',
}; // prettier-ignore

/** Codes of these fields are shown with the words of their group; of `status` and `kind` it depends on the record. */
const GROUPS: Readonly<Record<string, LabelGroup>> = {
  ladder: 'ladder', direction: 'directionForm', variant: 'planVariant', basis: 'planBasis', discussed: 'discussed',
  importance: 'importance', channel: 'channel', referrer: 'referrer', law: 'law', urgency: 'urgency', outcome: 'questionOutcome',
  perspective: 'perspective', context: 'context', role: 'householdRole', lifeStage: 'lifeStage', custody: 'custody',
  representativeKind: 'representativeKind', capacity: 'attendeeRole', membership: 'membership', ageGroup: 'ageGroup',
  sector: 'networkGroup', relation: 'networkRelation', nearness: 'nearness', support: 'support', mayKnow: 'mayKnow',
  decision: 'evaluationDecision', answer: 'consentAnswer', form: 'consentForm', limitationsGrown: 'yesNoUnknown',
  safetyConcern: 'yesNoUnknown', legalBasis: 'legalBasis', task: 'taskHat',
  'goals.status': 'goalStatus', 'actions.status': 'actionStatus', 'household.status': 'householdStatus',
  'actions.kind': 'actionKind', 'lines.kind': 'lineKind', 'lifeEvents.kind': 'lifeEventKind', 'signals.kind': 'signalKind',
}; // prettier-ignore

/** What a part of a record is called; a part of one perspective is called after its question. */
export function fieldName(part: string): string {
  return NAMES[part] ?? NAMES[part.split('.').at(-1) ?? ''] ?? 'Een ander veld';
}

/** The words that codes of this field have, or null. */
export const codeGroup = (kind: string, field: string): LabelGroup | null =>
  GROUPS[`${kind}.${field}`] ?? GROUPS[field] ?? null;
