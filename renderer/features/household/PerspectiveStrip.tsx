/** Vijf perspectieven: what was talked about and when. Never how well it goes; an empty one is not a failure. */
import { PERSPECTIVES } from '../../../shared/domain/codes.ts';
import { perspectiveLabel } from '../../../shared/domain/gemeenteprofiel.ts';
import { PERSPECTIVE_SECTIONS } from '../../../shared/documents/schema.ts';
import { readText } from '../../../shared/documents/readers.ts';
import type { Replica } from '../../data/replica.ts';
import { useRecords } from '../../data/useReplica.ts';
import { useVault } from '../../data/useVault.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { shortDate } from '../../ui/dateText.ts';
import { perspectiveMarks } from '../../ui/perspectives.ts';
import { newestFirst } from './Conversations.tsx';

export function PerspectiveStrip({ replica }: { readonly replica: Replica }) {
  const { today, profile } = useVault();
  const conversations = newestFirst(useRecords(replica, 'conversations'));
  const lines = useRecords(replica, 'lines');
  const views = useRecords(replica, 'perspectiveViews');
  const talkedOn = (code: (typeof PERSPECTIVES)[number]): string | undefined =>
    conversations.find(
      (conversation) =>
        lines.some(({ values }) => values.conversationId === conversation.id && values.perspective === code) ||
        PERSPECTIVE_SECTIONS.some(
          (part) => readText(replica.doc, 'conversations', conversation.id, `${code}.${part}`).trim() !== '',
        ),
    )?.values.date;
  const lastOn = (code: (typeof PERSPECTIVES)[number]): string | undefined =>
    [talkedOn(code), ...views.flatMap(({ values }) => (values.perspective === code ? [values.date] : []))]
      .filter((date) => date !== undefined)
      .toSorted()
      .at(-1);
  return (
    <Section title="Vijf perspectieven" aside={<span className="muted">Wat besproken is, niet hoe goed het gaat</span>}>
      <ul className="perspective-strip">
        {PERSPECTIVES.map((code) => {
          const on = lastOn(code);
          return (
            <li key={code} data-p={perspectiveMarks[code].hue} data-open={on ? undefined : true}>
              <Icon name={perspectiveMarks[code].icon} filled={on !== undefined} />
              <span>
                <b>{breakable(perspectiveLabel(profile, code))}</b>
                <span className="meta">{on ? `besproken ${shortDate(on, today)}` : 'nog niet besproken'}</span>
              </span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

/** A narrow column may break this long word at its seam. */
const breakable = (label: string): string => label.replace('zekerheid', '\u00adzekerheid');
