/** Invented names and places. Nobody here exists; origins are mixed as they are in a Dutch neighbourhood. */
export interface NameStock {
  readonly women: readonly string[];
  readonly men: readonly string[];
  readonly families: readonly string[];
  readonly language: string;
}

export const NAME_STOCKS: readonly NameStock[] = [
  {
    women: [
      'Anneke',
      'Marloes',
      'Ria',
      'Femke',
      'Willemijn',
      'Noëlle',
      'Truus',
      'Sanne',
      'Loes',
      'Ingrid',
      'Joke',
      'Mieke',
    ],
    men: ['Kees', 'Jan-Willem', 'Sjaak', 'Bram', 'Henk', 'Daniël', 'Teun', 'Gerard', 'Ruud', 'Pieter', 'Joost', 'Wim'],
    families: [
      'van der Veen',
      'de Groot',
      'Hoogendoorn',
      "'t Hart",
      'Kuipers',
      'van Rijswijck',
      'Brouwer',
      'Zandbergen',
      'Oudshoorn',
      'de Wild',
      'Timmermans',
      'Verschuur',
    ],
    language: '',
  },
  {
    women: ['Ayşe', 'Elif', 'Zeynep', 'Gülsüm', 'Hatice', 'Fadime'],
    men: ['Mehmet', 'İbrahim', 'Emre', 'Yusuf', 'Çetin', 'Ömer'],
    families: ['Yılmaz', 'Çelik', 'Öztürk', 'Şahin', 'Karadağ', 'Güneş'],
    language: 'Turks',
  },
  {
    women: ['Fatima', 'Naima', 'Samira', 'Khadija', 'Loubna', 'Soumaya'],
    men: ['Hassan', 'Youssef', 'Mohamed', 'Rachid', 'Bilal', 'Abdelkader'],
    families: ['El Amrani', 'Bouzidi', 'Ait Ouali', 'El Khattabi', 'Benhaddou', 'Ziani'],
    language: 'Tamazight',
  },
  {
    women: ['Rania', 'Hiba', 'Maryam', 'Nour', 'Lamis'],
    men: ['Omar', 'Khaled', 'Bashar', 'Samer', 'Anas'],
    families: ['Al-Hamwi', 'Haddad', 'Sabbagh', 'Darwish', 'Khoury'],
    language: 'Arabisch',
  },
  {
    women: ['Agnieszka', 'Małgorzata', 'Katarzyna', 'Ewa', 'Zofia'],
    men: ['Paweł', 'Łukasz', 'Krzysztof', 'Michał', 'Tomasz'],
    families: ['Wiśniewski', 'Dąbrowska', 'Zieliński', 'Wójcik', 'Kamiński'],
    language: 'Pools',
  },
  {
    women: ['Sharmila', 'Georgina', 'Ilse', 'Chantal', 'Soraya'],
    men: ['Ravi', 'Clyde', 'Errol', 'Radjesh', 'Winston'],
    families: ['Ramdin', 'Kromosoeto', 'Tjon A Fat', 'Overeem', 'Bhagwandin', 'Pinas'],
    language: '',
  },
  {
    women: ['Selam', 'Feven', 'Mehret', 'Abeba'],
    men: ['Tesfay', 'Filmon', 'Dawit', 'Yonas'],
    families: ['Gebremedhin', 'Tekle', 'Haile', 'Woldu'],
    language: 'Tigrinya',
  },
  {
    women: ['Oksana', 'Iryna', 'Halyna', 'Solomija'],
    men: ['Taras', 'Andrij', 'Bohdan', 'Petro'],
    families: ['Kovalenko', 'Sjevtsjoek', 'Melnyk', 'Bondar'],
    language: 'Oekraïens',
  },
  {
    women: ['Rosaline', 'Zuleyka', 'Nathalie', 'Xiomara'],
    men: ['Jairzinho', 'Elvis', 'Rignald', 'Quincy'],
    families: ['Martina', 'Cijntje', 'Winklaar', 'Sillé'],
    language: 'Papiaments',
  },
];

export const STREETS = [
  'Merelweg', 'Kade', 'Lindenhof', 'Oude Molenstraat', 'Spechtlaan', 'Weverspad', 'Dorpsdijk', 'Zilverschoon', 'Burgemeester Halmanplein',
  'Appelgaard', 'Korenbloemstraat', 'Havenzicht', 'Touwslagersbaan', 'Prinses Amaliahof', 'Veldzuring', 'Smederijstraat', 'Wilgenwaard', 'Hoefijzer',
  "'s-Gravenweg", 'Sint Jansstraat', 'Zonnebloem', 'Achterom', 'Lange Nering', 'Regenboogpad', 'IJsvogelstraat', 'Nieuwe Erf',
] as const; // prettier-ignore

/** Places that are on no map, each with the areas of its team. */
export const PLACES = [
  { city: 'Waterhoven', postcode: '9988', areas: ['Waterhoven-Noord', 'Waterhoven-Haven', 'De Weverij'] },
  { city: 'Lindeveld', postcode: '9986', areas: ['Lindeveld-Dorp', 'De Boomgaard'] },
  { city: 'Oud-Ravensloot', postcode: '9984', areas: ['Ravensloot', 'Buitengebied'] },
] as const;

export const MEETING_PLACES: Readonly<Record<string, readonly string[]>> = {
  SCHOOL: ['De Regenboog', 'OBS De Kiekendief', 'College Waterhoven'],
  HUISARTS: ['Huisartsen aan de Kade', 'Praktijk Lindeveld'],
  THUIS: ['aan de keukentafel', 'thuis', 'in de tuin'],
  KANTOOR: ['Wijkhuis De Spil', 'gemeentehuis, kamer 3'],
  TEAM: ['Wijkhuis De Spil'],
  SENIOREN: ['ontmoetingspunt De Haard', 'serviceflat Zonnehof'],
  VOEDSELBANK: ['Voedselbank Waterhoven'],
  TELEFOON: [''],
};
