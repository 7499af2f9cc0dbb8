/** One thing that is due: tick it here, with undo, or go to where it was agreed. */
import type { DueItem } from '../../../shared/contract/commands/overview.ts';
import { perspectiveLabel } from '../../../shared/domain/gemeenteprofiel.ts';
import { labels } from '../../../shared/domain/labels.ts';
import { useRouter } from '../../app/routerContext.tsx';
import { useVault } from '../../data/useVault.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { IconTile, ListRow } from '../../ui/ListRow.tsx';
import { PerspectiveMark } from '../../ui/PerspectiveMark.tsx';
import { Late } from '../../ui/Standing.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { showToast } from '../../ui/toasts.ts';
import { dueText } from '../../ui/dateText.ts';

interface DueRowProps {
  readonly item: DueItem;
  readonly today: string;
  readonly reload: () => void;
}

export function DueRow({ item, today, reload }: DueRowProps) {
  const router = useRouter();
  const { calls, profile } = useVault();
  const { actionId, documentId, householdId, conversationId } = item;
  const due = dueText(item.dueOn, today);
  const tick = async (): Promise<void> => {
    if (!actionId) return;
    const done = await calls.call('action.setStatus', { documentId, actionId, status: 'KLAAR' });
    if (!done.ok) {
      showToast({ text: 'Afvinken lukte niet. Probeer het bij het gesprek.' });
      return;
    }
    reload();
    const { previous } = done.value;
    showToast({
      text: `Gelukt: ${item.what}`,
      undo: () => void calls.call('action.setStatus', { documentId, actionId, status: previous }).then(reload),
    });
  };
  return (
    <ListRow
      lead={
        actionId ? (
          <Checkbox field={`due.${actionId}`} selected={false} hideLabel onChange={() => void tick()}>
            {`Gelukt: ${item.what}`}
          </Checkbox>
        ) : (
          <IconTile name={item.kind === 'deadline' ? 'calendar-blank' : 'phone'} />
        )
      }
      title={
        <TextLink
          title
          field={`due.${actionId ?? householdId}.open`}
          onPress={() =>
            router.go(
              conversationId
                ? { screen: 'gesprek', householdId, documentId, conversationId }
                : { screen: 'huishouden', householdId, tab: 'overzicht' },
            )
          }
        >
          {item.what}
        </TextLink>
      }
      meta={[item.householdName, item.who || (item.ladder ? labels.ladder[item.ladder] : '')]
        .filter(Boolean)
        .join(' · ')}
      trail={
        <>
          {item.perspective ? (
            <span className="xs">
              <PerspectiveMark code={item.perspective} label={perspectiveLabel(profile, item.perspective)} />
            </span>
          ) : null}
          <span className="due-date">
            {due.late ? <Late>{due.text}</Late> : <span className="muted">{due.text}</span>}
          </span>
        </>
      }
    />
  );
}
