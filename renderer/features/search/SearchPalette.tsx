/**
 * Search and do (Ctrl+K): one field, an inline list under it. While typing the newest hits come first; Enter on a chosen
 * row goes there, Enter without one ranks. Searches this laptop only, and never Veiligheid. A key first stands in the
 * field; the list follows when that is drawn (useTypedText).
 */
import { useState } from 'react';
import type { SearchHit } from '../../../shared/contract/commands/overview.ts';
import { useFrame } from '../../app/frameContext.ts';
import { keysText } from '../../app/keysText.ts';
import { useRouter } from '../../app/routerContext.tsx';
import { useAppCommand, useShortcuts } from '../../app/shortcutContext.tsx';
import { COMMAND_GROUPS, type Shortcut } from '../../app/shortcuts.ts';
import { useQuery } from '../../data/useQuery.ts';
import { useTypedText } from '../../data/useTypedText.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { CreateHousehold, useHouseholdBegun } from '../households/CreateHousehold.tsx';
import { householdMeta } from '../households/householdText.ts';
import { useStartConversation } from '../conversation/startConversation.ts';
import { CallError } from '../household/CallError.tsx';
import { ResultList } from './ResultList.tsx';
import { NOT_NARROWED, SearchFilters, useNarrowing } from './SearchFilters.tsx';
import { commandOption, hitGroups, organisationGroup, type ResultGroup, type ResultOption } from './searchGroups.ts';
import { screenButtons } from './screenButtons.ts';
import { useInlineList } from './useInlineList.ts';
import { useSearch } from './useSearch.ts';
import './search.css';

interface SearchPaletteProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** The palette; nothing of it stays in memory when it is closed. */
export function SearchPalette({ isOpen, onClose }: SearchPaletteProps) {
  const router = useRouter();
  const begun = useHouseholdBegun('search');
  const [creating, setCreating] = useState<string | null>(begun ? '' : null);
  useAppCommand('Nieuw huishouden', () => setCreating(''), { group: 'Overal', icon: 'plus' });
  return (
    <>
      <Dialog title="Zoek, of doe iets" isOpen={isOpen} onClose={onClose} kind="palette">
        <Palette
          onClose={onClose}
          onCreate={(name) => {
            onClose();
            setCreating(name);
          }}
        />
      </Dialog>
      {creating === null ? null : (
        <CreateHousehold
          from="search"
          name={creating}
          onClose={() => setCreating(null)}
          onCreated={({ householdId }) => router.go({ screen: 'huishouden', householdId, tab: 'overzicht' })}
        />
      )}
    </>
  );
}

const WHILE_TYPING = { each: 3, limit: 40 };
const RANKED = { each: 12, limit: 60 };

interface PaletteProps {
  readonly onClose: () => void;
  readonly onCreate: (name: string) => void;
}

function Palette({ onClose, onCreate }: PaletteProps) {
  const router = useRouter();
  const { text, change, catchUp } = useTypedText();
  /** The text that Enter asked to rank; another text begins anew. */
  const [rankedText, setRankedText] = useState<string | null>(null);
  const ranked = rankedText === text;
  const { each, limit } = ranked ? RANKED : WHILE_TYPING;
  const { today } = useVault();
  const [refining, setRefining] = useState(false);
  const { narrowing, setNarrowing, filter } = useNarrowing();
  const start = useStartConversation();
  // The sociale kaart knows no writer and no date: it keeps out of a search that asks for one.
  const onKaart = narrowing.context === '' && narrowing.author === '' && narrowing.period === '';
  const organisations = onKaart ? { perspective: narrowing.perspective, limit: each } : undefined;
  const found = useSearch({ text, ranked, limit, filter, organisations });

  const go = (hit: SearchHit): void => {
    const { householdId, documentId, conversationId } = hit;
    if (hit.kind === 'walkIn') router.go({ screen: 'spreekuur' });
    else if (conversationId) router.go({ screen: 'gesprek', householdId, documentId, conversationId });
    else router.go({ screen: 'huishouden', householdId, tab: hit.kind === 'person' ? 'gegevens' : 'overzicht' });
    onClose();
  };
  const recent = useRecent(onClose);
  const commands = useCommands({ text: text.trim(), found: found.hits, start, most: each * 2, onClose, onCreate });
  const hits =
    text.trim() === ''
      ? recent
      : [
          ...hitGroups(found.hits, each, today, go),
          ...organisationGroup(found.organisations, ({ organisationId }) => {
            router.go({ screen: 'socialeKaart', organisationId });
            onClose();
          }),
        ];
  const groups: readonly ResultGroup[] = [...hits, ...commands];
  const options = groups.flatMap((group) => group.options);
  const choose = (index: number): void => options[index]?.run();
  // A name is chosen at once, so that Ctrl+K, a few letters and Enter open a household; so is a command when nothing
  // else was found. Words in a note wait.
  const firstIsName = groups[0]?.title === 'Huishoudens' || groups[0]?.title === 'Personen';
  const firstIsCommand = hits.length === 0 && found.settled && (options[0]?.id.startsWith('command.') ?? false);
  const list = useInlineList({
    ids: options.map(({ id }) => id),
    first: text.trim() !== '' && (firstIsName || firstIsCommand) ? 0 : -1,
    key: `${text.trim()}.${String(ranked)}`,
    settled: found.settled,
    catchUp,
    onChoose: choose,
    onEnter: () => setRankedText(text),
  });
  const count = found.hits.length + found.organisations.length;
  return (
    <div className="palette-body">
      <div className="palette-field">
        <Icon name="magnifying-glass" />
        <input
          {...list.inputProps}
          className="palette-input"
          type="text"
          aria-label="Zoek een huishouden, een persoon of woorden uit een gesprek"
          placeholder="Zoek, of doe iets"
          autoFocus
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          onChange={(event) => change(event.target.value)}
        />
        <span className="muted xs found" role="status">
          {text.trim() === ''
            ? ''
            : count === 0
              ? 'niets gevonden'
              : `${count}${found.hits.length === limit ? ' of meer' : ''} gevonden`}
        </span>
        <Button
          variant="quiet"
          icon={refining ? 'caret-up' : 'caret-down'}
          expanded={refining}
          field="search.refine"
          onPress={() => {
            if (refining) setNarrowing(NOT_NARROWED);
            setRefining(!refining);
          }}
        >
          Verfijn
        </Button>
        <Button variant="quiet" className="palette-close" field="search.close" onPress={onClose}>
          Sluit
        </Button>
      </div>
      {refining ? <SearchFilters value={narrowing} onChange={setNarrowing} /> : null}
      {found.error ? <CallError error={found.error} /> : null}
      {start.error ? <CallError error={start.error} /> : null}
      <ResultList label="Gevonden" groups={groups} list={list} onChoose={choose} />
      {text.trim() !== '' && found.text !== '' && count === 0 ? (
        <p className="nothing-found">
          {filter
            ? `Niets gevonden met ‘${text.trim()}’ en dit filter. Wis het filter, of probeer een ander woord.`
            : `Niets gevonden met ‘${text.trim()}’. Probeer een deel van de naam, of een ander woord.`}
        </p>
      ) : null}
      <footer className="palette-foot">
        <span className="row keys">
          <KeyHint keys="↑" />
          <KeyHint keys="↓" />
          kies
        </span>
        <span className="row keys">
          <KeyHint keys="Esc" />
          sluit
        </span>
        <span className="end">Zoekt op deze laptop, waar jij bij mag. Niet in Veiligheid.</span>
      </footer>
    </div>
  );
}

/** Before anything is typed: the households opened last. */
function useRecent(onClose: () => void): readonly ResultGroup[] {
  const router = useRouter();
  const rows = useQuery('household.recent', {}).data?.rows ?? [];
  if (rows.length === 0) return [];
  return [
    {
      title: 'Laatst geopend',
      options: rows.slice(0, 5).map((row) => ({
        id: `recent.${row.householdId}`,
        icon: 'notebook',
        parts: [{ text: row.name, hit: false }],
        meta: householdMeta(row),
        voice: false,
        stacked: false,
        run: () => {
          router.go({ screen: 'huishouden', householdId: row.householdId, tab: 'overzicht' });
          onClose();
        },
      })),
    },
  ];
}

interface CommandsInput extends PaletteProps {
  readonly text: string;
  readonly found: readonly SearchHit[];
  readonly start: ReturnType<typeof useStartConversation>;
  readonly most: number;
}

/** What can be done: everything that screen and frame registered and what the screen has a button for, after what has the typed words in it. */
function useCommands({ text, found, start, most, onClose, onCreate }: CommandsInput): readonly ResultGroup[] {
  const shortcuts = useShortcuts();
  const { newConversationKeys } = useFrame();
  const [buttons] = useState(() => screenButtons(document));
  const top = found.find((hit) => hit.kind === 'household');
  const all = shortcuts.commands();
  const option = (command: Shortcut): ResultOption =>
    commandOption(
      `command.${command.label ?? ''}`,
      command.icon ?? 'caret-right',
      command.label ?? '',
      () => {
        onClose();
        shortcuts.run(command);
      },
      command.keys === null ? undefined : keysText(command.keys),
    );
  if (text === '')
    return COMMAND_GROUPS.map((group) => ({
      title: group,
      options: all.filter((command) => (command.group ?? 'Op dit scherm') === group).map(option),
    })).filter(({ options }) => options.length > 0);
  const fitting = all.filter(({ label = '' }) => hasWords(label, text)).slice(0, most);
  const names = new Set(all.map(({ label }) => label));
  const onScreen = buttons.filter(({ label }) => !names.has(label) && hasWords(label, text)).slice(0, most);
  const made = [
    ...fitting.map(option),
    ...onScreen.map(({ label, press }) =>
      commandOption(`button.${label}`, 'caret-right', label, () => {
        onClose();
        press();
      }),
    ),
    ...(top
      ? [
          commandOption(
            'gesprek',
            'plus',
            `Nieuw gesprek met ${top.title}`,
            () => void start.run(top.householdId).then((done) => done && onClose()),
            newConversationKeys,
          ),
        ]
      : []),
    commandOption('nieuw', 'plus', `Nieuw huishouden ‘${text}’`, () => onCreate(text)),
  ];
  return [{ title: 'Doe', options: made }];
}

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('nl');

/** Every typed word begins a word of the label. */
function hasWords(label: string, text: string): boolean {
  const words = folded(label).split(/[^\p{L}\p{N}]+/u);
  return folded(text)
    .split(/\s+/)
    .every((typed) => words.some((word) => word.startsWith(typed)));
}
