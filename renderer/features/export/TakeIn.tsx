/**
 * Een dossier overnemen: choose a file, type its passphrase when it has one, look at what is in it, and only then take it in:
 * whole or not at all. The bytes and the passphrase are in refs and wiped, never in state.
 */
import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import { FileTrigger } from 'react-aria-components';
import type { ImportPreview } from '../../../shared/contract/commands/plan.ts';
import { useRouter } from '../../app/routerContext.tsx';
import { useCommand } from '../../data/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { showToast } from '../../ui/toasts.ts';
import { CallError } from '../household/CallError.tsx';
import { SecretField } from '../session/SecretField.tsx';
import { readSecret, wipe } from '../session/secretText.ts';
import { Preview } from './Preview.tsx';
import { saveBytes } from './saveBytes.ts';
import '../closing/closing.css';

/** As much as one message may hold; a larger file is none of ours. */
const LARGEST_BYTES = 4 * 1024 * 1024;

export function TakeIn() {
  const router = useRouter();
  const look = useCommand('import.look');
  const take = useCommand('import.household');
  const paper = useCommand('import.paper');
  const bytes = useRef<Uint8Array | null>(null);
  const secret = useRef<HTMLInputElement>(null);
  const kept = useRef<Uint8Array | null>(null);
  const [fileName, setFileName] = useState('');
  const [closed, setClosed] = useState(false);
  const [tooLarge, setTooLarge] = useState(false);
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const forget = (): void => {
    bytes.current?.fill(0);
    bytes.current = null;
    if (kept.current) wipe(kept.current);
    kept.current = null;
  };
  useEffect(() => forget, []);

  const show = async (): Promise<void> => {
    if (bytes.current === null) return;
    const passphrase = closed || secret.current ? readSecret(secret.current) : null;
    const found = await look.run({ bytes: bytes.current, passphrase: passphrase?.slice() ?? null });
    if (found === null) {
      if (passphrase) wipe(passphrase);
      return;
    }
    kept.current = passphrase;
    setPreview(found);
  };
  const choose = async (files: FileList | null): Promise<void> => {
    const file = files?.[0];
    if (!file) return;
    forget();
    look.clearError();
    take.clearError();
    setPreview(null);
    setFileName(file.name);
    setTooLarge(file.size > LARGEST_BYTES);
    if (file.size > LARGEST_BYTES) return setClosed(false);
    const read = new Uint8Array(await file.arrayBuffer());
    bytes.current = read;
    const isClosed = hasLock(read);
    setClosed(isClosed);
    if (!isClosed) await show();
  };
  const takeIn = async (): Promise<void> => {
    if (bytes.current === null) return;
    const taken = await take.run({ bytes: bytes.current, passphrase: kept.current?.slice() ?? null });
    if (taken === null) return;
    forget();
    showToast({ text: 'Het dossier is overgenomen. Het staat op deze laptop.' });
    router.go({ screen: 'huishouden', householdId: taken.householdId, tab: 'overzicht' });
  };
  const takePaper = async (): Promise<void> => {
    if (bytes.current === null) return;
    const made = await paper.run({ bytes: bytes.current, passphrase: kept.current?.slice() ?? null });
    if (made === null) return;
    saveBytes(made.fileName, 'application/pdf', made.bytes);
    showToast({ text: `Klaar: ${made.fileName}. Het staat nu buiten Samenspel.` });
  };

  return (
    <Sheet
      title="Een dossier overnemen"
      sub="Uit een bestand dat met Samenspel is gemaakt"
      crumb={{ label: 'Huishoudens', onPress: () => router.go({ screen: 'huishoudens' }) }}
    >
      <div className="take-in">
        <Section title="1. Kies het bestand">
          <p className="section-text">Het heet dossier-… en eindigt op .samenspel of .json.</p>
          <FileTrigger
            acceptedFileTypes={['.samenspel', '.json', 'application/json']}
            onSelect={(files) => void choose(files)}
          >
            <Button field="takeIn.choose">{fileName === '' ? 'Kies een bestand' : 'Kies een ander bestand'}</Button>
          </FileTrigger>
          {fileName === '' ? null : <p className="section-text">{fileName}</p>}
          {tooLarge ? (
            <p className="tip" role="alert">
              Dit bestand is te groot voor een dossier. Kies een ander bestand.
            </p>
          ) : null}
        </Section>
        {closed && preview === null ? (
          <Section title="2. Typ de wachtzin">
            <form
              className="record-form"
              noValidate
              onSubmit={(event: SubmitEvent) => {
                event.preventDefault();
                void show();
              }}
            >
              <SecretField label="Wachtzin van dit bestand" field="takeIn.passphrase" inputRef={secret} autoFocus />
              <Button
                variant="primary"
                type="submit"
                field="takeIn.look"
                busy={look.busy ? 'Bezig met openen' : undefined}
              >
                Bekijk wat erin zit
              </Button>
            </form>
          </Section>
        ) : null}
        {look.error ? <CallError error={look.error} /> : null}
        {preview ? (
          <Preview
            preview={preview}
            busy={take.busy}
            paperBusy={paper.busy}
            onTake={() => void takeIn()}
            onPaper={() => void takePaper()}
            onOpen={(householdId) => router.go({ screen: 'huishouden', householdId, tab: 'overzicht' })}
          />
        ) : null}
        {take.error ? <CallError error={take.error} /> : null}
        {paper.error ? <CallError error={paper.error} /> : null}
      </div>
    </Sheet>
  );
}

/** A closed file begins with one line that says so. */
function hasLock(bytes: Uint8Array): boolean {
  const head = new TextDecoder().decode(bytes.subarray(0, 600));
  return /^\{[^\n]*"closed":true[^\n]*\}\n/.test(head);
}
