/**
 * Stable codes of the field (glossary of the domain). Codes go into documents and never change meaning;
 * Dutch labels are in shared/domain/labels.ts and, where municipalities differ, in the gemeenteprofiel.
 */
export const PERSPECTIVES = ['ONTWIKKELING', 'THUISBASIS', 'OMGEVING', 'GEZONDHEID', 'BESTAANSZEKERHEID'] as const;
export type Perspective = (typeof PERSPECTIVES)[number];

/** Who does it, in the fixed order of the rolverdeling: first the resident, last the municipality. */
export const LADDER = ['1_ZELF', '2_OMGEVING', '3_VOORLIGGEND', '4_GEMEENTE'] as const;
export type LadderStep = (typeof LADDER)[number];

export const HOUSEHOLD_STATUSES = [
  'NIEUW',
  'VERKENNEN',
  'PLAN_ACTIEF',
  'VINGER_AAN_DE_POLS',
  'AFGESLOTEN',
  'OVERGEDRAGEN',
] as const;
export type HouseholdStatus = (typeof HOUSEHOLD_STATUSES)[number];
/** Nothing runs there any more; it is found by looking for it. */
export const isClosed = (status: HouseholdStatus): boolean => status === 'AFGESLOTEN' || status === 'OVERGEDRAGEN';

/** Where the work happens. */
export const CONTEXTS = [
  'SCHOOL',
  'HUISARTS',
  'THUIS',
  'KANTOOR',
  'TEAM',
  'SENIOREN',
  'VOEDSELBANK',
  'TELEFOON',
] as const;
export type Context = (typeof CONTEXTS)[number];

export const HOUSEHOLD_ROLES = ['OUDER', 'PARTNER', 'KIND', 'INWONEND_KIND_18PLUS', 'GROOTOUDER', 'ANDERS'] as const;
export const LIFE_STAGES = [
  'VOOR_GEBOORTE',
  'JONGE_KIND',
  'SCHOOLKIND',
  'JONGERE',
  'JONGVOLWASSENE',
  'VOLWASSENE',
  'OUDERE',
] as const;
export const CUSTODY = ['BEIDE_OUDERS', 'EEN_OUDER', 'VOOGD', 'GECERTIFICEERDE_INSTELLING', 'ONBEKEND', 'NVT'] as const;
export const TRAITS = [
  'MANTELZORGER',
  'JONGE_MANTELZORGER',
  'KOPP_KOV',
  'STATUSHOUDER',
  'ALLEENSTAAND',
  'LAAGGELETTERD',
  'LVB',
] as const;
export const REPRESENTATIVES = ['OUDER', 'VOOGD', 'CURATOR', 'MENTOR', 'BEWINDVOERDER', 'GEMACHTIGDE'] as const;
export const ATTENDEE_ROLES = [
  'INWONER',
  'GEZINSLID',
  'MANTELZORGER',
  'NETWERK',
  'CLIENTONDERSTEUNING',
  'TOLK',
  'COLLEGA',
  'PARTNER',
] as const;
export const LINE_KINDS = ['CITAAT', 'FEIT', 'MENING'] as const;
export type LineKind = (typeof LINE_KINDS)[number];
export const ACTION_STATUSES = ['GEPLAND', 'LOOPT', 'KLAAR', 'NIET_GELUKT', 'VERVALLEN'] as const;
export type ActionStatus = (typeof ACTION_STATUSES)[number];
export const LIFE_EVENT_KINDS = ['VERWACHT', 'ONVERWACHT'] as const;
export const BALANCE_SIDES = ['DRAAGLAST', 'DRAAGKRACHT'] as const;
export const MEMBERSHIPS = ['WOONT_HIER', 'BELANGRIJK_BUITENSHUIS'] as const;

// --- The question a household comes with (domain 3.4) ---
export const CHANNELS = ['TELEFOON', 'MAIL', 'SPREEKUUR', 'HUISBEZOEK', 'VERWIJZING', 'PARTNER', 'AMBTSHALVE'] as const;
export type Channel = (typeof CHANNELS)[number];
export const REFERRERS = [
  'HUISARTS',
  'SCHOOL',
  'POLITIE',
  'CORPORATIE',
  'ZELF',
  'NETWERK',
  'AANBIEDER',
  'ANDERS',
] as const;
export type Referrer = (typeof REFERRERS)[number];
/** Filled in last: first what is needed, then the law. */
export const LAWS = ['WMO', 'JEUGD', 'PW', 'WGS', 'WPG', 'LEERPLICHT', 'INBURGERING', 'GEEN', 'ONBEKEND'] as const;
export type Law = (typeof LAWS)[number];
export const URGENCIES = ['GEEN', 'BINNEN_DAGEN', 'VANDAAG'] as const;
export type Urgency = (typeof URGENCIES)[number];
export const QUESTION_OUTCOMES = [
  'INFORMATIE_ADVIES',
  'NETWERK_VOORLIGGEND',
  'VERDER_ONDERZOEK',
  'DIRECT_VEILIGHEID',
  'SITUATIE_ACCEPTABEL',
  'INWONER_AAN_ZET',
  'DOORVERWEZEN',
  'INGETROKKEN',
] as const;
export type QuestionOutcome = (typeof QUESTION_OUTCOMES)[number];
/** Order of the omgekeerde toets: the law comes last. */
export const REVERSED_TEST_STEPS = ['EFFECT', 'BEDOELING', 'GEVOLGEN', 'JURIDISCH'] as const;
export type ReversedTestStep = (typeof REVERSED_TEST_STEPS)[number];

// --- Perspectives (domain 4.6) ---
export const DISCUSSED = ['JA', 'NEE', 'NIET_NODIG', 'WIL_NIET'] as const;
export type Discussed = (typeof DISCUSSED)[number];
export const IMPORTANCES = ['NIET', 'BEETJE', 'ERG'] as const;
export type Importance = (typeof IMPORTANCES)[number];

// --- The plan (domain 3.6-3.10) ---
export const DIRECTION_FORMS = ['PLANREGIE', 'CASUSREGIE'] as const;
export type DirectionForm = (typeof DIRECTION_FORMS)[number];
export const PLAN_VARIANTS = ['LICHT', 'VOLLEDIG'] as const;
export type PlanVariant = (typeof PLAN_VARIANTS)[number];
export const PLAN_BASES = ['EIGEN_PLAN', 'FAMILIEGROEPSPLAN', 'SAMEN_OPGESTELD'] as const;
export type PlanBasis = (typeof PLAN_BASES)[number];
export const PLAN_STATUSES = ['CONCEPT', 'BESPROKEN', 'VASTGESTELD', 'IN_EVALUATIE', 'AFGEROND', 'GESTOPT'] as const;
export type PlanStatus = (typeof PLAN_STATUSES)[number];
export const GOAL_STATUSES = ['OPEN', 'BEZIG', 'BEREIKT', 'DEELS', 'BIJGESTELD', 'LOSGELATEN'] as const;
export type GoalStatus = (typeof GOAL_STATUSES)[number];
export const ACTION_KINDS = [
  'ZELF_DOEN',
  'NETWERK_VERSTERKEN',
  'MAATJE_VRIJWILLIGER',
  'ERVARINGSDESKUNDIGE_LOTGENOTEN',
  'COLLECTIEF',
  'ALGEMENE_VOORZIENING',
  'INFORMATIE_ADVIES',
  'MAATWERK',
  'INDIVIDUELE_VOORZIENING_JEUGD',
  'SPECIALISTISCH',
  'FINANCIEEL',
  'VEILIGHEID',
  'PRAKTISCH',
] as const;
export type ActionKind = (typeof ACTION_KINDS)[number];
export const CONSENT_FORMS = ['MONDELING', 'SCHRIFTELIJK'] as const;
export type ConsentForm = (typeof CONSENT_FORMS)[number];
export const CONSENT_ANSWERS = ['EENS', 'EENS_MET_OPMERKING', 'NIET_EENS', 'NOG_NIET_GEVRAAGD'] as const;
export type ConsentAnswer = (typeof CONSENT_ANSWERS)[number];
export const EVALUATION_DECISIONS = ['DOORGAAN', 'BIJSTELLEN', 'AFBOUWEN', 'AFSLUITEN', 'VINGER_AAN_DE_POLS'] as const;
export type EvaluationDecision = (typeof EVALUATION_DECISIONS)[number];
export const CLOSING_REASONS = [
  'DOELEN_BEREIKT',
  'VERDER_ZONDER_HULP',
  'INWONER_STOPT',
  'VERHUISD',
  'OVERLEDEN',
  'OVERGEDRAGEN',
  'GEEN_CONTACT',
  'ANDERS',
] as const;
export type ClosingReason = (typeof CLOSING_REASONS)[number];
export const YES_NO_UNKNOWN = ['JA', 'NEE', 'ONBEKEND'] as const;
export type YesNoUnknown = (typeof YES_NO_UNKNOWN)[number];
export const RESIDENT_REACTIONS = ['AKKOORD', 'AKKOORD_MET_OPMERKINGEN', 'NIET_AKKOORD', 'NOG_NIET_GELEZEN'] as const;
export type ResidentReaction = (typeof RESIDENT_REACTIONS)[number];

// --- Network (domain 3.3, screens 3) ---
export const NETWORK_GROUPS = ['FAMILIE', 'VRIENDEN', 'BUREN', 'WERK_SCHOOL', 'VRIJWILLIGER', 'PROFESSIONAL'] as const;
export type NetworkGroup = (typeof NETWORK_GROUPS)[number];
export const NETWORK_RELATIONS = [
  'FAMILIE',
  'VRIEND',
  'BUUR',
  'VRIJWILLIGER',
  'MAATJE',
  'LOTGENOOT',
  'ERVARINGSDESKUNDIGE',
  'COLLEGA',
  'SCHOOL',
  'PROFESSIONAL',
  'VINGER_AAN_DE_POLS',
] as const;
export type NetworkRelation = (typeof NETWORK_RELATIONS)[number];
export const NEARNESSES = ['1_DICHTBIJ', '2_MIDDEN', '3_VERDER_WEG'] as const;
export type Nearness = (typeof NEARNESSES)[number];
export const SUPPORTS = ['GEEFT_STEUN', 'KRIJGT_STEUN', 'SPANNING', 'ONBEKEND'] as const;
export type Support = (typeof SUPPORTS)[number];
export const SUPPORT_KINDS = ['PRAKTISCH', 'GEZELSCHAP', 'ADVIES', 'EMOTIONEEL'] as const;
export type SupportKind = (typeof SUPPORT_KINDS)[number];
export const MAY_KNOW = ['NEE', 'DAT_ER_CONTACT_IS', 'DEZE_AFSPRAKEN'] as const;
export type MayKnow = (typeof MAY_KNOW)[number];

// --- Safety, privacy, roles (domain 3.11, 8.3, 9, 10) ---
export const SIGNAL_KINDS = [
  'VEILIGHEID',
  'EENZAAMHEID',
  'VERWAARLOZING',
  'SCHULDEN_ARMOEDE',
  'OVERBELASTE_MANTELZORG',
  'SCHOOLVERZUIM',
  'WIJKTHEMA',
] as const;
export type SignalKind = (typeof SIGNAL_KINDS)[number];
export const MELDCODE_STEPS = ['1_SIGNALEN', '2_OVERLEG', '3_GESPREK', '4_WEGEN', '5_BESLISSEN'] as const;
export type MeldcodeStep = (typeof MELDCODE_STEPS)[number];
/** Four different things, never one consent box. */
export const CARE_RECORDS = ['GRONDSLAG', 'GEINFORMEERD', 'INSTEMMING', 'DELEN_BESPROKEN'] as const;
export type CareRecord = (typeof CARE_RECORDS)[number];
export const LEGAL_BASES = ['WETTELIJKE_PLICHT', 'PUBLIEKE_TAAK', 'VITAAL_BELANG', 'TOESTEMMING_UITZONDERING'] as const;
export type LegalBasis = (typeof LEGAL_BASES)[number];
export const SHARING_ANSWERS = ['JA', 'NEE', 'NIET_GEVRAAGD'] as const;
export type SharingAnswer = (typeof SHARING_ANSWERS)[number];
export const HANDOVER_PARTS = ['VRAAG', 'KRACHTEN', 'DOELEN', 'AFSPRAKEN', 'NETWERK'] as const;
export type HandoverPart = (typeof HANDOVER_PARTS)[number];
export const TASK_HATS = ['TOELEIDING', 'HULPVERLENING', 'COORDINATIE'] as const;
export type TaskHat = (typeof TASK_HATS)[number];
export const WORKER_ROLES = [
  'TOEGANG',
  'WIJKTEAM',
  'SPREEKUUR',
  'REGISSEUR',
  'EXPERT',
  'KWALITEIT',
  'ADMIN_ONDERSTEUNING',
  'TEAMLEIDER',
  'AANDACHTSFUNCTIONARIS',
  'PRIVACY',
  'BEHEER',
  'BELEID',
] as const;
export type WorkerRole = (typeof WORKER_ROLES)[number];
export const EXPERTISES = [
  'JEUGD',
  'WMO_OUD',
  'WMO_2015',
  'WERK',
  'INKOMEN',
  'BIJZ_BIJSTAND',
  'ARMOEDE',
  'SCHULD',
  'WONINGURGENTIE',
  'LLV',
  'LEERRECHT',
  'INBURGERING',
  'GPK',
  'VEILIGHEID',
  'WELZIJN',
  'VOLWASSENEN',
] as const;
export type Expertise = (typeof EXPERTISES)[number];
export const RETENTION_CLASSES = [
  'WMO',
  'JEUGD_DOSSIER',
  'PLAN_NIET_VASTGESTELD',
  'INGETROKKEN',
  'LOGGING',
  'PW',
  'WGS',
  'WERKAANTEKENING',
] as const;
export type RetentionClass = (typeof RETENTION_CLASSES)[number];

// --- Lenses (domain 5, 6) ---
export const LENSES = [
  'POSITIEVE_GEZONDHEID',
  'LEEFGEBIEDEN',
  'ZRM',
  'PARTICIPATIELADDER',
  'SHANARRI',
  'KRACHTEN',
  'KLEINE_STAPPEN',
  'OMGEKEERDE_TOETS',
] as const;
export type Lens = (typeof LENSES)[number];
export const PG_DIMENSIONS = ['LICHAAM', 'MENTAAL', 'ZINGEVING', 'KWALITEIT', 'MEEDOEN', 'DAGELIJKS'] as const;
export type PgDimension = (typeof PG_DIMENSIONS)[number];
export const PG_VERSIONS = ['VOLWASSENEN', 'JONGEREN', 'KIND', 'EENVOUDIG'] as const;
export type PgVersion = (typeof PG_VERSIONS)[number];
export const PG_FILLED_BY = ['ZELF', 'SAMEN', 'OUDER'] as const;
export type PgFilledBy = (typeof PG_FILLED_BY)[number];

export type HouseholdRole = (typeof HOUSEHOLD_ROLES)[number];
export type LifeStage = (typeof LIFE_STAGES)[number];
export type Custody = (typeof CUSTODY)[number];
export type Trait = (typeof TRAITS)[number];
export type RepresentativeKind = (typeof REPRESENTATIVES)[number];
export type AttendeeRole = (typeof ATTENDEE_ROLES)[number];
export type LifeEventKind = (typeof LIFE_EVENT_KINDS)[number];
export type BalanceSide = (typeof BALANCE_SIDES)[number];
export type Membership = (typeof MEMBERSHIPS)[number];

/** For a person whose birth date is not known. The bounds are those on which rights change. */
export const AGE_GROUPS = ['ONGEBOREN', '0_3', '4_11', '12_15', '16_17', '18_26', '27_66', '67_PLUS'] as const;
export type AgeGroup = (typeof AGE_GROUPS)[number];

/** Regisseur overdragen: a proposal, and the three answers to one. */
export const HANDOVER_STEPS = ['VOORGESTELD', 'OVERGENOMEN', 'GEWEIGERD', 'INGETROKKEN'] as const;
export type HandoverStep = (typeof HANDOVER_STEPS)[number];

/** What is worth doing before a handover; nothing of it blocks. */
export const HANDOVER_CHECKS = [
  'GEZIN_WEET_HET',
  'SAMEN_KENNISGEMAAKT',
  'PLAN_DOORGENOMEN',
  'AFSPRAKEN_DOORGENOMEN',
  'VEILIGHEID_BESPROKEN',
  'ANDEREN_WETEN_HET',
] as const;
export type HandoverCheck = (typeof HANDOVER_CHECKS)[number];
