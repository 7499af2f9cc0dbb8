/** Verfijn: about what, where, by whom and when it was written. A filter leaves households and persons out. */
import { useMemo, useState } from 'react';
import type { SearchFilter } from '../../../shared/contract/commands/overview.ts';
import { CONTEXTS, PERSPECTIVES, type Context, type Perspective } from '../../../shared/domain/codes.ts';
import { addDays } from '../../../shared/domain/dates.ts';
import { perspectiveLabel } from '../../../shared/domain/gemeenteprofiel.ts';
import type { UserId } from '../../../shared/domain/ids.ts';
import { labels } from '../../../shared/domain/labels.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';
import { useTeamQuery } from '../team/useSharing.ts';

const PERIODS = [
  { value: '7', label: 'Afgelopen week' },
  { value: '31', label: 'Afgelopen maand' },
  { value: '92', label: 'Afgelopen drie maanden' },
  { value: '365', label: 'Afgelopen jaar' },
] as const;
type Period = (typeof PERIODS)[number]['value'];

export interface Narrowing {
  readonly perspective: Perspective | '';
  readonly context: Context | '';
  readonly author: UserId | '';
  readonly period: Period | '';
}

export const NOT_NARROWED: Narrowing = { perspective: '', context: '', author: '', period: '' };

/** What is chosen, and the same as the vault asks it; undefined when nothing is chosen. */
export function useNarrowing() {
  const { today } = useVault();
  const [narrowing, setNarrowing] = useState<Narrowing>(NOT_NARROWED);
  const filter = useMemo<SearchFilter | undefined>(() => {
    const { perspective, context, author, period } = narrowing;
    if (!perspective && !context && !author && !period) return undefined;
    return {
      ...(perspective ? { perspective } : {}),
      ...(context ? { context } : {}),
      ...(author ? { author } : {}),
      ...(period ? { from: addDays(today, -Number(period)) } : {}),
    };
  }, [narrowing, today]);
  return { narrowing, setNarrowing, filter };
}

interface SearchFiltersProps {
  readonly value: Narrowing;
  readonly onChange: (next: Narrowing) => void;
}

export function SearchFilters({ value, onChange }: SearchFiltersProps) {
  const { profile, me } = useVault();
  const members = useTeamQuery('team.get', {}).data?.team?.members ?? [];
  const people = members.length > 0 ? members : [{ userId: me.userId, name: me.name }];
  return (
    <div className="palette-filter" role="group" aria-label="Verfijn">
      <Select<Perspective>
        label="Perspectief"
        hideLabel
        field="search.perspective"
        value={value.perspective}
        emptyLabel="Alle perspectieven"
        options={PERSPECTIVES.map((code) => ({ value: code, label: perspectiveLabel(profile, code) }))}
        onChange={(perspective) => onChange({ ...value, perspective })}
      />
      <Select<Context>
        label="Plek"
        hideLabel
        field="search.context"
        value={value.context}
        emptyLabel="Alle plekken"
        options={CONTEXTS.map((code) => ({ value: code, label: labels.context[code] }))}
        onChange={(context) => onChange({ ...value, context })}
      />
      <Select<UserId>
        label="Collega"
        hideLabel
        field="search.author"
        value={value.author}
        emptyLabel="Iedereen"
        options={people.map(({ userId, name }) => ({ value: userId, label: userId === me.userId ? 'Ik' : name }))}
        onChange={(author) => onChange({ ...value, author })}
      />
      <Select<Period>
        label="Periode"
        hideLabel
        field="search.period"
        value={value.period}
        emptyLabel="Altijd"
        options={PERIODS}
        onChange={(period) => onChange({ ...value, period })}
      />
      <Button variant="quiet" field="search.clear" onPress={() => onChange(NOT_NARROWED)}>
        Wis
      </Button>
    </div>
  );
}
