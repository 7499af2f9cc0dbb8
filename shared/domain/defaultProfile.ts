/**
 * The profile a new installation starts with: the invented municipality of Merendam. Every name and telephone
 * number in it is fictional, except the national number of Veilig Thuis.
 */
import type { Gemeenteprofiel } from './gemeenteprofiel.ts';
import { defaultTheme } from './themeTokens.ts';

export const defaultProfile: Gemeenteprofiel = {
  version: 1,
  municipality: 'Merendam',
  teamName: 'Wijkteam Merendam',
  teamNamePlural: 'wijkteams',
  residentAddress: 'u',
  printAddress: 'u',
  perspectiveLabels: {
    ONTWIKKELING: 'Persoonlijke groei',
    THUISBASIS: 'Thuisbasis',
    OMGEVING: 'Sociale omgeving',
    GEZONDHEID: 'Gezondheid',
    BESTAANSZEKERHEID: 'Bestaanszekerheid',
  },
  roleLabels: {},
  areas: ['Oeverwijk', 'Molenkwartier', 'Centrum', 'Zilvermeeuw', 'Buitendijk'],
  places: [
    { name: 'OBS De Regenboog', context: 'SCHOOL', area: 'Oeverwijk' },
    { name: 'Het Kompas College', context: 'SCHOOL', area: 'Centrum' },
    { name: 'Huisartspraktijk De Linde', context: 'HUISARTS', area: 'Molenkwartier' },
    { name: 'Gezondheidscentrum Oever', context: 'HUISARTS', area: 'Oeverwijk' },
    { name: 'Wooncentrum De Zilvermeeuw', context: 'SENIOREN', area: 'Zilvermeeuw' },
    { name: 'Voedselbank Merendam', context: 'VOEDSELBANK', area: 'Centrum' },
    { name: 'Gemeentehuis Merendam', context: 'KANTOOR', area: 'Centrum' },
  ],
  partners: [
    { name: 'Welzijn Merendam', category: 'Welzijn', phone: '0999-120001', remark: 'Maatjes, wandelgroep, inloop' },
    { name: 'Stichting Oeverwonen', category: 'Wonen', phone: '0999-120002', remark: 'Woningcorporatie' },
    { name: 'Schuldhulp Merendam', category: 'Geld', phone: '0999-120003', remark: 'Onderdeel van de gemeente' },
    { name: 'Voedselbank Merendam', category: 'Geld', phone: '0999-120004', remark: '' },
    {
      name: 'Steunpunt Mantelzorg',
      category: 'Mantelzorg',
      phone: '0999-120005',
      remark: 'Ook voor jonge mantelzorgers',
    },
    {
      name: 'Naast Je Cliëntondersteuning',
      category: 'Cliëntondersteuning',
      phone: '0999-120006',
      remark: 'Gratis en onafhankelijk',
    },
    { name: 'Taalhuis in de bibliotheek', category: 'Leren', phone: '0999-120007', remark: '' },
    { name: 'Wijk-GGZ De Brug', category: 'Gezondheid', phone: '0999-120008', remark: '' },
  ],
  terms: {
    wmoResearchDays: 42,
    personalPlanDays: 7,
    wmoDecisionDays: 14,
    youthDecisionDays: 56,
    debtFirstTalkDays: 28,
    debtUrgentWorkingDays: 3,
    debtDecisionDays: 56,
    evaluationComplexDays: 42,
    evaluationNormalMonths: 3,
    evaluationLightMonths: 6,
    planReviewAheadDays: 14,
    actionEndAheadDays: 30,
    ageAheadMonths: 3,
    meldcodeNudgeWorkingDays: 5,
    withdrawnDays: 42,
    workNoteDays: 30,
    rightsAnswerMonths: 1,
  },
  lenses: { POSITIEVE_GEZONDHEID: true },
  retentionDays: {},
  stackingThreshold: 4,
  minimumCellSize: 10,
  veiligThuisNumber: '0800-2000',
  wamsActief: false,
  theme: defaultTheme,
};
