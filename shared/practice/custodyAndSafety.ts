/** Practice households 7 and 8: divorced parents with a girl of sixteen, and a worry about safety at home. */
import type { PracticeScenario } from './scenarioTypes.ts';

const custody: PracticeScenario = {
  number: 7,
  title: 'Twee huizen',
  lesson: 'Gescheiden ouders met gezag en een dochter van 16: drie mensen, drie keer andere inzage.',
  household: {
    name: 'Fam. Brouwer en Haddad',
    street: 'Boomgaardlaan',
    houseNumber: '19',
    postcode: '8731 GE',
    area: 'Centrum',
    status: 'VERKENNEN',
    contactPreference: 'Ieder apart. Zet nooit het adres van de een in een brief aan de ander.',
    nextContactInDays: 8,
    regisseurIsMe: true,
  },
  persons: [
    {
      key: 'lamis',
      firstName: 'Lamis',
      lastName: 'Haddad',
      age: { years: 16, daysToBirthday: 111 },
      membership: 'WOONT_HIER',
      role: 'KIND',
      custody: 'BEIDE_OUDERS',
      custodySource: 'Gezagsregister, gezien',
      phone: '06 0000 1407',
    },
    {
      key: 'noelle',
      firstName: 'Noëlle',
      lastName: 'Brouwer',
      age: { years: 43, daysToBirthday: 77 },
      membership: 'WOONT_HIER',
      role: 'OUDER',
      relation: 'moeder',
      phone: '06 0000 1408',
    },
    {
      key: 'samer',
      firstName: 'Samer',
      lastName: 'Haddad',
      age: { years: 45, daysToBirthday: 199 },
      membership: 'BELANGRIJK_BUITENSHUIS',
      role: 'OUDER',
      relation: 'vader, woont ergens anders',
      phone: '06 0000 1409',
    },
    {
      key: 'oma',
      firstName: 'Anneke',
      lastName: 'Brouwer',
      membership: 'BELANGRIJK_BUITENSHUIS',
      role: 'GROOTOUDER',
      relation: 'oma, moeder van Noëlle',
    },
  ],
  lifeEvents: [{ daysAgo: 300, kind: 'ONVERWACHT', text: 'Noëlle en Samer gingen uit elkaar.' }],
  conversations: [
    {
      daysAgo: 22,
      context: 'SCHOOL',
      place: 'Het Kompas College',
      durationMinutes: 30,
      purpose: 'Lamis vroeg zelf om een gesprek',
      attendees: [{ who: { person: 'lamis' }, capacity: 'INWONER' }],
      whatIsGoingOn:
        'Lamis slaapt de ene week hier en de andere week bij haar vader. Zij wil dat niet meer zo. Ze durft het geen van beiden te zeggen, omdat ze dan denkt te moeten kiezen.\nZij is 16 en beslist zelf over hulp. Zij wil niet dat haar ouders dit gesprek lezen.',
      summary:
        'Je wilt niet elke week verhuizen. Je wilt niet kiezen tussen papa en mama. Wij vertellen niets door. We zoeken samen een manier om het te zeggen.',
      perspectives: {
        THUISBASIS: {
          goesWell: 'Lamis kan bij haar oma altijd terecht.',
          couldBeBetter: 'Elke zondag een tas pakken. Er is altijd iets in het andere huis.',
          wish: 'Eén plek voor haar spullen.',
        },
      },
      lines: [
        {
          kind: 'CITAAT',
          perspective: 'THUISBASIS',
          speaker: { person: 'lamis' },
          about: ['lamis'],
          text: 'Ik woon in een weekendtas.',
        },
        {
          kind: 'CITAAT',
          perspective: 'THUISBASIS',
          speaker: { person: 'lamis' },
          about: ['noelle', 'samer'],
          text: 'Ze zeggen allebei dat het om mij gaat. Maar ze vragen mij niks.',
        },
      ],
      actions: [
        {
          what: 'Schrijft op wat ze haar ouders wil zeggen',
          ladder: '1_ZELF',
          who: { person: 'lamis' },
          perspective: 'THUISBASIS',
          dueInDays: 5,
          status: 'LOOPT',
        },
      ],
      finalized: true,
    },
    {
      daysAgo: 15,
      context: 'KANTOOR',
      place: 'Gemeentehuis Merendam',
      durationMinutes: 45,
      purpose: 'Gesprek met vader',
      announced: true,
      attendees: [{ who: { person: 'samer' }, capacity: 'INWONER' }],
      whatIsGoingOn:
        'Samer wil zijn dochter niet kwijt. Hij maakt zich zorgen dat hij alleen nog de man van om de week is. Met Noëlle praat hij via de app, kort en koel.',
      lines: [
        {
          kind: 'CITAAT',
          perspective: 'THUISBASIS',
          speaker: { person: 'samer' },
          about: ['samer'],
          text: 'Ik tel de dagen tot ze komt. En dan is ze moe.',
        },
      ],
      actions: [
        {
          what: 'Vraagt Noëlle om één keer samen te praten, met hulp',
          ladder: '1_ZELF',
          who: { person: 'samer' },
          forWhom: { person: 'lamis' },
          perspective: 'THUISBASIS',
          dueInDays: 8,
          status: 'GEPLAND',
        },
      ],
      finalized: true,
    },
    {
      daysAgo: 14,
      context: 'THUIS',
      durationMinutes: 50,
      purpose: 'Gesprek met moeder',
      announced: true,
      attendees: [
        { who: { person: 'noelle' }, capacity: 'INWONER' },
        { who: { person: 'oma' }, capacity: 'NETWERK' },
      ],
      whatIsGoingOn:
        'Noëlle vindt dat de verdeling eerlijk is. Ze ziet wel dat Lamis stil is geworden. Oma zegt dat het misschien niet om eerlijk gaat.',
      lines: [
        {
          kind: 'CITAAT',
          perspective: 'THUISBASIS',
          speaker: { person: 'oma' },
          about: ['lamis'],
          text: 'Een kind is geen taart, die verdeel je niet.',
        },
      ],
      nextContactInDays: 8,
      finalized: false,
    },
  ],
};

const safety: PracticeScenario = {
  number: 8,
  title: 'Zorgen over veiligheid',
  lesson: 'Een zorg die alleen in Veiligheid hoort. Kijk wat er niet te zien is bij Meekijken, zoeken en op papier.',
  household: {
    name: 'Fam. Zandbergen',
    street: 'Duinpad',
    houseNumber: '27',
    postcode: '8733 VV',
    area: 'Buitendijk',
    status: 'VERKENNEN',
    contactPreference: 'Willemijn bellen onder werktijd',
    shielded: true,
    nextContactInDays: 2,
    regisseurIsMe: true,
  },
  persons: [
    {
      key: 'willemijn',
      firstName: 'Willemijn',
      lastName: 'Zandbergen',
      age: { years: 31, daysToBirthday: 250 },
      membership: 'WOONT_HIER',
      role: 'OUDER',
      phone: '06 0000 1410',
    },
    {
      key: 'ruben',
      firstName: 'Ruben',
      lastName: 'Kramer',
      age: { years: 33, daysToBirthday: 18 },
      membership: 'WOONT_HIER',
      role: 'PARTNER',
    },
    {
      key: 'finn',
      firstName: 'Finn',
      lastName: 'Kramer',
      age: { years: 3, daysToBirthday: 90 },
      membership: 'WOONT_HIER',
      role: 'KIND',
      custody: 'BEIDE_OUDERS',
      custodySource: 'Gezagsregister, gezien',
    },
    {
      key: 'loes',
      firstName: 'Loes',
      lastName: 'Zandbergen',
      membership: 'BELANGRIJK_BUITENSHUIS',
      role: 'ANDERS',
      relation: 'zus van Willemijn',
    },
  ],
  lifeEvents: [{ daysAgo: 100, kind: 'VERWACHT', text: 'Willemijn ging weer werken.' }],
  conversations: [
    {
      daysAgo: 4,
      context: 'THUIS',
      place: 'Duinpad 27',
      durationMinutes: 55,
      purpose: 'Praten over de opvang van Finn',
      announced: true,
      attendees: [
        { who: { person: 'willemijn' }, capacity: 'INWONER' },
        { who: { person: 'ruben' }, capacity: 'INWONER' },
        { who: { person: 'finn' }, capacity: 'GEZINSLID' },
      ],
      whatIsGoingOn:
        'We spraken over opvang voor Finn, nu Willemijn weer werkt. Ruben werkt in ploegen. Oma kan niet meer oppassen.\nFinn speelde met zijn trein en liet mij alle wagons zien.',
      summary:
        'U zoekt opvang voor Finn op drie dagen. We bekeken samen wat er in de buurt is. U gaat bij twee plekken kijken.',
      perspectives: {
        ONTWIKKELING: {
          goesWell: 'Willemijn geniet van haar werk in de bloemenzaak.',
          couldBeBetter: 'Elke week een nieuwe oppas zoeken.',
          wish: 'Een vaste plek voor Finn.',
          nextStep: 'Bij twee plekken gaan kijken.',
        },
      },
      lines: [
        {
          kind: 'CITAAT',
          perspective: 'ONTWIKKELING',
          speaker: { person: 'willemijn' },
          text: 'Tussen de bloemen ben ik weer even mezelf.',
        },
      ],
      actions: [
        {
          what: 'Kijkt bij twee plekken voor opvang',
          ladder: '1_ZELF',
          who: { person: 'willemijn' },
          forWhom: { person: 'finn' },
          perspective: 'ONTWIKKELING',
          dueInDays: 7,
          status: 'GEPLAND',
        },
        {
          what: 'Past op vrijdag op',
          ladder: '2_OMGEVING',
          who: { person: 'loes' },
          forWhom: { person: 'finn' },
          perspective: 'ONTWIKKELING',
          status: 'LOOPT',
        },
      ],
      nextContactInDays: 2,
      finalized: false,
    },
  ],
  safeVisit:
    'Ga met zijn tweeën. Parkeer met de neus naar de weg.\nWillemijn had een blauwe plek op haar arm en keek steeds naar Ruben voor ze antwoord gaf. Bij het weggaan vroeg zij zacht of ik onder werktijd wilde bellen.\nEerst overleg met de aandachtsfunctionaris. Bel alleen het nummer van haar werk.',
};

export const custodyAndSafety: readonly PracticeScenario[] = [custody, safety];
