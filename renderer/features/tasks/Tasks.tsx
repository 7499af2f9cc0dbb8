/** Taken: mine by date in the main column, what others do at the side with their chair. */
import { useState } from 'react';
import { PERSPECTIVES, type Perspective } from '../../../shared/domain/codes.ts';
import { perspectiveLabel } from '../../../shared/domain/gemeenteprofiel.ts';
import { labels } from '../../../shared/domain/labels.ts';
import type { Task } from '../../../shared/contract/commands/tasks.ts';
import { useRouter } from '../../app/routerContext.tsx';
import { useQuery } from '../../data/useQuery.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { ChairGlyph } from '../../ui/ChairGlyph.tsx';
import { ChoiceChips } from '../../ui/ChoiceChips.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { Select } from '../../ui/Select.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { Late } from '../../ui/Standing.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { dueText } from '../../ui/dateText.ts';
import { showToast } from '../../ui/toasts.ts';
import { CallError } from '../household/CallError.tsx';
import { saveFile } from './saveFile.ts';
import { taskGroups } from './taskGroups.ts';
import { TaskRow } from './TaskRow.tsx';
import './tasks.css';

const PAGE = 100;

export function Tasks() {
  const { calls, profile } = useVault();
  const router = useRouter();
  const [filter, setFilter] = useState('');
  const [perspective, setPerspective] = useState<Perspective | ''>('');
  const [kind, setKind] = useState<TaskFilter | null>(null);
  const [limit, setLimit] = useState(PAGE);
  const [open, setOpen] = useState<string | null>(null);
  const wanted = {
    ...(filter.trim() ? { filter: filter.trim() } : {}),
    ...(perspective === '' ? {} : { perspective }),
  };
  const mine = useQuery('tasks.list', { whose: 'mine', limit, ...wanted, ...(kind ? { kind } : {}) });
  const others = useQuery('tasks.list', { whose: 'others', limit: PAGE, ...wanted });
  const reload = (): void => {
    mine.reload();
    others.reload();
  };
  const exportDates = async (): Promise<void> => {
    const made = await calls.call('tasks.export', {});
    if (!made.ok) {
      showToast({ text: 'Het agendabestand kon niet worden gemaakt. Probeer het opnieuw.' });
      return;
    }
    saveFile(made.value.fileName, 'text/calendar', made.value.text);
    showToast({ text: `${countText(made.value.count)} in het agendabestand, zonder namen.` });
  };
  const today = mine.data?.today ?? '';
  const filtered = filter.trim() !== '' || perspective !== '' || kind !== null;
  const counts = mine.data?.counts;
  return (
    <Sheet
      title="Taken"
      sub={
        mine.data && others.data
          ? `${String(mine.data.total)} van jou · ${String(others.data.total)} om op te letten`
          : undefined
      }
      actions={
        <Button icon="calendar-blank" field="tasks.export" onPress={() => void exportDates()}>
          Zet in je agenda
        </Button>
      }
    >
      <div className="task-filter">
        <TextField
          label="Zoek in taken en huishoudens"
          hideLabel
          placeholder="Zoek in taken en huishoudens"
          icon="magnifying-glass"
          type="search"
          maxLength={200}
          field="tasks.filter"
          value={filter}
          onChange={setFilter}
        />
        <Select<Perspective>
          label="Waar gaat het over?"
          hideLabel
          field="tasks.perspective"
          value={perspective}
          emptyLabel="Alle perspectieven"
          options={PERSPECTIVES.map((code) => ({ value: code, label: perspectiveLabel(profile, code) }))}
          onChange={setPerspective}
        />
      </div>
      {counts && counts.contact + counts.term > 0 ? (
        <ChoiceChips
          label="Wat wil je zien?"
          hideLabel
          field="tasks.kind"
          value={kind}
          chips={[
            { value: 'agreed', label: `Afspraken (${String(counts.agreed)})` },
            { value: 'contact', label: `Volgend contact (${String(counts.contact)})` },
            { value: 'term', label: `Termijnen (${String(counts.term)})` },
          ]}
          onChange={setKind}
        />
      ) : null}
      {mine.error ? <CallError error={mine.error} retry={reload} /> : null}
      {mine.data && others.data ? (
        mine.data.total === 0 && others.data.total === 0 ? (
          <EmptyState
            text={
              filtered ? 'Geen taken gevonden. Maak het filter leeg.' : 'Geen taken. Afspraken maak je in een gesprek.'
            }
            actions={
              filtered ? (
                <Button
                  field="tasks.clear"
                  onPress={() => {
                    setFilter('');
                    setPerspective('');
                    setKind(null);
                  }}
                >
                  Toon alle taken
                </Button>
              ) : (
                <Button field="tasks.today" onPress={() => router.go({ screen: 'vandaag' })}>
                  Naar Vandaag
                </Button>
              )
            }
          />
        ) : (
          <div className="cols tasks">
            <div>
              {mine.data.rows.length === 0 ? <p className="section-text muted">Niets voor jou.</p> : null}
              {taskGroups(mine.data.rows, today).map((group) => (
                <Section key={group.title} title={group.title} count={group.tasks.length}>
                  <ul>
                    {group.tasks.map((task) => (
                      <TaskRow
                        key={rowKey(task)}
                        task={task}
                        today={today}
                        isOpen={open === rowKey(task)}
                        onOpen={(next) => setOpen(next ? rowKey(task) : null)}
                        reload={reload}
                      />
                    ))}
                  </ul>
                </Section>
              ))}
              {mine.data.rows.length < mine.data.total ? (
                <p className="section-text">
                  <Button field="tasks.more" onPress={() => setLimit(Math.min(500, limit + PAGE))}>
                    Toon meer taken
                  </Button>
                </p>
              ) : null}
            </div>
            <aside aria-label="Om op te letten">
              <Section
                title="Om op te letten"
                count={others.data.total}
                aside={<span className="muted">Wat anderen doen</span>}
              >
                {others.data.rows.length === 0 ? (
                  <p className="section-text muted">Niets.</p>
                ) : (
                  <ul>
                    {others.data.rows.map((task) => (
                      <OthersTask key={task.taskId} task={task} today={today} />
                    ))}
                  </ul>
                )}
              </Section>
            </aside>
          </div>
        )
      ) : null}
    </Sheet>
  );
}

function OthersTask({ task, today }: { readonly task: Task; readonly today: string }) {
  const router = useRouter();
  const { householdId, ladder } = task;
  const due = task.dueOn === null ? null : dueText(task.dueOn, today);
  return (
    <li className="list-row">
      {ladder ? (
        <span className="seat">
          <ChairGlyph step={ladder} />
          <span className="visually-hidden">{labels.ladder[ladder]}</span>
        </span>
      ) : null}
      <span className="list-row-text">
        <TextLink
          title
          field={`task.${task.taskId}.go`}
          onPress={() => householdId && router.go({ screen: 'huishouden', householdId, tab: 'overzicht' })}
        >
          {task.what}
        </TextLink>
        <span className="meta">{[task.who, task.householdName].filter(Boolean).join(' · ')}</span>
      </span>
      {due ? (
        <span className="list-row-trail">
          {due.late ? <Late>{due.text}</Late> : <span className="muted">{due.text}</span>}
        </span>
      ) : null}
    </li>
  );
}

type TaskFilter = 'agreed' | 'contact' | 'term';

/** One action may have two terms. */
const rowKey = ({ taskId, termCode }: Task): string => `${taskId}${termCode}`;
const countText = (count: number): string => (count === 1 ? '1 taak' : `${String(count)} taken`);
