/**
 * Vijf perspectieven: open what you need. An open one has fields with a grey question that can turn; the questions are
 * never inserted as text. A closed one stays inviting and is never a failure.
 */
import { useState } from 'react';
import { PERSPECTIVES, type Perspective } from '../../../shared/domain/codes.ts';
import { perspectiveLabel } from '../../../shared/domain/gemeenteprofiel.ts';
import { perspectiveGuides, hintFor } from '../../../shared/domain/perspectivePrompts.ts';
import { PERSPECTIVE_SECTIONS } from '../../../shared/documents/schema.ts';
import { readText } from '../../../shared/documents/readers.ts';
import { useShortcut } from '../../app/shortcutContext.tsx';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { SectionHead } from '../../ui/SectionHead.tsx';
import { perspectiveMarks } from '../../ui/perspectives.ts';
import { SectionText } from '../household/SectionText.tsx';
import { sectionLabel } from '../household/whereText.ts';
import type { RecordForm } from '../household/recordForm.ts';

export function PerspectivePanels({ form }: { readonly form: RecordForm<'conversations'> }) {
  const stored = form.view.values.openPerspectives ?? [];
  const [closed, setClosed] = useState<readonly Perspective[]>([]);
  const [justOpened, setJustOpened] = useState<Perspective | null>(null);
  const hasText = (code: Perspective): boolean =>
    PERSPECTIVE_SECTIONS.some(
      (part) => readText(form.replica.doc, 'conversations', form.id, `${code}.${part}`).trim() !== '',
    );
  const shown = [...stored, ...PERSPECTIVES.filter((code) => !stored.includes(code) && hasText(code))];
  const isOpen = (code: Perspective): boolean => shown.includes(code) && !closed.includes(code);

  const open = (code: Perspective): void => {
    setClosed(closed.filter((other) => other !== code));
    setJustOpened(code);
    if (!shown.includes(code)) form.set('openPerspectives', [...stored, code]);
  };
  const close = (code: Perspective): void => {
    setJustOpened(null);
    if (hasText(code)) setClosed([...closed, code]);
    else
      form.set(
        'openPerspectives',
        stored.filter((other) => other !== code),
      );
  };

  return (
    <aside aria-labelledby="five-perspectives" className="perspective-panels">
      <SectionHead
        id="five-perspectives"
        title="Vijf perspectieven"
        aside={<span className="muted">Open wat je nodig hebt</span>}
      />
      {shown.filter(isOpen).map((code) => (
        <Panel key={code} code={code} form={form} focus={code === justOpened} onClose={() => close(code)} />
      ))}
      {PERSPECTIVES.filter((code) => !isOpen(code)).map((code) => (
        <ClosedPanel key={code} code={code} filled={hasText(code)} onOpen={() => open(code)} />
      ))}
      {PERSPECTIVES.map((code) => (
        <PanelKey key={code} code={code} onPress={() => open(code)} />
      ))}
    </aside>
  );
}

function PanelKey({ code, onPress }: { readonly code: Perspective; readonly onPress: () => void }) {
  const { profile } = useVault();
  useShortcut(`Alt+${PERSPECTIVES.indexOf(code) + 1}`, onPress, {
    label: `Perspectief: ${perspectiveLabel(profile, code)}`,
  });
  return null;
}

function ClosedPanel({
  code,
  filled,
  onOpen,
}: {
  readonly code: Perspective;
  readonly filled: boolean;
  readonly onOpen: () => void;
}) {
  const { profile } = useVault();
  const mark = perspectiveMarks[code];
  return (
    <button
      type="button"
      className="perspective-closed"
      data-p={mark.hue}
      data-filled={filled || undefined}
      data-field={`perspective.${code}.open`}
      aria-expanded={false}
      onClick={onOpen}
    >
      <Icon name={mark.icon} filled={filled} />
      <span className="name">{perspectiveLabel(profile, code)}</span>
      <span className="muted keys" aria-hidden="true">
        Alt+{PERSPECTIVES.indexOf(code) + 1}
      </span>
      <Icon name={filled ? 'caret-down' : 'plus'} />
    </button>
  );
}

interface PanelProps {
  readonly code: Perspective;
  readonly form: RecordForm<'conversations'>;
  readonly focus: boolean;
  readonly onClose: () => void;
}

function Panel({ code, form, focus, onClose }: PanelProps) {
  const { profile } = useVault();
  const [turn, setTurn] = useState(0);
  const [more, setMore] = useState(() =>
    ['wish', 'nextStep'].some((part) => readText(form.replica.doc, 'conversations', form.id, `${code}.${part}`) !== ''),
  );
  const mark = perspectiveMarks[code];
  const parts = more ? PERSPECTIVE_SECTIONS : PERSPECTIVE_SECTIONS.slice(0, 2);
  return (
    <section className="perspective-panel" data-p={mark.hue} aria-label={perspectiveLabel(profile, code)}>
      <h3>
        <button type="button" aria-expanded data-field={`perspective.${code}.close`} onClick={onClose}>
          <Icon name={mark.icon} filled />
          {perspectiveLabel(profile, code)}
          <Icon name="caret-up" />
        </button>
      </h3>
      {parts.map((part, index) => (
        <SectionText
          key={part}
          replica={form.replica}
          kind="conversations"
          id={form.id}
          section={`${code}.${part}`}
          label={sectionLabel(part)}
          rows={1}
          autoFocus={focus && index === 0}
        />
      ))}
      <p className="prompt-turn">
        <span className="muted" aria-live="polite">
          {hintFor(code, profile.residentAddress, turn)}
        </span>
        <Button variant="quiet" field={`perspective.${code}.question`} onPress={() => setTurn(turn + 1)}>
          Andere vraag
        </Button>
      </p>
      {more ? (
        <details className="self-checks">
          <summary>Vragen aan jezelf</summary>
          <ul>
            {perspectiveGuides[code].uitgangspunten.map((point) => (
              <li key={point.code}>{point.selfCheck}</li>
            ))}
          </ul>
        </details>
      ) : (
        <Button
          variant="quiet"
          icon="caret-down"
          field={`perspective.${code}.more`}
          expanded={false}
          onPress={() => setMore(true)}
        >
          Wens en eerstvolgende stap
        </Button>
      )}
    </section>
  );
}
