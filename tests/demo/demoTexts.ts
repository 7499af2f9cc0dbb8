/**
 * What is said and agreed in invented conversations, by subject. {naam} is the first person, {kind} a child or another
 * person of the household. Written as workers write: short, factual, with the resident's words apart.
 */
import type { LadderStep, Perspective } from '../../shared/domain/codes.ts';

export interface Subject {
  readonly perspective: Perspective;
  readonly situations: readonly string[];
  readonly goesWell: readonly string[];
  readonly couldBeBetter: readonly string[];
  readonly wishes: readonly string[];
  readonly nextSteps: readonly string[];
  readonly quotes: readonly string[];
  readonly facts: readonly string[];
  readonly judgements: readonly string[];
  readonly actions: readonly (readonly [LadderStep, string])[];
}

export const SUBJECTS: readonly Subject[] = [
  {
    perspective: 'BESTAANSZEKERHEID',
    situations: [
      '{naam} heeft een brief van de energieleverancier waarin staat dat het bedrag omhooggaat naar 240 euro per maand.',
      'De huur is twee maanden niet betaald. {naam} legt de post ongeopend in een la.',
      'Er is een brief van een deurwaarder over een oude zorgpremie. {naam} is geschrokken van het bedrag.',
      'Na de overgang van uitkering naar werk is de toeslag stopgezet. Er moet nu geld terug.',
      'De wasmachine is stuk en er is geen geld voor een nieuwe. {naam} wast nu bij de buurvrouw.',
    ],
    goesWell: [
      'De vaste lasten staan op een rij.',
      'De boodschappen lukken met een weekbudget.',
      '{naam} opent de post weer zelf.',
    ],
    couldBeBetter: [
      'Er is geen overzicht van de schulden.',
      'Aan het eind van de maand is het geld op.',
      'De toeslagen kloppen niet met het inkomen.',
    ],
    wishes: [
      'Rust in het hoofd over geld.',
      'Een keer iets leuks kunnen doen met {kind}.',
      'Zonder schuld het nieuwe jaar in.',
    ],
    nextSteps: [
      'Samen alle post op stapels leggen.',
      'De toeslag opnieuw berekenen.',
      'Een afspraak bij schuldhulp maken.',
    ],
    quotes: [
      'Ik durf de brievenbus niet meer open te doen.',
      'Als ik de huur betaal, kan ik geen boodschappen doen.',
      'Ik schaam me ervoor, dat mag u best weten.',
      'Vroeger deed mijn man de administratie, ik weet niet waar ik moet beginnen.',
    ],
    facts: [
      'Huurachterstand van twee maanden, brief van de corporatie gezien.',
      'Inkomen vorige maand 1.412 euro, gezien op het bankafschrift.',
      'Er liggen elf ongeopende brieven.',
    ],
    judgements: [
      'De stress over geld maakt het lastig om vooruit te kijken.',
      'Met wat hulp bij de start kan {naam} dit zelf bijhouden.',
    ],
    actions: [
      ['1_ZELF', 'Alle brieven verzamelen in een doos'],
      ['2_OMGEVING', 'Met zus de bankafschriften doornemen'],
      ['3_VOORLIGGEND', 'Naar de formulierenbrigade voor de toeslagen'],
      ['4_GEMEENTE', 'Aanmelden bij schuldhulpverlening'],
      ['4_GEMEENTE', 'Bellen met de woningcorporatie over een regeling'],
    ],
  },
  {
    perspective: 'OMGEVING',
    situations: [
      '{naam} komt bijna niet meer buiten sinds de hond dood is. De dagen zijn lang.',
      'De kinderen wonen ver weg en bellen op zondag. Door de week spreekt {naam} bijna niemand.',
      'Na de verhuizing kent {naam} niemand in de straat.',
      '{naam} zorgt al drie jaar elke dag voor haar moeder en zegt alle andere afspraken af.',
    ],
    goesWell: [
      'De buurvrouw van nummer 12 komt op dinsdag koffiedrinken.',
      'Er is weer contact met een vroegere collega.',
      'De wandelgroep op donderdag bevalt goed.',
    ],
    couldBeBetter: [
      'In het weekend is er geen aanloop.',
      'Alle zorg komt op een persoon neer.',
      '{naam} vraagt niet graag hulp.',
    ],
    wishes: [
      'Een paar mensen om iets mee te ondernemen.',
      'Een middag per week voor zichzelf.',
      'Weer zingen in een koor.',
    ],
    nextSteps: [
      'Een keer samen naar het ontmoetingspunt.',
      'Met de familie een rooster maken.',
      'Kennismaken met een maatje.',
    ],
    quotes: [
      'Soms hoor ik de hele dag alleen mijn eigen stem.',
      'Ik wil niemand tot last zijn.',
      'Voor mijn moeder doe ik het graag, maar ik ben op.',
      'Op donderdag heb ik iets om mijn haar voor te doen.',
    ],
    facts: [
      'Twee kinderen, beiden meer dan honderd kilometer verderop.',
      'Zorgt zeven dagen per week, ook in de nacht.',
      'Is vorige week twee keer bij de wandelgroep geweest.',
    ],
    judgements: [
      'De rugpijn lijkt erger op dagen zonder aanspraak.',
      'De mantelzorg is zwaarder dan {naam} laat merken.',
    ],
    actions: [
      ['1_ZELF', 'Nicht bellen om af te spreken'],
      ['2_OMGEVING', 'Buurvrouw gaat een keer mee naar de wandelgroep'],
      ['3_VOORLIGGEND', 'Maatje zoeken via de vrijwilligerscentrale'],
      ['3_VOORLIGGEND', 'Informatie vragen bij het steunpunt mantelzorg'],
      ['4_GEMEENTE', 'Vervangende zorg voor een dag per week bespreken'],
    ],
  },
  {
    perspective: 'THUISBASIS',
    situations: [
      'De ochtenden lopen uit op ruzie. {kind} wil niet uit bed en komt vaak te laat op school.',
      'Ouders zijn sinds de zomer uit elkaar. {kind} woont om de week bij vader.',
      'Het huis is vochtig, in de slaapkamer van {kind} zit schimmel op de muur.',
      'Met vijf mensen in een flat met twee slaapkamers is er geen plek voor huiswerk.',
      'De grens stellen bij het gamen lukt niet. {naam} geeft toe om ruzie te voorkomen.',
    ],
    goesWell: [
      'Samen eten lukt vijf dagen per week.',
      'De overdracht tussen de ouders gaat rustiger.',
      '{kind} slaapt weer in het eigen bed.',
    ],
    couldBeBetter: [
      'De regels zijn bij vader anders dan bij moeder.',
      'Het is onrustig aan het begin van de dag.',
      'Er is te weinig ruimte in huis.',
    ],
    wishes: [
      'Een ochtend zonder schreeuwen.',
      'Een eigen plek voor {kind}.',
      'Dat de ouders samen op het rapportgesprek komen.',
    ],
    nextSteps: [
      'Een ochtendschema ophangen, samen met {kind}.',
      'De corporatie vragen om naar het vocht te kijken.',
      'Een gesprek met beide ouders plannen.',
    ],
    quotes: [
      'Ik wil gewoon dat het thuis weer leuk is.',
      'Bij papa mag alles, bij mama niks.',
      'Als ik boos word, schrik ik van mezelf.',
      'Wij praten alleen nog via appjes.',
    ],
    facts: [
      'Twaalf keer te laat gekomen sinds september, bericht van school.',
      'Schimmel gezien van ongeveer een bij een meter.',
      'Beide ouders hebben gezag, uittreksel gezien.',
    ],
    judgements: ['{kind} zit klem tussen de ouders.', 'De ouders zijn het over meer eens dan zij denken.'],
    actions: [
      ['1_ZELF', 'Elke avond de tas klaarzetten'],
      ['2_OMGEVING', 'Oma haalt op woensdag van school'],
      ['3_VOORLIGGEND', 'Opvoedspreekuur bij het consultatiebureau'],
      ['4_GEMEENTE', 'Gesprek met school en beide ouders plannen'],
      ['3_VOORLIGGEND', 'Melding van vocht doen bij de corporatie'],
    ],
  },
  {
    perspective: 'ONTWIKKELING',
    situations: [
      '{naam} wil graag werken, maar de taal is nog een drempel. De les is op een moment dat {kind} vrij is.',
      '{kind} is gestopt met de opleiding en zit sinds oktober thuis.',
      'Formulieren lezen lukt niet goed. {naam} vertelde dat zij als kind weinig naar school is gegaan.',
      'Na een burn-out wil {naam} weer iets gaan doen, in kleine stappen.',
    ],
    goesWell: [
      'De taalles is twee keer per week.',
      'Vrijwilligerswerk in de kringloop geeft ritme.',
      '{kind} heeft een stageplek gevonden.',
    ],
    couldBeBetter: [
      'Er is geen dagritme.',
      'Reizen naar de les kost een uur.',
      'Zelf bellen met instanties lukt nog niet.',
    ],
    wishes: ['Een baan in de zorg.', 'Zelf met de juf kunnen praten.', 'Een diploma halen.'],
    nextSteps: [
      'Een les in de wijk zoeken.',
      'Meelopen bij de kringloop.',
      'Met de leerplichtambtenaar en {kind} om tafel.',
    ],
    quotes: [
      'Ik ben niet dom, ik heb alleen nooit goed leren lezen.',
      'Thuis zitten maakt me gek.',
      'In mijn land was ik verpleegkundige.',
      'School was niks voor mij, met mijn handen kan ik alles.',
    ],
    facts: [
      'Niveau A2 volgens de docent.',
      'Sinds 14 oktober niet meer op school geweest.',
      'Werkt twee ochtenden in de kringloop.',
    ],
    judgements: ['Er zit meer in dan nu wordt gebruikt.', 'Een kleine start met succes is nu belangrijker dan tempo.'],
    actions: [
      ['1_ZELF', 'Inschrijven bij het taalhuis'],
      ['2_OMGEVING', 'Oom neemt mee naar zijn werkplaats'],
      ['3_VOORLIGGEND', 'Taalmaatje aanvragen bij de bibliotheek'],
      ['4_GEMEENTE', 'Overleg met de leerplichtambtenaar'],
      ['4_GEMEENTE', 'Werkplek met begeleiding bespreken met de consulent'],
    ],
  },
  {
    perspective: 'GEZONDHEID',
    situations: [
      '{naam} slaapt slecht en piekert veel. De huisarts heeft naar ons verwezen.',
      'Na een val durft {naam} de trap niet meer op.',
      'De medicijnen lopen door elkaar. De thuiszorg vond oude strips in de la.',
      '{naam} vergeet steeds vaker afspraken. De dochter maakt zich zorgen.',
      '{naam} drinkt minder dan vorig jaar, maar de avonden blijven moeilijk.',
    ],
    goesWell: [
      'De fysiotherapie helpt.',
      'Drie keer per week een wandeling.',
      'De medicijnen komen nu in een rol van de apotheek.',
    ],
    couldBeBetter: ['Slapen gaat slecht.', 'De trap is niet veilig.', 'Er wordt maar een keer per dag gegeten.'],
    wishes: [
      'Weer een nacht doorslapen.',
      'Zo lang mogelijk in dit huis blijven wonen.',
      'Met de kleinkinderen naar het bos.',
    ],
    nextSteps: [
      'De praktijkondersteuner bellen.',
      'Iemand laten kijken naar de trap.',
      'Een vaste tijd om te eten afspreken.',
    ],
    quotes: [
      'Mijn hoofd staat nooit uit.',
      'Die trap, daar zie ik elke avond tegenop.',
      'Ik wil hier alleen tussen zes planken weg.',
      'De dokter zegt bewegen, maar waarheen dan?',
    ],
    facts: [
      'In augustus gevallen op de trap, breuk in de pols.',
      'Gewicht vijf kilo lager dan in het voorjaar, volgens de huisarts.',
      'Afspraak bij de geheugenpoli op de kalender gezien.',
    ],
    judgements: [
      'De zorgen om geheugen worden door {naam} zelf kleiner gemaakt.',
      'Beweging en aanspraak in een keer zou passen.',
    ],
    actions: [
      ['1_ZELF', 'Elke dag een blokje om na de lunch'],
      ['2_OMGEVING', 'Dochter gaat mee naar de huisarts'],
      ['3_VOORLIGGEND', 'Valtraining in het wijkgebouw'],
      ['4_GEMEENTE', 'Advies over een traplift aanvragen'],
      ['3_VOORLIGGEND', 'Maaltijd aan huis bekijken'],
    ],
  },
];

export const PURPOSES = [
  'Kennismaken en de vraag helder krijgen',
  'Kijken hoe het nu gaat',
  'Afspraken van vorige keer nalopen',
  'De vijf perspectieven doornemen',
  'Evalueren wat heeft geholpen',
  '',
] as const;
export const CLOSINGS = [
  'We spreken af dat {naam} zelf belt als het eerder nodig is.',
  '{naam} vond het fijn om alles op een rij te zien.',
  'Het gesprek was kort, er kwam bezoek.',
  'We hebben samen teruggelezen wat er staat. {naam} is het ermee eens.',
  'De volgende keer schuift de buurvrouw aan.',
  '',
] as const;
export const SUMMARIES = [
  'We hebben gepraat over wat goed gaat en wat beter kan. U wilt eerst rust. Daarna kijken we verder.',
  'U vertelde wat er speelt. We hebben afgesproken wie wat doet.',
  'Het gaat een stuk beter dan de vorige keer. U wilt dit zo houden.',
] as const;
export const ADDENDA = [
  'Nagekomen bericht van school: het gaat deze week beter.',
  '{naam} belde terug: de regeling is rond.',
  'Overlegd met de huisarts, met toestemming van {naam}.',
] as const;
export const LIFE_EVENTS = [
  'Verhuisd naar dit adres',
  'Geboorte van {kind}',
  'Baan verloren',
  'Overlijden van oma',
  'Ouders uit elkaar',
  'Eerste keer op zichzelf',
] as const;
