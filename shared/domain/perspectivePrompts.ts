/**
 * The vijf perspectieven as conversation help: 21 uitgangspunten, each with a question for the resident and a
 * self-check for the worker. Questions are grey hints, never inserted as text, never required, never scored.
 *
 * The texts are our own plain Dutch. Every question exists in two forms, because municipalities say u to
 * residents and je to children; the gemeenteprofiel chooses.
 */
import type { Address, Addressed } from './addressed.ts';
import { ask, same } from './addressed.ts';
import type { Perspective } from './codes.ts';
import { PERSPECTIVES } from './codes.ts';

export interface Uitgangspunt {
  /** Stable: perspective and number, such as `THUISBASIS.3`. */
  readonly code: string;
  readonly perspective: Perspective;
  readonly number: number;
  readonly title: string;
  /** Empty where the uitgangspunt is a rule for the worker only. */
  readonly questions: readonly Addressed[];
  /** What the worker asks himself; never shown to a resident. */
  readonly selfCheck: string;
}

export interface PerspectiveGuide {
  readonly perspective: Perspective;
  /** One or two sentences that say what the perspective is about. */
  readonly explanation: string;
  readonly opening: readonly Addressed[];
  readonly uitgangspunten: readonly Uitgangspunt[];
}

interface PointText {
  readonly title: string;
  readonly questions: readonly Addressed[];
  readonly selfCheck: string;
}

function guide(
  perspective: Perspective,
  explanation: string,
  opening: readonly Addressed[],
  points: readonly PointText[],
): PerspectiveGuide {
  const uitgangspunten = points.map((point, index) => ({
    code: `${perspective}.${index + 1}`,
    perspective,
    number: index + 1,
    ...point,
  }));
  return { perspective, explanation, opening, uitgangspunten };
}

const growth = guide(
  'ONTWIKKELING',
  'Dit gaat over leren, groeien en meedoen. Waar loopt iemand warm voor, en wat staat in de weg?',
  [
    ask('Wat wil je graag in je leven?', 'Wat wilt u graag in uw leven?'),
    ask('Waar ben je bang voor?', 'Waar bent u bang voor?'),
    ask('Waar sta je nu?', 'Waar staat u nu?'),
    ask('Wat is je eerstvolgende stap?', 'Wat is uw eerstvolgende stap?'),
    ask('Welke ervaring zou je willen delen?', 'Welke ervaring zou u willen delen?'),
  ],
  [
    {
      title: 'Mensen willen vooruit',
      questions: [
        ask('Waar krijg je energie van?', 'Waar krijgt u energie van?'),
        ask('Wat houdt je tegen?', 'Wat houdt u tegen?'),
      ],
      selfCheck: 'Zie ik onwil, of is er een drempel? Is er een vangnet nodig?',
    },
    {
      title: 'Wie zelf meewerkt, wordt sterker',
      questions: [
        ask('Wat heb je zelf al geprobeerd?', 'Wat hebt u zelf al geprobeerd?'),
        same('Wie kan er meedenken?'),
        ask(
          'Wil je iemand spreken die dit ook heeft meegemaakt?',
          'Wilt u iemand spreken die dit ook heeft meegemaakt?',
        ),
      ],
      selfCheck: 'Neem ik iets over wat iemand zelf kan? Heb ik verteld over gratis cliëntondersteuning?',
    },
    {
      title: 'Eén plan voor iedereen die helpt',
      questions: [same('Wie helpen er nu allemaal mee?'), same('Weten zij dit van elkaar?')],
      selfCheck: 'Staat iedereen in het plan, ook familie, vrienden en buren?',
    },
    {
      title: 'Oog voor wie dichtbij staat',
      questions: [
        ask('Voor wie zorg je?', 'Voor wie zorgt u?'),
        ask('Waar kom je daardoor zelf niet aan toe?', 'Waar komt u daardoor zelf niet aan toe?'),
        same('Hoe gaat het met de kinderen?'),
      ],
      selfCheck:
        'Is er een kind dat meezorgt? Is er een kind van een ouder met psychische problemen of een verslaving?',
    },
  ],
);

const home = guide(
  'THUISBASIS',
  'Dit gaat over een veilige plek waar iemand zichzelf kan zijn, met mensen die om hem of haar geven.',
  [
    ask('Wat maakt dat je je thuis voelt?', 'Wat maakt dat u zich thuis voelt?'),
    ask('Met wie voel je je verbonden?', 'Met wie voelt u zich verbonden?'),
  ],
  [
    {
      title: 'Iemand die er voor je is',
      questions: [
        ask('Bij wie kun je terecht als het tegenzit?', 'Bij wie kunt u terecht als het tegenzit?'),
        ask('Met wie deel je leuke dingen?', 'Met wie deelt u leuke dingen?'),
      ],
      selfCheck: 'Staat iemand er alleen voor? Dan is extra aandacht nodig.',
    },
    {
      title: 'Niemand staat los van zijn familie',
      questions: [
        ask('Hoe gaat het bij jullie thuis met elkaar?', 'Hoe gaat het bij u thuis met elkaar?'),
        ask('Herken je dit van vroeger, van je ouders?', 'Herkent u dit van vroeger, van uw ouders?'),
      ],
      selfCheck: 'Zie ik een patroon dat terugkomt? Wat gaat er nu al anders?',
    },
    {
      title: 'Veiligheid gaat voor',
      questions: [same('Voelt iedereen zich hier veilig?'), same('Is er wel eens ruzie die uit de hand loopt?')],
      selfCheck: 'Is de meldcode nodig? Heb ik aan de kinderen gedacht?',
    },
    {
      title: 'Een eigen plek die past',
      questions: [
        ask('Past dit huis bij jullie?', 'Past dit huis bij u?'),
        ask('Kun je hier blijven wonen?', 'Kunt u hier blijven wonen?'),
      ],
      selfCheck: 'Dreigt iemand zijn huis kwijt te raken?',
    },
    {
      title: 'Zo lang mogelijk zelfstandig',
      questions: [same('Lukt het hier nog over vijf jaar?'), same('Wie kan er dan helpen?')],
      selfCheck: 'Heb ik naar het huis gekeken, en ook naar het netwerk?',
    },
  ],
);

const social = guide(
  'OMGEVING',
  'Dit gaat over erbij horen: iets doen met anderen, en merken dat je meetelt.',
  [ask('Waar kom je graag?', 'Waar komt u graag?'), ask('Wie kom je daar tegen?', 'Wie komt u daar tegen?')],
  [
    {
      title: 'Weten wat er kan, en erop uit gaan',
      questions: [
        ask('Wat zou je hier in de buurt willen doen?', 'Wat zou u hier in de buurt willen doen?'),
        ask('Weet je wat er allemaal is?', 'Weet u wat er allemaal is?'),
      ],
      selfCheck: 'Helpt het als een vrijwilliger de eerste keer meegaat?',
    },
    {
      title: 'Overal welkom',
      questions: [ask('Waar voel je je welkom?', 'Waar voelt u zich welkom?'), same('En waar juist niet?')],
      selfCheck: 'Kan de club of de school iets veranderen, zodat het wel past?',
    },
    {
      title: 'Samen met anderen',
      questions: [
        ask('Wat kun jij voor een ander doen?', 'Wat kunt u voor een ander doen?'),
        ask('Ken je mensen in dezelfde situatie?', 'Kent u mensen in dezelfde situatie?'),
      ],
      selfCheck: 'Kan dit samen met anderen in plaats van alleen?',
    },
    {
      title: 'Gewoon als het kan',
      questions: [],
      selfCheck: 'Is er een gewone activiteit in de buurt, in plaats van een aparte?',
    },
  ],
);

const health = guide(
  'GEZONDHEID',
  'Dit gaat over lichaam en geest: hoe iemand omgaat met wat er gebeurt, ook met een ziekte of beperking.',
  [ask('Hoe gaat het met je?', 'Hoe gaat het met u?'), ask('Wat doet je goed?', 'Wat doet u goed?')],
  [
    {
      title: 'Gezond leven',
      questions: [
        ask('Hoe slaap, eet en beweeg je?', 'Hoe slaapt, eet en beweegt u?'),
        ask('Wat zou je willen veranderen?', 'Wat zou u willen veranderen?'),
      ],
      selfCheck: 'Wat is haalbaar en dichtbij?',
    },
    {
      title: 'Kijken naar wat wel kan',
      questions: [
        same('Wat gaat er wel?'),
        same('Wat geeft rust?'),
        ask('Wat heb je geleerd van eerder?', 'Wat hebt u geleerd van eerder?'),
      ],
      selfCheck: 'Is er eerst rust nodig, voordat we plannen maken?',
    },
    {
      title: 'Mee kunnen doen',
      questions: [
        same('Wat maakt het lastig om mee te doen?'),
        ask(
          'Komt dat door je lichaam, door geld of is het praktisch?',
          'Komt dat door uw lichaam, door geld of is het praktisch?',
        ),
      ],
      selfCheck: 'Werken we toe naar een gewone activiteit?',
    },
    {
      title: 'Gelijke kansen',
      questions: [
        ask(
          'Wat lukt niet omdat het te duur is, of te moeilijk uitgelegd?',
          'Wat lukt u niet omdat het te duur is, of te moeilijk uitgelegd?',
        ),
      ],
      selfCheck: 'Heb ik op taal en geld gelet?',
    },
    {
      title: 'Samen met de huisarts',
      questions: [
        ask('Wie is je huisarts?', 'Wie is uw huisarts?'),
        same('Mag ik met hem of haar overleggen?'),
        same('Waarover wel en waarover niet?'),
      ],
      selfCheck: 'Staat er opgeschreven wat ik mag delen?',
    },
  ],
);

const means = guide(
  'BESTAANSZEKERHEID',
  'Dit gaat over rondkomen, werk en een zinvolle dag. Zonder rust over geld lukt de rest vaak niet.',
  [ask('Hoe ziet je dag eruit?', 'Hoe ziet uw dag eruit?'), ask('Waar lig je wakker van?', 'Waar ligt u wakker van?')],
  [
    {
      title: 'Werk of een dag die past',
      questions: [
        ask('Wat voor werk of dag past bij jou?', 'Wat voor werk of dag past bij u?'),
        same('Wat is daarvoor nodig, bijvoorbeeld opvang?'),
      ],
      selfCheck: 'Is er een plek dichtbij om in de praktijk te leren?',
    },
    {
      title: 'Eerst geld op orde',
      questions: [
        ask('Kom je rond?', 'Komt u rond?'),
        same('Zijn er rekeningen die blijven liggen?'),
        ask('Maak je de post open?', 'Maakt u de post open?'),
      ],
      selfCheck: 'Moeten we eerst aan de geldzorgen werken? Krijgt iemand waar hij of zij recht op heeft?',
    },
    {
      title: 'Eerst wat nodig is, dan de regels',
      questions: [ask('Wat heb je echt nodig om verder te kunnen?', 'Wat hebt u echt nodig om verder te kunnen?')],
      selfCheck: 'Wat gebeurt er als we niets doen? En wat gebeurt er als we dit wel doen?',
    },
  ],
);

export const perspectiveGuides: Readonly<Record<Perspective, PerspectiveGuide>> = {
  ONTWIKKELING: growth,
  THUISBASIS: home,
  OMGEVING: social,
  GEZONDHEID: health,
  BESTAANSZEKERHEID: means,
};

export const UITGANGSPUNTEN: readonly Uitgangspunt[] = PERSPECTIVES.flatMap(
  (code) => perspectiveGuides[code].uitgangspunten,
);

/** Every question of a perspective in the chosen form: the opening ones first, then per uitgangspunt. */
export function questionsFor(perspective: Perspective, address: Address): readonly string[] {
  const { opening, uitgangspunten } = perspectiveGuides[perspective];
  return [...opening, ...uitgangspunten.flatMap((point) => point.questions)].map((question) => question[address]);
}

/** One grey hint for a text field: "Vraag bijvoorbeeld: ...". Turns through the questions by `turn`. */
export function hintFor(perspective: Perspective, address: Address, turn: number): string {
  const questions = questionsFor(perspective, address);
  return `Vraag bijvoorbeeld: ${questions[Math.abs(Math.trunc(turn)) % questions.length] ?? ''}`;
}
