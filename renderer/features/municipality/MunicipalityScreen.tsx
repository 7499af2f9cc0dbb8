import { useRouter } from '../../app/routerContext.tsx';
import { useQuery } from '../../data/useQuery.ts';
import { Sheet } from '../../ui/Sheet.tsx';
import { CallError } from '../household/CallError.tsx';
import { ProfileEditor } from './ProfileEditor.tsx';

/** Instellingen, Gemeente: the words, places, terms and colours of this municipality. */
export function MunicipalityScreen() {
  const router = useRouter();
  const kept = useQuery('municipality.get', {});
  return (
    <Sheet
      title="Gemeente"
      sub="Namen, plaatsen, termijnen en kleuren van jullie gemeente"
      crumb={{ label: 'Instellingen', onPress: () => router.go({ screen: 'instellingen' }) }}
    >
      {kept.error ? <CallError error={kept.error} retry={kept.reload} /> : null}
      {kept.data ? (
        <ProfileEditor key={JSON.stringify(kept.data.profile)} kept={kept.data} onSaved={kept.reload} />
      ) : null}
    </Sheet>
  );
}
