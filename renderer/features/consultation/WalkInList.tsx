/** Walk-ins beside the form: when, who, what, and what comes of it. */
import type { ReactNode } from 'react';
import type { WalkIn } from '../../../shared/contract/commands/consultation.ts';
import { perspectiveLabel } from '../../../shared/domain/gemeenteprofiel.ts';
import { useRouter } from '../../app/routerContext.tsx';
import { useVault } from '../../data/useVault.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { PerspectiveMark } from '../../ui/PerspectiveMark.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { showToast } from '../../ui/toasts.ts';
import { momentText, outcomeText, whoName } from './walkInText.ts';

interface WalkInListProps {
  readonly walkIns: readonly WalkIn[];
  readonly today: string;
  /** Say at which spreekuur it was. */
  readonly withPlace?: boolean;
  readonly onTakeUp: (walkIn: WalkIn) => void;
  readonly onLink: (walkIn: WalkIn) => void;
}

export function WalkInList({ walkIns, today, withPlace = false, onTakeUp, onLink }: WalkInListProps) {
  const { calls } = useVault();
  const remove = async ({ documentId, walkInId }: WalkIn): Promise<void> => {
    const gone = await calls.call('consultation.remove', { documentId, walkInId, back: false });
    if (!gone.ok) {
      showToast({ text: 'Weghalen lukte niet. Het gesprek staat er nog.' });
      return;
    }
    showToast({
      text: 'Het inloopgesprek is weggehaald.',
      undo: () => void calls.call('consultation.remove', { documentId, walkInId, back: true }),
    });
  };
  return (
    <ol className="walk-ins">
      {walkIns.map((walkIn) => (
        <WalkInRow key={walkIn.walkInId} walkIn={walkIn} today={today} withPlace={withPlace}>
          {walkIn.state === 'LATER' ? (
            <TextLink field={`walkIn.${walkIn.walkInId}.takeUp`} onPress={() => onTakeUp(walkIn)}>
              Ga verder<span className="visually-hidden"> met {whoName(walkIn.who)}</span>
            </TextLink>
          ) : walkIn.linked ? null : (
            <TextLink field={`walkIn.${walkIn.walkInId}.link`} onPress={() => onLink(walkIn)}>
              Koppel<span className="visually-hidden"> {whoName(walkIn.who)} aan een huishouden</span>
            </TextLink>
          )}
          {walkIn.linked ? null : (
            <TextLink field={`walkIn.${walkIn.walkInId}.remove`} onPress={() => void remove(walkIn)}>
              Haal weg<span className="visually-hidden">: {whoName(walkIn.who)}</span>
            </TextLink>
          )}
        </WalkInRow>
      ))}
    </ol>
  );
}

interface RowProps {
  readonly walkIn: WalkIn;
  readonly today: string;
  readonly withPlace: boolean;
  readonly children: ReactNode;
}

function WalkInRow({ walkIn, today, withPlace, children }: RowProps) {
  const router = useRouter();
  const { profile } = useVault();
  const { who, conversationId, householdDocument } = walkIn;
  const name = whoName(who, walkIn.linked);
  return (
    <li>
      <span className="muted">{momentText(walkIn.atMs, today)}</span>
      <div>
        <p>
          {who.kind === 'BEKEND' && walkIn.linked && conversationId && householdDocument ? (
            <TextLink
              title
              field={`walkIn.${walkIn.walkInId}.open`}
              onPress={() =>
                router.go({
                  screen: 'gesprek',
                  householdId: who.householdId,
                  documentId: householdDocument,
                  conversationId,
                })
              }
            >
              <b>{name}</b>
            </TextLink>
          ) : (
            <b>{name}</b>
          )}
        </p>
        {withPlace ? <p className="meta">{walkIn.place}</p> : null}
        {walkIn.question ? <p className="walk-in-question">{walkIn.question}</p> : null}
        {walkIn.perspectives.map((code) => (
          <p className="xs" key={code}>
            <PerspectiveMark code={code} label={perspectiveLabel(profile, code)} />
          </p>
        ))}
        <p className="walk-in-outcome">
          <Icon name={walkIn.state === 'LATER' ? 'note-pencil' : walkIn.next === 'KLAAR' ? 'check' : 'arrow-right'} />
          {outcomeText(walkIn)}
          {children}
        </p>
      </div>
    </li>
  );
}
