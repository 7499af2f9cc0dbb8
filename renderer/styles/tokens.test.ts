/** Every pair of colours that stands on one another, measured in both themes (WCAG: text 4.5, edges and marks 3). */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast } from '../../shared/domain/contrast.ts';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '');

function declarationsOf(selector: string): ReadonlyMap<string, string> {
  const start = css.indexOf(`${selector} {`);
  if (start < 0) throw new Error(`no ${selector} in tokens.css`);
  const block = css.slice(css.indexOf('{', start) + 1, css.indexOf('}', start));
  return new Map(
    block
      .split(';')
      .map((line) => line.split(':'))
      .filter((parts) => parts.length >= 2)
      .map(([name = '', ...value]) => [name.trim(), value.join(':').trim()]),
  );
}

type Lab = readonly [number, number, number];

function oklabOf(hex: string): Lab {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function hexOf([lightness, a, b]: Lab): string {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  const channels = linear.map((value) => {
    const shown = value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055;
    return Math.round(Math.min(1, Math.max(0, shown)) * 255)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${channels.join('')}`;
}

/** The hex value of an expression of tokens.css: a hex, a var(), a mix or a tint of the primary. */
function resolve(expression: string, tokens: ReadonlyMap<string, string>): string {
  const value = expression.trim();
  if (/^#[0-9a-f]{6}$/i.test(value)) return value;
  if (/^#[0-9a-f]{3}$/i.test(value)) return `#${[...value.slice(1)].map((digit) => digit + digit).join('')}`;
  const variable = /^var\((--[\w-]+)\)$/.exec(value)?.[1];
  if (variable) return resolve(tokens.get(variable) ?? '', tokens);
  const mix = /^color-mix\(in oklab, (.+) (\d+)%, (.+)\)$/.exec(value);
  if (mix) {
    const [, first = '', percent = '', second = ''] = mix;
    const from = oklabOf(resolve(first, tokens));
    const to = oklabOf(resolve(second, tokens));
    const share = Number(percent) / 100;
    return hexOf([0, 1, 2].map((at) => (from[at] ?? 0) * share + (to[at] ?? 0) * (1 - share)) as unknown as Lab);
  }
  const tint = /^oklch\(from (.+?\)) ([\d.]+) calc\(c \* ([\d.]+)\) h\)$/.exec(value);
  if (tint) {
    const [, base = '', lightness = '', chroma = ''] = tint;
    const [, a, b] = oklabOf(resolve(base, tokens));
    return hexOf([Number(lightness), a * Number(chroma), b * Number(chroma)]);
  }
  throw new Error(`cannot resolve ${value}`);
}

const light = declarationsOf(':root');
const themes = {
  light,
  dark: new Map([...light, ...declarationsOf(`:root[data-theme='dark']`)]),
};

const SURFACES = ['canvas', 'sheet', 'raised', 'sunken'];
const PERSPECTIVES = ['growth', 'home', 'social', 'health', 'means'].map((name) => `perspective-${name}`);

const pairs: readonly (readonly [string, string, number])[] = [
  ...SURFACES.flatMap((surface) => [
    ['text', surface, 7] as const,
    ['text-muted', surface, 4.5] as const,
    ['primary-text', surface, 4.5] as const,
    ['late', surface, 4.5] as const,
    ['error', surface, 4.5] as const,
    ['two', surface, 4.5] as const,
    ['line-strong', surface, 3] as const,
    ['two-mark', surface, 3] as const,
  ]),
  ...['late', 'error', 'two'].map((name) => [name, `${name}-soft`, 4.5] as const),
  ...PERSPECTIVES.flatMap((name) => [[name, `${name}-soft`, 4.5] as const, [name, 'sheet', 4.5] as const]),
  ['primary-text', 'primary-soft', 4.5],
  ['text', 'primary-soft', 7],
  ['on-primary', 'primary', 4.5],
  ['on-primary', 'primary-hover', 4.5],
  ['primary', 'canvas', 3],
  ['on-practice', 'practice', 7],
];

describe.each(Object.entries(themes))('the %s theme', (_name, tokens) => {
  const colour = (name: string): string => resolve(`var(--ssp-color-${name})`, tokens);

  it.each(pairs)('shows %s on %s with at least %d to 1', (front, back, least) => {
    expect(contrast(colour(front), colour(back))).toBeGreaterThanOrEqual(least);
  });

  it('shows the focus outline on every surface', () => {
    const outline = resolve('var(--ssp-focus-outline-color)', tokens);
    for (const surface of SURFACES) expect(contrast(outline, colour(surface))).toBeGreaterThanOrEqual(3);
  });
});

it('uses no colour outside the tokens', () => {
  const sheets = ['base', 'kit', 'content', 'overlays', 'frame', 'session', 'settings'];
  for (const sheet of sheets) {
    const text = readFileSync(new URL(`./${sheet}.css`, import.meta.url), 'utf8');
    expect(text.match(/#[0-9a-f]{3,8}\b|rgba?\(|--gem-/gi), sheet).toBeNull();
  }
});

describe('the density for a finger', () => {
  it('is the same whether it was chosen or the laptop has a touch screen', () => {
    const chosen = declarationsOf(":root[data-density='ruim']");
    expect(chosen.get('--ssp-size-target-min')).toBe('2.75rem');
    expect(declarationsOf(":root:not([data-density='compact'])")).toEqual(chosen);
  });
});
