/**
 * Stable codes of the field (glossary of the domain). Codes go into documents and never change meaning;
 * Dutch labels are in shared/domain/labels.ts and, where municipalities differ, in the gemeenteprofiel.
 */
export const PERSPECTIVES = ['ONTWIKKELING', 'THUISBASIS', 'OMGEVING', 'GEZONDHEID', 'BESTAANSZEKERHEID'] as const;
export type Perspective = (typeof PERSPECTIVES)[number];

/** Who does it, in the fixed order of the rolverdeling: first the resident, last the municipality. */
export const LADDER = ['1_ZELF', '2_OMGEVING', '3_VOORLIGGEND', '4_GEMEENTE'] as const;
export type LadderStep = (typeof LADDER)[number];

export const HOUSEHOLD_STATUSES = ['NIEUW', 'VERKENNEN', 'PLAN_ACTIEF', 'VINGER_AAN_DE_POLS', 'AFGESLOTEN', 'OVERGEDRAGEN'] as const;
export type HouseholdStatus = (typeof HOUSEHOLD_STATUSES)[number];

/** Where the work happens. */
export const CONTEXTS = ['SCHOOL', 'HUISARTS', 'THUIS', 'KANTOOR', 'TEAM', 'SENIOREN', 'VOEDSELBANK', 'TELEFOON'] as const;
export type Context = (typeof CONTEXTS)[number];

export const HOUSEHOLD_ROLES = ['OUDER', 'PARTNER', 'KIND', 'INWONEND_KIND_18PLUS', 'GROOTOUDER', 'ANDERS'] as const;
export const LIFE_STAGES = ['VOOR_GEBOORTE', 'JONGE_KIND', 'SCHOOLKIND', 'JONGERE', 'JONGVOLWASSENE', 'VOLWASSENE', 'OUDERE'] as const;
export const CUSTODY = ['BEIDE_OUDERS', 'EEN_OUDER', 'VOOGD', 'GECERTIFICEERDE_INSTELLING', 'ONBEKEND', 'NVT'] as const;
export const TRAITS = ['MANTELZORGER', 'JONGE_MANTELZORGER', 'KOPP_KOV', 'STATUSHOUDER', 'ALLEENSTAAND', 'LAAGGELETTERD', 'LVB'] as const;
export const REPRESENTATIVES = ['OUDER', 'VOOGD', 'CURATOR', 'MENTOR', 'BEWINDVOERDER', 'GEMACHTIGDE'] as const;
export const ATTENDEE_ROLES = ['INWONER', 'GEZINSLID', 'MANTELZORGER', 'NETWERK', 'CLIENTONDERSTEUNING', 'TOLK', 'COLLEGA', 'PARTNER'] as const;
export const LINE_KINDS = ['CITAAT', 'FEIT', 'MENING'] as const;
export type LineKind = (typeof LINE_KINDS)[number];
export const ACTION_STATUSES = ['GEPLAND', 'LOOPT', 'KLAAR', 'NIET_GELUKT', 'VERVALLEN'] as const;
export type ActionStatus = (typeof ACTION_STATUSES)[number];
export const LIFE_EVENT_KINDS = ['VERWACHT', 'ONVERWACHT'] as const;
export const BALANCE_SIDES = ['DRAAGLAST', 'DRAAGKRACHT'] as const;
export const MEMBERSHIPS = ['WOONT_HIER', 'BELANGRIJK_BUITENSHUIS'] as const;
