/**
 * How other ways of looking meet the vijf perspectieven. Only names and order: the texts of instruments with an
 * owner (cells of the ZRM, statements of iPH, the bridge of EMPath) are not in this product.
 */
import type { Perspective, PgDimension } from './codes.ts';

export const LEEFGEBIEDEN = ['GEZONDHEID', 'ZELFREDZAAMHEID', 'PARTICIPATIE', 'OPVOEDING', 'WONEN', 'INKOMEN'] as const;
export type Leefgebied = (typeof LEEFGEBIEDEN)[number];

export const leefgebiedLabels: Readonly<Record<Leefgebied, string>> = {
  GEZONDHEID: 'Gezondheid',
  ZELFREDZAAMHEID: 'Zelf kunnen',
  PARTICIPATIE: 'Meedoen',
  OPVOEDING: 'Opvoeden',
  WONEN: 'Wonen',
  INKOMEN: 'Inkomen',
};

/** The domains of the ZRM 2017 by name; levels are chosen by a trained worker and never computed. */
export const ZRM_DOMAINS = [
  'Financiën',
  'Werk en opleiding',
  'Tijdsbesteding',
  'Huisvesting',
  'Huiselijke relaties',
  'Geestelijke gezondheid',
  'Lichamelijke gezondheid',
  'Middelengebruik',
  'Basale ADL',
  'Instrumentele ADL',
  'Sociaal netwerk',
  'Maatschappelijke participatie',
  'Justitie',
] as const;
export type ZrmDomain = (typeof ZRM_DOMAINS)[number];

/** Steps of the participatieladder of the VNG, lowest first. */
export const PARTICIPATION_STEPS = [
  'Weinig contact buitenshuis',
  'Sociale contacten buitenshuis',
  'Doet mee aan activiteiten',
  'Onbetaald werk',
  'Betaald werk met ondersteuning',
  'Betaald werk',
] as const;

/** The eight words around the wellbeing of a child, in Dutch. */
export const CHILD_WELLBEING = [
  'Veilig',
  'Gezond',
  'Ontwikkelen',
  'Gekoesterd',
  'Actief',
  'Gerespecteerd',
  'Verantwoordelijk',
  'Erbij horen',
] as const;
export type ChildWellbeing = (typeof CHILD_WELLBEING)[number];

export interface LensMapping {
  readonly leefgebieden: readonly Leefgebied[];
  readonly dimensions: readonly PgDimension[];
  readonly zrm: readonly ZrmDomain[];
  readonly childWellbeing: readonly ChildWellbeing[];
}

export const lensMapping: Readonly<Record<Perspective, LensMapping>> = {
  ONTWIKKELING: {
    leefgebieden: ['OPVOEDING', 'ZELFREDZAAMHEID'],
    dimensions: ['ZINGEVING'],
    zrm: ['Werk en opleiding', 'Tijdsbesteding'],
    childWellbeing: ['Ontwikkelen', 'Verantwoordelijk'],
  },
  THUISBASIS: {
    leefgebieden: ['WONEN', 'OPVOEDING'],
    dimensions: ['KWALITEIT'],
    zrm: ['Huisvesting', 'Huiselijke relaties'],
    childWellbeing: ['Veilig', 'Gekoesterd'],
  },
  OMGEVING: {
    leefgebieden: ['PARTICIPATIE'],
    dimensions: ['MEEDOEN'],
    zrm: ['Sociaal netwerk', 'Maatschappelijke participatie', 'Justitie'],
    childWellbeing: ['Erbij horen', 'Gerespecteerd'],
  },
  GEZONDHEID: {
    leefgebieden: ['GEZONDHEID', 'ZELFREDZAAMHEID'],
    dimensions: ['LICHAAM', 'MENTAAL', 'DAGELIJKS'],
    zrm: ['Geestelijke gezondheid', 'Lichamelijke gezondheid', 'Middelengebruik', 'Basale ADL', 'Instrumentele ADL'],
    childWellbeing: ['Gezond', 'Actief'],
  },
  BESTAANSZEKERHEID: {
    leefgebieden: ['INKOMEN', 'WONEN'],
    dimensions: ['KWALITEIT', 'DAGELIJKS'],
    zrm: ['Financiën', 'Werk en opleiding'],
    childWellbeing: [],
  },
};
