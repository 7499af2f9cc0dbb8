/**
 * Words that people do not use, looked for in what is read on screen and on paper: in JSX text and in props that are
 * shown. Comments and codes are not looked at; sentences for errors have their own test (shared/errorTexts).
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const project = join(import.meta.dirname, '../..');

/** Words of the office and of machines. `cliëntondersteuning` is the name in the law, and stays. */
const BANNED =
  /\b(sync|synchroniseren|gesynchroniseerd|merge|indien|inzake|middels|teneinde|conform|dient te|voorzieningen|cliënt|klant)\b/iu;
const SHOWN = [
  />\s*([^<>{}=;]*[A-Za-zÀ-ÿ][^<>{}=;]*)\s*</gu,
  /(?:label|title|text|hint|prompt|emptyLabel|placeholder|description|rest|state)(?:=|: )(?:"([^"]+)"|'([^']+)'|`([^`]+)`)/gu,
];

export function shownIn(source: string): readonly string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//gu, '').replace(/^\s*\/\/.*$/gmu, '');
  return SHOWN.flatMap((pattern) => [...code.matchAll(pattern)].map((match) => match.slice(1).find(Boolean) ?? ''));
}

it('shows no word of the office or of machines', () => {
  const found = globSync('{renderer,shared/resident}/**/*.{ts,tsx}', { cwd: project })
    .filter((file) => !/\.test\.tsx?$/.test(file))
    .flatMap((file) =>
      shownIn(readFileSync(join(project, file), 'utf8'))
        .filter((text) => BANNED.test(text))
        .map((text) => `${file}: ${text.trim()}`),
    );
  expect(found).toEqual([]);
});

it('would see one', () => {
  const seen = shownIn('<p>Indien dit niet lukt</p> <Button label="Start de sync" />').filter((text) =>
    BANNED.test(text),
  );
  expect(seen).toHaveLength(2);
});
