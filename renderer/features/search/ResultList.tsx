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
  return (
    <div role="listbox" id={list.listId} aria-label={label} className="results">
      {groups.map((group, at) => (
        <div key={group.title} role="group" aria-labelledby={`${list.listId}-group-${at}`}>
          <p className="result-group" id={`${list.listId}-group-${at}`}>
            {group.title}
          </p>
          {group.options.map((option) => {
            index += 1;
            return <Result key={option.id} option={option} index={index} list={list} onChoose={onChoose} />;
          })}
        </div>
      ))}
    </div>
  );
}

interface ResultProps {
  readonly option: ResultOption;
  readonly index: number;
  readonly list: InlineList;
  readonly onChoose: (index: number) => void;
}

function Result({ option, index, list, onChoose }: ResultProps) {
  const chosen = index === list.active;
  return (
    // Keys are handled in the field, which keeps focus; the pointer may press a row as well.
    <div
      role="option"
      id={list.optionId(index)}
      aria-selected={chosen}
      className="result"
      data-stacked={option.stacked || undefined}
      onMouseMove={() => {
        if (!chosen) list.setActive(index);
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
}
