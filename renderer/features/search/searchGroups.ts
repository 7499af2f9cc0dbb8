/** From hits to what the palette shows: groups in a fixed order, up to three each while typing. */
import type { SearchHit } from '../../../shared/contract/commands/overview.ts';
import { organisationTypeLabels } from '../../../shared/domain/organisations.ts';
import type { OrganisationRow } from '../../../shared/contract/commands/organisations.ts';
import type { IconName } from '../../ui/Icon.tsx';
import { shortDate } from '../../ui/dateText.ts';

export interface ResultOption {
  readonly id: string;
  readonly icon: IconName;
  readonly parts: SearchHit['excerpt'];
  readonly meta: string;
  /** Words of a resident: serif, in quotes. */
  readonly voice: boolean;
  /** The meta line stands under the text instead of behind it. */
  readonly stacked: boolean;
  readonly keys?: string;
  readonly run: () => void;
}

export interface ResultGroup {
  readonly title: string;
  readonly options: readonly ResultOption[];
}

const icons: Readonly<Record<SearchHit['kind'], IconName>> = {
  household: 'notebook',
  person: 'user',
  conversation: 'chats-circle',
  line: 'eye',
  action: 'calendar-check',
  addendum: 'note-pencil',
  helpRequest: 'quotes',
  goal: 'flag',
  network: 'users-three',
  walkIn: 'chats-circle',
};

const plain = (text: string): SearchHit['excerpt'] => [{ text, hit: false }];

const textOf = (parts: SearchHit['excerpt']): string => parts.map((part) => part.text).join('');

/**
 * One hit as an option. Households and persons show their name, with the place of the hit behind it when it is not in
 * the name; notes show the hit in context, with whose they are under it.
 */
export function hitOption(hit: SearchHit, today: string, run: () => void): ResultOption {
  const named = hit.kind === 'household' || hit.kind === 'person';
  const voice = hit.voice === 'resident';
  const excerpt = textOf(hit.excerpt);
  const inName = excerpt === hit.title;
  const date = hit.date && hit.kind !== 'person' && !named ? shortDate(hit.date, today) : '';
  const facts = named ? [inName ? '' : excerpt, hit.subtitle] : [inName ? '' : hit.title, hit.subtitle, date];
  return {
    id: `${hit.kind}.${hit.householdId}.${hit.recordId}`,
    icon: voice ? 'quotes' : icons[hit.kind],
    parts: (named && !inName) || excerpt === '' ? plain(hit.title) : hit.excerpt,
    meta: [...new Set(facts.filter(Boolean))].join(' · '),
    voice,
    stacked: !named,
    run,
  };
}

const GROUPS: readonly { readonly title: string; readonly kinds: readonly SearchHit['kind'][] }[] = [
  { title: 'Huishoudens', kinds: ['household'] },
  { title: 'Personen', kinds: ['person'] },
  { title: 'Gesprekken', kinds: ['conversation', 'line', 'addendum', 'helpRequest', 'walkIn'] },
  { title: 'Taken', kinds: ['action'] },
  { title: 'Plan en netwerk', kinds: ['goal', 'network'] },
];

/** Hits by group, in the order they came, at most `each` per group; empty groups are left out. */
export function hitGroups(
  hits: readonly SearchHit[],
  each: number,
  today: string,
  go: (hit: SearchHit) => void,
): readonly ResultGroup[] {
  return GROUPS.map(({ title, kinds }) => ({
    title,
    options: hits
      .filter((hit) => kinds.includes(hit.kind))
      .slice(0, each)
      .map((hit) => hitOption(hit, today, () => go(hit))),
  })).filter(({ options }) => options.length > 0);
}

/** What the sociale kaart has with these words, as a group after the hits. */
export const organisationGroup = (
  rows: readonly OrganisationRow[],
  go: (row: OrganisationRow) => void,
): readonly ResultGroup[] =>
  rows.length === 0
    ? []
    : [
        {
          title: 'Sociale kaart',
          options: rows.map((row) => ({
            id: `organisation.${row.organisationId}`,
            icon: 'map-trifold',
            parts: plain(row.name),
            meta: [row.type === '' ? '' : organisationTypeLabels[row.type], row.phone].filter(Boolean).join(' · '),
            voice: false,
            stacked: false,
            run: () => go(row),
          })),
        },
      ];

/** A command under "Doe". */
export const commandOption = (
  id: string,
  icon: IconName,
  label: string,
  run: () => void,
  keys?: string,
): ResultOption => ({
  id,
  icon,
  parts: plain(label),
  meta: '',
  voice: false,
  stacked: false,
  run,
  ...(keys ? { keys } : {}),
});
