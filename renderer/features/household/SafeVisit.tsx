/** Veilig op bezoek: for the safety of the worker. A document of its own with its own key; it opens on request only. */
import { useState } from 'react';
import { createRecord } from '../../../shared/documents/accessors.ts';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import type { Replica } from '../../data/replica.ts';
import { useRecord, useReplica } from '../../data/useReplica.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { RestrictedSharing } from '../access/DocumentSharing.tsx';
import { CallError } from './CallError.tsx';
import { SaveLine, Unsaved } from './SaveLine.tsx';
import { SectionText } from './SectionText.tsx';

export function SafeVisit({ documentId }: { readonly documentId: DocumentId | null }) {
  const { me } = useVault();
  const [open, setOpen] = useState(false);
  if (documentId === null) {
    return (
      <Section title="Veilig op bezoek">
        <p className="restricted-line">
          <Icon name="lock-simple" filled />
          <span>
            Dit deel is niet voor jou. Ga je op bezoek en wil je weten of het veilig is? Vraag het je collega die dit
            huishouden begeleidt.
          </span>
        </p>
      </Section>
    );
  }
  return (
    <Section title="Veilig op bezoek">
      <p className="restricted-line">
        <Icon name="lock-simple" filled />
        <span>
          <b>Alleen voor jou ({me.name}).</b> Dit staat apart. Het komt niet in zoeken, niet in Meekijken en niet op
          papier.
        </span>
      </p>
      {open ? (
        <OpenSafeVisit documentId={documentId} onClose={() => setOpen(false)} />
      ) : (
        <Button field="safeVisit.open" icon="lock-simple" onPress={() => setOpen(true)}>
          Open
        </Button>
      )}
    </Section>
  );
}

function OpenSafeVisit({ documentId, onClose }: { readonly documentId: DocumentId; readonly onClose: () => void }) {
  const opened = useReplica(documentId);
  if (opened.state === 'failed') return <CallError error={opened.error} retry={opened.retry} />;
  if (opened.state === 'opening') return null;
  return (
    <>
      <Unsaved replica={opened.replica} />
      <SafeVisitText replica={opened.replica} />
      <div className="row">
        <Button field="safeVisit.close" onPress={onClose}>
          Sluit
        </Button>
        <RestrictedSharing documentId={documentId} />
        <SaveLine replica={opened.replica} />
      </div>
    </>
  );
}

function SafeVisitText({ replica }: { readonly replica: Replica }) {
  const { writer } = useVault();
  const record = useRecord(replica, 'safety', 'safety');
  if (!record) {
    return (
      <Button
        field="safeVisit.start"
        disabled={!replica.writable}
        onPress={() => replica.change((doc) => createRecord(doc, 'safety', {}, writer))}
      >
        Schrijf iets op
      </Button>
    );
  }
  return (
    <SectionText
      replica={replica}
      kind="safety"
      id="safety"
      section="safeVisit"
      label="Waar let je op als je op bezoek gaat?"
      prompt="Bijvoorbeeld: ga met zijn tweeën, hond in huis, liever op kantoor afspreken."
      autoFocus
    />
  );
}
