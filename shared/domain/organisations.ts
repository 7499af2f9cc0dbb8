/** Codes and words of the sociale kaart. Codes go into documents and never change meaning. */
import { foldText } from './matchFolding.ts';

export const ORGANISATION_TYPES = [
  'HUISARTS',
  'GGD',
  'SCHOOL',
  'LEERPLICHT',
  'POLITIE',
  'WONEN',
  'VEILIGHEID',
  'WERK',
  'ZORG',
  'WELZIJN',
  'CULTUUR_SPORT',
  'VRIJWILLIGERS',
  'MANTELZORG',
  'CLIENTONDERSTEUNING',
  'GELD',
  'VOEDSELBANK',
  'OPVANG',
  'LOTGENOTEN',
  'GEMEENTE',
  'ANDERS',
] as const;
export type OrganisationType = (typeof ORGANISATION_TYPES)[number];

export const organisationTypeLabels: Readonly<Record<OrganisationType, string>> = {
  HUISARTS: 'Huisarts en gezondheidscentrum',
  GGD: 'GGD en jeugdgezondheid',
  SCHOOL: 'School en opvang',
  LEERPLICHT: 'Leerplicht en leerlingenvervoer',
  POLITIE: 'Politie',
  WONEN: 'Woningcorporatie',
  VEILIGHEID: 'Veiligheid thuis',
  WERK: 'Werk en inkomen',
  ZORG: 'Zorgaanbieder en ziekenhuis',
  WELZIJN: 'Welzijn en ontmoeting',
  CULTUUR_SPORT: 'Bibliotheek, cultuur en sport',
  VRIJWILLIGERS: 'Vrijwilligers en maatjes',
  MANTELZORG: 'Mantelzorg',
  CLIENTONDERSTEUNING: 'Cliëntondersteuning',
  GELD: 'Hulp bij geld en schulden',
  VOEDSELBANK: 'Voedselbank',
  OPVANG: 'Opvang en beschermd wonen',
  LOTGENOTEN: 'Lotgenoten en ervaring',
  GEMEENTE: 'Gemeente',
  ANDERS: 'Anders',
};

export const AUDIENCES = ['KINDEREN', 'JONGEREN', 'VOLWASSENEN', 'OUDEREN', 'GEZINNEN', 'MANTELZORGERS'] as const;
export type Audience = (typeof AUDIENCES)[number];

export const audienceLabels: Readonly<Record<Audience, string>> = {
  KINDEREN: 'Kinderen',
  JONGEREN: 'Jongeren',
  VOLWASSENEN: 'Volwassenen',
  OUDEREN: 'Ouderen',
  GEZINNEN: 'Gezinnen',
  MANTELZORGERS: 'Mantelzorgers',
};

/** Older than this, a colleague is asked to call first. */
const STALE_MONTHS = 12;

/** Whole months between two calendar dates; never below zero. */
export function monthsOld(on: string, today: string): number {
  const part = (date: string, from: number, to: number): number => Number(date.slice(from, to));
  const months = (part(today, 0, 4) - part(on, 0, 4)) * 12 + part(today, 5, 7) - part(on, 5, 7);
  return Math.max(0, part(today, 8, 10) < part(on, 8, 10) ? months - 1 : months);
}

/** Whether what is written may have changed by now. */
export const isStale = (on: string, today: string): boolean => monthsOld(on, today) >= STALE_MONTHS;

/** ", 14 maanden geleden: bel even na": what comes after the date; empty when the data are fresh. */
export function ageWords(on: string, today: string): string {
  const months = monthsOld(on, today);
  if (months < STALE_MONTHS) return '';
  const ago = months < 24 ? `${String(months)} maanden` : `${String(Math.floor(months / 12))} jaar`;
  return `${ago} geleden: bel even na`;
}

const LEGAL_FORM = /\b(stichting|vereniging|st|ver|bv|b v|nv|n v|cooperatie)\b/g;

/** Two entries with one key are the same organisation, unless both have an address and these differ. */
export function organisationKey(name: string): string {
  const folded = foldText(name);
  const core = folded.replaceAll(LEGAL_FORM, ' ').replaceAll(/\s+/g, '');
  return core === '' ? folded.replaceAll(' ', '') : core;
}

export interface NamedOrganisation {
  readonly name: string;
  readonly address: string;
}

/** Whether two entries are about one organisation: branches at two addresses are two. */
export function sameOrganisation(one: NamedOrganisation, other: NamedOrganisation): boolean {
  if (organisationKey(one.name) !== organisationKey(other.name)) return false;
  const [a, b] = [foldText(one.address), foldText(other.address)];
  return a === '' || b === '' || a === b || a.startsWith(b) || b.startsWith(a);
}
