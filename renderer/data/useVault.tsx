/**
 * What every screen behind the lock has at hand: the calls, the replicas, who works, today, and the words of this
 * municipality. The frame puts one VaultProvider around the screens while the vault is open.
 */
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Me } from '../../shared/contract/commands/session.ts';
import type { Clock, Random } from '../../shared/deps.ts';
import { newWriter, type Writer } from '../../shared/documents/accessors.ts';
import type { UserId } from '../../shared/domain/ids.ts';
import type { Gemeenteprofiel } from '../../shared/domain/gemeenteprofiel.ts';
import { commitDrafts } from './drafts.ts';
import { onForget } from './forget.ts';
import type { FormDrafts } from './formDrafts.ts';
import type { VaultCalls } from './replica.ts';
import { createReplicas, type Replicas } from './replicaRegistry.ts';
import { useProfile } from './useProfile.ts';

export interface Vault {
  readonly calls: VaultCalls;
  readonly replicas: Replicas;
  /** Forms that were begun. */
  readonly drafts: FormDrafts;
  readonly me: Me;
  /** The calendar date in the Netherlands, YYYY-MM-DD. */
  readonly today: string;
  /** Signs changes as this person. */
  readonly writer: Writer;
  /** Names, places and labels of this municipality. */
  readonly profile: Gemeenteprofiel;
  /** "jij", or who else it was. */
  nameOf(user: UserId | null): string;
}

const VaultContext = createContext<Vault | null>(null);

interface VaultProviderProps {
  readonly calls: VaultCalls;
  readonly drafts: FormDrafts;
  readonly me: Me;
  readonly today: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly children: ReactNode;
}

/** Gives the vault to the screens, and saves when the window loses the person's attention. */
export function VaultProvider({ calls, drafts, me, today, clock, random, children }: VaultProviderProps) {
  const replicas = useMemo(() => createReplicas(calls), [calls]);
  useEffect(() => onForget({ flush: () => replicas.flushAll(), forget: (why) => replicas.forgetAll(why) }), [replicas]);
  useEffect(() => {
    const save = (): void => void saveAll(replicas);
    document.addEventListener('focusout', save);
    document.addEventListener('visibilitychange', save);
    window.addEventListener('pagehide', save);
    return () => {
      document.removeEventListener('focusout', save);
      document.removeEventListener('visibilitychange', save);
      window.removeEventListener('pagehide', save);
    };
  }, [replicas]);
  const names = useNamesInTeam(calls);
  const profile = useProfile(calls);
  const vault = useMemo<Vault>(
    () => ({
      calls,
      replicas,
      drafts,
      me,
      today,
      writer: newWriter(me.userId, clock, random),
      profile,
      nameOf: (user) => (user === me.userId ? 'jij' : ((user === null ? undefined : names.get(user)) ?? 'een collega')),
    }),
    [calls, replicas, drafts, me, today, clock, random, names, profile],
  );
  return <VaultContext value={vault}>{children}</VaultContext>;
}

/** First names of colleagues; the whole name where two share one. */
function useNamesInTeam(calls: VaultCalls): ReadonlyMap<UserId, string> {
  const [names, setNames] = useState<ReadonlyMap<UserId, string>>(new Map());
  useEffect(() => {
    const ask = (): void => {
      void calls.call('team.get', {}).then((result) => {
        if (result.ok) setNames(shortNames(result.value.team?.members ?? []));
      });
    };
    ask();
    return calls.on('team.changed', ask);
  }, [calls]);
  return names;
}

function shortNames(members: readonly { readonly userId: UserId; readonly name: string }[]): Map<UserId, string> {
  const firstOf = (name: string): string => name.trim().split(/\s+/)[0] ?? name;
  const counts = new Map<string, number>();
  for (const { name } of members) counts.set(firstOf(name), (counts.get(firstOf(name)) ?? 0) + 1);
  return new Map(members.map(({ userId, name }) => [userId, counts.get(firstOf(name)) === 1 ? firstOf(name) : name]));
}

function saveAll(replicas: Replicas): Promise<boolean> {
  commitDrafts();
  return replicas.flushAll();
}

/** The open vault. Only under a VaultProvider. */
export function useVault(): Vault {
  const vault = useContext(VaultContext);
  if (!vault) throw new Error('useVault outside VaultProvider');
  return vault;
}
