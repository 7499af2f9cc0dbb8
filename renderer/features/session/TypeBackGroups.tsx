import { useRef, useState } from 'react';
import { useVaultCalls } from '../../data/sessionContext.tsx';
import { ErrorText } from '../../ui/FieldParts.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { groupProblem, normalGroup } from './recoveryText.ts';

export interface TypedGroup {
  readonly group: number;
  readonly text: string;
}

interface TypeBackGroupsProps {
  readonly code: readonly string[];
  readonly asked: readonly number[];
  /** The groups that are right so far. */
  readonly onTyped: (groups: readonly TypedGroup[]) => void;
}

/** The asked groups of the code, typed from paper. Each ticks itself; a wrong one says which character to look at. */
export function TypeBackGroups({ code, asked, onTyped }: TypeBackGroupsProps) {
  const vault = useVaultCalls();
  const inputs = useRef(new Map<number, HTMLInputElement>());
  const [values, setValues] = useState<Readonly<Record<number, string>>>({});
  const [correct, setCorrect] = useState<readonly number[]>([]);
  const right = useRef<readonly number[]>([]);
  const done = correct.length;
  const problems = asked.flatMap((group) => {
    const problem = groupProblem(values[group] ?? '', code[group] ?? '');
    return problem && (values[group] ?? '') !== '' ? [{ group, problem }] : [];
  });

  async function type(group: number, text: string): Promise<void> {
    const next = { ...values, [group]: text };
    setValues(next);
    const expected = code[group] ?? '';
    if (normalGroup(text).length < expected.length) return;
    const answer = await vault.call('profile.checkRecoveryGroup', { group, text: normalGroup(text) });
    if (!answer.ok || !answer.value.correct) return;
    // Two groups may be answered before the screen is drawn again.
    if (!right.current.includes(group)) right.current = [...right.current, group];
    setCorrect(right.current);
    onTyped(right.current.map((one) => ({ group: one, text: code[one] ?? '' })));
    const following = asked.find((other) => other > group && !right.current.includes(other)) ?? -1;
    inputs.current.get(following)?.focus();
  }

  return (
    <fieldset className="type-back">
      <legend className="label">
        Typ deze groepen over van je papier <small>zo weten we dat het goed te lezen is</small>
      </legend>
      <ol>
        {asked.map((group, index) => {
          const isRight = correct.includes(group);
          const problem = problems.find((one) => one.group === group);
          return (
            <li key={group} className={isRight ? 'right' : ''}>
              <label htmlFor={`group-${group}`}>Groep {group + 1}</label>
              <span className="group-box">
                <input
                  id={`group-${group}`}
                  className="input"
                  data-field={`setup.group.${group}`}
                  ref={(element) => {
                    if (element) inputs.current.set(group, element);
                    else inputs.current.delete(group);
                  }}
                  autoFocus={index === 0}
                  autoComplete="off"
                  autoCapitalize="characters"
                  spellCheck={false}
                  maxLength={8}
                  readOnly={isRight}
                  value={values[group] ?? ''}
                  aria-invalid={problem ? true : undefined}
                  aria-describedby={problem ? `group-${group}-problem` : undefined}
                  onChange={(event) => void type(group, event.target.value)}
                />
                {isRight ? <Icon name="check" /> : null}
              </span>
            </li>
          );
        })}
      </ol>
      {problems.map(({ group, problem }) => (
        <ErrorText key={group} id={`group-${group}-problem`}>
          Groep {group + 1}: {problem}
        </ErrorText>
      ))}
      <p id="typed-count" className="hint" role="status">
        {done} van de {asked.length} kloppen. De letter O komt niet voor: een rondje is altijd een nul.
      </p>
    </fieldset>
  );
}
