/**
 * Names of the Gemeentelijk Gegevensmodel for what a dossier holds, where that model has them: so that another system
 * can take over the outline without knowing our records. It is derived; taking a dossier in again does not read it.
 */
export interface OutlineFacts {
  readonly name: string;
  readonly startedOn: string;
  readonly endedOn: string;
  readonly adoptedOn: string;
  readonly status: string;
  readonly reports: readonly { readonly on: string; readonly words: string }[];
  readonly goals: readonly { readonly text: string; readonly perspective: string }[];
  readonly help: readonly { readonly what: string; readonly startOn: string; readonly endOn: string }[];
  readonly concerns: readonly { readonly text: string }[];
}

export interface Gegevensmodel {
  readonly SociaalTeamDossier: {
    readonly datumStart: string;
    readonly datumEinde: string;
    readonly datumVaststelling: string;
    readonly omschrijving: string;
    readonly status: string;
  };
  readonly Caseaanmelding: readonly { readonly datum: string; readonly omschrijving: string }[];
  readonly Doelstelling: readonly { readonly omschrijving: string; readonly soort: string }[];
  readonly Behandeling: readonly {
    readonly omschrijving: string;
    readonly datumStart: string;
    readonly datumEinde: string;
  }[];
  readonly Bijzonderheid: readonly { readonly omschrijving: string }[];
}

/** The outline of a dossier in the words of the model. An empty date is not known. */
export function inGegevensmodel(facts: OutlineFacts): Gegevensmodel {
  return {
    SociaalTeamDossier: {
      datumStart: facts.startedOn,
      datumEinde: facts.endedOn,
      datumVaststelling: facts.adoptedOn,
      omschrijving: facts.name,
      status: facts.status,
    },
    Caseaanmelding: facts.reports.map(({ on, words }) => ({ datum: on, omschrijving: words })),
    Doelstelling: facts.goals.map(({ text, perspective }) => ({ omschrijving: text, soort: perspective })),
    Behandeling: facts.help.map(({ what, startOn, endOn }) => ({
      omschrijving: what,
      datumStart: startOn,
      datumEinde: endOn,
    })),
    Bijzonderheid: facts.concerns.map(({ text }) => ({ omschrijving: text })),
  };
}
