/** Even opschrijven: a memory aid of one's own, from anywhere. It is saved while it is typed and goes by itself. */
import type { HouseholdId } from '../../../shared/domain/ids.ts';
import { useRouter } from '../../app/routerContext.tsx';
import { useQuery } from '../../data/useQuery.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { longDate } from '../../ui/dateText.ts';
import { CallError } from '../household/CallError.tsx';
import { useNote } from './useNote.ts';
import '../closing/closing.css';

interface QuickNoteProps {
  /** Beside a household the note is about that household. */
  readonly householdId: HouseholdId | null;
  /** One is finished; the list that hears it stands on the same screen, so there is no way to it. */
  readonly onNext?: () => void;
}

export function QuickNote({ householdId, onNext }: QuickNoteProps) {
  const { today } = useVault();
  const router = useRouter();
  const field = useNote(null, householdId);
  const list = useQuery('worknote.list', householdId === null ? {} : { householdId });
  const count = list.data?.length ?? 0;
  const next = async (): Promise<void> => {
    await field.next();
    list.reload();
    onNext?.();
  };
  return (
    <Section
      title="Werkaantekening"
      aside={
        onNext ? null : (
          <TextLink field="worknote.all" onPress={() => router.go({ screen: 'werkaantekeningen' })}>
            {count === 0 ? 'Bekijk' : `Bekijk (${String(count)})`}
          </TextLink>
        )
      }
    >
      <div className="quick-note">
        <TextArea
          label="Even opschrijven"
          hideLabel
          prompt="Even opschrijven, alleen voor jou"
          field={`worknote.new.${householdId ?? 'none'}`}
          value={field.text}
          maxLength={10_000}
          onChange={(event) => field.change(event.target.value)}
          onBlur={() => void field.settle().then(list.reload)}
        />
        {field.error ? <CallError error={field.error} /> : null}
        {field.note ? (
          <div className="worknote-foot">
            <span className="meta">{`Bewaard op deze laptop. Verdwijnt op ${longDate(field.note.expiresOn, today)}.`}</span>
            <Button field="worknote.next" onPress={() => void next()}>
              Klaar
            </Button>
          </div>
        ) : null}
      </div>
    </Section>
  );
}
