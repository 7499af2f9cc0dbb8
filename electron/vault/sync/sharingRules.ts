/**
 * Who gets a new document from the start. A household is for the own team (the gemeenteprofiel's default; the regisseur
 * unticks under "Wie werkt mee?"); a restricted document is for its maker until somebody is named.
 */
export const ROOM_KINDS_SHARED_WITH_TEAM: ReadonlySet<string> = new Set(['household']);
