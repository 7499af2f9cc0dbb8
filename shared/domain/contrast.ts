/** Contrast of two colours as WCAG 2 defines it: 1 (none) to 21 (black on white). */

/** Red, green and blue of `#rrggbb`, 0 to 1; null when the text is not such a colour. */
export function parseHexColour(text: string): readonly [number, number, number] | null {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text);
  if (!match) return null;
  const channel = (hex: string | undefined): number => Number.parseInt(hex ?? '0', 16) / 255;
  return [channel(match[1]), channel(match[2]), channel(match[3])];
}

const linear = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);

/** Relative luminance of `#rrggbb`, 0 to 1; null when the text is not such a colour. */
export function luminance(colour: string): number | null {
  const parts = parseHexColour(colour);
  if (!parts) return null;
  const [red, green, blue] = parts;
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** Contrast ratio of two `#rrggbb` colours; null when one of them is not such a colour. The order does not matter. */
export function contrast(one: string, other: string): number | null {
  const first = luminance(one);
  const second = luminance(other);
  if (first === null || second === null) return null;
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
}
