/** Finds words of walk-ins that are in no household; the others are found there. In memory: they are few. */
import type { Handlers } from '../../../shared/contract/contract.ts';
import type { SearchFilter, SearchHit } from '../../../shared/contract/commands/overview.ts';
import { calendarDateAt } from '../../../shared/domain/dates.ts';
import { ok } from '../../../shared/result.ts';
import { storeResult } from '../store/sqliteErrors.ts';
import { excerptAround, matches, searchWords } from '../documents/searchText.ts';
import type { ConsultationBook, ConsultationEntry, WalkInEntry } from './consultationBook.ts';
import type { DossierVault } from './dossierRows.ts';

/** At most so many beside what households hold. */
const SHARE = 3;

/** Search over households, with walk-ins that have none. */
export function searchWithWalkIns(
  vault: Pick<DossierVault, 'documents' | 'me'>,
  book: ConsultationBook,
  own: Pick<Handlers, 'search.query'>,
): Pick<Handlers, 'search.query'> {
  return {
    'search.query': async (input, call) => {
      const answer = await own['search.query'](input, call);
      if (!answer.ok) return answer;
      const most = input.limit ?? Math.max(answer.value.hits.length, SHARE);
      return storeResult(() => {
        const walkIns = walkInHits(vault, book, input.text, Math.min(SHARE, most), input.filter ?? {});
        return ok({ hits: [...walkIns, ...answer.value.hits].slice(0, Math.max(most, walkIns.length)) });
      });
    },
  };
}

/** Newest first, at most `limit`. */
function walkInHits(
  vault: Pick<DossierVault, 'documents' | 'me'>,
  book: ConsultationBook,
  text: string,
  limit: number,
  filter: SearchFilter,
): SearchHit[] {
  const words = searchWords(text);
  if (words.prefix === '') return [];
  const found: SearchHit[] = [];
  for (const entry of book.all()) {
    for (const walkIn of entry.walkIns) {
      if (found.length === limit) return found;
      if (walkIn.values.conversationId) continue;
      if (!passes(filter, entry, walkIn, vault.me.userId)) continue;
      const { whoName = '', question = '', what = '' } = walkIn.values;
      const body = [question, what].filter(Boolean).join('\n');
      const { documentId, place } = entry.consultation;
      const facts = vault.documents.facts(documentId);
      if (facts === null || !matches(`${whoName}\n${body}`, words)) continue;
      const inBody = excerptAround(body, words);
      found.push({
        kind: 'walkIn',
        householdId: facts.householdId,
        documentId,
        recordId: walkIn.walkInId,
        conversationId: null,
        title: whoName || (walkIn.values.whoKind === 'ANONIEM' ? 'Anoniem' : 'Nog geen naam'),
        subtitle: `Spreekuur ${place}`,
        excerpt: inBody.some((part) => part.hit) ? inBody : excerptAround(whoName, words),
        voice: 'worker',
        date: calendarDateAt(walkIn.atMs),
      });
    }
  }
  return found;
}

function passes(
  { perspective, context, author, from = '', until = '9999-12-31' }: SearchFilter,
  { consultation }: ConsultationEntry,
  { values, atMs }: WalkInEntry,
  me: string,
): boolean {
  const date = calendarDateAt(atMs);
  return (
    (perspective === undefined || (values.perspectives ?? []).includes(perspective)) &&
    (context === undefined || consultation.context === context) &&
    (author === undefined || author === me) &&
    date >= from &&
    date <= until
  );
}
