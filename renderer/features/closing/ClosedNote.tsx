/** Above a household that was closed: everything can be read, and the way to open it again. */
import type { HouseholdId } from '../../../shared/domain/ids.ts';
import { useRouter } from '../../app/routerContext.tsx';
import { Button } from '../../ui/Button.tsx';

export function ClosedNote({ householdId }: { readonly householdId: HouseholdId }) {
  const router = useRouter();
  return (
    <div className="well archived-note">
      <p>Dit huishouden is afgesloten. Je kunt alles lezen.</p>
      <Button field="household.closed" onPress={() => router.go({ screen: 'dossier', householdId, part: 'afsluiten' })}>
        Bekijk of open weer
      </Button>
    </div>
  );
}
