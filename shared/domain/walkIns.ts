/** Codes of the spreekuur. Codes go into documents and never change meaning. */

/** In the form; put aside to finish later; saved. */
export const WALK_IN_STATES = ['CONCEPT', 'LATER', 'BEWAARD'] as const;
export type WalkInState = (typeof WALK_IN_STATES)[number];

/** Who sits there: not said, somebody we may not know, a new name, somebody to link later, somebody in a household. */
export const WHO_KINDS = ['LEEG', 'ANONIEM', 'NIEUW', 'LATER', 'BEKEND'] as const;
export type WhoKind = (typeof WHO_KINDS)[number];

/** En nu? */
export const NEXT_STEPS = ['KLAAR', 'IK', 'INWONER', 'DOORVERWIJZEN'] as const;
export type NextStep = (typeof NEXT_STEPS)[number];

export const nextStepLabels: Readonly<Record<NextStep, string>> = {
  KLAAR: 'Klaar',
  IK: 'Ik doe iets',
  INWONER: 'Inwoner doet iets',
  DOORVERWIJZEN: 'Doorverwijzen',
};

/** What the list beside the form says of a saved walk-in. */
export const nextStepDone: Readonly<Record<NextStep, string>> = {
  KLAAR: 'Klaar',
  IK: 'Jij doet iets',
  INWONER: 'Inwoner doet iets',
  DOORVERWIJZEN: 'Doorverwezen',
};
