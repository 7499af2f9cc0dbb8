import { describe, expect, it } from 'vitest';
import type { SharingSummary } from '../../../shared/contract/commands/sharing.ts';
import { failureAdvice, failureDetails, momentSaid, seenText, shareNowAnswer, sharingLine } from './sharingText.ts';

const today = '2026-11-20';
const at = (time: string): number => Date.parse(`${time}:00+01:00`);
const quiet: SharingSummary = {
  state: 'shared',
  waiting: 0,
  lastSharedAtMs: at('2026-11-20T16:05'),
  lastContactAtMs: null,
  daysUnshared: 0,
  failure: null,
  withheld: null,
  newerApp: false,
  openChoices: 0,
};
const said = (change: Partial<SharingSummary>, most = 0): string => {
  const { state, rest } = sharingLine({ ...quiet, ...change }, today, most);
  return `${state} ${rest}`.trim();
};

describe('the line at the bottom', () => {
  it('says where the work is, in these words', () => {
    expect(said({ state: 'noTeam', lastSharedAtMs: null })).toBe(
      'Bewaard op deze laptop. Delen met je team begint als je team verbonden is.',
    );
    expect(said({ state: 'offline', waiting: 3 })).toBe(
      'Bewaard op deze laptop. 3 wijzigingen nog niet gedeeld met je team.',
    );
    expect(said({ state: 'offline', waiting: 1 })).toContain('1 wijziging nog');
    expect(said({ state: 'sending', waiting: 2 }, 3)).toBe('Bezig met delen… 2 van 3');
    expect(said({ state: 'sending', waiting: 1 }, 1)).toBe('Bezig met delen…');
    expect(said({})).toBe('Gedeeld met je team. Laatst: vandaag 16:05');
    expect(said({ state: 'offline', waiting: 2, daysUnshared: 4 })).toBe(
      'Al 4 dagen niet gedeeld. Maak vandaag even verbinding.',
    );
    expect(said({ state: 'failed', waiting: 2 })).toBe('Delen lukt niet. Je werk staat veilig op deze laptop.');
  });

  it('says of whom something is missing, after what waits here', () => {
    const withheld = { name: 'Tom', lastReceivedAtMs: at('2026-11-19T16:05') };
    expect(said({ withheld })).toBe('Er mist iets van Tom. Laatst ontvangen: gisteren 16:05.');
    expect(said({ withheld: { name: 'Tom', lastReceivedAtMs: null } })).toBe(
      'Er mist iets van Tom. Nog niets ontvangen.',
    );
    expect(said({ state: 'offline', waiting: 1, withheld })).toContain('1 wijziging nog');
    expect(said({ state: 'failed', withheld })).toContain('Delen lukt niet.');
  });

  it('asks for an update when something came that this version cannot read, after what waits here', () => {
    expect(said({ newerApp: true })).toBe('Werk Samenspel bij om alles van je collega’s te lezen. Niets is weg.');
    expect(said({ newerApp: true, state: 'offline', waiting: 1 })).toContain('1 wijziging nog');
  });

  it('asks for an update when the team agreed on what this version cannot read, and says that the work is safe', () => {
    const newer = { state: 'failed', failure: { reason: 'NEWER_APP', status: null } } as const;
    const sentence = 'Werk Samenspel bij om te delen met je team. Je werk staat veilig op deze laptop.';
    expect(said({ ...newer, waiting: 2 })).toBe(sentence);
    expect(said(newer)).toBe(sentence);
    expect(sharingLine({ ...quiet, ...newer, openChoices: 2 }, today, 0)).toMatchObject({ action: 'help', two: false });
  });

  it('never says shared while something waits, or before anything was acknowledged', () => {
    for (const state of ['noTeam', 'offline', 'sending', 'shared', 'failed'] as const) {
      for (const openChoices of [0, 2]) {
        expect(said({ state, waiting: 1, openChoices })).not.toContain('Gedeeld met je team');
        expect(said({ state, lastSharedAtMs: null, openChoices })).not.toContain('Gedeeld met je team');
      }
    }
  });

  it('counts days only from the fourth on, and gives the colour of two versions to nothing else', () => {
    expect(said({ state: 'offline', waiting: 2, daysUnshared: 3 })).toContain('2 wijzigingen');
    expect(sharingLine({ ...quiet, openChoices: 2 }, today, 0)).toMatchObject({
      state: '2 dingen om samen te bekijken',
      two: true,
    });
    expect(sharingLine({ ...quiet, state: 'failed', openChoices: 2 }, today, 0).two).toBe(false);
  });

  it('offers Deel nu only where there is something to share', () => {
    expect(sharingLine(quiet, today, 0).action).toBe('none');
    expect(sharingLine({ ...quiet, state: 'offline', waiting: 1 }, today, 0).action).toBe('share');
    expect(sharingLine({ ...quiet, state: 'failed', waiting: 1 }, today, 0).action).toBe('retry');
  });
});

describe('the words beside it', () => {
  it('name a moment as people do', () => {
    expect(momentSaid(at('2026-11-20T09:12'), today)).toBe('vandaag 9:12');
    expect(momentSaid(at('2026-11-19T09:12'), today)).toBe('gisteren 9:12');
    expect(momentSaid(at('2026-11-16T09:12'), today)).toBe('ma 16 nov 9:12');
  });

  it('say who has seen the last change', () => {
    expect(seenText([])).toBe('');
    expect(seenText(['Samira'])).toBe('Samira heeft dit gezien');
    expect(seenText(['Samira', 'Tom'])).toBe('Samira en Tom hebben dit gezien');
    expect(seenText(['Samira', 'Tom', 'Ilse'])).toBe('Samira, Tom en 1 ander hebben dit gezien');
  });

  it('never name a technical thing outside the details for the helpdesk', () => {
    const all = [
      ...(['UNREACHABLE', 'TLS', 'REFUSED', 'REVOKED', 'FALSE_LOG', 'NEWER_APP'] as const).flatMap((reason) =>
        failureAdvice({ reason, status: 403 }),
      ),
      ...failureAdvice(null),
      ...(['shared', 'noTeam', 'failed'] as const).map(shareNowAnswer),
    ].join(' ');
    expect(all).not.toMatch(/sync|server|merge|TLS|403/i);
    expect(failureDetails({ reason: 'REFUSED', status: 407 })).toBe('REFUSED, antwoord 407');
  });
});
