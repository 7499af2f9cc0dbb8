/**
 * What somebody did with a dossier, as the log tells it: five words, a day and a time, never what was read. Which command
 * counts as which is decided here, from its name and its class in the contract.
 */
export const LOOK_KINDS = ['BEKEKEN', 'GEWIJZIGD', 'AFGEDRUKT', 'UITGEVOERD', 'GEZOCHT'] as const;
export type LookKind = (typeof LOOK_KINDS)[number];

export const lookLabels: Readonly<Record<LookKind, string>> = {
  BEKEKEN: 'bekeken',
  GEWIJZIGD: 'gewijzigd',
  AFGEDRUKT: 'op papier gezet',
  UITGEVOERD: 'uit Samenspel gehaald',
  GEZOCHT: 'gevonden bij zoeken',
};

/** The field of the record `looks` that holds the time of each. */
export const LOOK_FIELDS = {
  BEKEKEN: 'viewed',
  GEWIJZIGD: 'changed',
  AFGEDRUKT: 'printed',
  UITGEVOERD: 'exported',
  GEZOCHT: 'searched',
} as const satisfies Readonly<Record<LookKind, string>>;

const BY_CLASS: Readonly<Record<string, LookKind>> = {
  view: 'BEKEKEN',
  change: 'GEWIJZIGD',
  export: 'UITGEVOERD',
  search: 'GEZOCHT',
};
const PAPERS: ReadonlySet<string> = new Set(['paper.make', 'export.paper']);

/** What a row of the log says was done, or null when it is none of these. */
export function lookOf(command: string, auditClass: string): LookKind | null {
  return PAPERS.has(command) ? 'AFGEDRUKT' : (BY_CLASS[auditClass] ?? null);
}

const amsterdamTime = new Intl.DateTimeFormat('nl-NL', {
  timeZone: 'Europe/Amsterdam',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** "14:05", the time on a clock in the Netherlands. */
export const timeOfDayAt = (ms: number): string => amsterdamTime.format(ms);
