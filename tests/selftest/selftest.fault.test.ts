/** The self-test itself: a short round of each part, and a page that tells the truth when something is lost. */
import { describe, expect, it } from 'vitest';
import { mergeApart } from './mergeApart.ts';
import { pulledPlug } from './pulledPlug.ts';
import { selfTestPaper, verdict, type SelfTestFacts } from './selfTestPaper.ts';
import { thirtyDays } from './thirtyDays.ts';
import { wrongClock } from './wrongClock.ts';

const quiet = (): void => undefined;
const seed = Number(process.env['SEED'] ?? 1);

describe('each part of the self-test', () => {
  it('writes on days without a network and finds all of it the next morning [S4]', async () => {
    expect(await thirtyDays(3, seed, quiet)).toMatchObject({ acknowledged: 36, lost: 0 });
  });

  it('loses nothing while the clock goes a year back and forth [S4]', async () => {
    expect(await wrongClock(3, seed, quiet)).toMatchObject({ acknowledged: 30, lost: 0 });
  });

  it('loses nothing when the plug is pulled [S4]', async () => {
    const { acknowledged, lost } = await pulledPlug(2, seed, quiet);
    expect(acknowledged).toBeGreaterThan(1);
    expect(lost).toBe(0);
  });

  it('brings two laptops together again with the values of both [Y8]', async () => {
    expect(await mergeApart(1, seed, quiet)).toMatchObject({ acknowledged: 4, lost: 0 });
  });
});

describe('the page of the self-test', () => {
  const facts: SelfTestFacts = {
    version: '0.1.0',
    machine: 'Linux, 2 kernen, 8 GB',
    seed: 1,
    minutes: 5,
    nowMs: Date.UTC(2026, 10, 22),
    when: '22 november 2026',
  };

  it('says that nothing was lost, or how much, and what to do then', () => {
    expect(verdict([{ tried: 'a', acknowledged: 3, lost: 0 }])).toBe(
      'Er is niets verloren. Alle 3 wijzigingen die als bewaard werden gemeld, zijn er nog.',
    );
    expect(
      verdict([
        { tried: 'a', acknowledged: 3, lost: 0 },
        { tried: 'b', acknowledged: 5, lost: 2 },
      ]),
    ).toMatch(/^Er is iets verloren: 2 van 8\. Gebruik deze versie niet/);
  });

  it('is one tagged page', async () => {
    const findings = Array.from({ length: 4 }, () => ({
      tried: 'Iets geprobeerd. '.repeat(6),
      acknowledged: 9,
      lost: 0,
    }));
    const text = Buffer.from(await selfTestPaper(findings, facts)).toString('latin1');
    expect(text.match(/\/Type \/Page\b/g)).toHaveLength(1);
    expect(text).toContain('/StructTreeRoot');
    expect(text).toContain('(nl)');
  });
});
