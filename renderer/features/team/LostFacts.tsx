/** Wat stond erop? For a lost laptop: counts for everybody, names of the own dossiers, and the receipt of the wipe. */
import { useEffect } from 'react';
import type { DeviceId } from '../../../shared/domain/ids.ts';
import { useVault } from '../../data/useVault.tsx';
import { CallError } from '../household/CallError.tsx';
import { useTeamQuery } from './useSharing.ts';

const dossiers = (count: number): string => (count === 1 ? '1 dossier' : `${String(count)} dossiers`);

export function LostFacts({ deviceId }: { readonly deviceId: DeviceId }) {
  const { calls } = useVault();
  const { data, error, reload } = useTeamQuery('team.lostLaptop', { deviceId });
  // New keys follow the revocation one by one, as sharing goes on.
  useEffect(() => calls.on('sharing.changed', reload), [calls, reload]);
  if (error) return <CallError error={error} retry={reload} />;
  if (!data) return null;
  return (
    <div className="ask-in-place" role="group" aria-label="Wat stond erop?">
      <p>
        <b className="strong">Op deze laptop: {dossiers(data.households)}</b>
        {data.restricted > 0 ? `, waarvan ${String(data.restricted)} keer ook Veiligheid` : ''}. Alles staat er
        versleuteld op.
      </p>
      {data.regisseurs.length > 0 ? (
        <ul className="plain-list">
          {data.regisseurs.map(({ name, count }) => (
            <li key={name}>
              Regisseur {name}: {dossiers(count)}
            </li>
          ))}
        </ul>
      ) : null}
      {data.mine.length > 0 ? (
        <>
          <p>Van jou, of met jou gedeeld:</p>
          <ul className="plain-list">
            {data.mine.map(({ householdId, name }) => (
              <li key={householdId}>{name}</li>
            ))}
          </ul>
        </>
      ) : null}
      <p className="hint">
        {data.revoked
          ? `Nieuwe sleutels: ${String(data.rotated)} van ${String(data.households + data.restricted)}, voor zover jouw laptop ze ziet. Wat daarna wordt geschreven, kan die laptop niet lezen.`
          : 'Deze laptop is nog niet afgesloten.'}
      </p>
    </div>
  );
}
