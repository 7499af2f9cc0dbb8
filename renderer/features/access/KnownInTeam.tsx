/**
 * The same family met twice: one sentence, never a name of a resident, and nothing that tells more than that a
 * colleague is to be asked. Asked a moment after the typing, and not at all without enough to go by.
 */
import { useEffect, useState } from 'react';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { useRouter } from '../../app/routerContext.tsx';
import { setTimer } from '../../data/platform.ts';
import { useVault } from '../../data/useVault.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { matchSentence, type Match } from './matchText.ts';
import './access.css';

const AFTER_TYPING_MS = 400;
const MOST_HOUSEHOLDS = 500;

interface KnownInTeamProps {
  readonly postcode?: string;
  readonly houseNumber?: string;
  readonly person?: { readonly lastName: string; readonly birthDate: string };
  readonly exceptDocumentId: DocumentId | null;
}

export function KnownInTeam({ postcode = '', houseNumber = '', person, exceptDocumentId }: KnownInTeamProps) {
  const { calls } = useVault();
  const [matches, setMatches] = useState<readonly Match[]>([]);
  // What a colleague shares a moment later counts too.
  const [heard, setHeard] = useState(0);
  useEffect(() => calls.on('team.changed', () => setHeard((times) => times + 1)), [calls]);
  const lastName = person?.lastName.trim() ?? '';
  const birthDate = person?.birthDate ?? '';
  const hasAddress = postcode.trim() !== '' && houseNumber.trim() !== '';
  const hasPerson = lastName !== '' && birthDate !== '';

  useEffect(() => {
    if (!hasAddress && !hasPerson) {
      setMatches([]);
      return undefined;
    }
    let current = true;
    const timer = setTimer(() => {
      const persons = hasPerson ? [{ lastName, birthDate }] : [];
      void calls
        .call('household.findMatches', {
          postcode: hasAddress ? postcode : '',
          houseNumber: hasAddress ? houseNumber : '',
          persons,
          exceptDocumentId,
        })
        .then((result) => {
          if (current && result.ok) setMatches(result.value.matches);
        });
    }, AFTER_TYPING_MS);
    return () => {
      current = false;
      timer.cancel();
    };
  }, [calls, hasAddress, hasPerson, postcode, houseNumber, lastName, birthDate, exceptDocumentId, heard]);

  return (
    <div role="status" className="known-in-team">
      {oncePerSentence(matches).map((match) => (
        <p key={matchSentence(match)}>
          <Icon name="info" />
          <span>
            {matchSentence(match)} {match.documentId === null ? null : <OpenMatch documentId={match.documentId} />}
          </span>
        </p>
      ))}
    </div>
  );
}

function oncePerSentence(matches: readonly Match[]): readonly Match[] {
  const bySentence = new Map<string, Match>();
  for (const match of matches) {
    const sentence = matchSentence(match);
    if ((bySentence.get(sentence)?.documentId ?? null) === null) bySentence.set(sentence, match);
  }
  return [...bySentence.values()];
}

/** Only for a dossier that one may open anyway. */
function OpenMatch({ documentId }: { readonly documentId: DocumentId }) {
  const { calls } = useVault();
  const router = useRouter();
  const open = async (): Promise<void> => {
    const list = await calls.call('household.list', { limit: MOST_HOUSEHOLDS });
    const row = list.ok ? list.value.rows.find((candidate) => candidate.documentId === documentId) : undefined;
    if (row) router.go({ screen: 'huishouden', householdId: row.householdId, tab: 'overzicht' });
  };
  return (
    <TextLink field={`match.${documentId}`} onPress={() => void open()}>
      Open dat dossier
    </TextLink>
  );
}
