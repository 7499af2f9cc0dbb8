/** How sharing stands, from the vault: asked once, then told by events. */
import { useCallback, useEffect, useState } from 'react';
import type { SharingSummary } from '../../../shared/contract/commands/sharing.ts';
import type { CommandName, InputOf } from '../../../shared/contract/contract.ts';
import { useQuery, type Query } from '../../data/useQuery.ts';
import { useVault } from '../../data/useVault.tsx';
import { showToast } from '../../ui/toasts.ts';
import { shareNowAnswer } from './sharingText.ts';

export interface Sharing {
  /** Null until the vault answered. */
  readonly summary: SharingSummary | null;
  /** The largest number that waited since sending began, for "2 van 3". */
  readonly most: number;
  readonly trying: boolean;
  /** Deel nu: always ends in an answer on the screen. */
  shareNow(): Promise<void>;
}

interface Known {
  readonly summary: SharingSummary;
  readonly most: number;
  /** A press on Deel nu failed, and nothing was heard since. */
  readonly failedTry: boolean;
}

const next = (before: Known | null, summary: SharingSummary, failedTry = before?.failedTry ?? false): Known => ({
  summary,
  most: Math.max(summary.waiting, before?.summary.state === 'sending' ? before.most : 0),
  failedTry: failedTry && summary.state === 'offline',
});

/** The state of sharing, kept up to date. */
export function useSharing(): Sharing {
  const { calls } = useVault();
  const [known, setKnown] = useState<Known | null>(null);
  const [trying, setTrying] = useState(false);

  useEffect(() => {
    let told = false;
    const stop = calls.on('sharing.changed', (summary) => {
      told = true;
      setKnown((before) => next(before, summary));
    });
    void calls.call('sharing.status', {}).then((result) => {
      if (result.ok && !told) setKnown((before) => next(before, result.value));
    });
    return stop;
  }, [calls]);

  const shareNow = useCallback(async () => {
    setTrying(true);
    const result = await calls.call('sharing.now', {});
    setTrying(false);
    const outcome = result.ok ? result.value.outcome : 'failed';
    if (result.ok) setKnown((before) => next(before, result.value.summary, outcome === 'failed'));
    showToast({ text: shareNowAnswer(outcome) });
  }, [calls]);

  // Whoever tried and failed is told so on the line too, also when it is only that there is no network.
  const summary = known?.failedTry ? { ...known.summary, state: 'failed' as const } : (known?.summary ?? null);
  return { summary, most: known?.most ?? 0, trying, shareNow };
}

/** A query about the team: asked again when members, roles, access or requests change. */
export function useTeamQuery<N extends CommandName>(name: N, input: InputOf<N>): Query<N> {
  const { calls } = useVault();
  const query = useQuery(name, input);
  const { reload } = query;
  useEffect(() => calls.on('team.changed', reload), [calls, reload]);
  return query;
}
