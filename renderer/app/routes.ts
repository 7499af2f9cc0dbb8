/**
 * Where one can be in the app. Routes hold ids only and live in memory: no address bar, no history on disk. `place`
 * stores one as text in the encrypted store, so old texts must keep parsing (an unknown one leads to Vandaag).
 */
import { z } from 'zod';
import { IMPORT_KINDS } from '../../shared/domain/importColumns.ts';
import { DocumentId, HouseholdId, RecordId } from '../../shared/domain/ids.ts';

/** The tabs that exist; a tab is added here when its screen is. */
export const HOUSEHOLD_TABS = [
  'overzicht',
  'gesprekken',
  'perspectieven',
  'gezondheid',
  'plan',
  'netwerk',
  'tijdlijn',
  'veiligheid',
  'gegevens',
] as const;
export type HouseholdTab = (typeof HOUSEHOLD_TABS)[number];

/** What belongs to a dossier as a whole; reached from its overview. */
export const DOSSIER_PARTS = ['vastleggingen', 'overdracht', 'meenemen', 'afsluiten'] as const;
export type DossierPartName = (typeof DOSSIER_PARTS)[number];

const Route = z.discriminatedUnion('screen', [
  z.object({ screen: z.literal('vandaag') }),
  z.object({ screen: z.literal('spreekuur') }),
  z.object({ screen: z.literal('huishoudens') }),
  z.object({ screen: z.literal('taken') }),
  z.object({ screen: z.literal('huishouden'), householdId: HouseholdId, tab: z.enum(HOUSEHOLD_TABS) }),
  z.object({
    screen: z.literal('gesprek'),
    householdId: HouseholdId,
    documentId: DocumentId,
    conversationId: RecordId,
  }),
  z.object({ screen: z.literal('huisbezoek'), householdId: HouseholdId, visitId: RecordId }),
  z.object({ screen: z.literal('meewerkers'), householdId: HouseholdId }),
  z.object({ screen: z.literal('dossier'), householdId: HouseholdId, part: z.enum(DOSSIER_PARTS) }),
  z.object({ screen: z.literal('werkaantekeningen') }),
  z.object({ screen: z.literal('overnemen') }),
  z.object({ screen: z.literal('samenBekijken') }),
  z.object({ screen: z.literal('team') }),
  z.object({ screen: z.literal('instellingen') }),
  z.object({ screen: z.literal('socialeKaart'), organisationId: RecordId.optional() }),
  z.object({ screen: z.literal('inlezen'), kind: z.enum(IMPORT_KINDS) }),
  z.object({ screen: z.literal('gemeente') }),
]);
export type Route = Readonly<z.infer<typeof Route>>;

export const HOME: Route = { screen: 'vandaag' };

export const routeToText = (route: Route): string => JSON.stringify(route);

/** The route in a stored place; Vandaag when it is not one that this version knows. */
export function routeFromText(text: string): Route {
  try {
    const parsed = Route.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : HOME;
  } catch {
    return HOME;
  }
}

export const sameRoute = (a: Route, b: Route): boolean => routeToText(a) === routeToText(b);
