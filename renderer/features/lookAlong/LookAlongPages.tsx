/** The pages of Meekijken: a goal as sentences, other agreements, the web and the network. Three words for status at most. */
import { NETWORK_GROUPS } from '../../../shared/domain/codes.ts';
import { labels } from '../../../shared/domain/labels.ts';
import { perspectiveLabel } from '../../../shared/domain/gemeenteprofiel.ts';
import { webInWords } from '../../../shared/domain/positiveHealth.ts';
import type { ResidentAction } from '../../../shared/resident/residentActions.ts';
import type { ResidentWeb } from '../../../shared/resident/residentPictures.ts';
import {
  agreementTime,
  agreementWords,
  asSentence,
  lookBackSentence,
} from '../../../shared/resident/residentSentences.ts';
import type { ResidentText } from '../../../shared/resident/residentTexts.ts';
import type { ResidentGoal, ResidentView } from '../../../shared/resident/residentView.ts';
import { useVault } from '../../data/useVault.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { PerspectiveMark } from '../../ui/PerspectiveMark.tsx';
import { WebDrawing } from '../positiveHealth/WebDrawing.tsx';
import '../positiveHealth/positiveHealth.css';

interface PageProps {
  readonly view: ResidentView;
  readonly texts: Readonly<Record<ResidentText, string>>;
  readonly today: string;
}

export function GoalPage({
  view,
  texts,
  today,
  goal,
  number,
}: PageProps & { readonly goal: ResidentGoal; readonly number: number }) {
  const { profile } = useVault();
  const lookBack = lookBackSentence(view.lookBackOn, today);
  return (
    <>
      <p className="look-along-where">
        Doel {number} van {view.goals.length}
        {goal.perspective === '' ? null : (
          <PerspectiveMark code={goal.perspective} label={perspectiveLabel(profile, goal.perspective)} />
        )}
      </p>
      <h2 className="voice">‘{goal.text}’</h2>
      <Actions actions={goal.actions} texts={texts} today={today} />
      {goal.reached ? <p>{texts.goalReached}</p> : lookBack ? <p>{lookBack}</p> : null}
    </>
  );
}

export function OtherPage({ view, texts, today }: PageProps) {
  return (
    <>
      <h2>{texts.otherAgreements}</h2>
      <Actions actions={view.otherActions} texts={texts} today={today} />
    </>
  );
}

function Actions({ actions, texts, today }: Omit<PageProps, 'view'> & { readonly actions: readonly ResidentAction[] }) {
  if (actions.length === 0) return <p>{texts.noAgreements}</p>;
  return (
    <ul className="look-along-actions">
      {actions.map((action) => {
        const { who, does } = agreementWords(action);
        const standing = action.standing === 'done' ? texts.done : action.standing === 'failed' ? texts.failed : '';
        const rest = [asSentence(agreementTime(action, today)), standing].filter(Boolean).join(' ');
        return (
          <li key={action.id}>
            <Icon
              name={action.standing === 'done' ? 'check-circle' : 'arrow-right'}
              filled={action.standing === 'done'}
            />
            <span>
              <b>
                {who} {does}
              </b>
              {rest ? <span className="muted">{rest}</span> : null}
              {action.twoVersions ? <span className="muted">{texts.twoVersions}</span> : null}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

export function WebPage({ web, texts }: { readonly web: ResidentWeb; readonly texts: PageProps['texts'] }) {
  return (
    <>
      <h2>Spinnenweb</h2>
      <p>{texts.webIntro}</p>
      <figure className="look-along-web">
        <WebDrawing
          version={web.version}
          now={web.scores}
          before={null}
          label={webInWords(web.version, web.scores)}
          highlighted={null}
        />
      </figure>
    </>
  );
}

export function NetworkPage({ view, texts }: Omit<PageProps, 'today'>) {
  const groups = [...NETWORK_GROUPS, ''] as const;
  return (
    <>
      <h2>Netwerk</h2>
      <p>{texts.networkIntro}</p>
      {groups.map((group) => {
        const here = view.network.filter((contact) => contact.group === group);
        return here.length === 0 ? null : (
          <section key={group}>
            <h3>{group === '' ? 'Anderen' : labels.networkGroup[group]}</h3>
            <ul className="look-along-names">
              {here.map(({ id, name }) => (
                <li key={id}>{name}</li>
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}
