/** Tasks by when: te laat, vandaag, deze week, later, zonder datum. */
import type { Task } from '../../../shared/contract/commands/tasks.ts';
import { addDays, weekday } from '../../../shared/domain/dates.ts';

export interface TaskGroup {
  readonly title: string;
  readonly tasks: readonly Task[];
}

const TITLES = ['Te laat', 'Vandaag', 'Deze week', 'Later', 'Zonder datum'] as const;

/** Groups in their order; empty ones are left out. The week ends on Sunday. */
export function taskGroups(tasks: readonly Task[], today: string): readonly TaskGroup[] {
  const sunday = addDays(today, 7 - weekday(today));
  const groupOf = ({ dueOn }: Task): (typeof TITLES)[number] =>
    dueOn === null
      ? 'Zonder datum'
      : dueOn < today
        ? 'Te laat'
        : dueOn === today
          ? 'Vandaag'
          : dueOn <= sunday
            ? 'Deze week'
            : 'Later';
  return TITLES.map((title) => ({ title, tasks: tasks.filter((task) => groupOf(task) === title) })).filter(
    (group) => group.tasks.length > 0,
  );
}
