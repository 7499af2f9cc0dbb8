import { useState } from 'react';
import type { AppInfo, Profile } from '../../data/session.ts';
import { ChooseScreen } from './ChooseScreen.tsx';
import { RecoverScreen } from './RecoverScreen.tsx';
import { SetupScreen } from './SetupScreen.tsx';
import { UnlockScreen } from './UnlockScreen.tsx';
import { WelcomeScreen } from './WelcomeScreen.tsx';
import { WipedNote } from './WipedNote.tsx';

type Step =
  | { readonly kind: 'choose' }
  | { readonly kind: 'unlock'; readonly profile: Profile }
  | { readonly kind: 'recover'; readonly profile: Profile }
  | { readonly kind: 'setup'; readonly practice: boolean };

interface StartScreenProps {
  readonly info: AppInfo;
  readonly profiles: readonly Profile[];
}

/** Before unlock: the first run, who you are, and the passphrase. */
export function StartScreen({ info, profiles }: StartScreenProps) {
  const only = profiles.length === 1 ? profiles[0] : undefined;
  const home: Step = only ? { kind: 'unlock', profile: only } : { kind: 'choose' };
  const [step, setStep] = useState<Step>(home);
  const goHome = () => setStep(home);
  const note = <WipedNote atMs={info.wipedAtMs} others={profiles.some(({ practice }) => !practice)} />;

  switch (step.kind) {
    case 'setup':
      return <SetupScreen practice={step.practice} onStop={goHome} />;
    case 'unlock':
      return (
        <UnlockScreen
          key={step.profile.profileId}
          profile={step.profile}
          waitingToShare={info.waitingToShare}
          note={note}
          onForgotten={() => setStep({ kind: 'recover', profile: step.profile })}
          onOther={() => setStep({ kind: 'choose' })}
        />
      );
    case 'recover':
      return <RecoverScreen profile={step.profile} onBack={() => setStep({ kind: 'unlock', profile: step.profile })} />;
    case 'choose':
      return profiles.length === 0 ? (
        <WelcomeScreen note={note} onBegin={(practice) => setStep({ kind: 'setup', practice })} />
      ) : (
        <ChooseScreen
          profiles={profiles}
          waitingToShare={info.waitingToShare}
          note={note}
          onChoose={(profile) => setStep({ kind: 'unlock', profile })}
          onNew={(practice) => setStep({ kind: 'setup', practice })}
        />
      );
  }
}
