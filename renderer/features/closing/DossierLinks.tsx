/** Dit dossier: the way to what belongs to it as a whole, beside the overview. */
import type { HouseholdId } from '../../../shared/domain/ids.ts';
import { useRouter } from '../../app/routerContext.tsx';
import type { DossierPartName } from '../../app/routes.ts';
import type { IconName } from '../../ui/Icon.tsx';
import { IconTile, ListRow } from '../../ui/ListRow.tsx';
import { Section } from '../../ui/SectionHead.tsx';
import { TextLink } from '../../ui/TextLink.tsx';

export const DOSSIER_LINKS: readonly { part: DossierPartName; icon: IconName; label: string; meta: string }[] = [
  {
    part: 'vastleggingen',
    icon: 'check-square',
    label: 'Wat mag en wat is besproken',
    meta: 'Waarom we opschrijven, uitleg, eens zijn, delen',
  },
  { part: 'overdracht', icon: 'arrow-right', label: 'Overdracht', meta: 'Aan een andere organisatie' },
  { part: 'meenemen', icon: 'file-pdf', label: 'Het hele dossier meenemen', meta: 'Als papier of als bestand' },
  { part: 'afsluiten', icon: 'archive', label: 'Afsluiten', meta: 'Met vinger aan de pols, of helemaal' },
];

export function DossierLinks({ householdId }: { readonly householdId: HouseholdId }) {
  const router = useRouter();
  return (
    <Section title="Dit dossier">
      <ul>
        {DOSSIER_LINKS.map(({ part, icon, label, meta }) => (
          <ListRow
            key={part}
            lead={<IconTile name={icon} />}
            title={
              <TextLink
                title
                field={`dossier.${part}`}
                onPress={() => router.go({ screen: 'dossier', householdId, part })}
              >
                {label}
              </TextLink>
            }
            meta={meta}
          />
        ))}
      </ul>
    </Section>
  );
}
