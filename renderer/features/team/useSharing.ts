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

/** After this long without an acknowledgement "Bezig" would say too much: it is on this laptop and waits. */
const STALLED_AFTER_MS = 8_000;

interface Known {
  readonly summary: SharingSummary;
  readonly most: number;
  /** A press on Deel nu failed, and nothing was heard since. */
  readonly failedTry: boolean;
}

const next = (before: Known | null, summary: SharingSummary): Known => ({
  summary,
  most: Math.max(summary.waiting, before?.summary.state === 'sending' ? before.most : 0),
  failedTry: before !== null && before.failedTry && nothingHeard(before.summary, summary),
});

const nothingHeard = (before: SharingSummary, after: SharingSummary): boolean =>
  after.state === before.state &&
  after.waiting >= before.waiting &&
  (after.state === 'offline' || after.state === 'sending');

/** The state of sharing, kept up to date. */
export function useSharing(): Sharing {
  const { calls } = useVault();
  const [known, setKnown] = useState<Known | null>(null);
  const [trying, setTrying] = useState(false);
  const [stalled, setStalled] = useState(false);
  const sending = known?.summary.state === 'sending';
  const waiting = known?.summary.waiting ?? 0;

  useEffect(() => {
    if (!sending) return undefined;
    const timer = setTimeout(() => setStalled(true), STALLED_AFTER_MS);
    return () => {
      clearTimeout(timer);
      setStalled(false);
    };
  }, [sending, waiting]);

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
    if (result.ok) {
      const { summary } = result.value;
      const failedTry = outcome === 'failed' && (summary.state === 'offline' || summary.state === 'sending');
      setKnown((before) => ({ ...next(before, summary), failedTry }));
    }
    showToast({ text: shareNowAnswer(outcome) });
  }, [calls]);

  return { summary: known && asSaid(known, sending && stalled), most: known?.most ?? 0, trying, shareNow };
}

/** Whoever tried and failed is told so on the line too, also when it is only that there is no network. */
function asSaid({ summary, failedTry }: Known, stalled: boolean): SharingSummary {
  if (failedTry) return { ...summary, state: 'failed' };
  return stalled ? { ...summary, state: 'offline' } : summary;
}

/** A query about the team: asked again when members, roles, access or requests change. */
export function useTeamQuery<N extends CommandName>(name: N, input: InputOf<N>): Query<N> {
  const { calls } = useVault();
  const query = useQuery(name, input);
  const { reload } = query;
  useEffect(() => calls.on('team.changed', reload), [calls, reload]);
  return query;
}
