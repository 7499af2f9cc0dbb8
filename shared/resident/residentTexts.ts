/**
 * Every fixed sentence that a resident reads: on paper and on a turned laptop. Plain words, at most fifteen per sentence;
 * a test measures them. Both forms of address, because municipalities differ.
 */
import { ask, same, type Address, type Addressed } from '../domain/addressed.ts';

const sentences = {
  planTitle: same('Ons plan'),
  talkTitle: same('Verslag van ons gesprek'),
  sheetTitle: same('Wie doet wat'),
  ecogramTitle: ask('Mensen om je heen', 'Mensen om u heen'),
  wish: ask('Wat wil je?', 'Wat wilt u?'),
  goesWell: same('Wat gaat al goed?'),
  noPlan: same('Er is nog geen plan.'),
  noPlanMore: ask(
    'We maken het samen. Vertel wat jij belangrijk vindt.',
    'We maken het samen. Vertel wat u belangrijk vindt.',
  ),
  noGoals: same('Er zijn nog geen doelen.'),
  noAgreements: same('Hier zijn nog geen afspraken.'),
  otherAgreements: same('Wat we ook afspraken'),
  agreed: same('Wat spraken we af?'),
  draft: same('Dit plan is nog niet klaar.'),
  twoVersions: same('Let op: hier zijn twee versies van.'),
  twoVersionsMore: same('We kiezen samen wat klopt.'),
  yourPlan: ask('Dit plan is van jou. Klopt er iets niet?', 'Dit plan is van u. Klopt er iets niet?'),
  yourTalk: same('Klopt er iets niet in dit verslag?'),
  tellUs: same('Zeg het tegen ons. Dan passen we het samen aan.'),
  summary: same('Waar ging het over?'),
  noSummary: same('Er staat nog niets op papier.'),
  present: same('Wie waren erbij?'),
  done: same('Dit is gelukt.'),
  failed: same('Dit lukte nog niet.'),
  goalReached: same('Dit doel is gehaald!'),
  who: same('Wie'),
  doesWhat: same('Doet wat'),
  when: same('Wanneer'),
  hang: ask('Hang dit op waar je het vaak ziet.', 'Hang dit op waar u het vaak ziet.'),
  moreInPlan: same('De rest staat in het plan.'),
  contact: ask('Je vaste contact is', 'Uw vaste contact is'),
  drawYou: ask('In het midden sta jij.', 'In het midden staat u.'),
  drawPeople: ask('Schrijf de namen van mensen die je kent.', 'Schrijf de namen van mensen die u kent.'),
  drawNear: ask(
    'Wie dichtbij je staat, schrijf je dicht bij het midden.',
    'Wie dicht bij u staat, schrijft u dicht bij het midden.',
  ),
  drawHelp: ask('Zet een streep naar wie jou helpt.', 'Zet een streep naar wie u helpt.'),
  you: ask('Jij', 'U'),
  isThisRight: same('Klopt dit?'),
  yes: same('Ja'),
  change: same('Ik wil iets veranderen'),
  changeWhat: ask('Wat wil je veranderen?', 'Wat wilt u veranderen?'),
  changeHelp: same('Een paar woorden is genoeg. We praten er samen over.'),
  thanks: ask('Dank je wel. Dat hebben we opgeschreven.', 'Dank u wel. Dat hebben we opgeschreven.'),
  notYes: same('Toch niet'),
  goodToHear: same('Fijn. Dan gaan we zo door.'),
  webIntro: same('Zo gaat het nu. Een 10 is heel goed.'),
  networkIntro: ask('Deze mensen ken je.', 'Deze mensen kent u.'),
  practice: same('Oefenen'),
  logTitle: same('Wie heeft gekeken?'),
  logIntro: ask(
    'Hier staat wie van het team in jouw dossier keek of schreef. Er staat niet bij wat.',
    'Hier staat wie van het team in uw dossier keek of schreef. Er staat niet bij wat.',
  ),
  logNobody: same('Er heeft nog niemand gekeken.'),
  logFirstTime: same('De tijd is de eerste keer van die dag.'),
  logCall: same('Vragen? Bel'),
  day: same('Dag'),
  what: same('Wat'),
} as const satisfies Record<string, Addressed>;

export type ResidentText = keyof typeof sentences;

/** The fixed sentences in one form of address. */
export function residentTexts(address: Address): Readonly<Record<ResidentText, string>> {
  const entries = Object.entries(sentences) as [ResidentText, Addressed][];
  return Object.fromEntries(entries.map(([key, text]) => [key, text[address]])) as Record<ResidentText, string>;
}
