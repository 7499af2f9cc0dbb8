/** Writes a plain TrueType file: outlines, widths and letters. No hints and no kerning; enough to embed in a paper. */
export interface Point {
  readonly x: number;
  readonly y: number;
  readonly onCurve: boolean;
}

export interface Glyph {
  readonly contours: readonly (readonly Point[])[];
  readonly advance: number;
  /** The letters that it draws. */
  readonly codes: readonly number[];
}

export interface TrueTypeFont {
  /** PostScript name. */
  readonly name: string;
  readonly weight: number;
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly xHeight: number;
  readonly glyphs: readonly Glyph[];
}

const u16 = (value: number): number[] => [(value >> 8) & 255, value & 255];
const u32 = (value: number): number[] => [...u16(Math.floor(value / 65_536)), ...u16(value % 65_536)];
const signed = (value: number): number[] => u16(value < 0 ? value + 65_536 : value);

interface Box {
  readonly xMin: number;
  readonly yMin: number;
  readonly xMax: number;
  readonly yMax: number;
}

function boxOf(points: readonly Point[]): Box {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  return points.length === 0
    ? { xMin: 0, yMin: 0, xMax: 0, yMax: 0 }
    : { xMin: Math.min(...xs), yMin: Math.min(...ys), xMax: Math.max(...xs), yMax: Math.max(...ys) };
}

function outline({ contours }: Glyph): number[] {
  const points = contours.flat();
  if (points.length === 0) return [];
  const { xMin, yMin, xMax, yMax } = boxOf(points);
  let last = -1;
  const ends = contours.flatMap((contour) => u16((last += contour.length)));
  const delta = (axis: 'x' | 'y') =>
    points.flatMap((point, index) => signed(point[axis] - (points[index - 1]?.[axis] ?? 0)));
  const head = [...signed(contours.length), ...[xMin, yMin, xMax, yMax].flatMap(signed), ...ends, ...u16(0)];
  const bytes = [...head, ...points.map(({ onCurve }) => (onCurve ? 1 : 0)), ...delta('x'), ...delta('y')];
  return [...bytes, ...Array.from({ length: (4 - (bytes.length % 4)) % 4 }, () => 0)];
}

/** Runs of letters that follow each other with glyphs that do too (format 4). */
function letterTable(glyphs: readonly Glyph[]): number[] {
  const pairs = glyphs
    .flatMap(({ codes }, id) => codes.map((code) => ({ code, id })))
    .filter(({ code }) => code < 0xffff)
    .sort((a, b) => a.code - b.code);
  const runs: { first: number; last: number; shift: number }[] = [];
  for (const { code, id } of pairs) {
    const run = runs.at(-1);
    if (run?.last === code - 1 && run.shift === id - code) run.last = code;
    else runs.push({ first: code, last: code, shift: id - code });
  }
  runs.push({ first: 0xffff, last: 0xffff, shift: 1 });
  const count = runs.length;
  const power = 2 ** Math.floor(Math.log2(count));
  const body = [
    ...u16(count * 2),
    ...u16(power * 2),
    ...u16(Math.log2(power)),
    ...u16(count * 2 - power * 2),
    ...runs.flatMap(({ last }) => u16(last)),
    ...u16(0),
    ...runs.flatMap(({ first }) => u16(first)),
    ...runs.flatMap(({ shift }) => u16((shift + 65_536) % 65_536)),
    ...runs.flatMap(() => u16(0)),
  ];
  return [
    ...u16(0),
    ...u16(1),
    ...u16(3),
    ...u16(1),
    ...u32(12),
    ...u16(4),
    ...u16(body.length + 6),
    ...u16(0),
    ...body,
  ];
}

function nameTable(name: string): number[] {
  const [family = name, style = 'Regular'] = name.split('-');
  const texts = [
    [1, family],
    [2, style],
    [4, `${family} ${style}`],
    [6, name],
    [13, 'SIL Open Font License 1.1'],
  ] as const;
  const stored = texts.map(([, text]) => [...text].flatMap((letter) => u16(letter.charCodeAt(0))));
  let offset = 0;
  const records = texts.flatMap(([id], index) => {
    const length = stored[index]?.length ?? 0;
    const record = [3, 1, 0x409, id, length, offset].flatMap(u16);
    offset += length;
    return record;
  });
  return [...u16(0), ...u16(texts.length), ...u16(6 + texts.length * 12), ...records, ...stored.flat()];
}

const checksum = (bytes: readonly number[]): number => {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) {
    const word = [0, 1, 2, 3].reduce((all, step) => all * 256 + (bytes[at + step] ?? 0), 0);
    sum = (sum + word) % 2 ** 32;
  }
  return sum;
};

/** The bytes of the font file. */
export function trueType(font: TrueTypeFont): Uint8Array {
  const { glyphs, unitsPerEm, ascent, descent } = font;
  const outlines = glyphs.map(outline);
  let at = 0;
  const offsets = [0, ...outlines.map((bytes) => (at += bytes.length))];
  const box = boxOf(glyphs.flatMap(({ contours }) => contours.flat()));
  const widest = Math.max(...glyphs.map(({ advance }) => advance));
  const bold = font.weight >= 700;
  const most = (count: (glyph: Glyph) => number): number[] => u16(Math.max(...glyphs.map(count)));
  const zeros = (count: number): number[] => Array.from({ length: count }, () => 0);
  const tables: Record<string, number[]> = {
    'OS/2': [
      ...[4, 600, font.weight, 5, 0, 650, 699, 0, 140, 650, 699, 0, 479, 50, 258, 0].flatMap(u16),
      ...zeros(10),
      ...[0x2000_0007, 0, 0, 0].flatMap(u32),
      ...zeros(4),
      ...[bold ? 0x20 : 0x40, 32, 0xfb02].flatMap(u16),
      ...[ascent, descent, 0].flatMap(signed),
      ...u16(ascent),
      ...u16(-descent),
      ...[1, 0].flatMap(u32),
      ...[font.xHeight, font.capHeight, 0, 32, 1].flatMap(signed),
    ],
    cmap: letterTable(glyphs),
    glyf: outlines.flat(),
    head: [
      ...[0x0001_0000, 0x0001_0000, 0, 0x5f0f_3cf5].flatMap(u32),
      ...u16(3),
      ...u16(unitsPerEm),
      ...zeros(16),
      ...[box.xMin, box.yMin, box.xMax, box.yMax].flatMap(signed),
      ...[bold ? 1 : 0, 6, 2, 1, 0].flatMap(u16),
    ],
    hhea: [
      ...u32(0x0001_0000),
      ...[ascent, descent, 0].flatMap(signed),
      ...u16(widest),
      ...[0, 0, box.xMax, 1, 0, 0].flatMap(signed),
      ...zeros(8),
      ...u16(0),
      ...u16(glyphs.length),
    ],
    hmtx: glyphs.flatMap((glyph) => [...u16(glyph.advance), ...signed(boxOf(glyph.contours.flat()).xMin)]),
    loca: offsets.flatMap(u32),
    maxp: [
      ...u32(0x0001_0000),
      ...u16(glyphs.length),
      ...most(({ contours }) => contours.flat().length),
      ...most(({ contours }) => contours.length),
      ...[0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0].flatMap(u16),
    ],
    name: nameTable(font.name),
    post: [...u32(0x0003_0000), ...u32(0), ...signed(-100), ...signed(50), ...zeros(20)],
  };
  const tags = Object.keys(tables).sort();
  const power = 2 ** Math.floor(Math.log2(tags.length));
  const header = [
    ...u32(0x0001_0000),
    ...[tags.length, power * 16, Math.log2(power), tags.length * 16 - power * 16].flatMap(u16),
  ];
  const directory: number[] = [];
  const body: number[] = [];
  const start = header.length + tags.length * 16;
  for (const tag of tags) {
    const bytes = tables[tag] ?? [];
    directory.push(...[...tag].map((letter) => letter.charCodeAt(0)), ...u32(checksum(bytes)));
    directory.push(...u32(start + body.length), ...u32(bytes.length));
    for (const byte of bytes) body.push(byte);
    while (body.length % 4 !== 0) body.push(0);
  }
  return Uint8Array.from([...header, ...directory, ...body]);
}
