/**
 * What a person reads for each error: what happened, and what to do now. Short, warm, B1, "je". The one place where a
 * tag becomes words; a test asserts that every tag has its sentence and none holds a technical word.
 */
import type { AppError, ErrorOf, ErrorTag } from './errors.ts';

export interface ErrorText {
  /** What happened, and what that means for the work. */
  readonly what: string;
  /** What to do now. */
  readonly now: string;
}

type Texts = { readonly [T in ErrorTag]: ErrorText | ((error: ErrorOf<T>) => ErrorText) };

const restart = 'Sluit Samenspel en start het opnieuw. Wat bewaard was, staat er nog.';
const askHelp = 'Lukt het dan nog niet? Vraag je beheerder om te kijken.';

const texts: Texts = {
  UnknownCommand: { what: 'Dit scherm vraagt iets wat deze versie niet kent.', now: restart },
  InvalidInput: {
    what: 'Iets is niet goed ingevuld, dus er is nog niets bewaard.',
    now: 'Kijk het veld na en probeer het opnieuw.',
  },
  PayloadTooLarge: {
    what: 'Dit is te groot om in één keer te bewaren.',
    now: 'Verdeel de tekst over meer stukken en bewaar die één voor één.',
  },
  WrongSender: {
    what: 'Dit venster mag niet bij je gegevens.',
    now: 'Open Samenspel opnieuw en werk in dat venster verder.',
  },
  ContractBroken: { what: 'Het scherm en de kluis begrijpen elkaar niet.', now: restart },
  Internal: ({ reportId }) => ({
    what: 'Er ging iets mis in Samenspel zelf. Wat bewaard was, is niet weg.',
    now: `Probeer het nog een keer. Gebeurt het weer? Geef je beheerder dan deze code: ${reportId}.`,
  }),
  TimedOut: { what: 'Het duurde te lang.', now: `Wacht even en probeer het opnieuw. ${askHelp}` },
  ConnectionLost: {
    what: 'Het scherm heeft geen verbinding meer met je kluis. Wat bewaard was, is niet weg.',
    now: 'Ontgrendel opnieuw. Lukt dat niet, start Samenspel dan opnieuw.',
  },
  TooBusy: { what: 'Samenspel kan het even niet bijhouden.', now: 'Wacht een paar tellen en probeer het opnieuw.' },
  Locked: { what: 'Je kluis is vergrendeld.', now: 'Ontgrendel met je wachtwoordzin en ga verder waar je was.' },
  Hidden: { what: 'Je scherm is verborgen.', now: 'Typ je pincode om verder te gaan.' },
  AlreadyOpen: { what: 'Je kluis is al open.', now: 'Ga verder met je werk, of vergrendel eerst.' },
  WrongPassphrase: ({ waitSeconds }) => ({
    what: 'Deze wachtwoordzin klopt niet.',
    now: `${afterWaiting(waitSeconds)} Vergeten? Gebruik dan je herstelcode.`,
  }),
  WaitBeforeRetry: ({ waitSeconds }) => ({
    what: 'Er is een paar keer een verkeerde wachtwoordzin getypt. Je gegevens zijn veilig.',
    now: afterWaiting(waitSeconds),
  }),
  WrongPin: ({ triesLeft }) => ({
    what: 'Deze pincode klopt niet.',
    now:
      triesLeft > 0
        ? `Probeer het nog een keer. Je kunt nog ${triesLeft} keer proberen; daarna vraagt Samenspel je wachtwoordzin.`
        : 'Ontgrendel nu met je wachtwoordzin.',
  }),
  PassphraseTooWeak: ({ reason }) =>
    reason === 'TOO_SHORT'
      ? {
          what: 'Deze wachtwoordzin is te kort.',
          now: 'Neem minstens 14 tekens of vier woorden, of kies de vijf woorden die we voorstellen.',
        }
      : reason === 'TOO_LONG'
        ? {
            what: 'Deze wachtwoordzin is te lang.',
            now: 'Neem een kortere zin, bijvoorbeeld de vijf woorden die we voorstellen.',
          }
        : {
            what: 'Deze wachtwoordzin is makkelijk te raden.',
            now: 'Kies een andere zin, bijvoorbeeld de vijf woorden die we voorstellen.',
          },
  PinInvalid: { what: 'Deze pincode kan niet.', now: 'Kies vier, vijf of zes cijfers.' },
  WrongRecoveryCode: ({ group }) => ({
    what: group === null ? 'Deze herstelcode klopt niet.' : `Groep ${group + 1} van de herstelcode klopt niet.`,
    now: 'Leg je uitgeprinte code ernaast en typ hem nog een keer. Hoofdletters maken niet uit.',
  }),
  SetupNotStarted: {
    what: 'Het aanmaken van je kluis was nog niet begonnen.',
    now: 'Begin opnieuw bij de eerste stap.',
  },
  ProfileMissing: {
    what: 'Deze kluis staat niet meer op deze laptop.',
    now: 'Kies een andere naam, of zet een reservekopie terug met je beheerder.',
  },
  ProfileInUse: {
    what: 'Deze kluis staat al open in een ander venster van Samenspel.',
    now: 'Ga verder in dat venster, of sluit het en probeer het hier opnieuw.',
  },
  HeaderDamaged: {
    what: 'Het slot van je kluis is beschadigd. Je gegevens staan er nog, maar ze gaan niet open.',
    now: 'Gooi niets weg. Vraag je beheerder om de reservekopie van het slot terug te zetten.',
  },
  DatabaseFromNewerVersion: {
    what: 'Je gegevens zijn bewaard met een nieuwere versie van Samenspel. Er is niets weg.',
    now: 'Installeer de nieuwste versie en open je kluis daarmee.',
  },
  DatabaseIsPlaintext: {
    what: 'Het bestand met je gegevens is niet versleuteld. Daarom opent Samenspel het niet.',
    now: 'Gooi niets weg en vraag je beheerder om te kijken.',
  },
  DatabaseDamaged: {
    what: 'Een deel van je gegevens kan niet gelezen worden.',
    now: 'Gooi niets weg. Zet een reservekopie terug, of vraag je beheerder om te helpen.',
  },
  DiskFull: {
    what: 'De schijf van je laptop is vol. Het laatste is nog niet bewaard; je tekst staat nog in beeld.',
    now: 'Maak ruimte vrij op je laptop. Samenspel probeert het daarna opnieuw.',
  },
  DiskError: {
    what: 'Je laptop kon niet op de schijf schrijven of ervan lezen. Je tekst staat nog in beeld.',
    now: `Probeer het nog een keer. ${askHelp}`,
  },
  BackupUnusable: {
    what: 'Deze reservekopie kan niet gebruikt worden. Aan je gegevens is niets veranderd.',
    now: 'Kies een andere reservekopie, of maak een nieuwe.',
  },
  HouseholdMissing: {
    what: 'Dit huishouden staat niet op deze laptop.',
    now: 'Ga terug naar Huishoudens en zoek het op.',
  },
  DocumentMissing: {
    what: 'Dit dossier staat niet op deze laptop.',
    now: 'Ga terug naar Huishoudens en open het opnieuw.',
  },
  DocumentReadOnly: {
    what: 'Dit dossier is gemaakt met een nieuwere versie. Je kunt het lezen, maar nog niet veranderen.',
    now: 'Installeer de nieuwste versie om verder te schrijven.',
  },
  RecordMissing: {
    what: 'Dit stuk is er niet meer.',
    now: 'Open het dossier opnieuw en kijk of het ergens anders staat.',
  },
  UpdateRefused: ({ reason }) => ({
    what: `Dit is niet bewaard: ${REFUSED_BECAUSE[reason]}`,
    now: 'Je tekst staat in het vak "Niet bewaard". Kopieer hem daaruit en zet hem op de goede plek.',
  }),
  AlreadyFinalized: {
    what: 'Dit gesprek is al vastgesteld en verandert niet meer.',
    now: 'Wil je iets toevoegen? Schrijf een aanvulling.',
  },
  NotAuthor: { what: 'Dit gesprek is van een collega.', now: 'Wil je iets toevoegen? Schrijf een aanvulling.' },
  InvalidDate: { what: 'Deze datum bestaat niet.', now: 'Kijk de dag, de maand en het jaar na.' },
};

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
