/**
 * What a person reads for each error: what happened, and what to do now. Short, warm, B1, "je". The one place where a
 * tag becomes words; a test asserts that every tag has its sentence and none holds a technical word.
 */
import { labels } from './domain/labels.ts';
import type { AppError, ErrorOf, ErrorTag } from './errors.ts';

export interface ErrorText {
  /** What happened, and what that means for the work. */
  readonly title: string;
  /** What to do now. */
  readonly advice: string;
}

const unreachable = {
  UNREACHABLE: 'De plek waar je team deelt, geeft geen antwoord.',
  TLS: 'De verbinding is niet te vertrouwen, dus er is niets verstuurd.',
  REFUSED: 'Iets op dit netwerk houdt de verbinding tegen.',
} as const;

const planMistakes = {
  EINDE_VOOR_BEGIN: {
    title: 'Het plan stopt vóór het begint.',
    advice: 'Kijk de begindatum en de einddatum na. Daarna kun je het vaststellen.',
  },
  EVALUATIE_VOORBIJ: {
    title: 'De evaluatie ligt in het verleden.',
    advice: 'Kies een nieuwe datum voor de evaluatie. Kijk ook of de klok van je laptop klopt.',
  },
} as const;

const caseNumberProblems = {
  CHARACTERS: {
    title: 'In dit zaaknummer staan tekens die er niet in horen.',
    advice: 'Gebruik letters, cijfers en - . / _ en probeer het opnieuw.',
  },
  TOO_LONG: { title: 'Dit zaaknummer is te lang.', advice: 'Neem het kortere nummer van de zaak over.' },
  BSN: {
    title: 'Dit lijkt een burgerservicenummer. Dat bewaren we niet.',
    advice: 'Vul het nummer van de zaak in, of laat het leeg.',
  },
} as const;

const meldcodeProblems = {
  DATE: { title: 'Deze datum bestaat niet.', advice: 'Kijk de dag, de maand en het jaar na.' },
  REASON_FOR_SKIPPING: {
    title: 'Er staat nog niet waarom je deze stap overslaat.',
    advice: 'Schrijf de reden op en bewaar opnieuw.',
  },
  MAY_NOT_SKIP: {
    title: 'Deze stap kun je niet overslaan.',
    advice: 'Alleen het gesprek mag je overslaan, als het niet veilig is.',
  },
} as const;

type Texts = { readonly [T in ErrorTag]: ErrorText | ((error: ErrorOf<T>) => ErrorText) };

const restart = 'Sluit Samenspel en start het opnieuw. Wat bewaard was, staat er nog.';
const askHelp = 'Lukt het dan nog niet? Vraag je beheerder om te kijken.';

const texts: Texts = {
  UnknownCommand: { title: 'Dit scherm vraagt iets wat deze versie niet kent.', advice: restart },
  InvalidInput: {
    title: 'Iets is niet goed ingevuld, dus er is nog niets bewaard.',
    advice: 'Kijk het veld na en probeer het opnieuw.',
  },
  PayloadTooLarge: {
    title: 'Dit is te groot om in één keer te bewaren.',
    advice: 'Verdeel de tekst over meer stukken en bewaar die één voor één.',
  },
  WrongSender: {
    title: 'Dit venster mag niet bij je gegevens.',
    advice: 'Open Samenspel opnieuw en werk in dat venster verder.',
  },
  ContractBroken: { title: 'Het scherm en de kluis begrijpen elkaar niet.', advice: restart },
  Internal: ({ reportId }) => ({
    title: 'Er ging iets mis in Samenspel zelf. Wat bewaard was, is niet weg.',
    advice: `Probeer het nog een keer. Gebeurt het weer? Geef je beheerder dan deze code: ${reportId}.`,
  }),
  TimedOut: { title: 'Het duurde te lang.', advice: `Wacht even en probeer het opnieuw. ${askHelp}` },
  ConnectionLost: {
    title: 'Het scherm heeft geen verbinding meer met je kluis. Wat bewaard was, is niet weg.',
    advice: 'Ontgrendel opnieuw. Lukt dat niet, start Samenspel dan opnieuw.',
  },
  TooBusy: { title: 'Samenspel kan het even niet bijhouden.', advice: 'Wacht een paar tellen en probeer het opnieuw.' },
  Locked: { title: 'Je kluis is vergrendeld.', advice: 'Ontgrendel met je wachtzin en ga verder waar je was.' },
  Hidden: { title: 'Je scherm is verborgen.', advice: 'Typ je pincode om verder te gaan.' },
  AlreadyOpen: { title: 'Je kluis is al open.', advice: 'Ga verder met je werk, of vergrendel eerst.' },
  WrongPassphrase: ({ waitSeconds }) => ({
    title: 'Deze wachtzin klopt niet.',
    advice: `${afterWaiting(waitSeconds)} Vergeten? Gebruik dan je herstelcode.`,
  }),
  WaitBeforeRetry: ({ waitSeconds }) => ({
    title: 'Er is een paar keer een verkeerde wachtzin getypt. Je gegevens zijn veilig.',
    advice: afterWaiting(waitSeconds),
  }),
  KeychainMissing: {
    title: 'Deze laptop kent je kluis niet meer, bijvoorbeeld na een nieuw account of een herstel van het systeem.',
    advice: 'Je gegevens staan er nog. Kies "Wachtzin vergeten" en typ je herstelcode.',
  },
  WrongPin: ({ triesLeft }) => ({
    title: 'Deze pincode klopt niet.',
    advice:
      triesLeft > 0
        ? `Probeer het nog een keer. Je kunt nog ${triesLeft} keer proberen; daarna vraagt Samenspel je wachtzin.`
        : 'Ontgrendel nu met je wachtzin.',
  }),
  PassphraseTooWeak: ({ reason }) =>
    reason === 'TOO_SHORT'
      ? {
          title: 'Deze wachtzin is te kort.',
          advice: 'Neem minstens 14 tekens of vier woorden, of kies de vijf woorden die we voorstellen.',
        }
      : reason === 'TOO_LONG'
        ? {
            title: 'Deze wachtzin is te lang.',
            advice: 'Neem een kortere zin, bijvoorbeeld de vijf woorden die we voorstellen.',
          }
        : {
            title: 'Deze wachtzin is makkelijk te raden.',
            advice: 'Kies een andere zin, bijvoorbeeld de vijf woorden die we voorstellen.',
          },
  PinInvalid: { title: 'Deze pincode kan niet.', advice: 'Kies vier, vijf of zes cijfers.' },
  WrongRecoveryCode: ({ group }) => ({
    title: group === null ? 'Deze herstelcode klopt niet.' : `Groep ${group + 1} van de herstelcode klopt niet.`,
    advice: 'Leg je uitgeprinte code ernaast en typ hem nog een keer. Hoofdletters maken niet uit.',
  }),
  SetupNotStarted: {
    title: 'Het aanmaken van je kluis was nog niet begonnen.',
    advice: 'Begin opnieuw bij de eerste stap.',
  },
  ProfileMissing: {
    title: 'Deze kluis staat niet meer op deze laptop.',
    advice: 'Kies een andere naam, of zet een reservekopie terug met je beheerder.',
  },
  ProfileInUse: {
    title: 'Deze kluis staat al open in een ander venster van Samenspel.',
    advice: 'Ga verder in dat venster, of sluit het en probeer het hier opnieuw.',
  },
  HeaderDamaged: {
    title: 'Het slot van je kluis is beschadigd. Je gegevens staan er nog, maar ze gaan niet open.',
    advice: 'Gooi niets weg. Vraag je beheerder om de reservekopie van het slot terug te zetten.',
  },
  DatabaseFromNewerVersion: {
    title: 'Je gegevens zijn bewaard met een nieuwere versie van Samenspel. Er is niets weg.',
    advice: 'Installeer de nieuwste versie en open je kluis daarmee.',
  },
  DatabaseIsPlaintext: {
    title: 'Het bestand met je gegevens is niet versleuteld. Daarom opent Samenspel het niet.',
    advice: 'Gooi niets weg en vraag je beheerder om te kijken.',
  },
  DatabaseDamaged: {
    title: 'Een deel van je gegevens kan niet gelezen worden.',
    advice: 'Gooi niets weg. Zet een reservekopie terug, of vraag je beheerder om te helpen.',
  },
  DiskFull: {
    title: 'De schijf van je laptop is vol. Het laatste is nog niet bewaard; je tekst staat nog in beeld.',
    advice: 'Maak ruimte vrij op je laptop. Samenspel probeert het daarna opnieuw.',
  },
  DiskError: {
    title: 'Je laptop kon niet op de schijf schrijven of ervan lezen. Je tekst staat nog in beeld.',
    advice: 'Probeer het nog een keer. Helpt dat niet? Kopieer wat nog niet bewaard is, en vergrendel en ontgrendel.',
  },
  BackupUnusable: {
    title: 'Deze reservekopie kan niet gebruikt worden. Aan je gegevens is niets veranderd.',
    advice: 'Kies een andere reservekopie, of maak een nieuwe.',
  },
  HouseholdMissing: {
    title: 'Dit huishouden staat niet op deze laptop.',
    advice: 'Ga terug naar Huishoudens en zoek het op.',
  },
  DocumentMissing: {
    title: 'Dit dossier staat niet op deze laptop.',
    advice: 'Ga terug naar Huishoudens en open het opnieuw.',
  },
  DocumentReadOnly: {
    title: 'Dit dossier is gemaakt met een nieuwere versie. Je kunt het lezen, maar nog niet veranderen.',
    advice: 'Installeer de nieuwste versie om verder te schrijven.',
  },
  RecordMissing: {
    title: 'Dit stuk is er niet meer.',
    advice: 'Open het dossier opnieuw en kijk of het ergens anders staat.',
  },
  UpdateRefused: ({ reason }) => ({
    title: `Dit is niet bewaard: ${REFUSED_BECAUSE[reason]}`,
    advice: 'Je tekst staat in het vak "Niet bewaard". Kopieer hem daaruit en zet hem op de goede plek.',
  }),
  AlreadyFinalized: {
    title: 'Dit gesprek is al vastgesteld en verandert niet meer.',
    advice: 'Wil je iets toevoegen? Schrijf een aanvulling.',
  },
  NotAuthor: { title: 'Dit gesprek is van een collega.', advice: 'Wil je iets toevoegen? Schrijf een aanvulling.' },
  InvalidDate: { title: 'Deze datum bestaat niet.', advice: 'Kijk de dag, de maand en het jaar na.' },
  TooLong: {
    title: 'Deze tekst past daar niet bij.',
    advice: 'Maak de tekst korter of verdeel hem over meer stukken.',
  },
  PlanStepNotAllowed: ({ from, to }) => ({
    title: `Dit plan is "${labels.planStatus[from].toLowerCase()}". Het kan nu niet "${labels.planStatus[to].toLowerCase()}" worden.`,
    advice: 'Kijk eerst hoe het plan ervoor staat. Misschien heeft een collega iets besloten.',
  }),
  PlanMistake: ({ code }) => planMistakes[code],
  RegisseurMissing: {
    title: 'Er is nog geen regisseur.',
    advice: 'Kies eerst wie het overzicht houdt. Daarna kun je verder.',
  },
  NotRegisseur: {
    title: 'Dit doet de regisseur van dit huishouden.',
    advice: 'Vraag de regisseur, of draag eerst de regie over.',
  },
  NothingToChoose: {
    title: 'Hier valt niets meer te kiezen.',
    advice: 'Misschien koos een collega al. Kijk wat er nu geldt.',
  },
  NotClosed: { title: 'Dit huishouden is niet afgesloten.', advice: 'Je kunt gewoon verder werken.' },
  CaseNumberProblem: ({ code }) => caseNumberProblems[code],
  DateInPast: {
    title: 'Deze datum ligt in het verleden.',
    advice: 'Kies een dag die nog komt. Kijk ook of de klok van je laptop klopt.',
  },
  DateInFuture: {
    title: 'Deze datum moet nog komen.',
    advice: 'Kies vandaag of een eerdere dag. Kijk ook of de klok van je laptop klopt.',
  },
  MeldcodeStepProblem: ({ code }) => meldcodeProblems[code],
  NoAccess: {
    title: 'Jij hebt geen toegang tot dit deel van het dossier.',
    advice: 'Vraag de collega die dit deel bijhoudt of je mag meekijken.',
  },
  ExportTooLarge: {
    title: 'Dit dossier is te groot voor één bestand.',
    advice: 'Vraag je beheerder om het samen met jou te bewaren. Er is niets weg.',
  },
  ImportDamaged: {
    title: 'Dit bestand is niet heel, dus er is niets overgenomen.',
    advice: 'Kies een andere kopie van het bestand en probeer het opnieuw.',
  },
  ImportPassphraseNeeded: {
    title: 'Dit bestand is afgesloten met een wachtzin.',
    advice: 'Typ de wachtzin die bij dit bestand hoort.',
  },
  ImportPassphraseWrong: {
    title: 'Deze wachtzin past niet bij dit bestand.',
    advice: 'Probeer het opnieuw. Klopt de wachtzin wel? Dan is het bestand niet heel.',
  },
  ImportFromNewerVersion: {
    title: 'Dit bestand komt uit een nieuwere versie van Samenspel.',
    advice: 'Werk Samenspel bij en probeer het daarna opnieuw.',
  },
  HouseholdExists: {
    title: 'Dit huishouden staat al op deze laptop.',
    advice: 'Open het in de lijst met huishoudens. Er is niets veranderd.',
  },
  ImportGone: {
    title: 'Deze lijst is er niet meer.',
    advice: 'Begin opnieuw met het bestand. Er is niets half ingelezen.',
  },
  ImportUnreadable: ({ reason }) => UNREADABLE_LIST[reason],
  ImportColumnsMissing: {
    title: 'We weten nog niet waar de naam staat.',
    advice: 'Kies bij de kolommen ten minste een naam.',
  },
  ImportChoicesMissing: {
    title: 'Er zijn nog rijen die je moet bekijken.',
    advice: 'Kies bij elke dubbele rij: overslaan of toch toevoegen.',
  },
  ProfileInvalid: ({ problems }) => ({
    title:
      problems.length === 1
        ? 'Er klopt één ding niet in dit profiel.'
        : `Er kloppen ${String(problems.length)} dingen niet in dit profiel.`,
    advice: 'Kijk na wat erbij staat. Het profiel dat je had, blijft in gebruik.',
  }),
  NoTeam: {
    title: 'Je laptop hoort nog niet bij een team.',
    advice: 'Ga naar Instellingen en kies Team. Je werk staat intussen veilig op deze laptop.',
  },
  AlreadyInTeam: { title: 'Deze laptop hoort al bij een team.', advice: 'Je kunt gewoon verder werken.' },
  NotTeamLead: { title: 'Dit kan alleen een teamleider.', advice: 'Vraag je teamleider om het te doen.' },
  NotConnected: {
    title: 'Je hebt nu geen verbinding met je team.',
    advice: 'Zoek een netwerk en probeer het opnieuw. Je werk staat veilig op deze laptop.',
  },
  NotShared: {
    title: 'Dit dossier wordt nog niet gedeeld.',
    advice: 'Wacht tot het gedeeld is met je team en probeer het opnieuw.',
  },
  LastLead: {
    title: 'Een team heeft altijd een teamleider nodig.',
    advice: 'Maak eerst een collega teamleider.',
  },
  ServerAddressInvalid: {
    title: 'Dit adres klopt niet.',
    advice: 'Vraag je beheerder om het adres. Het begint met wss://.',
  },
  ServerUnreachable: ({ reason, status }) => ({
    title: unreachable[reason],
    advice:
      reason === 'UNREACHABLE'
        ? 'Kijk of je internet hebt en probeer het opnieuw.'
        : `Geef je beheerder deze code: ${reason}${status === null ? '' : ` ${String(status)}`}.`,
  }),
  CodeWrong: {
    title: 'Deze code klopt niet of is al gebruikt.',
    advice: 'Kijk de code letter voor letter na, of vraag een nieuwe.',
  },
  PartsWrong: ({ paper }) => ({
    title:
      paper === null
        ? 'Deze twee papieren horen niet bij dit team.'
        : `De code van papier ${String(paper)} klopt niet.`,
    advice:
      paper === null
        ? 'Kijk of de naam van je team op beide papieren staat, en of de nummers kloppen.'
        : 'Kijk de groepjes letter voor letter na. Het moeten twee verschillende papieren zijn.',
  }),
  ColleagueUnknown: {
    title: 'Deze collega kan dit dossier niet krijgen.',
    advice: 'Kies een collega die met huishoudens werkt en nog in je team zit.',
  },
  ReasonMissing: {
    title: 'Schrijf eerst waarom.',
    advice: 'Eén zin is genoeg. De collega’s in dit dossier lezen hem.',
  },
  HandoverClosed: {
    title: 'Deze overdracht staat niet meer open.',
    advice: 'Kijk in het overzicht van het huishouden wie nu regisseur is.',
  },
  HandoverNeeded: {
    title: 'Een ander regisseur maken doe je samen.',
    advice: 'Kies Draag de regie over. Je collega bevestigt het.',
  },
  QuarantineGone: {
    title: 'Hierover is al besloten.',
    advice: 'Een andere teamleider was je voor. Je hoeft niets te doen.',
  },
  QuarantineUnreadable: {
    title: 'Dit werk kan op deze laptop niet open.',
    advice: 'Vraag een andere teamleider, of voer twee van de drie papieren in.',
  },
  QuarantineIncomplete: {
    title: 'Dit werk is nog niet heel binnen.',
    advice: 'Wacht tot alles gedeeld is en probeer het opnieuw. Er gaat niets weg.',
  },
  InviteUnknown: {
    title: 'Deze uitnodiging is er niet meer.',
    advice: 'Een code werkt 24 uur en één keer. Vraag je teamleider om een nieuwe.',
  },
};

const UNREADABLE_LIST = {
  EMPTY: { title: 'Dit bestand is leeg.', advice: 'Kies een bestand met een regel kolomnamen en rijen daaronder.' },
  SPREADSHEET: {
    title: 'Dit is een Excel-bestand. We lezen CSV.',
    advice: 'Kies in Excel Opslaan als, en dan CSV UTF-8. Kies daarna dat bestand.',
  },
  BINARY: { title: 'Dit bestand is geen lijst met tekst.', advice: 'Kies een CSV-bestand en probeer het opnieuw.' },
  ONE_COLUMN: {
    title: 'We zien maar één kolom.',
    advice: 'Sla het bestand op als CSV met een komma of puntkomma tussen de kolommen.',
  },
  TOO_MANY_ROWS: { title: 'Dit bestand heeft te veel rijen.', advice: 'Knip het in stukken van hooguit 20.000 rijen.' },
  TOO_MANY_COLUMNS: {
    title: 'Dit bestand heeft te veel kolommen.',
    advice: 'Bewaar alleen de kolommen die je nodig hebt, hooguit 200. Kies het bestand daarna opnieuw.',
  },
  QUOTE_OPEN: {
    title: 'In dit bestand staat een aanhalingsteken op een verkeerde plek.',
    advice: 'Open het bestand in Excel, kijk of elke rij klopt en sla het opnieuw op als CSV.',
  },
  NO_HEADINGS: {
    title: 'De eerste regel lijkt geen kolomnamen te hebben.',
    advice: 'Zet boven elke kolom wat het is, zoals Voornaam. Kies het bestand daarna opnieuw.',
  },
} as const;

const REFUSED_BECAUSE = {
  TOO_LARGE: 'de tekst is te lang.',
  UNREADABLE: 'het kwam beschadigd aan.',
  UNKNOWN_ROOT: 'deze versie kent dit onderdeel niet.',
  INVALID_VALUE: 'er staat iets in een veld dat daar niet kan.',
  PROTECTED_FIELD: 'dit veld verandert alleen met een besluit.',
  IMMUTABLE_FIELD: 'dit ligt vast zodra het bewaard is. Voeg een verbetering toe.',
  FINALIZED: 'het gesprek is al vastgesteld. Schrijf een aanvulling.',
  WRONG_AUTHOR: 'dit stuk is van een collega. Schrijf een aanvulling.',
  MISSING_PARENT: 'het stuk waar het bij hoort is er niet meer.',
} as const satisfies Record<ErrorOf<'UpdateRefused'>['reason'], string>;

/** The words for this error. */
export function errorText<T extends ErrorTag>(error: ErrorOf<T>): ErrorText;
export function errorText(error: AppError): ErrorText {
  const text = texts[error.tag] as ErrorText | ((one: AppError) => ErrorText);
  return typeof text === 'function' ? text(error) : text;
}

function afterWaiting(seconds: number): string {
  if (seconds <= 0) return 'Probeer het nog een keer.';
  if (seconds < 60)
    return `Wacht ${seconds === 1 ? '1 seconde' : `${Math.ceil(seconds)} seconden`} en probeer het dan opnieuw.`;
  const minutes = Math.ceil(seconds / 60);
  return `Wacht ${minutes === 1 ? '1 minuut' : `${minutes} minuten`} en probeer het dan opnieuw.`;
}
