/**
 * The words about sharing, in one place. They promise only what the other side acknowledged: nothing is called shared
 * that a lost laptop would take along, and a failure always says that the work is safe here.
 */
import type { SharingSummary } from '../../../shared/contract/commands/sharing.ts';
import { calendarDateAt, daysBetween } from '../../../shared/domain/dates.ts';
import { timeOfDay } from '../../data/saveState.ts';
import { shortDate } from '../../ui/dateText.ts';
import type { IconName } from '../../ui/Icon.tsx';

/** From this many days on the line asks for a connection instead of counting changes. */
const LONG_UNSHARED_DAYS = 4;
const DAYS: ReadonlyMap<number, string> = new Map([
  [-1, 'gisteren'],
  [0, 'vandaag'],
  [1, 'morgen'],
]);

export interface SharingLine {
  readonly icon: IconName;
  /** In bold. */
  readonly state: string;
  readonly rest: string;
  /** What one can do about it here. */
  readonly action: 'none' | 'share' | 'retry' | 'help';
  /** Fields with two versions: the only state that may have a colour. */
  readonly two: boolean;
}

/** "vandaag 16:05", "gisteren 9:12", "vr 20 nov 16:05". */
export function momentSaid(ms: number, today: string): string {
  const day = calendarDateAt(ms);
  return `${DAYS.get(daysBetween(today, day)) ?? shortDate(day, today)} ${timeOfDay(ms)}`;
}

/** "2 dingen om samen te bekijken" */
export const choicesText = (count: number): string =>
  count === 1 ? '1 ding om samen te bekijken' : `${count} dingen om samen te bekijken`;

/** How far sending is: `most` is how many waited when it began. */
const sendingText = (waiting: number, most: number): string =>
  most > 1 ? ` ${Math.min(most, most - waiting + 1)} van ${most}` : '';

/** What the line at the bottom says. `most` is the largest number that waited since sending began. */
export function sharingLine(summary: SharingSummary, today: string, most: number): SharingLine {
  const { state, waiting, lastSharedAtMs, daysUnshared, openChoices } = summary;
  const quiet = { two: false, action: 'none' } as const;
  if (state === 'failed' && summary.failure?.reason === 'NEWER_APP') {
    return {
      ...quiet,
      icon: 'warning-circle',
      state: 'Werk Samenspel bij om te delen met je team.',
      rest: 'Je werk staat veilig op deze laptop.',
      action: 'help',
    };
  }
  if (state === 'failed') {
    return {
      ...quiet,
      icon: 'warning-circle',
      state: 'Delen lukt niet.',
      rest: 'Je werk staat veilig op deze laptop.',
      action: 'retry',
    };
  }
  if (state !== 'sending' && waiting > 0 && daysUnshared >= LONG_UNSHARED_DAYS) {
    return {
      ...quiet,
      icon: 'clock',
      state: `Al ${daysUnshared} dagen niet gedeeld.`,
      rest: 'Maak vandaag even verbinding.',
      action: 'share',
    };
  }
  if (openChoices > 0) {
    return {
      icon: 'arrows-split',
      state: choicesText(openChoices),
      rest: `· ${shortState(summary)}`,
      action: 'none',
      two: true,
    };
  }
  if (summary.withheld !== null && waiting === 0) {
    const { name, lastReceivedAtMs } = summary.withheld;
    const last =
      lastReceivedAtMs === null ? 'Nog niets ontvangen.' : `Laatst ontvangen: ${momentSaid(lastReceivedAtMs, today)}.`;
    return { ...quiet, icon: 'warning-circle', state: `Er mist iets van ${name}.`, rest: last, action: 'help' };
  }
  if (summary.newerApp && waiting === 0) {
    return {
      ...quiet,
      icon: 'warning-circle',
      state: 'Werk Samenspel bij om alles van je collega’s te lezen.',
      rest: 'Niets is weg.',
    };
  }
  if (state === 'noTeam') {
    return {
      ...quiet,
      icon: 'laptop',
      state: 'Bewaard op deze laptop.',
      rest: 'Delen met je team begint als je team verbonden is.',
    };
  }
  if (state === 'sending') {
    return { ...quiet, icon: 'arrows-clockwise', state: 'Bezig met delen…', rest: sendingText(waiting, most).trim() };
  }
  if (waiting > 0) {
    const count = waiting === 1 ? '1 wijziging' : `${waiting} wijzigingen`;
    return {
      ...quiet,
      icon: 'laptop',
      state: 'Bewaard op deze laptop.',
      rest: `${count} nog niet gedeeld met je team.`,
      action: 'share',
    };
  }
  if (lastSharedAtMs === null) {
    return {
      ...quiet,
      icon: 'laptop',
      state: 'Bewaard op deze laptop.',
      rest: 'Nog niets gedeeld met je team.',
      action: 'share',
    };
  }
  return {
    ...quiet,
    icon: 'check-circle',
    state: 'Gedeeld met je team.',
    rest: `Laatst: ${momentSaid(lastSharedAtMs, today)}`,
  };
}

/** Beside another state: one of the two words that matter. */
const shortState = ({ state, waiting, lastSharedAtMs }: SharingSummary): string =>
  state !== 'noTeam' && state !== 'sending' && waiting === 0 && lastSharedAtMs !== null
    ? 'Gedeeld met je team'
    : 'Bewaard op deze laptop';

/** How a press on Deel nu ended, as a sentence. */
export function shareNowAnswer(outcome: 'shared' | 'noTeam' | 'failed'): string {
  switch (outcome) {
    case 'shared':
      return 'Alles is gedeeld met je team.';
    case 'noTeam':
      return 'Deze laptop hoort nog niet bij een team. Ga naar Instellingen en kies Team.';
    case 'failed':
      return 'Delen lukt nu niet. Je werk staat veilig op deze laptop.';
  }
}

/** Who saw the last change: "Samira heeft dit gezien". */
export function seenText(names: readonly string[]): string {
  const [first, second, ...others] = names;
  if (first === undefined) return '';
  if (second === undefined) return `${first} heeft dit gezien`;
  if (others.length === 0) return `${first} en ${second} hebben dit gezien`;
  const rest = others.length === 1 ? '1 ander' : `${others.length} anderen`;
  return `${first}, ${second} en ${rest} hebben dit gezien`;
}

type Failure = NonNullable<SharingSummary['failure']>;

/** What a person can do, most likely first. */
export function failureAdvice(failure: Failure | null): readonly string[] {
  switch (failure?.reason) {
    case undefined:
    case 'UNREACHABLE':
      return [
        'Kijk of je laptop internet heeft, bijvoorbeeld met een website.',
        'Op een openbaar netwerk moet je soms eerst akkoord gaan op een webpagina.',
        'Lukt het thuis wel en op kantoor niet? Vraag je beheerder om te kijken.',
      ];
    case 'TLS':
      return [
        'Iets op dit netwerk kijkt mee met de verbinding. Daarom is er niets verstuurd.',
        'Probeer een ander netwerk, bijvoorbeeld de hotspot van je telefoon.',
        'Gebeurt het overal? Geef je beheerder de details hieronder.',
      ];
    case 'REFUSED':
      return [
        'Iets op dit netwerk houdt de verbinding tegen.',
        'Probeer een ander netwerk, bijvoorbeeld de hotspot van je telefoon.',
        'Gebeurt het overal? Geef je beheerder de details hieronder.',
      ];
    case 'REVOKED':
      return [
        'Je teamleider heeft deze laptop van het team gehaald.',
        'Klopt dat niet? Bel je teamleider. Je kunt met een nieuwe code weer meedoen.',
      ];
    case 'NEWER_APP':
      return [
        'Je team gebruikt een nieuwere Samenspel. Deze laptop begrijpt niet alles wat daarin is afgesproken.',
        'Werk Samenspel bij, of vraag je beheerder om dat te doen. Daarna wordt alles gedeeld wat nu wacht.',
        'Je kunt gewoon doorwerken. Niets is weg.',
      ];
    case 'FALSE_LOG':
      return [
        'De lijst van je team klopt niet met wat deze laptop weet. Daarom deelt hij niets.',
        'Bel je teamleider of beheerder en geef de details hieronder. Werk intussen gewoon door.',
      ];
  }
}

/** What a person can do when something of a colleague does not come. */
export const withheldAdvice = (name: string): readonly string[] => [
  `Bel ${name} en vergelijk wat jullie zien. Wat hier staat klopt, maar het is niet alles.`,
  'Maak verbinding op een ander netwerk en kies Deel nu.',
  'Blijft dit een dag zo? Vraag je beheerder of de server alles doorgeeft.',
];

/** For the helpdesk, behind a fold. */
export const failureDetails = (failure: Failure | null): string =>
  failure === null
    ? 'Geen antwoord.'
    : `${failure.reason}${failure.status === null ? '' : `, antwoord ${failure.status}`}`;
