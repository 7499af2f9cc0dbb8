import { expect, it } from 'vitest';
import type { SearchHit } from '../../../shared/contract/commands/overview.ts';
import { DocumentId, HouseholdId, RecordId } from '../../../shared/domain/ids.ts';
import { hitGroups } from './searchGroups.ts';

const TODAY = '2026-11-22';
const base: SearchHit = {
  kind: 'household',
  householdId: HouseholdId.parse('0a'.repeat(16)),
  documentId: DocumentId.parse('0d'.repeat(16)),
  recordId: '0a'.repeat(16),
  conversationId: null,
  title: 'Mw. Van der Veen',
  subtitle: 'Kerkstraat 3',
  excerpt: [
    { text: 'Mw. Van der ', hit: false },
    { text: 'Veen', hit: true },
  ],
  voice: 'worker',
  date: null,
};
const quote: SearchHit = {
  ...base,
  kind: 'line',
  recordId: '0b'.repeat(16),
  conversationId: RecordId.parse('0c'.repeat(16)),
  title: 'Fatima',
  subtitle: 'Fam. El Amrani',
  excerpt: [{ text: 'in het Veenpark', hit: true }],
  voice: 'resident',
  date: '2026-11-16',
};

it('puts households first, then persons, then notes, and leaves empty groups out', () => {
  const groups = hitGroups([quote, base], 3, TODAY, () => undefined);
  expect(groups.map(({ title }) => title)).toEqual(['Huishoudens', 'Gesprekken']);
});

it('keeps the voice of a resident, with who said it and when under it', () => {
  const option = hitGroups([quote], 3, TODAY, () => undefined)[0]?.options[0];
  expect(option).toMatchObject({
    voice: true,
    stacked: true,
    icon: 'quotes',
    meta: 'Fatima · Fam. El Amrani · ma 16 nov',
  });
});

it('shows the name of a household that was found by something else', () => {
  const byStreet: SearchHit = { ...base, excerpt: [{ text: 'Veenweg 12', hit: true }] };
  const option = hitGroups([byStreet], 3, TODAY, () => undefined)[0]?.options[0];
  expect(option?.parts).toEqual([{ text: 'Mw. Van der Veen', hit: false }]);
  expect(option?.meta).toBe('Veenweg 12 · Kerkstraat 3');
});

it('shows at most three of a group while typing', () => {
  const many = Array.from({ length: 8 }, (_, index) => ({ ...base, recordId: String(index) }));
  expect(hitGroups(many, 3, TODAY, () => undefined)[0]?.options).toHaveLength(3);
});
