/** The sociale kaart of a practice vault: invented organisations with numbers that nobody can ring. */
import { createRecord, type Writer } from '../documents/accessors.ts';
import type { RecordValues } from '../documents/schema.ts';
import type { Perspective } from '../domain/codes.ts';
import { addDays } from '../domain/dates.ts';
import type { OrganisationType } from '../domain/organisations.ts';

type Entry = readonly [
  name: string,
  type: OrganisationType,
  perspectives: readonly Perspective[],
  offer: string,
  more: RecordValues<'organisations'>,
  /** Some of it is old: that is what a worker has to learn to see. */
  checkedDaysAgo: number,
];

const ENTRIES: readonly Entry[] = [
  ['Welzijn Merendam', 'WELZIJN', ['OMGEVING'], 'Maatjes, een wandelgroep en een inloop met koffie.', { phone: '0999-120001', openingHours: 'Elke werkdag van 9 tot 12 uur' }, 20],
  ['Eettafel De Schakel', 'WELZIJN', ['OMGEVING', 'GEZONDHEID'], 'Samen eten op woensdag. U hoeft zich niet op te geven.', { areas: ['Oeverwijk'], address: 'Merelweg 2', remark: 'Een maaltijd kost 4 euro.' }, 45],
  ['Stichting Oeverwonen', 'WONEN', ['THUISBASIS'], 'Verhuurt woningen. Denkt mee bij achterstand met de huur.', { phone: '0999-120002' }, 60],
  ['Schuldhulp Merendam', 'GELD', ['BESTAANSZEKERHEID'], 'Hulp bij schulden en een plan om ze af te betalen.', { phone: '0999-120003', remark: 'Onderdeel van de gemeente' }, 30],
  ['Thuisadministratie Samen Uit', 'GELD', ['BESTAANSZEKERHEID'], 'Een vrijwilliger helpt thuis met post, geld en formulieren.', { phone: '0999-120011', audiences: ['VOLWASSENEN', 'OUDEREN'] }, 15],
  ['Voedselbank Merendam', 'VOEDSELBANK', ['BESTAANSZEKERHEID'], 'Een pakket met eten, elke donderdag.', { phone: '0999-120004', areas: ['Centrum'] }, 400],
  ['Steunpunt Mantelzorg', 'MANTELZORG', ['OMGEVING', 'GEZONDHEID'], 'Steun, raad en een dag vrij voor wie voor een ander zorgt.', { phone: '0999-120005', audiences: ['MANTELZORGERS', 'JONGEREN'] }, 80],
  ['Naast Je Cliëntondersteuning', 'CLIENTONDERSTEUNING', [], 'Gratis en onafhankelijk. Gaat mee naar een gesprek.', { phone: '0999-120006' }, 10],
  ['Taalhuis in de bibliotheek', 'CULTUUR_SPORT', ['ONTWIKKELING'], 'Oefen lezen, schrijven, rekenen en werken met een computer.', { phone: '0999-120007', audiences: ['VOLWASSENEN'] }, 120],
  ['Sportclub De Oever', 'CULTUUR_SPORT', ['GEZONDHEID', 'ONTWIKKELING'], 'Sporten voor kinderen. Er is een potje voor wie het niet kan betalen.', { areas: ['Oeverwijk', 'Molenkwartier'], audiences: ['KINDEREN', 'JONGEREN'] }, 500],
  ['Wijk-GGZ De Brug', 'ZORG', ['GEZONDHEID'], 'Denkt mee als iemand somber of in de war is.', { phone: '0999-120008', audiences: ['VOLWASSENEN'] }, 90],
  ['Buurthuis De Molen', 'WELZIJN', ['OMGEVING', 'ONTWIKKELING'], 'Naailes, huiswerkhulp en een klusgroep.', { areas: ['Molenkwartier'], openingHours: 'Maandag tot en met vrijdag' }, 200],
]; // prettier-ignore

/** Writes them all in a document of the kind `team`. */
export function fillPracticeDirectory(doc: Parameters<typeof createRecord>[0], writer: Writer, today: string): void {
  for (const [name, type, perspectives, offer, more, checkedDaysAgo] of ENTRIES)
    createRecord(
      doc,
      'organisations',
      {
        name,
        type,
        ...(perspectives.length > 0 ? { perspectives: [...perspectives] } : {}),
        offer,
        ...more,
        checkedOn: addDays(today, -checkedDaysAgo),
      },
      writer,
    );
}
