/** Habits that no lint rule of ours can express, over the sources that ship. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const project = join(import.meta.dirname, '../..');
const sources = ['shared', 'electron', 'renderer', 'sync-server'].flatMap((folder) =>
  readdirSync(join(project, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name)),
);
const matching = (pattern: RegExp, except: RegExp = /$^/): readonly string[] =>
  sources
    .filter((file) => !except.test(file) && pattern.test(readFileSync(file, 'utf8')))
    .map((file) => file.slice(project.length + 1));

describe('the sources', () => {
  it('never ask the clock by making a Date of nothing', () => expect(matching(/new Date\(\)/)).toEqual([]));

  it('hide no type error and no lint finding', () =>
    expect(matching(/@ts-(ignore|expect-error|nocheck)|(oxlint|eslint)-disable/)).toEqual([]));

  it('keep nothing in a browser store, except the resume token of the window and the mark that a resident looks along', () =>
    expect(
      matching(
        /\b(localStorage|indexedDB|caches|document\.cookie|sessionStorage)\b/,
        /(socketTransport|lookAlong\/interrupted)\.ts$/,
      ),
    ).toEqual([]));

  // A browser that restores windows writes what stands in a field into its own files, unless the field says not to.
  it('ask the browser to forget every field', () =>
    expect(matching(/<(textarea|select|input)\b(?![\s\S]{0,900}?autoComplete=)/)).toEqual([]));

  it('are not called utils, helpers or index', () =>
    expect(sources.filter((file) => /\/(utils?|helpers?|index|types)\.tsx?$/.test(file))).toEqual([]));

  it('leave nothing to do later', () => expect(matching(/\b(TODO|FIXME|XXX)\b/)).toEqual([]));
});
