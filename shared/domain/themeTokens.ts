/**
 * The dozen values of the look that a municipality sets, and the check that keeps every text readable:
 * text on the main colour at least 4.5, the main colour as text on the canvas 4.5, as an edge 3.
 */
import { z } from 'zod';
import { contrast } from './contrast.ts';
import { readLogo } from './logo.ts';

const colour = z.string().regex(/^#[0-9a-fA-F]{6}$/, 'moet een kleur zijn als #0d5365');
/** A name of a font that ships with the product; a file or address from outside is never loaded. */
const fontName = z.string().regex(/^[\p{L}\p{N} ]{1,60}$/u, 'mag alleen letters, cijfers en spaties bevatten');
/** A PNG or JPEG as a data address, or nothing; what it really is, is checked. */
const logo = z.string().superRefine((text, context) => {
  const read = readLogo(text);
  if (!read.ok) context.addIssue({ code: 'custom', message: read.error });
});

export const ThemeTokens = z.object({
  primary: colour,
  onPrimary: colour,
  primaryDark: colour,
  onPrimaryDark: colour,
  fontFamily: fontName,
  voiceFontFamily: fontName,
  borderRadiusPx: z.number().int().min(0).max(16),
  logo,
  logoDark: logo,
});
export type ThemeTokens = Readonly<z.infer<typeof ThemeTokens>>;

export const defaultTheme: ThemeTokens = {
  primary: '#0d5365',
  onPrimary: '#ffffff',
  primaryDark: '#86c9d3',
  onPrimaryDark: '#0c2429',
  fontFamily: 'Atkinson Hyperlegible Next Variable',
  voiceFontFamily: 'Literata Variable',
  borderRadiusPx: 8,
  logo: '',
  logoDark: '',
};

/** Backgrounds of the fixed palette on which the main colour stands as text or edge, darkest and lightest. */
const BACKGROUNDS = {
  light: { canvas: '#f2eee6', raised: '#ffffff' },
  dark: { canvas: '#14181a', raised: '#252b2d' },
} as const;

interface ContrastRule {
  readonly field: keyof ThemeTokens;
  readonly foreground: string;
  readonly background: string;
  readonly least: number;
  readonly what: string;
}

function rulesFor(theme: ThemeTokens): readonly ContrastRule[] {
  const both = (
    primaryField: 'primary' | 'primaryDark',
    onField: 'onPrimary' | 'onPrimaryDark',
    paper: { readonly canvas: string; readonly raised: string },
    where: string,
  ): readonly ContrastRule[] => [
    {
      field: onField,
      foreground: theme[onField],
      background: theme[primaryField],
      least: 4.5,
      what: `tekst op een knop (${where})`,
    },
    {
      field: primaryField,
      foreground: theme[primaryField],
      background: paper.canvas,
      least: 4.5,
      what: `gekleurde tekst (${where})`,
    },
    {
      field: primaryField,
      foreground: theme[primaryField],
      background: paper.raised,
      least: 3,
      what: `een gekleurde rand (${where})`,
    },
  ];
  return [
    ...both('primary', 'onPrimary', BACKGROUNDS.light, 'licht'),
    ...both('primaryDark', 'onPrimaryDark', BACKGROUNDS.dark, 'donker'),
  ];
}

export interface ThemeProblem {
  readonly field: keyof ThemeTokens;
  readonly message: string;
}

const inDutch = (value: number): string => value.toFixed(1).replace('.', ',');

/** What is hard to read in a theme, in Dutch sentences; empty when all is well. */
export function themeProblems(theme: ThemeTokens): readonly ThemeProblem[] {
  return rulesFor(theme).flatMap(({ field, foreground, background, least, what }) => {
    const found = contrast(foreground, background);
    if (found !== null && found >= least) return [];
    // Rounded down: 4.49 must not be shown as "4,5 is less than 4,5".
    const shown = inDutch(Math.floor((found ?? 0) * 10) / 10);
    const pair = `${foreground} op ${background}`;
    return [
      { field, message: `Het contrast van ${what}, ${pair}, is ${shown}. Dat moet ${inDutch(least)} of meer zijn.` },
    ];
  });
}

export interface MeasuredPair {
  readonly field: keyof ThemeTokens;
  readonly what: string;
  readonly foreground: string;
  readonly background: string;
  /** Null when one of the two is not a colour. */
  readonly found: number | null;
  readonly least: number;
}

/** Every pair of colours that is checked, with what it measures: for who is choosing colours. */
export const measuredPairs = (theme: ThemeTokens): readonly MeasuredPair[] =>
  rulesFor(theme).map((rule) => ({ ...rule, found: contrast(rule.foreground, rule.background) }));
