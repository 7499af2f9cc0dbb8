/** Tasks by when: te laat, vandaag, deze week, later, zonder datum. */
import type { Task } from '../../../shared/contract/commands/tasks.ts';
import { addDays } from '../../../shared/domain/dates.ts';

export interface TaskGroup {
  readonly title: string;
  readonly tasks: readonly Task[];
}

const TITLES = ['Te laat', 'Vandaag', 'Deze week', 'Later', 'Zonder datum'] as const;

/** Groups in their order; empty ones are left out. The week is the six days after today, as on Vandaag. */
export function taskGroups(tasks: readonly Task[], today: string): readonly TaskGroup[] {
  const weekEnd = addDays(today, 6);
  const groupOf = ({ dueOn }: Task): (typeof TITLES)[number] =>
    dueOn === null
      ? 'Zonder datum'
      : dueOn < today
        ? 'Te laat'
        : dueOn === today
          ? 'Vandaag'
          : dueOn <= weekEnd
            ? 'Deze week'
            : 'Later';
  return TITLES.map((title) => ({ title, tasks: tasks.filter((task) => groupOf(task) === title) })).filter(
    (group) => group.tasks.length > 0,
  );
}
