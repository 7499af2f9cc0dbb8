/** Wijksignaal: what the neighbourhood needs, about nobody. */
import { useState } from 'react';
import { PERSPECTIVES } from '../../../shared/domain/codes.ts';
import { perspectiveLabel } from '../../../shared/domain/gemeenteprofiel.ts';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { useCommand } from '../../data/useCommand.ts';
import { useFormDraft } from '../../data/useFormDraft.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { ChoiceChips } from '../../ui/ChoiceChips.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { showToast } from '../../ui/toasts.ts';
import { CallError } from '../household/CallError.tsx';

/** The name under which a signal that is being written is kept. */
export const signalDraft = (documentId: DocumentId): string => `${documentId}.signal`;

interface AreaSignalProps {
  readonly documentId: DocumentId;
  readonly area: string;
  readonly onClose: () => void;
}

export function AreaSignal({ documentId, area, onClose }: AreaSignalProps) {
  const { profile, calls } = useVault();
  const signal = useCommand('consultation.signal');
  const draft = useFormDraft(signalDraft(documentId), { text: '', theme: '', where: area });
  const { text, theme, where } = draft.values;
  const [missing, setMissing] = useState(false);
  const [asked, setAsked] = useState(NOTHING_FOUND);
  const { names, traces } = asked;
  const save = (nobodyNamed: boolean): void => {
    if (text.trim() === '') {
      setMissing(true);
      return;
    }
    void signal
      .run({ documentId, theme: PERSPECTIVES.find((code) => code === theme) ?? '', area: where, text, nobodyNamed })
      .then((made) => {
        if (made === null) return;
        const { signalId } = made;
        setAsked(made);
        if (signalId === null) return;
        showToast({
          text: 'Wijksignaal bewaard op deze laptop.',
          undo: () => void calls.call('consultation.takeSignalBack', { documentId, signalId }),
        });
        draft.done();
        onClose();
      });
  };
  return (
    <Dialog title="Geef een wijksignaal" isOpen onClose={onClose}>
      {signal.error ? <CallError error={signal.error} /> : null}
      <TextArea
        label="Wat valt je op in de wijk?"
        field="signal.text"
        hint="Je team leest dit. Schrijf geen namen op, en niets waaraan je iemand herkent."
        autoFocus
        rows={3}
        maxLength={2_000}
        spellCheck
        value={text}
        error={missing && text.trim() === '' ? 'Vul in wat je opvalt.' : undefined}
        onChange={(event) => {
          draft.change({ text: event.target.value });
          setAsked(NOTHING_FOUND);
        }}
      />
      {names.length + traces.length > 0 ? (
        <div className="ask-in-place" role="alert">
          <p>
            <b className="strong">Noem je iemand?</b>{' '}
            {names.length > 0
              ? `${listed(names)} ${names.length === 1 ? 'is' : 'zijn'} ook een naam in je dossiers. `
              : ''}
            {traces.length > 0 ? `Aan ${listed(traces)} kun je iemand herkennen. ` : ''}
            {names.length + traces.length === 1 ? 'Haal het weg.' : 'Haal ze weg.'} Gaat het om iets anders? Dan kun je
            het zo bewaren.
          </p>
          <Button field="signal.nobody" onPress={() => save(true)}>
            Ik noem niemand, bewaar het
          </Button>
        </div>
      ) : null}
      <ChoiceChips
        label="Waar gaat het over?"
        optional
        field="signal.theme"
        value={PERSPECTIVES.find((code) => code === theme) ?? null}
        chips={PERSPECTIVES.map((code) => ({
          value: code,
          label: perspectiveLabel(profile, code),
          perspective: code,
        }))}
        onChange={(code) => draft.change({ theme: code ?? '' })}
      />
      <Select
        label="In welke wijk?"
        optional
        field="signal.area"
        value={where}
        emptyLabel="Kies een wijk"
        options={profile.areas.map((name) => ({ value: name, label: name }))}
        onChange={(name) => draft.change({ where: name })}
      />
      <div className="row">
        <Button variant="primary" field="signal.save" onPress={() => save(false)}>
          Bewaar wijksignaal
        </Button>
        <Button
          field="signal.cancel"
          onPress={() => {
            draft.done();
            onClose();
          }}
        >
          Toch niet
        </Button>
      </div>
    </Dialog>
  );
}

const NOTHING_FOUND: { readonly names: readonly string[]; readonly traces: readonly string[] } = {
  names: [],
  traces: [],
};

const listed = (names: readonly string[]): string => names.map((name) => `‘${name}’`).join(', ');
