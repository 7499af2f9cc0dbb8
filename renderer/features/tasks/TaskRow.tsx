/** One task of mine: tick it, or open it to move it or to say that it is not needed any more. */
import type { Task } from '../../../shared/contract/commands/tasks.ts';
import { perspectiveLabel } from '../../../shared/domain/gemeenteprofiel.ts';
import { useRouter } from '../../app/routerContext.tsx';
import { useFormDraft } from '../../data/useFormDraft.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { IconTile } from '../../ui/ListRow.tsx';
import { PerspectiveMark } from '../../ui/PerspectiveMark.tsx';
import { Late } from '../../ui/Standing.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { dueText, longDate } from '../../ui/dateText.ts';
import { showToast } from '../../ui/toasts.ts';

const DATES = [
  { label: 'Morgen', days: 1 },
  { label: 'Over 1 week', days: 7 },
  { label: 'Over 2 weken', days: 14 },
] as const;

interface TaskRowProps {
  readonly task: Task;
  readonly today: string;
  readonly isOpen: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly reload: () => void;
}

export function TaskRow({ task, today, isOpen, onOpen, reload }: TaskRowProps) {
  const router = useRouter();
  const { calls, profile } = useVault();
  const { kind, documentId, taskId, householdId, conversationId } = task;
  const draft = useFormDraft(`${documentId}.task.${taskId}`, { reason: '' });
  const { reason } = draft.values;
  const one = { documentId, taskId };
  const isTerm = kind === 'term';
  const isFixed = task.fixed;
  const why = reason.trim() === '' ? {} : { reason: reason.trim() };
  const failed = (): void => showToast({ text: 'Dat lukte niet. De taak is niet veranderd.' });

  const setStatus = async (status: 'KLAAR' | 'VERVALLEN', text: string): Promise<void> => {
    // A contact is not an agreement with a status: it was, or it is not needed, and then its day goes.
    if (kind === 'contact') return move('', text);
    if (kind === 'term') return;
    const done = await calls.call('tasks.setStatus', { ...one, kind, status, ...(status === 'VERVALLEN' ? why : {}) });
    if (!done.ok) return failed();
    const { previous, previousReason } = done.value;
    draft.done();
    onOpen(false);
    reload();
    showToast({
      text,
      undo: () =>
        void calls.call('tasks.setStatus', { ...one, kind, status: previous, reason: previousReason }).then(reload),
    });
  };
  const move = async (dueOn: string, said?: string): Promise<void> => {
    if (kind === 'term') return;
    const moved = await calls.call('tasks.move', { ...one, kind, dueOn, ...why });
    if (!moved.ok) return failed();
    const { previous, previousReason } = moved.value;
    draft.done();
    onOpen(false);
    reload();
    showToast({
      text: said ?? (dueOn === '' ? 'De taak heeft geen datum meer.' : `Verzet naar ${longDate(dueOn, today)}.`),
      undo: () => void calls.call('tasks.move', { ...one, kind, dueOn: previous, reason: previousReason }).then(reload),
    });
  };
  // Two households may both have a next contact.
  const name = kind === 'contact' ? `${task.what}, ${task.householdName}` : task.what;
  const due = task.dueOn === null ? null : dueText(task.dueOn, today);
  return (
    <li className="task" data-open={isOpen || undefined}>
      <div className="list-row">
        {isTerm || isFixed ? (
          <IconTile name={isTerm ? 'clock' : 'phone'} />
        ) : (
          <Checkbox
            field={`task.${taskId}`}
            selected={false}
            hideLabel
            onChange={() => void setStatus('KLAAR', `Klaar: ${name}`)}
          >
            {`Klaar: ${name}`}
          </Checkbox>
        )}
        <span className="list-row-text">
          {householdId === null ? (
            <TextLink title field={`task.${taskId}.go`} onPress={() => router.go({ screen: 'spreekuur' })}>
              {task.what}
            </TextLink>
          ) : (
            <TextLink
              title
              field={`task.${taskId}.go`}
              onPress={() =>
                router.go(
                  conversationId
                    ? { screen: 'gesprek', householdId, documentId, conversationId }
                    : { screen: 'huishouden', householdId, tab: tabOf(task) },
                )
              }
            >
              {task.what}
            </TextLink>
          )}
          <span className="meta">{aboutText(task, today)}</span>
        </span>
        <span className="list-row-trail">
          {task.perspective ? (
            <span className="xs">
              <PerspectiveMark code={task.perspective} label={perspectiveLabel(profile, task.perspective)} />
            </span>
          ) : null}
          <span className="due-date">
            {due === null ? null : due.late ? <Late>{due.text}</Late> : <span className="muted">{due.text}</span>}
          </span>
          {isTerm ? null : (
            <Button
              variant="quiet"
              icon={isOpen ? 'caret-up' : 'caret-down'}
              iconOnly
              expanded={isOpen}
              field={`task.${taskId}.more`}
              onPress={() => onOpen(!isOpen)}
            >
              {`Verzet: ${name}`}
            </Button>
          )}
        </span>
      </div>
      {isOpen ? (
        <div className="task-more">
          <TextField
            label="Waarom?"
            optional
            field={`task.${taskId}.reason`}
            value={reason}
            maxLength={2_000}
            spellCheck
            onChange={(words) => draft.change({ reason: words })}
          />
          <DateField
            label="Nieuwe datum"
            field={`task.${taskId}.dueOn`}
            today={today}
            quick={DATES}
            value={task.dueOn ?? ''}
            onChange={(dueOn) => void move(dueOn)}
          />
          {isFixed ? (
            <p className="hint">Dit staat in een vastgesteld verslag. Een nieuwe datum komt bij het huishouden.</p>
          ) : (
            <Button
              variant="quiet"
              field={`task.${taskId}.notNeeded`}
              onPress={() => void setStatus('VERVALLEN', `Niet meer nodig: ${name}`)}
            >
              Niet meer nodig
            </Button>
          )}
        </div>
      ) : null}
    </li>
  );
}

/** Where a task without a conversation is done. */
const tabOf = ({ kind, termCode }: Task): 'plan' | 'gegevens' | 'overzicht' =>
  kind !== 'term'
    ? 'overzicht'
    : termCode.startsWith('PLAN') || termCode.startsWith('ACTIE')
      ? 'plan'
      : termCode.startsWith('LEEFTIJD')
        ? 'gegevens'
        : 'overzicht';

/** "Fam. El Amrani · beloofd op 16 november, OBS De Regenboog" */
function aboutText(task: Task, today: string): string {
  if (task.kind === 'term') return [task.householdName, task.promisedAt].filter(Boolean).join(' · ');
  const promised = task.promisedOn ? `beloofd op ${longDate(task.promisedOn, today)}` : '';
  const where = [promised, task.promisedAt].filter(Boolean).join(', ');
  const whose = task.householdName || (task.householdId === null ? 'Nog geen huishouden' : '');
  return [whose, where].filter(Boolean).join(' · ');
}
