/**
 * Het hele dossier meenemen: closed with a passphrase unless somebody chooses otherwise and has read what that means.
 * Each time is in the log. Passphrases never are in state.
 */
import { useRef, useState, type SubmitEvent } from 'react';
import type { HouseholdId } from '../../../shared/domain/ids.ts';
import { commitDrafts } from '../../data/drafts.ts';
import type { Replica } from '../../data/replica.ts';
import { useCommand } from '../../data/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { RadioChoice } from '../../ui/RadioChoice.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { showToast } from '../../ui/toasts.ts';
import { CallError } from '../household/CallError.tsx';
import { NewPassphrase, type NewPassphraseHandle } from '../session/NewPassphrase.tsx';
import { wipe } from '../session/secretText.ts';
import { saveBytes } from './saveBytes.ts';

interface TakeOutProps {
  readonly replica: Replica;
  readonly householdId: HouseholdId;
  /** There is a Veiligheid document that this worker may read. */
  readonly restricted: boolean;
}

export function TakeOut({ replica, householdId, restricted }: TakeOutProps) {
  const [how, setHow] = useState<'CLOSED' | 'OPEN'>('CLOSED');
  const [includeRestricted, setRestricted] = useState(false);
  const ready = async (): Promise<boolean> => {
    commitDrafts();
    return replica.flush();
  };
  return (
    <div className="take-out">
      <p className="section-text">
        Voor het archief, of als iemand anders het dossier overneemt. Er gaat een leesbaar papier (PDF) mee en een
        bestand voor een computer (JSON). Werkaantekeningen en het logboek gaan nooit mee.
      </p>
      <Section title="Met of zonder slot">
        <RadioChoice
          label="Hoe wil je het meenemen?"
          field="takeOut.how"
          value={how}
          options={[
            {
              value: 'CLOSED',
              label: 'Met een slot (aangeraden)',
              hint: 'Eén bestand. Alleen wie de wachtzin heeft, kan het lezen.',
            },
            {
              value: 'OPEN',
              label: 'Zonder slot',
              hint: 'Twee bestanden. Iedereen die ze vindt, kan alles lezen.',
            },
          ]}
          onChange={setHow}
        />
        {restricted ? (
          <Checkbox field="takeOut.restricted" selected={includeRestricted} onChange={setRestricted}>
            Neem Veiligheid ook mee
          </Checkbox>
        ) : null}
      </Section>
      {how === 'CLOSED' ? (
        <TakeClosed {...{ householdId, includeRestricted, ready }} />
      ) : (
        <TakeOpen {...{ householdId, includeRestricted, ready }} />
      )}
    </div>
  );
}

interface TakeProps {
  readonly householdId: HouseholdId;
  readonly includeRestricted: boolean;
  /** What was just typed belongs in it. */
  readonly ready: () => Promise<boolean>;
}

function TakeClosed({ householdId, includeRestricted, ready }: TakeProps) {
  const out = useCommand('export.household');
  const secret = useRef<NewPassphraseHandle>(null);
  const take = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (out.busy || !(await ready())) return;
    const passphrase = (await secret.current?.take()) ?? null;
    if (passphrase === null) return;
    const made = await out.run({ householdId, passphrase, includeRestricted, withPaper: true });
    wipe(passphrase);
    if (made === null) return;
    saveBytes(made.fileName, 'application/octet-stream', made.bytes);
    showToast({ text: `Het dossier is klaar: ${made.fileName}. Geef de wachtzin apart door, niet in dezelfde mail.` });
  };
  return (
    <Section title="Kies een wachtzin voor dit bestand">
      <form className="record-form" onSubmit={(event) => void take(event)} noValidate>
        <p className="explained">
          Neem een andere wachtzin dan die van je laptop. Zonder deze wachtzin kan niemand het bestand openen, ook wij
          niet.
        </p>
        <NewPassphrase ref={secret} field="takeOut" label="Wachtzin" />
        {out.error ? <CallError error={out.error} /> : null}
        <Button variant="primary" type="submit" field="takeOut.closed" busy={out.busy ? 'Bezig met maken' : undefined}>
          Maak het bestand
        </Button>
      </form>
    </Section>
  );
}

function TakeOpen({ householdId, includeRestricted, ready }: TakeProps) {
  const out = useCommand('export.household');
  const paper = useCommand('export.paper');
  const [understood, setUnderstood] = useState(false);
  const toldFile = (name: string): void => showToast({ text: `Klaar: ${name}. Het staat nu buiten Samenspel.` });
  const takePaper = async (): Promise<void> => {
    if (!(await ready())) return;
    const made = await paper.run({ householdId, includeRestricted });
    if (made === null) return;
    saveBytes(made.fileName, 'application/pdf', made.bytes);
    toldFile(made.fileName);
  };
  const takeFile = async (): Promise<void> => {
    if (!(await ready())) return;
    const made = await out.run({ householdId, passphrase: null, includeRestricted });
    if (made === null) return;
    saveBytes(made.fileName, 'application/json', made.bytes);
    toldFile(made.fileName);
  };
  return (
    <Section title="Zonder slot">
      <div className="well">
        <p>
          Alles wat in dit dossier staat, is dan leesbaar voor iedereen die bij het bestand kan: op je laptop, een
          USB-stick of in je mail. Zet het meteen op de goede plek en gooi de kopie weg.
        </p>
      </div>
      <div className="take-choice">
        <Checkbox field="takeOut.understood" selected={understood} onChange={setUnderstood}>
          Ik begrijp dit en kies toch voor zonder slot
        </Checkbox>
        <div className="row">
          <Button
            icon="file-pdf"
            field="takeOut.paper"
            disabled={!understood}
            busy={paper.busy ? 'Bezig met maken' : undefined}
            onPress={() => void takePaper()}
          >
            Maak het papier (PDF)
          </Button>
          <Button
            field="takeOut.open"
            disabled={!understood}
            busy={out.busy ? 'Bezig met maken' : undefined}
            onPress={() => void takeFile()}
          >
            Maak het bestand (JSON)
          </Button>
        </div>
      </div>
      {paper.error ? <CallError error={paper.error} /> : null}
      {out.error ? <CallError error={out.error} /> : null}
    </Section>
  );
}
