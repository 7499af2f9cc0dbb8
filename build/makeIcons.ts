/**
 * Writes renderer/ui/icons.ts: the path data of the Phosphor icons we use, as plain strings, so that an icon is an
 * ordinary <path> made by React and no markup is ever parsed in the app. Run `node build/makeIcons.ts` after adding a name.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Icons in their quiet form. */
const REGULAR =
  `sun-horizon chats-circle notebook check-square map-trifold identification-badge gear lock-simple plus eye
  eye-slash file-pdf printer magnifying-glass calendar-blank flag pencil-simple-line arrow-left arrow-right caret-down caret-up
  caret-right quotes chat-teardrop-text calendar-check laptop arrows-clockwise check-circle clock warning-circle arrows-split
  arrows-merge plant house-line users heartbeat wallet check x list keyboard circle circle-half prohibit user user-plus trash
  archive arrow-counter-clockwise arrow-u-up-left info binoculars dots-three shuffle clock-counter-clockwise key seal-check
  phone map-pin hand-heart sign-out note-pencil shield-check users-three copy link
  plus-circle moon sun`.split(/\s+/);

/** Icons that also have a filled form: chosen, or marking meaning. */
const FILL =
  `sun-horizon chats-circle notebook check-square map-trifold identification-badge gear eye quotes chat-teardrop-text
  calendar-check check-circle clock warning-circle plant house-line users heartbeat wallet lock-simple flag`.split(
    /\s+/,
  );

const assets = new URL('../node_modules/@phosphor-icons/core/assets/', import.meta.url);
const target = fileURLToPath(new URL('../renderer/ui/icons.ts', import.meta.url));

function pathOf(weight: 'regular' | 'fill', name: string): string {
  const file = weight === 'fill' ? `fill/${name}-fill.svg` : `regular/${name}.svg`;
  const svg = readFileSync(new URL(file, assets), 'utf8');
  const match = /^<svg [^>]*viewBox="0 0 256 256"[^>]*><path d="([^"]+)"\/><\/svg>\s*$/.exec(svg);
  if (!match?.[1]) throw new Error(`${file} is not one path in a 256 box`);
  return match[1];
}

const table = (weight: 'regular' | 'fill', names: readonly string[]): string =>
  [...new Set(names)]
    .toSorted()
    .map((name) => `  '${name}': '${pathOf(weight, name)}',`)
    .join('\n');

writeFileSync(
  target,
  `// Made by build/makeIcons.ts from @phosphor-icons/core (MIT). Do not edit.
export const regularIcons = {
${table('regular', REGULAR)}
} as const;

export const filledIcons = {
${table('fill', FILL)}
} as const;

export type IconName = keyof typeof regularIcons;
`,
);
