/** A new conversation from anywhere: first with whom (or a new household), then it begins. */
import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import { CONTEXTS, type Context } from '../../../shared/domain/codes.ts';
import type { HouseholdId } from '../../../shared/domain/ids.ts';
import { labels } from '../../../shared/domain/labels.ts';
import { useQuery } from '../../data/useQuery.ts';
import { useTypedText } from '../../data/useTypedText.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Select } from '../../ui/Select.tsx';
import { CallError } from '../household/CallError.tsx';
import { CreateHousehold, useHouseholdBegun } from '../households/CreateHousehold.tsx';
import { householdMeta } from '../households/householdText.ts';
import { ResultList } from '../search/ResultList.tsx';
import { commandOption, type ResultGroup } from '../search/searchGroups.ts';
import { useInlineList } from '../search/useInlineList.ts';
import '../search/search.css';
import { useStartConversation } from './startConversation.ts';

interface NewConversationActions {
  /** Asks with whom, and begins. */
  open(): void;
}

const NewConversationContext = createContext<NewConversationActions | null>(null);

/** For screens: how to begin a conversation when no household is in view. */
export function useNewConversation(): NewConversationActions {
  const actions = useContext(NewConversationContext);
  if (!actions) throw new Error('useNewConversation outside NewConversationProvider');
  return actions;
}

/** Holds the dialog; the frame puts it around the screens. */
export function NewConversationProvider({ children }: { readonly children: ReactNode }) {
  const begun = useHouseholdBegun('conversation');
  const [step, setStep] = useState<'closed' | 'choose' | { readonly create: string }>(
    begun ? { create: '' } : 'closed',
  );
  const start = useStartConversation();
  const [context, setContext] = useState<Context>('THUIS');
  const actions = useMemo(() => ({ open: () => setStep('choose') }), []);
  const close = (): void => setStep('closed');
  const begin = (householdId: HouseholdId): void =>
    void start.run(householdId, context).then((made) => made && close());
  return (
    <NewConversationContext value={actions}>
      {children}
      <Dialog title="Met wie is het gesprek?" isOpen={step === 'choose'} onClose={close} kind="palette">
        <ChooseHousehold
          onChosen={begin}
          onCreate={(name) => setStep({ create: name })}
          context={context}
          onContext={setContext}
        >
          {start.error ? <CallError error={start.error} /> : null}
        </ChooseHousehold>
      </Dialog>
      {typeof step === 'object' ? (
        <CreateHousehold
          from="conversation"
          name={step.create}
          onClose={close}
          onCreated={({ householdId }) => begin(householdId)}
        />
      ) : null}
    </NewConversationContext>
  );
}

interface ChooseHouseholdProps {
  readonly onChosen: (householdId: HouseholdId) => void;
  readonly onCreate: (name: string) => void;
  readonly context: Context;
  readonly onContext: (context: Context) => void;
  readonly children: ReactNode;
}

function ChooseHousehold({ onChosen, onCreate, context, onContext, children }: ChooseHouseholdProps) {
  const { text, change, catchUp } = useTypedText();
  const wanted = text.trim();
  const recent = useQuery('household.recent', {});
  const list = useQuery('household.list', { ...(wanted ? { filter: wanted } : {}), archived: false, limit: 8 });
  const rows =
    wanted === '' && (recent.data?.rows.length ?? 0) > 0 ? (recent.data?.rows ?? []) : (list.data?.rows ?? []);
  const groups: readonly ResultGroup[] = [
    ...(rows.length > 0
      ? [
          {
            title: wanted === '' ? 'Laatst geopend' : 'Huishoudens',
            options: rows.map((row) => ({
              id: row.householdId,
              icon: 'notebook' as const,
              parts: [{ text: row.name, hit: false }],
              meta: householdMeta(row),
              voice: false,
              stacked: false,
              run: () => onChosen(row.householdId),
            })),
          },
        ]
      : []),
    {
      title: 'Nieuw',
      options: [
        commandOption('nieuw', 'plus', wanted ? `Nieuw huishouden ‘${wanted}’` : 'Nieuw huishouden', () =>
          onCreate(wanted),
        ),
      ],
    },
  ];
  const options = groups.flatMap((group) => group.options);
  const choose = (index: number): void => options[index]?.run();
  const inline = useInlineList({
    ids: options.map(({ id }) => id),
    // Beside an error stands what an earlier text found.
    first: list.error ? -1 : 0,
    key: wanted,
    settled: wanted === '' || list.settled,
    catchUp,
    onChoose: choose,
  });
  return (
    <div className="palette-body">
      <div className="palette-field">
        <Icon name="magnifying-glass" />
        <input
          {...inline.inputProps}
          className="palette-input"
          type="text"
          aria-label="Met wie is het gesprek? Zoek een huishouden"
          placeholder="Met wie is het gesprek?"
          autoFocus
          autoComplete="off"
          spellCheck={false}
          maxLength={120}
          onChange={(event) => change(event.target.value)}
        />
      </div>
      {children}
      {list.error ? <CallError error={list.error} retry={list.reload} /> : null}
      <ResultList label="Huishoudens" groups={groups} list={inline} onChoose={choose} />
      <div className="palette-foot">
        <Select
          label="Waar is het gesprek?"
          field="newConversation.context"
          value={context}
          options={CONTEXTS.map((code) => ({ value: code, label: labels.context[code] }))}
          onChange={(next) => next !== '' && onContext(next)}
        />
      </div>
    </div>
  );
}
