/**
 * The one catalogue from code to Dutch word. A code without a label does not compile, and a label lives nowhere
 * else. Words that differ per municipality (perspectives, roles, places) come from the gemeenteprofiel, which
 * starts from these.
 */
import type * as codes from './codes.ts';

const perspective: Readonly<Record<codes.Perspective, string>> = {
  ONTWIKKELING: 'Persoonlijke groei',
  THUISBASIS: 'Thuisbasis',
  OMGEVING: 'Sociale omgeving',
  GEZONDHEID: 'Gezondheid',
  BESTAANSZEKERHEID: 'Bestaanszekerheid',
};

/** Other names that the field uses for the same perspective; search finds both. */
export const PERSPECTIVE_ALIASES: Readonly<Record<codes.Perspective, readonly string[]>> = {
  ONTWIKKELING: ['Persoonlijke groei', 'Persoonlijke ontwikkeling'],
  THUISBASIS: ['Thuisbasis'],
  OMGEVING: ['Sociale omgeving', 'Sociaal leven'],
  GEZONDHEID: ['Gezondheid'],
  BESTAANSZEKERHEID: ['Bestaanszekerheid'],
};

const ladder: Readonly<Record<codes.LadderStep, string>> = {
  '1_ZELF': 'Inwoner zelf',
  '2_OMGEVING': 'Netwerk',
  '3_VOORLIGGEND': 'Voorliggend veld',
  '4_GEMEENTE': 'Gemeente',
};

const householdStatus: Readonly<Record<codes.HouseholdStatus, string>> = {
  NIEUW: 'Nieuw',
  VERKENNEN: 'Verkennen',
  PLAN_ACTIEF: 'Plan loopt',
  VINGER_AAN_DE_POLS: 'Vinger aan de pols',
  AFGESLOTEN: 'Afgesloten',
  OVERGEDRAGEN: 'Overgedragen',
};

const context: Readonly<Record<codes.Context, string>> = {
  SCHOOL: 'Spreekuur op school',
  HUISARTS: 'Spreekuur bij de huisarts',
  THUIS: 'Huisbezoek',
  KANTOOR: 'Kantoor',
  TEAM: 'Teamoverleg',
  SENIOREN: 'Spreekuur in het wooncentrum',
  VOEDSELBANK: 'Spreekuur bij de voedselbank',
  TELEFOON: 'Telefoon',
};

const householdRole: Readonly<Record<codes.HouseholdRole, string>> = {
  OUDER: 'Ouder',
  PARTNER: 'Partner',
  KIND: 'Kind',
  INWONEND_KIND_18PLUS: 'Inwonend kind van 18 jaar of ouder',
  GROOTOUDER: 'Grootouder',
  ANDERS: 'Anders',
};

const lifeStage: Readonly<Record<codes.LifeStage, string>> = {
  VOOR_GEBOORTE: 'Voor de geboorte',
  JONGE_KIND: 'Jong kind (0 tot 4 jaar)',
  SCHOOLKIND: 'Schoolkind (4 tot 12 jaar)',
  JONGERE: 'Jongere (12 tot 18 jaar)',
  JONGVOLWASSENE: 'Jongvolwassene (18 tot 27 jaar)',
  VOLWASSENE: 'Volwassene',
  OUDERE: 'Oudere inwoner',
};

const custody: Readonly<Record<codes.Custody, string>> = {
  BEIDE_OUDERS: 'Beide ouders hebben gezag',
  EEN_OUDER: 'Eén ouder heeft gezag',
  VOOGD: 'Een voogd heeft gezag',
  GECERTIFICEERDE_INSTELLING: 'Een gecertificeerde instelling heeft gezag',
  ONBEKEND: 'Nog niet bekend',
  NVT: 'Niet van toepassing',
};

const trait: Readonly<Record<codes.Trait, string>> = {
  MANTELZORGER: 'Mantelzorger',
  JONGE_MANTELZORGER: 'Jonge mantelzorger',
  KOPP_KOV: 'Kind van een ouder met psychische problemen of een verslaving',
  STATUSHOUDER: 'Statushouder',
  ALLEENSTAAND: 'Staat er alleen voor',
  LAAGGELETTERD: 'Heeft moeite met lezen en schrijven',
  LVB: 'Licht verstandelijke beperking',
};

const representativeKind: Readonly<Record<codes.RepresentativeKind, string>> = {
  OUDER: 'Ouder',
  VOOGD: 'Voogd',
  CURATOR: 'Curator',
  MENTOR: 'Mentor',
  BEWINDVOERDER: 'Bewindvoerder',
  GEMACHTIGDE: 'Gemachtigde',
};

const attendeeRole: Readonly<Record<codes.AttendeeRole, string>> = {
  INWONER: 'Inwoner',
  GEZINSLID: 'Gezinslid',
  MANTELZORGER: 'Mantelzorger',
  NETWERK: 'Iemand uit het netwerk',
  CLIENTONDERSTEUNING: 'Cliëntondersteuner',
  TOLK: 'Tolk',
  COLLEGA: 'Collega',
  PARTNER: 'Samenwerkingspartner',
};

const lineKind: Readonly<Record<codes.LineKind, string>> = {
  CITAAT: 'Letterlijk gezegd',
  FEIT: 'Feit',
  MENING: 'Mening',
};

const actionStatus: Readonly<Record<codes.ActionStatus, string>> = {
  GEPLAND: 'Gepland',
  LOOPT: 'Loopt',
  KLAAR: 'Gelukt',
  NIET_GELUKT: 'Niet gelukt',
  VERVALLEN: 'Niet meer nodig',
};

const lifeEventKind: Readonly<Record<codes.LifeEventKind, string>> = {
  VERWACHT: 'Verwacht',
  ONVERWACHT: 'Onverwacht',
};

const balanceSide: Readonly<Record<codes.BalanceSide, string>> = {
  DRAAGLAST: 'Wat weegt zwaar',
  DRAAGKRACHT: 'Wat geeft kracht',
};

const membership: Readonly<Record<codes.Membership, string>> = {
  WOONT_HIER: 'Woont hier',
  BELANGRIJK_BUITENSHUIS: 'Belangrijk, woont ergens anders',
};

const channel: Readonly<Record<codes.Channel, string>> = {
  TELEFOON: 'Telefoon',
  MAIL: 'E-mail',
  SPREEKUUR: 'Spreekuur',
  HUISBEZOEK: 'Huisbezoek',
  VERWIJZING: 'Verwijzing',
  PARTNER: 'Via een partner',
  AMBTSHALVE: 'Op eigen initiatief van de gemeente',
};

const referrer: Readonly<Record<codes.Referrer, string>> = {
  HUISARTS: 'Huisarts',
  SCHOOL: 'School',
  POLITIE: 'Politie',
  CORPORATIE: 'Woningcorporatie',
  ZELF: 'Inwoner zelf',
  NETWERK: 'Netwerk',
  AANBIEDER: 'Zorgaanbieder',
  ANDERS: 'Anders',
};

const law: Readonly<Record<codes.Law, string>> = {
  WMO: 'Wmo 2015',
  JEUGD: 'Jeugdwet',
  PW: 'Participatiewet',
  WGS: 'Wet gemeentelijke schuldhulpverlening',
  WPG: 'Wet publieke gezondheid',
  LEERPLICHT: 'Leerplichtwet',
  INBURGERING: 'Wet inburgering',
  GEEN: 'Geen wet nodig',
  ONBEKEND: 'Nog niet bekend',
};

const urgency: Readonly<Record<codes.Urgency, string>> = {
  GEEN: 'Geen spoed',
  BINNEN_DAGEN: 'Binnen een paar dagen',
  VANDAAG: 'Vandaag',
};

const questionOutcome: Readonly<Record<codes.QuestionOutcome, string>> = {
  INFORMATIE_ADVIES: 'Informatie en advies gegeven',
  NETWERK_VOORLIGGEND: 'Opgepakt door netwerk of voorliggend veld',
  VERDER_ONDERZOEK: 'We onderzoeken dit verder',
  DIRECT_VEILIGHEID: 'Direct naar veiligheid',
  SITUATIE_ACCEPTABEL: 'De situatie is acceptabel',
  INWONER_AAN_ZET: 'De inwoner is zelf aan zet',
  DOORVERWEZEN: 'Doorverwezen',
  INGETROKKEN: 'Ingetrokken',
};

const reversedTestStep: Readonly<Record<codes.ReversedTestStep, string>> = {
  EFFECT: 'Wat willen we bereiken?',
  BEDOELING: 'Past dit bij de bedoeling van de wet?',
  GEVOLGEN: 'Wat zijn de gevolgen, nu en later?',
  JURIDISCH: 'Hoe regelen we het juridisch?',
};

const discussed: Readonly<Record<codes.Discussed, string>> = {
  JA: 'Besproken',
  NEE: 'Nog niet besproken',
  NIET_NODIG: 'Niet nodig',
  WIL_NIET: 'Wil hier niet over praten',
};

const importance: Readonly<Record<codes.Importance, string>> = {
  NIET: 'Niet belangrijk',
  BEETJE: 'Een beetje belangrijk',
  ERG: 'Erg belangrijk',
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

const residentReaction: Readonly<Record<codes.ResidentReaction, string>> = {
  AKKOORD: 'Akkoord',
  AKKOORD_MET_OPMERKINGEN: 'Akkoord met opmerkingen',
  NIET_AKKOORD: 'Niet akkoord',
  NOG_NIET_GELEZEN: 'Nog niet gelezen',
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

const signalKind: Readonly<Record<codes.SignalKind, string>> = {
  VEILIGHEID: 'Veiligheid',
  EENZAAMHEID: 'Eenzaamheid',
  VERWAARLOZING: 'Verwaarlozing',
  SCHULDEN_ARMOEDE: 'Schulden of armoede',
  OVERBELASTE_MANTELZORG: 'Overbelaste mantelzorger',
  SCHOOLVERZUIM: 'Schoolverzuim',
  WIJKTHEMA: 'Thema in de wijk',
};

const meldcodeStep: Readonly<Record<codes.MeldcodeStep, string>> = {
  '1_SIGNALEN': 'Signalen in kaart',
  '2_OVERLEG': 'Overleg met collega en Veilig Thuis',
  '3_GESPREK': 'Gesprek met betrokkenen',
  '4_WEGEN': 'Wegen van aard en ernst',
  '5_BESLISSEN': 'Beslissen',
};

const careRecord: Readonly<Record<codes.CareRecord, string>> = {
  GRONDSLAG: 'Waarom mogen we dit vastleggen?',
  GEINFORMEERD: 'Uitgelegd wat we met gegevens doen',
  INSTEMMING: 'Eens met het plan of de hulp',
  DELEN_BESPROKEN: 'Delen besproken',
};

const legalBasis: Readonly<Record<codes.LegalBasis, string>> = {
  WETTELIJKE_PLICHT: 'Wettelijke plicht',
  PUBLIEKE_TAAK: 'Taak van de gemeente',
  VITAAL_BELANG: 'Er is gevaar voor iemands leven of gezondheid',
  TOESTEMMING_UITZONDERING: 'Toestemming, bij uitzondering',
};

const sharingAnswer: Readonly<Record<codes.SharingAnswer, string>> = {
  JA: 'Ja, dat mag',
  NEE: 'Nee, liever niet',
  NIET_GEVRAAGD: 'Niet gevraagd',
};

const taskHat: Readonly<Record<codes.TaskHat, string>> = {
  TOELEIDING: 'Toeleiden naar hulp',
  HULPVERLENING: 'Hulp geven',
  COORDINATIE: 'Hulp op elkaar afstemmen',
};

const workerRole: Readonly<Record<codes.WorkerRole, string>> = {
  TOEGANG: 'Medewerker toegang',
  WIJKTEAM: 'Medewerker wijkteam',
  SPREEKUUR: 'Spreekuurhouder',
  REGISSEUR: 'Regisseur',
  EXPERT: 'Deskundige',
  KWALITEIT: 'Kwaliteitsmedewerker',
  ADMIN_ONDERSTEUNING: 'Administratie',
  TEAMLEIDER: 'Teamleider',
  AANDACHTSFUNCTIONARIS: 'Aandachtsfunctionaris huiselijk geweld',
  PRIVACY: 'Functionaris gegevensbescherming',
  BEHEER: 'Beheerder',
  BELEID: 'Beleidsmedewerker',
};

const expertise: Readonly<Record<codes.Expertise, string>> = {
  JEUGD: 'Jeugd',
  WMO_OUD: 'Hulp in huis en hulpmiddelen',
  WMO_2015: 'Begeleiding en dagbesteding',
  WERK: 'Werk',
  INKOMEN: 'Inkomen',
  BIJZ_BIJSTAND: 'Bijzondere bijstand',
  ARMOEDE: 'Armoede',
  SCHULD: 'Schuldhulp',
  WONINGURGENTIE: 'Urgentie voor een woning',
  LLV: 'Leerlingenvervoer',
  LEERRECHT: 'Leerrecht',
  INBURGERING: 'Inburgering',
  GPK: 'Gehandicaptenparkeerkaart',
  VEILIGHEID: 'Veiligheid',
  WELZIJN: 'Welzijn',
  VOLWASSENEN: 'Volwassenen',
};

const retentionClass: Readonly<Record<codes.RetentionClass, string>> = {
  WMO: 'Wmo',
  JEUGD_DOSSIER: 'Jeugdhulp',
  PLAN_NIET_VASTGESTELD: 'Plan niet vastgesteld',
  INGETROKKEN: 'Vraag ingetrokken',
  LOGGING: 'Logboek',
  PW: 'Participatiewet',
  WGS: 'Schuldhulp',
  WERKAANTEKENING: 'Werkaantekening',
};

const lens: Readonly<Record<codes.Lens, string>> = {
  POSITIEVE_GEZONDHEID: 'Positieve gezondheid',
  LEEFGEBIEDEN: 'Leefgebieden',
  ZRM: 'Zelfredzaamheid-Matrix',
  PARTICIPATIELADDER: 'Participatieladder',
  SHANARRI: 'Welzijn van het kind',
  KRACHTEN: 'Krachten eerst',
  KLEINE_STAPPEN: 'Kleine stappen',
  OMGEKEERDE_TOETS: 'Omgekeerde toets',
};

const pgVersion: Readonly<Record<codes.PgVersion, string>> = {
  VOLWASSENEN: 'Volwassenen',
  JONGEREN: 'Jongeren',
  KIND: 'Kinderen',
  EENVOUDIG: 'Eenvoudig',
};

const pgFilledBy: Readonly<Record<codes.PgFilledBy, string>> = {
  ZELF: 'Zelf ingevuld',
  SAMEN: 'Samen ingevuld',
  OUDER: 'Door een ouder ingevuld',
};

export const labels = {
  perspective,
  ladder,
  householdStatus,
  context,
  householdRole,
  lifeStage,
  custody,
  trait,
  representativeKind,
  attendeeRole,
  lineKind,
  actionStatus,
  lifeEventKind,
  balanceSide,
  membership,
  channel,
  referrer,
  law,
  urgency,
  questionOutcome,
  reversedTestStep,
  discussed,
  importance,
  directionForm,
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
  residentReaction,
  networkGroup,
  networkRelation,
  nearness,
  support,
  supportKind,
  mayKnow,
  signalKind,
  meldcodeStep,
  careRecord,
  legalBasis,
  sharingAnswer,
  taskHat,
  workerRole,
  expertise,
  retentionClass,
  lens,
  pgVersion,
  pgFilledBy,
} as const;
export type LabelGroup = keyof typeof labels;

/** The Dutch word of a code. A code from a newer version is shown as it is, never hidden. */
export function labelOf(group: LabelGroup, code: string): string {
  const words: Readonly<Record<string, string>> = labels[group];
  return Object.hasOwn(words, code) ? (words[code] ?? code) : code;
}
