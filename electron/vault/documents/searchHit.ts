/** How a hit reads: what it is called, what stands under it and its words in context. */
import type { SearchHit } from '../../../shared/contract/commands/overview.ts';
import { ageOn } from '../../../shared/domain/ages.ts';
import { labelOf } from '../../../shared/domain/labels.ts';
import type { SearchedKind } from './searchable.ts';
import { excerptAround, openingWords, type ExcerptPart, type SearchWords } from './searchText.ts';

/** A record as the index holds it. */
export interface Found {
  readonly documentId: string;
  readonly householdId: string;
  readonly kind: SearchedKind;
  readonly recordId: string;
  readonly conversationId: string | null;
  readonly personId: string | null;
  readonly title: string;
  readonly body: string;
  readonly voice: 'worker' | 'resident';
  readonly date: string | null;
}

/** What the lists know around it; null where there is nothing. */
export interface Surroundings {
  readonly householdName: string | null;
  readonly address: string | null;
  readonly archived: number | null;
  readonly context: string | null;
  readonly place: string | null;
  readonly author: string | null;
  readonly whoUser: string | null;
  readonly conversationDeleted: number | null;
  readonly personName: string | null;
  readonly birthDate: string | null;
  readonly actionStatus: string | null;
}

const HIT_KINDS = {
  household: 'household',
  persons: 'person',
  conversations: 'conversation',
  lines: 'line',
  actions: 'action',
  addenda: 'addendum',
  helpRequests: 'helpRequest',
  goals: 'goal',
  networkContacts: 'network',
} as const;

/** Kinds whose title is what was written, so that a hit may stand in it. */
const NAMED: ReadonlySet<SearchedKind> = new Set(['household', 'persons', 'actions', 'goals', 'networkContacts']);

const joinedFacts = (facts: readonly string[]): string => facts.filter(Boolean).join(' · ');

/** The hit as the screen gets it. `today` is for ages. */
export function searchHit(found: Found, around: Surroundings, words: SearchWords, today: string): SearchHit {
  const { title, subtitle } = describe(found, around, today);
  return {
    kind: HIT_KINDS[found.kind],
    householdId: found.householdId as SearchHit['householdId'],
    documentId: found.documentId as SearchHit['documentId'],
    recordId: found.kind === 'household' ? found.householdId : found.recordId,
    conversationId: found.conversationId as SearchHit['conversationId'],
    title,
    subtitle: around.archived === 1 ? joinedFacts([subtitle, 'opgeborgen']) : subtitle,
    excerpt: excerptOf(found, title, words),
    voice: found.voice,
    date: found.date,
  };
}

/** What a hit is called, and what stands under it. The date is a field of its own. */
function describe(found: Found, around: Surroundings, today: string): { title: string; subtitle: string } {
  const householdName = around.householdName ?? '';
  const meeting = joinedFacts([around.context === null ? '' : labelOf('context', around.context), around.place ?? '']);
  switch (found.kind) {
    case 'household':
      return { title: householdName, subtitle: around.address ?? '' };
    case 'persons': {
      const age = around.birthDate ? `${String(ageOn(around.birthDate, today))} jaar` : '';
      return { title: around.personName || found.title, subtitle: joinedFacts([age, householdName]) };
    }
    case 'conversations':
      return { title: householdName, subtitle: meeting };
    case 'lines':
      return { title: around.personName || found.title, subtitle: joinedFacts([householdName, meeting]) };
    case 'actions':
      return {
        title: found.title,
        subtitle: joinedFacts([householdName, labelOf('actionStatus', around.actionStatus ?? '')]),
      };
    case 'addenda':
      return { title: householdName, subtitle: joinedFacts(['Aanvulling', meeting]) };
    case 'helpRequests':
      return {
        title: around.personName || found.title || householdName,
        subtitle: joinedFacts(['Vraag', householdName]),
      };
    case 'goals':
      return { title: found.title, subtitle: joinedFacts(['Doel', householdName]) };
    case 'networkContacts':
      return { title: found.title, subtitle: joinedFacts(['Netwerk', householdName]) };
  }
}

/** Names are shown whole with the hit marked in them; texts around their first hit. */
function excerptOf(found: Found, title: string, words: SearchWords): ExcerptPart[] {
  const named = NAMED.has(found.kind);
  const inTitle = named ? excerptAround(title, words) : [];
  if (inTitle.some((part) => part.hit)) return inTitle;
  const inBody = excerptAround(found.body, words);
  if (inBody.some((part) => part.hit) || !named) return inBody;
  return [{ text: openingWords(title), hit: false }];
}
