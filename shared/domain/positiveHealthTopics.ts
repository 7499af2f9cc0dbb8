/** Words to talk about per dimension and version: our own, plain, without a judgement in them. */
import type { PgDimension, PgVersion } from './codes.ts';

type Topics = Readonly<Record<PgDimension, readonly string[]>>;

export const pgTopics: Readonly<Record<PgVersion, Topics>> = {
  VOLWASSENEN: {
    LICHAAM: ['energie op een dag', 'pijn of klachten', 'slaap', 'eten en drinken', 'beweging', 'medicijnen'],
    MENTAAL: [
      'stemming',
      'zorgen en piekeren',
      'aandacht bij iets houden',
      'dingen onthouden',
      'tegenslag',
      'trots op iets',
    ],
    ZINGEVING: [
      'waar de dag om draait',
      'zin in morgen',
      'geloof of overtuiging',
      'dromen voor later',
      'iets nieuws leren',
    ],
    KWALITEIT: ['plezier', 'rust', 'het huis', 'veiligheid', 'genoeg geld', 'tijd voor jezelf'],
    MEEDOEN: [
      'familie en vrienden',
      'buren',
      'ergens bij horen',
      'iets doen voor een ander',
      'gehoord worden',
      'hulp krijgen',
    ],
    DAGELIJKS: [
      'opstaan en de dag indelen',
      'het huishouden',
      'post en papieren',
      'geld bijhouden',
      'werk of dagbesteding',
      'nee zeggen',
    ],
  },
  JONGEREN: {
    LICHAAM: ['slaap', 'sport en bewegen', 'eten', 'hoe je je lijf vindt', 'pijn of moe zijn'],
    MENTAAL: ['stress', 'somber of boos zijn', 'jezelf zijn', 'je hoofd erbij houden', 'vertrouwen'],
    ZINGEVING: ['waar je voor gaat', 'plannen voor later', 'wat je belangrijk vindt', 'iemand naar wie je opkijkt'],
    KWALITEIT: ['thuis', 'plezier', 'veilig zijn', 'tijd voor jezelf', 'je telefoon'],
    MEEDOEN: ['vrienden', 'school of werk', 'verkering', 'erbij horen', 'iemand die naar je luistert'],
    DAGELIJKS: ['op tijd komen', 'huiswerk', 'geld', 'voor jezelf zorgen', 'hulp vragen'],
  },
  KIND: {
    LICHAAM: ['slapen', 'eten', 'rennen en spelen', 'buikpijn of hoofdpijn'],
    MENTAAL: ['blij', 'verdrietig', 'boos', 'bang'],
    ZINGEVING: ['wat je later wilt', 'waar je goed in bent', 'waar je zin in hebt'],
    KWALITEIT: ['thuis', 'je kamer', 'leuke dingen', 'je veilig voelen'],
    MEEDOEN: ['vrienden', 'je familie', 'de klas', 'je club'],
    DAGELIJKS: ['naar school gaan', 'je huiswerk', 'meehelpen thuis', 'iets durven vragen'],
  },
  EENVOUDIG: {
    LICHAAM: ['slapen', 'eten', 'bewegen', 'pijn'],
    MENTAAL: ['blij zijn', 'zorgen', 'dingen vergeten'],
    ZINGEVING: ['wat is voor mij belangrijk', 'waar heb ik zin in'],
    KWALITEIT: ['mijn huis', 'mijn geld', 'veilig zijn', 'leuke dingen'],
    MEEDOEN: ['familie', 'vrienden', 'buren', 'iets doen met anderen'],
    DAGELIJKS: ['koken en schoonmaken', 'brieven', 'geld', 'hulp vragen'],
  },
};
