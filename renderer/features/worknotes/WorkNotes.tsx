/**
 * Werkaantekeningen: of one worker on one laptop, never shared, gone by themselves on the day that stands with each. Only
 * making a conversation of one keeps it. Keeping longer is not offered: what matters belongs in the dossier.
 */
import { useState } from 'react';
import type { PrivateNote } from '../../../shared/contract/commands/plan.ts';
import { useQuery } from '../../data/useQuery.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { longDate } from '../../ui/dateText.ts';
import { showToast } from '../../ui/toasts.ts';
import { CallError } from '../household/CallError.tsx';
import { PromoteNote } from './PromoteNote.tsx';
import { QuickNote } from './QuickNote.tsx';
import { useNote } from './useNote.ts';
import '../closing/closing.css';

export function WorkNotes() {
  const list = useQuery('worknote.list', {});
  const { profile } = useVault();
  const notes = list.data;
  return (
    <Sheet title="Werkaantekeningen" sub="Alleen voor jou, alleen op deze laptop">
      <div className="records">
        <p className="section-text">
          {`Een geheugensteun, geen dossier. Niemand anders ziet ze. Na ${String(profile.terms.workNoteDays)} dagen verdwijnt elke aantekening vanzelf. Is het belangrijk? Maak er een gesprek van.`}
        </p>
        <QuickNote householdId={null} onNext={list.reload} />
        {list.error ? <CallError error={list.error} retry={list.reload} /> : null}
        {notes === null ? null : notes.length === 0 ? (
          <EmptyState text="Je hebt nu geen werkaantekeningen." />
        ) : (
          <Section title="Je aantekeningen" count={notes.length}>
            <ul>
              {notes.map((note) => (
                <Note key={note.noteId} note={note} reload={list.reload} />
              ))}
            </ul>
          </Section>
        )}
      </div>
    </Sheet>
  );
}

function Note({ note, reload }: { readonly note: PrivateNote; readonly reload: () => void }) {
  const { today, calls } = useVault();
  const households = useQuery('household.list', { limit: 500 });
  const field = useNote(note, note.householdId);
  const [promoting, setPromoting] = useState(false);
  const about = households.data?.rows.find(({ householdId }) => householdId === note.householdId)?.name ?? '';
  const remove = async (): Promise<void> => {
    await field.settle();
    const { text, householdId } = field.note ?? note;
    const gone = await calls.call('worknote.delete', { noteId: note.noteId });
    reload();
    if (!gone.ok) return;
    showToast({
      text: 'De aantekening is weg.',
      undo: () => void calls.call('worknote.save', { householdId, text }).then(reload),
    });
  };
  return (
    <li className="worknote">
      <TextArea
        label={`Aantekening van ${longDate(dayOf(note), today)}`}
        field={`worknote.${note.noteId}`}
        value={field.text}
        maxLength={10_000}
        onChange={(event) => field.change(event.target.value)}
        onBlur={() => void field.settle()}
      />
      {field.error ? <CallError error={field.error} /> : null}
      <div className="worknote-foot">
        <span className="meta">
          {[about, `verdwijnt op ${longDate(note.expiresOn, today)}`].filter(Boolean).join(' · ')}
        </span>
        <span className="row">
          <Button
            icon="chats-circle"
            field={`worknote.${note.noteId}.promote`}
            onPress={() => void field.settle().then(() => setPromoting(true))}
          >
            Maak hier een gesprek van
          </Button>
          <Button variant="quiet" field={`worknote.${note.noteId}.delete`} onPress={() => void remove()}>
            Gooi weg
          </Button>
        </span>
      </div>
      {promoting ? <PromoteNote note={field.note ?? note} onClose={() => setPromoting(false)} /> : null}
    </li>
  );
}

const dayOf = (note: PrivateNote): string => new Date(note.madeAtMs).toISOString().slice(0, 10);
