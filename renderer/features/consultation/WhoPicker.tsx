/**
 * Finding who sits there: a field with an inline list under it, no popover. Enter takes the first; typed ahead of the
 * answer, it waits for it.
 */
import { useEffect, useRef, useState } from 'react';
import type { SearchHit } from '../../../shared/contract/commands/overview.ts';
import type { WalkInWho } from '../../../shared/contract/commands/consultation.ts';
import type { RecordId } from '../../../shared/domain/ids.ts';
import { TextField } from '../../ui/TextField.tsx';
import { ResultList } from '../search/ResultList.tsx';
import { commandOption, hitOption, type ResultGroup } from '../search/searchGroups.ts';
import { useInlineList } from '../search/useInlineList.ts';
import { useSearch } from '../search/useSearch.ts';
import '../search/search.css';

const HITS = 16;
const SHOWN = 5;

interface WhoPickerProps {
  readonly label: string;
  readonly field: string;
  readonly today: string;
  readonly text: string;
  readonly autoFocus?: boolean;
  readonly hint?: string;
  /** Also offer to link later. */
  readonly canWait?: boolean;
  readonly onText: (text: string) => void;
  readonly onChosen: (who: WalkInWho) => void;
  /** Enter came before the answer: go on, the choice follows. */
  readonly onAhead?: () => void;
}

export function WhoPicker(props: WhoPickerProps) {
  const { text, today, onChosen } = props;
  const wanted = text.trim();
  const found = useSearch({ text, ranked: false, limit: HITS });
  const settled = found.text === wanted;
  const waiting = useRef(false);
  const [open, setOpen] = useState(false);
  const hits = wanted === '' ? [] : somebodies(found.hits).slice(0, SHOWN);
  const groups = wanted === '' ? [] : groupsOf(hits, wanted, today, props.canWait ?? false, onChosen);
  const options = groups.flatMap((group) => group.options);
  const choose = (index: number): void => {
    setOpen(false);
    options[index]?.run();
  };
  const list = useInlineList({
    ids: open ? options.map(({ id }) => id) : [],
    first: 0,
    key: `${wanted}.${hits.length}.${settled ? 1 : 0}`,
    onChoose: (index) => {
      if (settled) choose(index);
      else {
        waiting.current = true;
        props.onAhead?.();
      }
    },
  });
  useEffect(() => {
    if (!settled || !waiting.current) return;
    waiting.current = false;
    choose(0);
  });
  const { onKeyDown, ...attributes } = list.inputProps;
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // The field is ours; how it walks through the list is said on the input itself.
    for (const [name, value] of Object.entries(attributes)) {
      if (value === undefined) input.current?.removeAttribute(name);
      else input.current?.setAttribute(name, String(value));
    }
  });
  return (
    <div className="who-picker">
      <TextField
        label={props.label}
        field={props.field}
        value={text}
        maxLength={120}
        inputRef={input}
        autoFocus={props.autoFocus ?? false}
        {...(props.hint ? { hint: props.hint } : {})}
        onChange={(next) => {
          waiting.current = false;
          setOpen(true);
          props.onText(next);
        }}
        onBlur={() => setOpen(false)}
        onKeyDown={(event) => {
          if (event.ctrlKey || event.altKey || event.metaKey) return;
          if (event.key === 'Escape' && open) {
            event.stopPropagation();
            setOpen(false);
            return;
          }
          onKeyDown(event);
        }}
      />
      {open && options.length > 0 ? (
        <ResultList label="Wie is het?" groups={groups} list={list} onChoose={choose} />
      ) : (
        <div id={list.listId} hidden />
      )}
    </div>
  );
}

/** Persons first; a household only when none of its persons was found. */
function somebodies(hits: readonly SearchHit[]): readonly SearchHit[] {
  const persons = hits.filter(({ kind }) => kind === 'person');
  const theirs = new Set(persons.map(({ householdId }) => householdId));
  return [...persons, ...hits.filter(({ kind, householdId }) => kind === 'household' && !theirs.has(householdId))];
}

function groupsOf(
  hits: readonly SearchHit[],
  wanted: string,
  today: string,
  canWait: boolean,
  onChosen: (who: WalkInWho) => void,
): readonly ResultGroup[] {
  const known = hits.map((hit) =>
    hitOption(hit, today, () =>
      onChosen({
        kind: 'BEKEND',
        householdId: hit.householdId,
        personId: hit.kind === 'person' ? (hit.recordId as RecordId) : null,
        label: [hit.title, hit.subtitle].filter(Boolean).join(' · '),
      }),
    ),
  );
  const others = [
    commandOption('nieuw', 'plus', `Nieuw: ${wanted}`, () => onChosen({ kind: 'NIEUW', name: wanted })),
    ...(canWait
      ? [commandOption('later', 'clock', `Koppel later: ${wanted}`, () => onChosen({ kind: 'LATER', name: wanted }))]
      : []),
  ];
  return [...(known.length > 0 ? [{ title: 'Bekend', options: known }] : []), { title: 'Anders', options: others }];
}
