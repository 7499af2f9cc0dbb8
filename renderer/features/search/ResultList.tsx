import { memo, useCallback, useLayoutEffect, useRef } from 'react';
import { Icon } from '../../ui/Icon.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import type { ResultGroup, ResultOption } from './searchGroups.ts';
import type { InlineList } from './useInlineList.ts';

interface ResultListProps {
  readonly label: string;
  readonly groups: readonly ResultGroup[];
  readonly list: InlineList;
  readonly onChoose: (index: number) => void;
}

/** The groups under the field. Hits keep their own voice; the chosen row shows Enter. */
export function ResultList({ label, groups, list, onChoose }: ResultListProps) {
  let index = -1;
  const latest = useRef(onChoose);
  useLayoutEffect(() => {
    latest.current = onChoose;
  });
  const choose = useCallback((at: number) => latest.current(at), []);
  return (
    <div role="listbox" id={list.listId} aria-label={label} className="results">
      {groups.map((group, at) => (
        <div key={group.title} role="group" aria-labelledby={`${list.listId}-group-${at}`}>
          <p className="result-group" id={`${list.listId}-group-${at}`}>
            {group.title}
          </p>
          {group.options.map((option) => {
            index += 1;
            return (
              <Result
                key={option.id}
                option={option}
                index={index}
                id={list.optionId(index)}
                chosen={index === list.active}
                onPoint={list.setActive}
                onChoose={choose}
              />
            );
          })}
        </div>
      ))}
    </div>
  );
}

interface ResultProps {
  readonly option: ResultOption;
  readonly index: number;
  readonly id: string;
  readonly chosen: boolean;
  readonly onPoint: (index: number) => void;
  readonly onChoose: (index: number) => void;
}

/** A row that reads as before is not drawn anew; what it does is looked up by its place. */
const Result = memo(function Result({ option, index, id, chosen, onPoint, onChoose }: ResultProps) {
  return (
    // Keys are handled in the field, which keeps focus; the pointer may press a row as well.
    <div
      role="option"
      id={id}
      aria-selected={chosen}
      className="result"
      data-stacked={option.stacked || undefined}
      onMouseMove={() => {
        if (!chosen) onPoint(index);
      }}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onChoose(index)}
    >
      <Icon name={option.icon} filled={chosen} />
      <span className="result-text">
        <span className={option.voice ? 'voice' : undefined}>
          {option.voice ? '‘' : ''}
          {option.parts.map((part, at) => (part.hit ? <mark key={at}>{part.text}</mark> : part.text))}
          {option.voice ? '’' : ''}
        </span>
        {option.meta ? <small>{option.meta}</small> : null}
      </span>
      {chosen ? <KeyHint keys="Enter" /> : option.keys ? <span className="muted xs keys">{option.keys}</span> : null}
    </div>
  );
}, readsTheSame);

function readsTheSame(before: ResultProps, now: ResultProps): boolean {
  const { option: was } = before;
  const { option: is } = now;
  if (before.index !== now.index || before.id !== now.id || before.chosen !== now.chosen) return false;
  // As text: what an option does is left out of it.
  return was === is || JSON.stringify(was) === JSON.stringify(is);
}
