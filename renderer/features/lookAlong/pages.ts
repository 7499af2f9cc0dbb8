/** What one can turn to while looking along: the goals, and what else there is. A page exists only when it has something. */
import type { ResidentWeb } from '../../../shared/resident/residentPictures.ts';
import type { ResidentText } from '../../../shared/resident/residentTexts.ts';
import type { ResidentGoal, ResidentView } from '../../../shared/resident/residentView.ts';
import type { IconName } from '../../ui/icons.ts';

interface PageHead {
  readonly id: string;
  readonly title: string;
  readonly icon: IconName;
}
export type LookAlongPage = PageHead &
  (
    | { readonly kind: 'goal'; readonly goal: ResidentGoal; readonly number: number }
    | { readonly kind: 'other' }
    | { readonly kind: 'web'; readonly web: ResidentWeb }
    | { readonly kind: 'network' }
  );

export function pagesOf(view: ResidentView, texts: Readonly<Record<ResidentText, string>>): readonly LookAlongPage[] {
  const goals = view.goals.map((goal, at): LookAlongPage => {
    return { kind: 'goal', id: goal.id, title: goal.text, icon: 'flag', goal, number: at + 1 };
  });
  const others: LookAlongPage[] =
    view.otherActions.length > 0
      ? [{ kind: 'other', id: 'afspraken', title: texts.otherAgreements, icon: 'check-square' }]
      : [];
  const webs: LookAlongPage[] = view.web
    ? [{ kind: 'web', id: 'spinnenweb', title: 'Spinnenweb', icon: 'heartbeat', web: view.web }]
    : [];
  const network: LookAlongPage[] =
    view.network.length > 0 ? [{ kind: 'network', id: 'netwerk', title: 'Netwerk', icon: 'users' }] : [];
  return [...goals, ...others, ...webs, ...network];
}
