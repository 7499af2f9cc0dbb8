import { useState, type ReactNode } from 'react';
import { useRouter } from '../../app/routerContext.tsx';
import { useVault } from '../../data/useVault.tsx';
import { StatusLine } from '../../ui/StatusLine.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { SharingHelp } from './SharingHelp.tsx';
import { sharingLine } from './sharingText.ts';
import { useSharing } from './useSharing.ts';

/** The quiet line: what is only here, what waits, what the team has, and what one can do about it. */
export function SharingStatus({ aside }: { readonly aside: ReactNode }) {
  const router = useRouter();
  const { today } = useVault();
  const sharing = useSharing();
  const [help, setHelp] = useState(false);
  if (!sharing.summary) return <StatusLine icon="laptop" state="Bewaard op deze laptop." aside={aside} />;
  const line = sharing.trying
    ? { icon: 'arrows-clockwise' as const, state: 'Bezig met delen…', rest: '', action: 'none' as const, two: false }
    : sharingLine(sharing.summary, today, sharing.most);

  return (
    <>
      <StatusLine
        icon={line.icon}
        state={line.state}
        rest={line.rest}
        two={line.two}
        aside={aside}
        links={
          <>
            {line.two ? (
              <TextLink field="status.choices" onPress={() => router.go({ screen: 'samenBekijken' })}>
                Bekijk
              </TextLink>
            ) : null}
            {line.action === 'share' ? (
              <TextLink field="status.shareNow" onPress={() => void sharing.shareNow()}>
                Deel nu
              </TextLink>
            ) : null}
            {line.action === 'help' ? (
              <TextLink field="status.help" onPress={() => setHelp(true)}>
                Wat kan ik doen?
              </TextLink>
            ) : null}
            {line.action === 'retry' ? (
              <>
                <TextLink field="status.retry" onPress={() => void sharing.shareNow()}>
                  Probeer opnieuw
                </TextLink>
                <TextLink field="status.help" onPress={() => setHelp(true)}>
                  Wat kan ik doen?
                </TextLink>
              </>
            ) : null}
          </>
        }
      />
      <SharingHelp
        isOpen={help}
        failure={sharing.summary.failure}
        missingFrom={sharing.summary.withheld?.name ?? null}
        onClose={() => setHelp(false)}
      />
    </>
  );
}
