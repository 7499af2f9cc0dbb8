/**
 * The Dutch sentence for every expected failure: what happened, and what to do now. Words of the machine (server, sync,
 * error codes) never appear; a code for the helpdesk stands behind "Toon details".
 */
import type { AppError, ErrorOf, ErrorTag } from './errors.ts';

export interface ErrorText {
  /** What happened. */
  readonly title: string;
  /** What to do now. */
  readonly advice: string;
}

type Texts = { readonly [T in ErrorTag]: ErrorText | ((error: ErrorOf<T>) => ErrorText) };

const text = (title: string, advice: string): ErrorText => ({ title, advice });

/** "30 seconden", "1 minuut", "15 minuten". */
export function waitText(seconds: number): string {
  if (seconds < 60) return seconds === 1 ? '1 seconde' : `${seconds} seconden`;
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? '1 minuut' : `${minutes} minuten`;
}

const tryAgain = 'Probeer het opnieuw. Je werk staat veilig op deze laptop.';
const tellHelpdesk = 'Start Samenspel opnieuw. Blijft het zo? Bel dan de helpdesk.';

const weakPassphrase: Readonly<Record<ErrorOf<'PassphraseTooWeak'>['reason'], ErrorText>> = {
  TOO_SHORT: text('Deze wachtzin is te kort.', 'Neem vier woorden of meer, of 14 tekens of meer.'),
  TOO_COMMON: text('Deze wachtzin is te makkelijk te raden.', 'Kies woorden die niet bij elkaar horen.'),
  TOO_LONG: text('Deze wachtzin is te lang.', 'Maak hem korter.'),
};

const refusedUpdate: Readonly<Record<ErrorOf<'UpdateRefused'>['reason'], string>> = {
  TOO_LARGE: 'Deze tekst is te lang. Kopieer hem en verdeel hem over meer gesprekken.',
  UNREADABLE: 'Kopieer je tekst hieronder en probeer het opnieuw.',
  UNKNOWN_ROOT: 'Kopieer je tekst hieronder en probeer het opnieuw.',
  INVALID_VALUE: 'Er staat iets in een veld dat daar niet past. Kopieer je tekst hieronder en probeer het opnieuw.',
  PROTECTED_FIELD: 'Dit kan alleen met een besluit. Gebruik de knop die daarvoor is.',
  IMMUTABLE_FIELD: 'Wat een inwoner zei, verandert niet meer. Schrijf een aanvulling.',
  FINALIZED: 'Dit gesprek is vastgesteld. Schrijf een aanvulling.',
  WRONG_AUTHOR: 'Dit gesprek is van een collega. Schrijf een aanvulling.',
  MISSING_PARENT: 'Het gesprek waar dit bij hoort is weg. Kopieer je tekst hieronder.',
};

const texts: Texts = {
  UnknownCommand: text('Dit kan deze versie nog niet.', tellHelpdesk),
  InvalidInput: text('Er staat iets in een veld dat daar niet past.', 'Kijk je invoer na en probeer het opnieuw.'),
  PayloadTooLarge: text('Dit is te groot om in één keer te bewaren.', 'Verdeel je tekst en probeer het opnieuw.'),
  WrongSender: text('Dit venster mag niet bij je gegevens.', 'Sluit het en start Samenspel opnieuw.'),
  ContractBroken: text('Er ging iets mis in Samenspel.', tellHelpdesk),
  Internal: text('Er ging iets mis in Samenspel.', tryAgain),
  TimedOut: text('Dit duurt te lang.', tryAgain),
  ConnectionLost: text('Samenspel is even weg.', 'Wacht een moment. Komt het niet terug? Start Samenspel dan opnieuw.'),
  TooBusy: text('Er gebeurt nu te veel tegelijk.', 'Wacht een moment en probeer het opnieuw.'),
  AlreadyOpen: text('Dit dossier staat al open in dit venster.', 'Ga terug en open het opnieuw.'),
  Locked: text('De laptop is vergrendeld.', 'Ontgrendel met je wachtzin.'),
  Hidden: text('Je scherm is verborgen.', 'Ga verder met je pincode.'),
  WrongPassphrase: ({ waitSeconds }) =>
    text(
      'Deze wachtzin klopt niet.',
      waitSeconds > 0
        ? `Wacht ${waitText(waitSeconds)}. Controleer daarna of Caps Lock aan staat.`
        : 'Controleer of Caps Lock aan staat.',
    ),
  WaitBeforeRetry: ({ waitSeconds }) =>
    text(`Wacht ${waitText(waitSeconds)}.`, 'Daarna kun je het opnieuw proberen. Er gaat niets verloren.'),
  WrongPin: ({ triesLeft }) =>
    triesLeft > 0
      ? text(
          'Deze pincode klopt niet.',
          triesLeft === 1 ? 'Je kunt het nog één keer proberen.' : `Je kunt het nog ${triesLeft} keer proberen.`,
        )
      : text('Deze pincode klopt niet.', 'De laptop vergrendelt nu. Ontgrendel met je wachtzin.'),
  PassphraseTooWeak: ({ reason }) => weakPassphrase[reason],
  PinInvalid: text('Deze pincode past niet.', 'Kies vier, vijf of zes cijfers die niet op een rij staan.'),
  WrongRecoveryCode: ({ group }) =>
    text(
      'Deze herstelcode klopt niet.',
      group === null ? 'Kijk alle groepen na op je papier.' : `Kijk groep ${group + 1} na op je papier.`,
    ),
  SetupNotStarted: text('De eerste stappen zijn verlopen.', 'Begin opnieuw. Er is nog niets bewaard.'),
  ProfileMissing: text('Deze collega staat niet op deze laptop.', 'Kies iemand uit de lijst.'),
  ProfileInUse: text('Samenspel staat al open voor deze collega.', 'Sluit het andere venster en probeer het opnieuw.'),
  HeaderDamaged: text('Het slot van deze kluis is beschadigd.', 'Bel de helpdesk. Verwijder niets: er is een kopie.'),
  DatabaseFromNewerVersion: text(
    'Deze gegevens zijn van een nieuwere Samenspel.',
    'Werk Samenspel bij en open opnieuw.',
  ),
  DatabaseIsPlaintext: text('Deze gegevens zijn niet versleuteld.', 'Samenspel opent ze niet. Bel de helpdesk.'),
  DatabaseDamaged: text(
    'Een deel van de gegevens is beschadigd.',
    'Bel de helpdesk. Verwijder niets: er zijn reservekopieën.',
  ),
  DiskFull: text('De schijf is bijna vol.', 'Maak ruimte vrij. Wat al bewaard was, is veilig.'),
  DiskError: text('De schijf kan nu niet bewaren.', 'Laat Samenspel open en probeer het zo opnieuw.'),
  BackupUnusable: text('Deze reservekopie is niet te gebruiken.', 'Kies een andere reservekopie.'),
  HouseholdMissing: text('Dit huishouden is er niet meer.', 'Ga terug naar Huishoudens.'),
  DocumentMissing: text('Dit dossier is er niet meer.', 'Ga terug naar Huishoudens.'),
  DocumentReadOnly: text(
    'Dit dossier is van een nieuwere Samenspel.',
    'Je kunt het lezen. Werk Samenspel bij om te schrijven.',
  ),
  RecordMissing: text('Dit onderdeel is er niet meer.', 'Ga terug en open het opnieuw.'),
  UpdateRefused: ({ reason }) => text('Je laatste wijziging is niet bewaard.', refusedUpdate[reason]),
  AlreadyFinalized: text('Dit gesprek is al vastgesteld.', 'Schrijf een aanvulling.'),
  NotAuthor: text('Alleen wie het gesprek schreef kan dit doen.', 'Vraag het je collega, of schrijf een aanvulling.'),
  InvalidDate: text('Deze datum bestaat niet.', 'Schrijf bijvoorbeeld 24-11-2026.'),
};

/** What a person reads about this failure. */
export function errorText(error: AppError): ErrorText {
  const entry = texts[error.tag] as ErrorText | ((error: AppError) => ErrorText);
  return typeof entry === 'function' ? entry(error) : entry;
}
