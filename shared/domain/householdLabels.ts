/** Words for households, people, questions, conversations and perspectives. Part of the catalogue in labels.ts. */
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

const ageGroup: Readonly<Record<codes.AgeGroup, string>> = {
  ONGEBOREN: 'Nog niet geboren',
  '0_3': '0 tot en met 3 jaar',
  '4_11': '4 tot en met 11 jaar',
  '12_15': '12 tot en met 15 jaar',
  '16_17': '16 of 17 jaar',
  '18_26': '18 tot en met 26 jaar',
  '27_66': '27 tot en met 66 jaar',
  '67_PLUS': '67 jaar of ouder',
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

const residentReaction: Readonly<Record<codes.ResidentReaction, string>> = {
  AKKOORD: 'Akkoord',
  AKKOORD_MET_OPMERKINGEN: 'Akkoord met opmerkingen',
  NIET_AKKOORD: 'Niet akkoord',
  NOG_NIET_GELEZEN: 'Nog niet gelezen',
};

export const householdLabels = {
  ageGroup,
  perspective,
  householdStatus,
  context,
  householdRole,
  lifeStage,
  custody,
  trait,
  representativeKind,
  attendeeRole,
  lineKind,
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
  residentReaction,
} as const;
