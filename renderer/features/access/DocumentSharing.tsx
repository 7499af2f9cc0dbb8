import { useEffect } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { useVault } from '../../data/useVault.tsx';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { seenText } from '../team/sharingText.ts';
import { firstName } from '../team/teamText.ts';
import { useTeamQuery } from '../team/useSharing.ts';
import './access.css';

/** "Bewaard op deze laptop", "Gedeeld", "Samira heeft dit gezien": from acknowledgements of the other side only. */
export function DocumentSharing({ documentId }: { readonly documentId: DocumentId }) {
  const sharing = useDocumentSharing(documentId);
  if (!sharing) return null;
  const seen = seenText(sharing.seenBy.map(({ name }) => firstName(name)));
  const [icon, text]: readonly [IconName, string] =
    sharing.state === 'local'
      ? ['laptop', 'Bewaard op deze laptop']
      : sharing.state === 'waiting'
        ? ['laptop', 'Bewaard op deze laptop, nog niet gedeeld']
        : seen === ''
          ? ['check-circle', 'Gedeeld met je team']
          : ['eye', seen];
  return <SharingText icon={icon} text={text} state={sharing.state} />;
}

/** A restricted document names the people who get it, and never says that the team has it. */
export function RestrictedSharing({ documentId }: { readonly documentId: DocumentId }) {
  const { me } = useVault();
  const sharing = useDocumentSharing(documentId);
  const others = sharing?.members.filter(({ userId }) => userId !== me.userId).map(({ name }) => name) ?? [];
  const text =
    others.length === 0 ? 'Bewaard op deze laptop' : `Bewaard op deze laptop, voor jou en ${others.join(' en ')}`;
  return <SharingText icon="laptop" text={text} state="local" />;
}

function SharingText({
  icon,
  text,
  state,
}: {
  readonly icon: IconName;
  readonly text: string;
  readonly state: string;
}) {
  return (
    <span className="document-sharing" data-state={state}>
      <Icon name={icon} />
      {text}
    </span>
  );
}

function useDocumentSharing(documentId: DocumentId): OutputOf<'document.sharing'> | null {
  const { calls } = useVault();
  const { data, reload } = useTeamQuery('document.sharing', { documentId });
  useEffect(() => calls.on('sharing.changed', reload), [calls, reload]);
  return data;
}
