import { useState } from 'react';
import { Button as AriaButton, Link } from 'react-aria-components';
import { useTeamQuery } from '../features/team/useSharing.ts';
import { useSession } from '../data/sessionContext.tsx';
import { useQuery } from '../data/useQuery.ts';
import { useVault } from '../data/useVault.tsx';
import { Button } from '../ui/Button.tsx';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { KeyHint } from '../ui/KeyHint.tsx';
import { Avatar } from '../ui/ListRow.tsx';
import { Logo } from '../ui/Logo.tsx';
import { useFrame } from './frameContext.ts';
import { useRoute, useRouter } from './routerContext.tsx';
import type { Route } from './routes.ts';
import { useAppCommand } from './shortcutContext.tsx';

interface Place {
  readonly label: string;
  readonly icon: IconName;
  readonly route: Route;
  /** Screens that belong to this place. */
  readonly holds: readonly Route['screen'][];
}

/** What exists; nothing is shown that leads nowhere. */
const PLACES: readonly Place[] = [
  { label: 'Vandaag', icon: 'sun-horizon', route: { screen: 'vandaag' }, holds: ['vandaag'] },
  { label: 'Spreekuur', icon: 'chats-circle', route: { screen: 'spreekuur' }, holds: ['spreekuur'] },
  {
    label: 'Huishoudens',
    icon: 'notebook',
    route: { screen: 'huishoudens' },
    holds: ['huishoudens', 'huishouden', 'gesprek', 'huisbezoek', 'meewerkers', 'samenBekijken'],
  },
  { label: 'Taken', icon: 'check-square', route: { screen: 'taken' }, holds: ['taken'] },
  { label: 'Sociale kaart', icon: 'map-trifold', route: { screen: 'socialeKaart' }, holds: ['socialeKaart'] },
];
/** Before there is a team its screen belongs to the settings. */
const TEAM: Place = { label: 'Team', icon: 'identification-badge', route: { screen: 'team' }, holds: ['team'] };
const SETTINGS: Place = {
  label: 'Instellingen',
  icon: 'gear',
  route: { screen: 'instellingen' },
  holds: ['instellingen', 'gemeente', 'inlezen'],
};

const RECENT = 5;

/** The sidebar; below 700 px a bar with Menu. */
export function Navigation() {
  const session = useSession();
  const { me } = useVault();
  const frame = useFrame();
  const router = useRouter();
  const route = useRoute();
  const [open, setOpen] = useState(false);
  const hasTeam = Boolean(useTeamQuery('team.get', {}).data?.team);
  const tasks = useQuery('tasks.list', { whose: 'mine', limit: 1 }).data?.total ?? 0;
  const waiting = useTeamQuery('team.joinRequests', {}).data?.length ?? 0;
  const go = (to: Route): void => {
    setOpen(false);
    router.go(to);
  };

  return (
    <nav className="nav" aria-label="Hoofdmenu">
      <div className="brand">
        <Logo />
        Samenspel
      </div>
      <Button
        className="nav-find-short"
        variant="quiet"
        icon="magnifying-glass"
        iconOnly
        field="nav.findShort"
        onPress={frame.openPalette}
      >
        Zoek
      </Button>
      <Button className="nav-toggle" icon="list" field="nav.menu" expanded={open} onPress={() => setOpen(!open)}>
        Menu
      </Button>
      <div className="nav-menu" {...(open ? { 'data-open': true } : {})}>
        <AriaButton className="find" data-field="nav.find" onPress={frame.openPalette}>
          <Icon name="magnifying-glass" />
          Zoek
          <KeyHint keys="Ctrl K" />
        </AriaButton>
        {PLACES.map((place) => (
          <PlaceLink
            key={place.label}
            place={place}
            current={place.holds.includes(route.screen)}
            onGo={go}
            {...(place.route.screen === 'taken' && tasks > 0 ? { open: tasks } : {})}
          />
        ))}
        {hasTeam ? (
          <PlaceLink place={TEAM} current={TEAM.holds.includes(route.screen)} onGo={go} waiting={waiting} />
        ) : null}
        <RecentHouseholds route={route} onGo={go} />
        <div className="nav-foot">
          <div className="nav-me">
            <Avatar name={me.name} />
            <span>
              {me.name}
              {me.jobTitle ? <small>{me.jobTitle}</small> : null}
            </span>
          </div>
          <PlaceLink
            place={SETTINGS}
            current={SETTINGS.holds.includes(route.screen) || (!hasTeam && route.screen === 'team')}
            onGo={go}
          />
          <AriaButton className="nav-item" data-field="nav.hide" onPress={() => void session.hide()}>
            <Icon name="eye-slash" />
            Verberg
          </AriaButton>
          <AriaButton className="nav-item" data-field="nav.lock" onPress={() => void session.lock()}>
            <Icon name="lock-simple" />
            Vergrendel
            <KeyHint keys="Ctrl L" />
          </AriaButton>
        </div>
      </div>
    </nav>
  );
}

interface PlaceLinkProps {
  readonly place: Place;
  readonly current: boolean;
  readonly onGo: (route: Route) => void;
  /** Colleagues who wait to be let in. */
  readonly waiting?: number;
  /** Tasks of this person that are open. */
  readonly open?: number;
}

function PlaceLink({ place, current, onGo, waiting = 0, open = 0 }: PlaceLinkProps) {
  useAppCommand(`Ga naar ${place.label}`, () => onGo(place.route), { group: 'Ga naar', icon: place.icon });
  return (
    <Link
      className="nav-item"
      data-field={`nav.${place.route.screen}`}
      onPress={() => onGo(place.route)}
      {...(current ? { 'aria-current': 'page' as const } : {})}
    >
      <Icon name={place.icon} filled={current} />
      {place.label}
      {open > 0 ? (
        <span className="end muted">
          {open}
          <span className="visually-hidden"> van jou</span>
        </span>
      ) : null}
      {waiting > 0 ? (
        <span className="end muted">
          {waiting}
          <span className="visually-hidden"> wil meedoen</span>
        </span>
      ) : null}
    </Link>
  );
}

function RecentHouseholds({ route, onGo }: { readonly route: Route; readonly onGo: (route: Route) => void }) {
  const { data } = useQuery('household.recent', {});
  const recent = data?.rows.slice(0, RECENT) ?? [];
  if (recent.length === 0) return null;
  const openNow = 'householdId' in route ? route.householdId : null;
  return (
    <section className="nav-recent" aria-labelledby="nav-recent">
      <h2 id="nav-recent" className="nav-caption">
        Laatst geopend
      </h2>
      {recent.map((household) => (
        <Link
          key={household.householdId}
          className="nav-item"
          data-field={`nav.recent.${household.householdId}`}
          onPress={() => onGo({ screen: 'huishouden', householdId: household.householdId, tab: 'overzicht' })}
          {...(openNow === household.householdId ? { 'aria-current': 'true' as const } : {})}
        >
          {household.name}
        </Link>
      ))}
    </section>
  );
}
