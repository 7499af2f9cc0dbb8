/** The places without a row in the main menu, as commands: everywhere that one can go is found in the palette. */
import { DOSSIER_LINKS } from '../features/closing/DossierLinks.tsx';
import type { IconName } from '../ui/Icon.tsx';
import { useRoute, useRouter } from './routerContext.tsx';
import type { Route } from './routes.ts';
import { useAppCommand } from './shortcutContext.tsx';

const PLACES: readonly { readonly label: string; readonly icon: IconName; readonly route: Route }[] = [
  { label: 'Ga naar Werkaantekeningen', icon: 'note-pencil', route: { screen: 'werkaantekeningen' } },
  { label: 'Ga naar Samen bekijken', icon: 'users-three', route: { screen: 'samenBekijken' } },
  { label: 'Ga naar Team', icon: 'users-three', route: { screen: 'team' } },
  { label: 'Ga naar Gemeente', icon: 'flag', route: { screen: 'gemeente' } },
  { label: 'Lees huishoudens in', icon: 'plus', route: { screen: 'inlezen', kind: 'HUISHOUDENS' } },
  { label: 'Lees een sociale kaart in', icon: 'plus', route: { screen: 'inlezen', kind: 'SOCIALE_KAART' } },
  { label: 'Neem een dossier over', icon: 'archive', route: { screen: 'overnemen' } },
];

export function PlaceCommands() {
  const route = useRoute();
  return (
    <>
      {PLACES.map((place) => (
        <PlaceCommand key={place.label} {...place} />
      ))}
      {'householdId' in route ? (
        <>
          <PlaceCommand
            label="Onderdeel: Wie werkt mee?"
            icon="users-three"
            route={{ screen: 'meewerkers', householdId: route.householdId }}
          />
          {DOSSIER_LINKS.map(({ label, icon, part }) => (
            <PlaceCommand
              key={part}
              label={`Onderdeel: ${label}`}
              icon={icon}
              route={{ screen: 'dossier', householdId: route.householdId, part }}
            />
          ))}
        </>
      ) : null}
    </>
  );
}

function PlaceCommand({
  label,
  icon,
  route,
}: {
  readonly label: string;
  readonly icon: IconName;
  readonly route: Route;
}) {
  const router = useRouter();
  useAppCommand(label, () => router.go(route), { group: 'Ga naar', icon });
  return null;
}
