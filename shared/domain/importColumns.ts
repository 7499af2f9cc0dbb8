/** The columns that a list to import may have, and how they are recognised by what stands above them. */
import { foldText } from './matchFolding.ts';

export const IMPORT_KINDS = ['HUISHOUDENS', 'SOCIALE_KAART'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** BSN is recognised to be left out: it is never read into anything. */
export const HOUSEHOLD_COLUMNS = [
  'household', 'firstName', 'lastName', 'birthDate', 'role', 'street', 'houseNumber', 'postcode', 'city', 'area', 'phone', 'email', 'bsn',
] as const; // prettier-ignore
export const ORGANISATION_COLUMNS = [
  'name', 'type', 'perspectives', 'audiences', 'areas', 'offer', 'contactName', 'phone', 'email', 'website', 'address', 'openingHours', 'remark', 'checkedOn',
] as const; // prettier-ignore
export type ImportColumn = (typeof HOUSEHOLD_COLUMNS)[number] | (typeof ORGANISATION_COLUMNS)[number];

export const columnsOf = (kind: ImportKind): readonly ImportColumn[] =>
  kind === 'HUISHOUDENS' ? HOUSEHOLD_COLUMNS : ORGANISATION_COLUMNS;

export const importColumnLabels: Readonly<Record<ImportColumn, string>> = {
  household: 'Huishouden (naam of nummer)',
  firstName: 'Voornaam',
  lastName: 'Achternaam',
  birthDate: 'Geboortedatum',
  role: 'Rol in het huishouden',
  street: 'Straat',
  houseNumber: 'Huisnummer',
  postcode: 'Postcode',
  city: 'Plaats',
  area: 'Wijk',
  phone: 'Telefoon',
  email: 'E-mail',
  bsn: 'BSN (nemen we niet over)',
  name: 'Naam',
  type: 'Soort',
  perspectives: 'Perspectief',
  audiences: 'Voor wie',
  areas: 'Wijken',
  offer: 'Wat doen ze?',
  contactName: 'Contactpersoon',
  website: 'Website',
  address: 'Adres',
  openingHours: 'Open',
  remark: 'Goed om te weten',
  checkedOn: 'Bijgewerkt op',
};

const KNOWN: Readonly<Partial<Record<ImportColumn, string>>> = {
  household: 'huishouden|huishoudennummer|huishoudnummer|gezin|gezinsnaam|dossier|dossiernaam|dossiernummer',
  firstName: 'voornaam|roepnaam|voornamen|naam inwoner',
  lastName: 'achternaam|familienaam|geslachtsnaam|naam',
  birthDate: 'geboortedatum|geb datum|gebdatum|geboren',
  role: 'rol|rol in huishouden|relatie|gezinsrol',
  street: 'straat|straatnaam|adres',
  houseNumber: 'huisnummer|huisnr|nummer|nr',
  postcode: 'postcode|pc',
  city: 'plaats|woonplaats|stad',
  area: 'wijk|buurt|gebied',
  phone: 'telefoon|telefoonnummer|tel|mobiel',
  email: 'email|e mail|mail|emailadres|e mailadres',
  bsn: 'bsn|burgerservicenummer|sofinummer',
  name: 'naam|organisatie|organisatienaam|aanbod|instelling',
  type: 'soort|type|categorie|rubriek',
  perspectives: 'perspectief|perspectieven|leefgebied|thema',
  audiences: 'doelgroep|voor wie|doelgroepen',
  areas: 'wijk|wijken|gebied|werkgebied',
  offer: 'omschrijving|wat doen ze|beschrijving|aanbod omschrijving',
  contactName: 'contactpersoon|contact',
  website: 'website|site|url',
  address: 'adres|straat|locatie',
  openingHours: 'openingstijden|open|tijden',
  remark: 'opmerking|opmerkingen|bijzonderheden|goed om te weten|aanmelden',
  checkedOn: 'bijgewerkt|bijgewerkt op|laatst bijgewerkt|datum',
};

/** However it is called: "BSN-nummer", "bsn partner", "Burgerservicenr.". */
const ABOUT_BSN = /\bbsn|burgerservice|\bsofi/;

/** Which column of the file is which; null is not taken over. Each of ours is given once, but every BSN is one. */
export function guessColumns(kind: ImportKind, headers: readonly string[]): readonly (ImportColumn | null)[] {
  const free = new Set<ImportColumn>(columnsOf(kind));
  return headers.map((header) => {
    const folded = foldText(header);
    if (ABOUT_BSN.test(folded)) return 'bsn';
    const found = [...free].find((column) => (KNOWN[column] ?? '').split('|').includes(folded));
    if (found !== undefined) free.delete(found);
    return found ?? null;
  });
}
