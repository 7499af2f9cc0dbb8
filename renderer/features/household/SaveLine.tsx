/** What a person may believe about saving, beside the title; and the box with text that was not saved. */
import { errorSentence } from '../../app/ErrorReport.tsx';
import type { Replica } from '../../data/replica.ts';
import { saveStateText } from '../../data/saveState.ts';
import { useSaveState } from '../../data/useReplica.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { whereText } from './whereText.ts';

/** "Bewaard 10:42", quiet; only after the commit is on disk. */
export function SaveLine({ replica }: { readonly replica: Replica }) {
  const { saveState } = useSaveState(replica);
  const text = saveStateText(saveState);
  const saved = saveState.kind === 'saved';
  return (
    <span className="save-line" data-state={saveState.kind}>
      {/* Said aloud only when something needs a person: saving goes on all the time. */}
      <span role="status" className="visually-hidden">
        {saveState.kind === 'failed' || saveState.kind === 'refused' ? text : ''}
      </span>
      {text ? (
        <>
          <Icon
            name={
              saved ? 'check' : saveState.kind === 'failed' || saveState.kind === 'refused' ? 'warning-circle' : 'clock'
            }
          />
          {text}
        </>
      ) : null}
    </span>
  );
}

/** Says why something is not saved yet, and keeps refused text in view to copy from. Nothing when all is well. */
export function Unsaved({ replica }: { readonly replica: Replica }) {
  const { saveState, unsaved } = useSaveState(replica);
  const failed = saveState.kind === 'failed' ? errorSentence(saveState.error) : null;
  return (
    <>
      {failed ? (
        <ErrorNote
          title="Nog niet bewaard"
          actions={
            <Button field="save.retry" onPress={() => void replica.flush()}>
              Probeer nu opnieuw
            </Button>
          }
        >
          {failed} Je tekst blijft hier staan en wordt vanzelf opnieuw bewaard.
        </ErrorNote>
      ) : null}
      {unsaved.length > 0 ? (
        <ErrorNote
          title="Niet bewaard"
          actions={
            <>
              <Button
                icon="copy"
                field="unsaved.copy"
                onPress={() => void navigator.clipboard.writeText(unsaved.map((part) => part.text).join('\n\n'))}
              >
                Kopieer alles
              </Button>
              <Button field="unsaved.dismiss" onPress={() => replica.dismissUnsaved()}>
                Ik heb het overgenomen
              </Button>
            </>
          }
        >
          {saveState.kind === 'refused' ? errorSentence(saveState.error) : 'Deze tekst kon niet worden bewaard.'}{' '}
          Kopieer wat je nodig hebt. Het verdwijnt als je vergrendelt.
          {unsaved.map((part, index) => (
            <span className="unsaved-part" key={`${part.where}.${index}`}>
              <span className="meta">{whereText(part.where)}</span>
              <textarea
                className="input"
                readOnly
                rows={3}
                autoComplete="off"
                lang="nl"
                value={part.text}
                aria-label={`Niet bewaard: ${whereText(part.where)}`}
              />
            </span>
          ))}
        </ErrorNote>
      ) : null}
    </>
  );
}
