/** Wie zit er tegenover je? Typing, or the one who was chosen with a way to change that. */
import type { WalkInWho } from '../../../shared/contract/commands/consultation.ts';
import { Icon } from '../../ui/Icon.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { WhoPicker } from './WhoPicker.tsx';
import { whoName } from './walkInText.ts';

interface WhoFieldProps {
  readonly who: WalkInWho;
  readonly typed: string;
  readonly today: string;
  readonly onTyped: (text: string) => void;
  readonly onChosen: (who: WalkInWho) => void;
  readonly onAgain: () => void;
  readonly onAhead: () => void;
}

const QUESTION = 'Wie zit er tegenover je?';

export function WhoField({ who, typed, today, onTyped, onChosen, onAgain, onAhead }: WhoFieldProps) {
  const chosen = who.kind === 'BEKEND' || who.kind === 'NIEUW' || who.kind === 'ANONIEM';
  if (!chosen)
    return (
      <WhoPicker
        label={QUESTION}
        field="walkIn.who"
        today={today}
        text={typed}
        autoFocus
        canWait
        onText={onTyped}
        onChosen={onChosen}
        onAhead={onAhead}
      />
    );
  const [name, ...facts] = whoName(who).split(' · ');
  return (
    <div className="field" role="group" aria-label={QUESTION}>
      <span className="label">{QUESTION}</span>
      <div className="who-chosen">
        <Icon name={who.kind === 'NIEUW' ? 'user-plus' : who.kind === 'ANONIEM' ? 'eye-slash' : 'user'} />
        <span>
          <b>{name}</b> <span className="muted">{factsOf(who, facts)}</span>
        </span>
        <TextLink field="walkIn.whoAgain" onPress={onAgain}>
          Wijzig
          <span className="visually-hidden"> wie er tegenover je zit</span>
        </TextLink>
      </div>
    </div>
  );
}

function factsOf(who: WalkInWho, facts: readonly string[]): string {
  if (who.kind === 'NIEUW') return 'Hier komt een huishouden bij.';
  if (who.kind === 'ANONIEM') return 'Zonder naam. Koppelen kan later nog.';
  return facts.join(' · ');
}
