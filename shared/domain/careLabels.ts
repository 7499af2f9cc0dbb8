/** Words for safety, privacy, roles, retention and lenses. Part of the catalogue in labels.ts. */
import type * as codes from './codes.ts';

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

const handoverPart: Readonly<Record<codes.HandoverPart, string>> = {
  VRAAG: 'De vraag, in eigen woorden',
  KRACHTEN: 'Wat goed gaat',
  DOELEN: 'De doelen',
  AFSPRAKEN: 'Wie doet wat',
  NETWERK: 'Mensen om het huishouden heen',
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

export const careLabels = {
  signalKind,
  meldcodeStep,
  careRecord,
  legalBasis,
  sharingAnswer,
  handoverPart,
  taskHat,
  workerRole,
  expertise,
  retentionClass,
  lens,
  pgVersion,
  pgFilledBy,
} as const;
