/** Words for the plan, the ladder and the network. Part of the catalogue in labels.ts. */
import type * as codes from './codes.ts';

const ladder: Readonly<Record<codes.LadderStep, string>> = {
  '1_ZELF': 'Inwoner zelf',
  '2_OMGEVING': 'Netwerk',
  '3_VOORLIGGEND': 'Voorliggend veld',
  '4_GEMEENTE': 'Gemeente',
};

const actionStatus: Readonly<Record<codes.ActionStatus, string>> = {
  GEPLAND: 'Gepland',
  LOOPT: 'Loopt',
  KLAAR: 'Gelukt',
  NIET_GELUKT: 'Niet gelukt',
  VERVALLEN: 'Niet meer nodig',
};

const handoverStep: Readonly<Record<codes.HandoverStep, string>> = {
  VOORGESTELD: 'Voorgesteld',
  OVERGENOMEN: 'Overgenomen',
  GEWEIGERD: 'Niet overgenomen',
  INGETROKKEN: 'Teruggetrokken',
};
const handoverCheck: Readonly<Record<codes.HandoverCheck, string>> = {
  GEZIN_WEET_HET: 'Het gezin weet wie de nieuwe regisseur wordt',
  SAMEN_KENNISGEMAAKT: 'We hebben samen kennisgemaakt met het gezin',
  PLAN_DOORGENOMEN: 'We hebben het plan en de doelen doorgenomen',
  AFSPRAKEN_DOORGENOMEN: 'We hebben afspraken en termijnen doorgenomen',
  VEILIGHEID_BESPROKEN: 'We hebben de veiligheid besproken',
  ANDEREN_WETEN_HET: 'Aanbieders en netwerk weten het',
};
const directionForm: Readonly<Record<codes.DirectionForm, string>> = {
  PLANREGIE: 'Planregie',
  CASUSREGIE: 'Casusregie',
};

const planVariant: Readonly<Record<codes.PlanVariant, string>> = { LICHT: 'Kort plan', VOLLEDIG: 'Uitgebreid plan' };

const planBasis: Readonly<Record<codes.PlanBasis, string>> = {
  EIGEN_PLAN: 'Eigen plan van de inwoner',
  FAMILIEGROEPSPLAN: 'Familiegroepsplan',
  SAMEN_OPGESTELD: 'Samen opgesteld',
};

const planStatus: Readonly<Record<codes.PlanStatus, string>> = {
  CONCEPT: 'Concept',
  BESPROKEN: 'Besproken',
  VASTGESTELD: 'Vastgesteld',
  IN_EVALUATIE: 'Wordt geëvalueerd',
  AFGEROND: 'Afgerond',
  GESTOPT: 'Gestopt',
};

const goalStatus: Readonly<Record<codes.GoalStatus, string>> = {
  OPEN: 'Nog niet begonnen',
  BEZIG: 'Mee bezig',
  BEREIKT: 'Bereikt',
  DEELS: 'Voor een deel bereikt',
  BIJGESTELD: 'Bijgesteld',
  LOSGELATEN: 'Losgelaten',
};

const actionKind: Readonly<Record<codes.ActionKind, string>> = {
  ZELF_DOEN: 'Zelf doen',
  NETWERK_VERSTERKEN: 'Netwerk versterken',
  MAATJE_VRIJWILLIGER: 'Maatje of vrijwilliger',
  ERVARINGSDESKUNDIGE_LOTGENOTEN: 'Ervaringsdeskundige of lotgenoten',
  COLLECTIEF: 'Activiteit met anderen',
  ALGEMENE_VOORZIENING: 'Algemene voorziening',
  INFORMATIE_ADVIES: 'Informatie en advies',
  MAATWERK: 'Maatwerkvoorziening',
  INDIVIDUELE_VOORZIENING_JEUGD: 'Individuele voorziening jeugd',
  SPECIALISTISCH: 'Specialistische hulp',
  FINANCIEEL: 'Hulp bij geld',
  VEILIGHEID: 'Veiligheid',
  PRAKTISCH: 'Praktische hulp',
};

const consentForm: Readonly<Record<codes.ConsentForm, string>> = {
  MONDELING: 'Mondeling',
  SCHRIFTELIJK: 'Schriftelijk',
};

const consentAnswer: Readonly<Record<codes.ConsentAnswer, string>> = {
  EENS: 'Eens met het plan',
  EENS_MET_OPMERKING: 'Eens, met een opmerking',
  NIET_EENS: 'Niet eens met het plan',
  NOG_NIET_GEVRAAGD: 'Nog niet gevraagd',
};

const evaluationDecision: Readonly<Record<codes.EvaluationDecision, string>> = {
  DOORGAAN: 'We gaan zo door',
  BIJSTELLEN: 'We passen het plan aan',
  AFBOUWEN: 'We bouwen de hulp af',
  AFSLUITEN: 'We sluiten af',
  VINGER_AAN_DE_POLS: 'We houden een vinger aan de pols',
};

const closingReason: Readonly<Record<codes.ClosingReason, string>> = {
  DOELEN_BEREIKT: 'De doelen zijn bereikt',
  VERDER_ZONDER_HULP: 'Het huishouden kan verder zonder onze hulp',
  INWONER_STOPT: 'De inwoner wil stoppen',
  VERHUISD: 'Verhuisd naar een andere gemeente',
  OVERLEDEN: 'Overleden',
  OVERGEDRAGEN: 'Overgedragen',
  GEEN_CONTACT: 'We krijgen geen contact meer',
  ANDERS: 'Anders',
};

const yesNoUnknown: Readonly<Record<codes.YesNoUnknown, string>> = {
  JA: 'Ja',
  NEE: 'Nee',
  ONBEKEND: 'Weet ik nog niet',
};

const networkGroup: Readonly<Record<codes.NetworkGroup, string>> = {
  FAMILIE: 'Familie',
  VRIENDEN: 'Vrienden',
  BUREN: 'Buren',
  WERK_SCHOOL: 'Werk en school',
  VRIJWILLIGER: 'Vrijwilligers',
  PROFESSIONAL: 'Professionals',
};

const networkRelation: Readonly<Record<codes.NetworkRelation, string>> = {
  FAMILIE: 'Familie',
  VRIEND: 'Vriend of vriendin',
  BUUR: 'Buurman of buurvrouw',
  VRIJWILLIGER: 'Vrijwilliger',
  MAATJE: 'Maatje',
  LOTGENOOT: 'Lotgenoot',
  ERVARINGSDESKUNDIGE: 'Ervaringsdeskundige',
  COLLEGA: 'Collega van het werk',
  SCHOOL: 'Iemand van school',
  PROFESSIONAL: 'Professional',
  VINGER_AAN_DE_POLS: 'Houdt een oogje in het zeil',
};

const nearness: Readonly<Record<codes.Nearness, string>> = {
  '1_DICHTBIJ': 'Dichtbij',
  '2_MIDDEN': 'Iets verder weg',
  '3_VERDER_WEG': 'Verder weg',
};

const support: Readonly<Record<codes.Support, string>> = {
  GEEFT_STEUN: 'Geeft steun',
  KRIJGT_STEUN: 'Krijgt steun',
  SPANNING: 'Geeft spanning',
  ONBEKEND: 'Nog niet bekend',
};

const supportKind: Readonly<Record<codes.SupportKind, string>> = {
  PRAKTISCH: 'Praktische hulp',
  GEZELSCHAP: 'Gezelschap',
  ADVIES: 'Advies',
  EMOTIONEEL: 'Een luisterend oor',
};

const mayKnow: Readonly<Record<codes.MayKnow, string>> = {
  NEE: 'Mag niets weten',
  DAT_ER_CONTACT_IS: 'Mag weten dat er contact is',
  DEZE_AFSPRAKEN: 'Mag de eigen afspraken weten',
};

export const planLabels = {
  ladder,
  actionStatus,
  directionForm,
  handoverStep,
  handoverCheck,
  planVariant,
  planBasis,
  planStatus,
  goalStatus,
  actionKind,
  consentForm,
  consentAnswer,
  evaluationDecision,
  closingReason,
  yesNoUnknown,
  networkGroup,
  networkRelation,
  nearness,
  support,
  supportKind,
  mayKnow,
} as const;
