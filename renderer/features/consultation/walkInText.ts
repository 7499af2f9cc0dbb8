/** Words for walk-ins: who it was, when, and what an empty form is. */
import type { WalkIn, WalkInForm, WalkInWho } from '../../../shared/contract/commands/consultation.ts';
import { calendarDateAt } from '../../../shared/domain/dates.ts';
import { nextStepDone } from '../../../shared/domain/walkIns.ts';
import { timeOfDay } from '../../data/saveState.ts';
import { shortDate } from '../../ui/dateText.ts';

export const EMPTY_FORM: WalkInForm = {
  who: { kind: 'LEEG' },
  question: '',
  perspectives: [],
  next: '',
  what: '',
  toUser: '',
  toName: '',
  dueOn: '',
};

/** Nothing in it that a person typed or chose. */
export const isEmptyForm = (form: WalkInForm): boolean => JSON.stringify(form) === JSON.stringify(EMPTY_FORM);

/** The form of a walk-in that is taken up again. */
export function formOf(walkIn: WalkIn): WalkInForm {
  const { who, question, perspectives, next, what, toUser, toName, dueOn } = walkIn;
  return { who, question, perspectives, next, what, toUser, toName, dueOn };
}

/** "Mw. Van der Veen", "Nieuw: Sanne B.", "Anoniem", "Nog geen naam". */
export function whoName(who: WalkInWho, linked = false): string {
  switch (who.kind) {
    case 'BEKEND':
      return who.label || 'Iemand uit een huishouden';
    case 'NIEUW':
      return linked ? who.name : `Nieuw: ${who.name}`;
    case 'LATER':
      return who.name;
    case 'ANONIEM':
      return 'Anoniem';
    case 'LEEG':
      return 'Nog geen naam';
  }
}

/** What stands under a walk-in in the list: later, or what comes of it. */
export const outcomeText = (walkIn: WalkIn): string =>
  walkIn.state === 'LATER' ? 'Later afmaken' : walkIn.next === '' ? 'Bewaard' : nextStepDone[walkIn.next];

/** "10:20" on the day at hand, else "ma 16 nov 10:20": a spreekuur may pass midnight. */
export function momentText(atMs: number, today: string): string {
  const day = calendarDateAt(atMs);
  return day === today ? timeOfDay(atMs) : `${shortDate(day, today)} ${timeOfDay(atMs)}`;
}
