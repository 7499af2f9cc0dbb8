/**
 * Search and do (Ctrl+K): one field, an inline list under it. While typing the newest hits come first; Enter on a chosen
 * row goes there, Enter without one ranks. Searches this laptop only, and never Veiligheid.
 */
import { useState } from 'react';
import type { SearchHit } from '../../../shared/contract/commands/overview.ts';
import { useFrame } from '../../app/frameContext.ts';
import { useRouter } from '../../app/routerContext.tsx';
import { useSession } from '../../data/sessionContext.tsx';
import { useQuery } from '../../data/useQuery.ts';
import { useVault } from '../../data/useVault.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { CreateHousehold } from '../households/CreateHousehold.tsx';
import { householdMeta } from '../households/householdText.ts';
import { useStartConversation } from '../conversation/startConversation.ts';
import { CallError } from '../household/CallError.tsx';
import { ResultList } from './ResultList.tsx';
import { commandOption, hitGroups, type ResultGroup, type ResultOption } from './searchGroups.ts';
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
  const [creating, setCreating] = useState<string | null>(null);
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
  const [text, setText] = useState('');
  const [ranked, setRanked] = useState(false);
  const { each, limit } = ranked ? RANKED : WHILE_TYPING;
  const { today } = useVault();
  const found = useSearch(text, ranked, limit);
  const start = useStartConversation();

  const go = (hit: SearchHit): void => {
    const { householdId, documentId, conversationId } = hit;
    if (hit.kind === 'walkIn') router.go({ screen: 'spreekuur' });
    else if (conversationId) router.go({ screen: 'gesprek', householdId, documentId, conversationId });
    else router.go({ screen: 'huishouden', householdId, tab: hit.kind === 'person' ? 'gegevens' : 'overzicht' });
    onClose();
  };
  const recent = useRecent(onClose);
  const commands = useCommands({ text: text.trim(), found: found.hits, start, onClose, onCreate });
  const groups: readonly ResultGroup[] = [
    ...(text.trim() === '' ? recent : hitGroups(found.hits, each, today, go)),
    ...(commands.length > 0 ? [{ title: 'Doe', options: commands }] : []),
  ];
  const options = groups.flatMap((group) => group.options);
  const choose = (index: number): void => options[index]?.run();
  // A name is chosen at once, so that Ctrl+K, a few letters and Enter open a household; words in a note wait.
  const firstIsName = groups[0]?.title === 'Huishoudens' || groups[0]?.title === 'Personen';
  const list = useInlineList({
    ids: options.map(({ id }) => id),
    first: text.trim() !== '' && firstIsName ? 0 : -1,
    key: `${text.trim()}.${String(ranked)}`,
    onChoose: choose,
    onEnter: () => setRanked(true),
  });
  const count = found.hits.length;
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
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setRanked(false);
          }}
        />
        <span className="muted xs found" role="status">
          {text.trim() === ''
            ? ''
            : count === 0
              ? 'niets gevonden'
              : `${count}${count === limit ? ' of meer' : ''} gevonden`}
        </span>
        <Button variant="quiet" className="palette-close" field="search.close" onPress={onClose}>
          Sluit
        </Button>
      </div>
      {found.error ? <CallError error={found.error} /> : null}
      {start.error ? <CallError error={start.error} /> : null}
      <ResultList label="Gevonden" groups={groups} list={list} onChoose={choose} />
      {text.trim() !== '' && found.text !== '' && count === 0 ? (
        <p className="nothing-found">
          Niets gevonden met ‘{text.trim()}’. Probeer een deel van de naam, of een ander woord.
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
  const today = useQuery('today.get', {});
  const rows = today.data?.recentHouseholds ?? [];
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
}

function useCommands({ text, found, start, onClose, onCreate }: CommandsInput): readonly ResultOption[] {
  const router = useRouter();
  const session = useSession();
  const { newConversationKeys } = useFrame();
  const top = found.find((hit) => hit.kind === 'household');
  const then = (run: () => void) => () => {
    onClose();
    run();
  };
  const always = [
    commandOption(
      'verberg',
      'eye-slash',
      'Verberg het scherm',
      then(() => void session.hide()),
      'Ctrl Shift H',
    ),
    commandOption(
      'vergrendel',
      'lock-simple',
      'Vergrendel',
      then(() => void session.lock()),
      'Ctrl L',
    ),
    commandOption(
      'vandaag',
      'sun-horizon',
      'Ga naar Vandaag',
      then(() => router.go({ screen: 'vandaag' })),
    ),
    commandOption(
      'spreekuur',
      'chats-circle',
      'Ga naar Spreekuur',
      then(() => router.go({ screen: 'spreekuur' })),
    ),
    commandOption(
      'taken',
      'check-square',
      'Ga naar Taken',
      then(() => router.go({ screen: 'taken' })),
    ),
    commandOption(
      'huishoudens',
      'notebook',
      'Ga naar Huishoudens',
      then(() => router.go({ screen: 'huishoudens' })),
    ),
    commandOption(
      'licht',
      'sun',
      'Licht scherm',
      then(() => void session.updateSettings({ theme: 'light' })),
    ),
    commandOption(
      'donker',
      'moon',
      'Donker scherm',
      then(() => void session.updateSettings({ theme: 'dark' })),
    ),
    commandOption(
      'instellingen',
      'gear',
      'Instellingen',
      then(() => router.go({ screen: 'instellingen' })),
    ),
  ];
  if (text === '')
    return [
      commandOption('nieuw', 'plus', 'Nieuw huishouden', () => onCreate('')),
      ...always.slice(0, 2),
      ...always.slice(4),
    ];
  const wanted = text.toLocaleLowerCase('nl');
  return [
    ...(top
      ? [
          commandOption(
            'gesprek',
            'plus',
            `Nieuw gesprek met ${top.title}`,
            () => void start.run(top.householdId).then((made) => made && onClose()),
            newConversationKeys,
          ),
        ]
      : []),
    commandOption('nieuw', 'arrow-right', `Nieuw huishouden ‘${text}’`, () => onCreate(text)),
    ...always.filter(({ parts }) => parts.some((part) => part.text.toLocaleLowerCase('nl').includes(wanted))),
  ];
}
