/** On Vandaag: walk-ins that were put aside, to go on with at the spreekuur. */
import { useRouter } from '../../app/routerContext.tsx';
import { useQuery } from '../../data/useQuery.ts';
import { Button } from '../../ui/Button.tsx';
import { IconTile, ListRow } from '../../ui/ListRow.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { momentText, whoName } from './walkInText.ts';

/** Nothing when there are none. */
export function LaterWalkIns({ today }: { readonly today: string }) {
  const router = useRouter();
  const later = useQuery('consultation.get', {}).data?.later ?? [];
  if (later.length === 0) return null;
  return (
    <Section title="Van het spreekuur">
      <ul>
        {later.map((walkIn) => (
          <ListRow
            key={walkIn.walkInId}
            lead={<IconTile name="note-pencil" />}
            title={`Inloop ${walkIn.place}, ${walkIn.who.kind === 'ANONIEM' ? 'anoniem' : whoName(walkIn.who)}`}
            meta={walkIn.question || 'Nog geen vraag.'}
            trail={
              <>
                <span className="muted touched">{momentText(walkIn.atMs, today)}</span>
                <Button field={`later.${walkIn.walkInId}`} onPress={() => router.go({ screen: 'spreekuur' })}>
                  Ga verder
                  <span className="visually-hidden"> met inloop {walkIn.place}</span>
                </Button>
              </>
            }
          />
        ))}
      </ul>
    </Section>
  );
}
