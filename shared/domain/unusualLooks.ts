/**
 * Looking that a lead may want to ask about. Not an accusation: each rule is a reason to talk, and a person judges. The
 * laptop of who looked finds it, from facts that it has; the lead reads codes and marks of dossiers, never a name of a
 * resident. "In the own street" is not found: nobody's home address is known here, and it should stay so.
 */
export const UNUSUAL_CODES = ['VEEL', 'NACHT', 'ZONDER_CONTACT', 'ZELFDE_NAAM'] as const;
export type UnusualCode = (typeof UNUSUAL_CODES)[number];

/** From which number on it is told, per day. A municipality that finds these too tight or too wide changes them here. */
export const UNUSUAL_FROM: Readonly<Record<UnusualCode, number>> = {
  VEEL: 25,
  NACHT: 1,
  ZONDER_CONTACT: 5,
  ZELFDE_NAAM: 1,
};
/** Night begins at 23:00 and ends at 06:00. */
const NIGHT = { from: '23:00', until: '06:00' } as const;

export const unusualLabels: Readonly<Record<UnusualCode, string>> = {
  VEEL: 'Veel dossiers op één dag bekeken',
  NACHT: 'Tussen 23.00 en 6.00 uur bekeken',
  ZONDER_CONTACT: 'Bekeken zonder eigen afspraak, gesprek of taak daar',
  ZELFDE_NAAM: 'Iemand in het dossier heeft dezelfde achternaam',
};

/** One dossier as one worker looked in it on one day. */
export interface DayLook {
  readonly documentId: string;
  /** Times of day at which it was looked at. */
  readonly times: readonly string[];
  /** The worker wrote in it, or has an appointment, a talk, a task or the regie there. */
  readonly hasBusiness: boolean;
  readonly sameName: boolean;
}

export interface Unusual {
  readonly code: UnusualCode;
  readonly documents: readonly string[];
}

const atNight = (time: string): boolean => time >= NIGHT.from || time < NIGHT.until;

/** What stands out on this day, in the order of the codes. */
export function unusualIn(day: readonly DayLook[]): readonly Unusual[] {
  const found: Readonly<Record<UnusualCode, readonly DayLook[]>> = {
    VEEL: day,
    NACHT: day.filter(({ times }) => times.some(atNight)),
    ZONDER_CONTACT: day.filter(({ hasBusiness }) => !hasBusiness),
    ZELFDE_NAAM: day.filter(({ sameName }) => sameName),
  };
  return UNUSUAL_CODES.filter((code) => found[code].length >= UNUSUAL_FROM[code]).map((code) => ({
    code,
    documents: found[code].map(({ documentId }) => documentId),
  }));
}
