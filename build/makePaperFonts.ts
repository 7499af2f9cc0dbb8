/**
 * Makes the fonts that papers embed from the ones on screen: `node build/makePaperFonts.ts`. A PDF needs plain TrueType;
 * the packages hold variable WOFF2, split by alphabet. This takes one weight, joins the alphabets and writes the result
 * to electron/vault/paper/fonts. Run by hand after a change of font; the outcome is in the repository.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { projectFolder } from './bundleEntries.ts';
import { trueType, type Glyph, type Point } from './trueTypeFile.ts';

interface DecodedPoint {
  x: number;
  y: number;
  readonly onCurve: boolean;
  readonly endContour: boolean;
  copy(): DecodedPoint;
}
interface Component {
  readonly glyphID: number;
  readonly dx: number;
  readonly dy: number;
  readonly scaleX: number;
  readonly scaleY: number;
  readonly scale01: number;
  readonly scale10: number;
}
interface Outline {
  readonly points?: readonly DecodedPoint[];
  readonly components?: readonly Component[];
}
/** What is used of fontkit, which comes along with pdfkit. */
interface Font {
  readonly numGlyphs: number;
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly xHeight: number;
  readonly characterSet: readonly number[];
  readonly HVAR: unknown;
  variationCoords: readonly number[];
  readonly _transformedGlyphs: readonly Outline[];
  readonly _variationProcessor: {
    transformPoints(id: number, points: readonly DecodedPoint[]): void;
    getAdvanceAdjustment(id: number, hvar: unknown): number;
  };
  getGlyph(id: number): { readonly advanceWidth: number; readonly path: unknown };
  glyphForCodePoint(code: number): { readonly id: number };
}

const require = createRequire(import.meta.resolve('pdfkit'));
const { create } = require('fontkit') as { create(data: Buffer): Font };

interface Wanted {
  readonly package: string;
  readonly file: (alphabet: string) => string;
  readonly weight: number;
  readonly name: string;
}

const wanted: readonly Wanted[] = [
  ...[400, 700].map((weight) => ({
    package: '@fontsource-variable/atkinson-hyperlegible-next',
    file: (alphabet: string) => `atkinson-hyperlegible-next-${alphabet}-wght-normal.woff2`,
    weight,
    name: `AtkinsonHyperlegibleNext-${weight === 400 ? 'Regular' : 'Bold'}`,
  })),
  {
    package: '@fontsource-variable/literata',
    file: (alphabet: string) => `literata-${alphabet}-wght-normal.woff2`,
    weight: 550,
    name: 'Literata-Medium',
  },
];

/** All glyphs of one file at one weight, flattened, with the letters they stand for. */
function readGlyphs(data: Buffer, weight: number): { readonly font: Font; readonly glyphs: Glyph[] } {
  const font = create(data);
  void font.getGlyph(0).path;
  const varied = create(data);
  varied.variationCoords = [weight];
  const processor = varied._variationProcessor;
  const codes = new Map<number, number[]>();
  for (const code of font.characterSet) {
    const { id } = font.glyphForCodePoint(code);
    codes.set(id, [...(codes.get(id) ?? []), code]);
  }
  const phantoms = (sample: DecodedPoint): DecodedPoint[] =>
    Array.from({ length: 4 }, () => Object.assign(sample.copy(), { x: 0, y: 0, endContour: true }));
  const firstPoint = font._transformedGlyphs.flatMap(({ points = [] }) => points.slice(0, 1))[0];
  if (!firstPoint) throw new Error('a font without points');
  const anyPoint: DecodedPoint = firstPoint;

  function contours(id: number): Point[][] {
    const outline = font._transformedGlyphs[id];
    if (outline?.points) {
      const points = outline.points.map((point) => point.copy());
      processor.transformPoints(id, [...points, ...phantoms(points[0] ?? anyPoint)]);
      const found: Point[][] = [[]];
      for (const { x, y, onCurve, endContour } of points) {
        found.at(-1)?.push({ x: Math.round(x), y: Math.round(y), onCurve });
        if (endContour) found.push([]);
      }
      return found.filter((contour) => contour.length > 0);
    }
    const components = outline?.components ?? [];
    const offsets = components.map(({ dx, dy }) => Object.assign(anyPoint.copy(), { x: dx, y: dy, endContour: true }));
    if (offsets.length > 0) processor.transformPoints(id, [...offsets, ...phantoms(anyPoint)]);
    return components.flatMap((part, index) => {
      const { x: dx = 0, y: dy = 0 } = offsets[index] ?? {};
      return contours(part.glyphID).map((contour) =>
        contour.map(({ x, y, onCurve }) => ({
          x: Math.round(x * part.scaleX + y * part.scale01 + dx),
          y: Math.round(x * part.scale10 + y * part.scaleY + dy),
          onCurve,
        })),
      );
    });
  }

  const glyphs = Array.from({ length: font.numGlyphs }, (_, id) => ({
    contours: contours(id),
    advance: Math.round(font.getGlyph(id).advanceWidth + processor.getAdvanceAdjustment(id, font.HVAR)),
    codes: codes.get(id) ?? [],
  }));
  return { font, glyphs };
}

const folder = join(projectFolder, 'electron/vault/paper/fonts');
mkdirSync(folder, { recursive: true });
for (const { package: from, file, weight, name } of wanted) {
  const files = join(projectFolder, 'node_modules', from, 'files');
  const [latin, extended] = ['latin', 'latin-ext'].map((alphabet) =>
    readGlyphs(readFileSync(join(files, file(alphabet))), weight),
  );
  if (!latin || !extended) throw new Error('two alphabets are needed');
  const known = new Set(latin.glyphs.flatMap((glyph) => glyph.codes));
  const more = extended.glyphs
    .map((glyph) => ({ ...glyph, codes: glyph.codes.filter((code) => !known.has(code)) }))
    .filter((glyph) => glyph.codes.length > 0);
  const bytes = trueType({ name, weight, ...metricsOf(latin.font), glyphs: [...latin.glyphs, ...more] });
  writeFileSync(join(folder, `${name}.ttf`), bytes);
  process.stdout.write(
    `${name}: ${String(latin.glyphs.length + more.length)} letters, ${String(bytes.length)} bytes\n`,
  );
}

function metricsOf({ unitsPerEm, ascent, descent, capHeight, xHeight }: Font) {
  return { unitsPerEm, ascent, descent, capHeight, xHeight };
}
