/**
 * A practice household as data: people, conversations and agreements, with days counted from today, so that a
 * practice vault is never out of date. Everyone and everything in them is invented.
 */
import type { RecordValues } from '../documents/schema.ts';
import type {
  ActionStatus,
  AttendeeRole,
  BalanceSide,
  Context,
  Custody,
  HouseholdRole,
  HouseholdStatus,
  LadderStep,
  LifeEventKind,
  LineKind,
  Membership,
  Perspective,
  Trait,
} from '../domain/codes.ts';

export interface PracticePerson {
  /** How the rest of the scenario points at this person. */
  readonly key: string;
  readonly firstName: string;
  readonly lastName: string;
  /** Whole years old today, and days until the next birthday (0 to 364). Left out: unknown. */
  readonly age?: { readonly years: number; readonly daysToBirthday: number };
  readonly membership: Membership;
  readonly role?: HouseholdRole;
  readonly relation?: string;
  readonly custody?: Custody;
  readonly custodySource?: string;
  readonly phone?: string;
  readonly traits?: readonly { readonly trait: Trait; readonly purpose: string }[];
}

/** A key of a person, or a name of someone who is no person in this household. */
export type Who = { readonly person: string } | { readonly name: string } | 'ME';

export interface PracticeLine {
  readonly kind: LineKind;
  readonly perspective?: Perspective;
  readonly speaker?: Who;
  readonly about?: readonly string[];
  readonly text: string;
}

export interface PracticeAction {
  readonly what: string;
  readonly ladder: LadderStep;
  readonly who: Who;
  readonly forWhom?: Who;
  readonly perspective?: Perspective;
  readonly dueInDays?: number;
  readonly status: ActionStatus;
  readonly statusReason?: string;
}

export interface PerspectiveText {
  readonly goesWell?: string;
  readonly couldBeBetter?: string;
  readonly wish?: string;
  readonly nextStep?: string;
}

export interface PracticeConversation {
  readonly daysAgo: number;
  readonly context: Context;
  readonly place?: string;
  readonly durationMinutes?: number;
  readonly purpose?: string;
  /** The resident was told beforehand why we come, and with whom. */
  readonly announced?: boolean;
  readonly broughtSomeone?: boolean;
  readonly teamOnly?: boolean;
  readonly attendees: readonly { readonly who: Who; readonly capacity: AttendeeRole }[];
  readonly whatIsGoingOn: string;
  readonly summary?: string;
  readonly perspectives?: Readonly<Partial<Record<Perspective, PerspectiveText>>>;
  readonly lines?: readonly PracticeLine[];
  readonly actions?: readonly PracticeAction[];
  readonly addendum?: { readonly daysAgo: number; readonly text: string };
  readonly nextContactInDays?: number;
  readonly finalized: boolean;
}

export interface PracticeScenario {
  readonly number: number;
  readonly title: string;
  /** What one practises with this household; shown beside it. */
  readonly lesson: string;
  readonly household: {
    readonly name: string;
    readonly street: string;
    readonly houseNumber: string;
    readonly postcode: string;
    readonly area: string;
    readonly status: HouseholdStatus;
    readonly language?: string;
    readonly plainLanguage?: boolean;
    readonly readAloud?: boolean;
    readonly contactPreference?: string;
    readonly shielded?: boolean;
    readonly nextContactInDays?: number;
    /** The worker of the practice vault keeps the overview; otherwise nobody does yet. */
    readonly regisseurIsMe: boolean;
  };
  readonly persons: readonly PracticePerson[];
  readonly lifeEvents?: readonly { readonly daysAgo: number; readonly kind: LifeEventKind; readonly text: string }[];
  readonly balances?: readonly { readonly side: BalanceSide; readonly text: string; readonly saidBy: string }[];
  readonly signals?: readonly {
    readonly daysAgo: number;
    readonly kind: NonNullable<RecordValues<'signals'>['kind']>;
    readonly source: string;
    readonly fact: string;
    readonly suspicion: string;
    readonly followUp: string;
  }[];
  readonly conversations: readonly PracticeConversation[];
  /** A colleague changed this while the worker did too; it shows as two versions. */
  readonly twoVersions?: {
    readonly conversation: number;
    readonly action: number;
    readonly mine: Partial<Pick<PracticeAction, 'dueInDays' | 'status'>>;
    readonly theirs: Partial<Pick<PracticeAction, 'dueInDays' | 'status'>>;
    /** What the colleague added to "wat speelt er" of that conversation. */
    readonly addedText: string;
  };
  /** Only in the restricted document. */
  readonly safeVisit?: string;
}
