/** The five questions of the afwegingskader, one after the other. They lead to what the norm says; never to a score. */
import { createRecord, setFields } from '../../../shared/documents/accessors.ts';
import type { Trail } from '../../../shared/documents/dossierSafety.ts';
import { CalendarDate } from '../../../shared/domain/dates.ts';
import { WEIGHING_QUESTIONS } from '../../../shared/domain/meldcode.ts';
import type { Replica } from '../../data/replica.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { ChoiceChips } from '../../ui/ChoiceChips.tsx';

const ANSWERS = [
  { value: 'JA', label: 'Ja' },
  { value: 'NEE', label: 'Nee' },
] as const;

export function Weighing({ replica, trail }: { readonly replica: Replica; readonly trail: Trail }) {
  const { today, writer } = useVault();
  const latest = trail.weighings[0];
  if (!latest) {
    return (
      <p>
        <Button
          field="weighing.begin"
          disabled={!replica.writable}
          onPress={() =>
            replica.change((doc) =>
              createRecord(doc, 'weighings', { meldcodeId: trail.meldcode.id, on: CalendarDate.parse(today) }, writer),
            )
          }
        >
          Loop de vijf vragen langs
        </Button>
      </p>
    );
  }
  const { weighing, outcome } = latest;
  const asked = WEIGHING_QUESTIONS.findIndex(({ code }) => outcome.kind === 'ASK' && code === outcome.next);
  const shown = WEIGHING_QUESTIONS.filter(
    ({ code }, index) => weighing.values[code] === 'JA' || weighing.values[code] === 'NEE' || index === asked,
  );
  return (
    <div className="weighing">
      {shown.map(({ code, question }) => (
        <ChoiceChips
          key={code}
          label={question}
          field={`weighings.${weighing.id}.${code}`}
          value={weighing.values[code] || null}
          disabled={!replica.writable}
          chips={ANSWERS}
          onChange={(answer) =>
            replica.change((doc) => setFields(doc, 'weighings', weighing.id, { [code]: answer ?? '' }, writer))
          }
        />
      ))}
      {outcome.kind === 'ASK' ? null : (
        <p className="well" role="status">
          {outcome.sentence}
        </p>
      )}
    </div>
  );
}
