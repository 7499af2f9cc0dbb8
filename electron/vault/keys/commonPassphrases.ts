/**
 * Words that are tried first: the usual ones, Dutch ones, and those of this work. A passphrase may contain them; it is
 * refused when hardly anything is left without them (passphrase.ts). Folded: lower case, no accents.
 */
export const COMMON_WORDS: readonly string[] = (
  'password passwort passphrase passwd wachtwoord wachtzin geheim geheime welkom welcome hallo hello login admin ' +
  'administrator letmein master secret monkey dragon sunshine princess football baseball superman batman starwars ' +
  'iloveyou ikhouvanjou ikhouvan liefje schatje lieverd lekker vakantie computer internet qwerty qwertyuiop asdfgh ' +
  'azerty zxcvbn trustno shadow michael jennifer jordan hunter correct horse battery staple thequickbrownfox quick ' +
  'brown jumps over lazy ' +
  'samenspel samen spel gemeente gebiedsteam wijkteam wijkteams gebiedsteams sociaal sociale toegang hulpverlener ' +
  'huishouden regisseur jeugdzorg jeugdhulp consulent spreekuur buurtteam buurt wijk team zorg jeugd werk laptop ' +
  'kantoor collega dossier inwoner ' +
  'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april juni juli augustus ' +
  'september oktober november december lente zomer herfst winter monday tuesday wednesday thursday friday summer ' +
  'autumn spring ' +
  'nederland holland amsterdam rotterdam utrecht eindhoven groningen leeuwarden tilburg almere breda nijmegen ' +
  'enschede haarlem arnhem zaanstad amersfoort apeldoorn denhaag maastricht zwolle leiden dordrecht zoetermeer ' +
  'deventer delft alkmaar venlo friesland drenthe overijssel gelderland brabant limburg zeeland flevoland ' +
  'ajax feyenoord psv voetbal oranje hupholland fietsen ' +
  'een twee drie vier vijf zes zeven acht negen tien nul one three four five seven eight nine test testen tester ' +
  'proef demo voorbeeld begin eind nieuw ' +
  'erwaseens eens wasdt altijd kortjakje vaderjacob jacob sinterklaas zwartepiet kerst kerstmis pasen verjaardag ' +
  'alle eendjes zwemmen het water dit mijn deze jouw onze abcdef abcdefg abc abcd'
).split(' ');
