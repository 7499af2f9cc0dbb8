/**
 * A walk past every screen, for pictures (npm run screens) and for what every screen must pass (everyScreen.spec.ts):
 * each stop says how to get there from the one before. A new screen gets a stop here.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { DossierPartName, HouseholdTab, Route } from '../../../renderer/app/routes.ts';
import { field } from './dossierPages.ts';
import { expectOpen, fillNewPassphrase, samira, typeBack } from './sessionPages.ts';

export interface Stop {
  readonly name: string;
  /** False: only a way to the next one. */
  readonly picture?: boolean;
  go(page: Page): Promise<void>;
}

const PASSPHRASE = 'samen aan de keukentafel';
const PIN = '2580';

/** A list with a broken row, a formula and somebody twice. */
const TOUR_LIST =
  'Huishouden;Voornaam;Achternaam;Geboortedatum\n1;Noor;Terpstra;14-02-1988\n1;Daan;Terpstra;03-09-2014\n2;Wim;Kok;31-02-1950\n3;Ans;@Vos;1-1-1950\n4;Noor;Terpstra;14-02-1988\n';

const nav = (page: Page, name: string) => page.getByRole('navigation').first().getByRole('link', { name });
const tab = (page: Page, name: string) => page.getByRole('tab', { name });

/**
 * Where each place of the app is seen: the stop by name, or why the tour cannot come there. A route, tab or part without a
 * line here does not compile.
 */
export const seenAt: Readonly<{
  screens: Readonly<Record<Route['screen'], string>>;
  tabs: Readonly<Record<HouseholdTab, string>>;
  parts: Readonly<Record<DossierPartName, string>>;
}> = {
  screens: {
    vandaag: 'vandaag',
    spreekuur: 'spreekuur',
    huishoudens: 'huishoudens',
    taken: 'taken',
    huishouden: 'overzicht',
    gesprek: 'gesprek',
    huisbezoek: 'huisbezoek',
    meewerkers: 'meewerkers',
    dossier: 'vastleggingen',
    werkaantekeningen: 'werkaantekeningen',
    overnemen: 'dossier-overnemen',
    samenBekijken: 'not here: it opens from the line of a team that shares (e2e/dossierTwoVersions)',
    team: 'team-begin',
    instellingen: 'instellingen',
    socialeKaart: 'sociale-kaart',
    inlezen: 'inlezen',
    gemeente: 'gemeente',
  },
  tabs: {
    overzicht: 'overzicht',
    gesprekken: 'gesprekken',
    perspectieven: 'perspectieven',
    gezondheid: 'positieve-gezondheid',
    plan: 'plan',
    netwerk: 'netwerk',
    tijdlijn: 'tijdlijn',
    veiligheid: 'veiligheid',
    gegevens: 'gegevens',
  },
  parts: {
    vastleggingen: 'vastleggingen',
    overdracht: 'overdracht',
    meenemen: 'dossier-meenemen',
    afsluiten: 'afsluiten',
  },
};

/** A screen of the dossier as a whole, from its overview or from another of them. */
async function dossierPart(page: Page, part: string): Promise<void> {
  await backToOverview(page);
  await tab(page, 'Overzicht').press('Enter');
  await field(page, `dossier.${part}`).press('Enter');
  await tab(page, 'Overzicht').waitFor({ state: 'detached' });
}

async function backToOverview(page: Page): Promise<void> {
  if ((await tab(page, 'Overzicht').count()) === 0)
    await page.locator('button.crumb, a.crumb, .crumb').first().press('Enter');
  await tab(page, 'Overzicht').waitFor();
}

/** Escape until nothing lies over the screen: a list inside a dialog takes the first one. */
export async function closeDialog(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'));
  for (let presses = 0; presses < 3 && (await dialog.count()) > 0; presses += 1) {
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached', timeout: 2_000 }).catch(() => undefined);
  }
  await expect(dialog).toHaveCount(0);
}

async function unlock(page: Page): Promise<void> {
  await field(page, 'unlock.passphrase').fill(PASSPHRASE);
  await field(page, 'unlock.passphrase').press('Enter');
  await expectOpen(page);
}

/** Fills this data folder with the caseload that screenTour walks through. */
export function makeTourVault(dataFolder: string): void {
  const script = join(import.meta.dirname, '../../demo/makeDemo.ts');
  execFileSync(process.execPath, [script, '--households', '24', '--notes', '220', '--profile', dataFolder]);
}

/** A vault whose store is damaged (damagedProfile.ts): the offer, and what it says when it is done. */
export const repairTour: readonly Stop[] = [
  {
    name: 'herstel-aanbod',
    async go(page) {
      await field(page, 'unlock.passphrase').fill(samira.passphrase);
      await field(page, 'unlock.passphrase').press('Enter');
      await field(page, 'unlock.repair').waitFor({ timeout: 30_000 });
    },
  },
  {
    name: 'herstel-klaar',
    async go(page) {
      await field(page, 'unlock.passphrase').fill(samira.passphrase);
      await field(page, 'unlock.repair').press('Enter');
      await page.getByText('Het herstel is klaar.').waitFor({ timeout: 60_000 });
    },
  },
];

let recoveryGroups: readonly string[] = [];

/** From an empty data folder to the first Vandaag. */
export const firstRunTour: readonly Stop[] = [
  { name: 'welkom', go: (page) => field(page, 'welcome.begin').waitFor({ timeout: 30_000 }) },
  {
    name: 'wie-ben-je',
    async go(page) {
      await field(page, 'welcome.begin').press('Enter');
      await page.getByLabel('Naam').fill(samira.name);
      await page.getByLabel('Functie').fill(samira.jobTitle);
    },
  },
  {
    name: 'wachtzin',
    async go(page) {
      await field(page, 'setup.next').press('Enter');
      await fillNewPassphrase(page, samira.passphrase);
    },
  },
  {
    name: 'pincode',
    async go(page) {
      await field(page, 'setup.next').press('Enter');
      await field(page, 'setup.pin').fill(samira.pin);
      await field(page, 'setup.pinAgain').fill(samira.pin);
    },
  },
  {
    name: 'herstelcode',
    async go(page) {
      await field(page, 'setup.next').press('Enter');
      const code = page.getByRole('list', { name: 'Je herstelcode' }).getByRole('listitem');
      await code.first().waitFor({ timeout: 30_000 });
      recoveryGroups = await code.allInnerTexts();
    },
  },
  {
    name: 'overtypen',
    async go(page) {
      await field(page, 'setup.written').press('Enter');
      await typeBack(page, recoveryGroups);
    },
  },
  {
    name: 'vandaag-leeg',
    async go(page) {
      await field(page, 'setup.done').press('Enter');
      await expectOpen(page);
    },
  },
  {
    name: 'huishoudens-leeg',
    async go(page) {
      await nav(page, 'Huishoudens').press('Enter');
      await field(page, 'households.first').waitFor();
    },
  },
];

export const screenTour: readonly Stop[] = [
  {
    name: 'ontgrendel',
    go: (page) => field(page, 'unlock.passphrase').waitFor({ timeout: 30_000 }),
  },
  {
    name: 'ontgrendel-fout',
    async go(page) {
      await field(page, 'unlock.passphrase').fill('dit is niet de goede wachtzin');
      await field(page, 'unlock.passphrase').press('Enter');
      await expect(page.getByText('klopt niet')).toBeVisible({ timeout: 30_000 });
    },
  },
  {
    name: 'vandaag',
    async go(page) {
      await unlock(page);
      await page.getByRole('heading', { name: /^Nu doen/ }).waitFor();
    },
  },
  {
    name: 'huishoudens',
    async go(page) {
      await nav(page, 'Huishoudens').press('Enter');
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Huishoudens');
    },
  },
  {
    name: 'nieuw-huishouden',
    async go(page) {
      await page.getByRole('button', { name: 'Nieuw huishouden' }).first().press('Enter');
      await field(page, 'createHousehold.name').waitFor();
    },
  },
  {
    name: 'overzicht',
    async go(page) {
      await closeDialog(page);
      await page
        .getByRole('main')
        .getByRole('link')
        .or(page.getByRole('main').locator('tbody button, li button'))
        .first()
        .press('Enter');
      await tab(page, 'Overzicht').waitFor();
    },
  },
  { name: 'gesprekken', go: (page) => tab(page, 'Gesprekken').press('Enter') },
  { name: 'perspectieven', go: (page) => tab(page, 'Vijf perspectieven').press('Enter') },
  { name: 'positieve-gezondheid', go: (page) => tab(page, 'Positieve gezondheid').press('Enter') },
  { name: 'plan', go: (page) => tab(page, 'Plan').press('Enter') },
  { name: 'netwerk', go: (page) => tab(page, 'Netwerk').press('Enter') },
  { name: 'tijdlijn', go: (page) => tab(page, 'Tijdlijn').press('Enter') },
  { name: 'veiligheid', go: (page) => tab(page, 'Veiligheid').press('Enter') },
  { name: 'gegevens', go: (page) => tab(page, 'Gegevens').press('Enter') },
  {
    name: 'meewerkers',
    async go(page) {
      await field(page, 'household.access').press('Enter');
      await tab(page, 'Overzicht').waitFor({ state: 'detached' });
      await field(page, 'access.toTeam').waitFor();
    },
  },
  { name: 'vastleggingen', go: (page) => dossierPart(page, 'vastleggingen') },
  { name: 'overdracht', go: (page) => dossierPart(page, 'overdracht') },
  { name: 'dossier-meenemen', go: (page) => dossierPart(page, 'meenemen') },
  {
    name: 'afsluiten',
    async go(page) {
      await dossierPart(page, 'afsluiten');
      await page.getByRole('heading', { name: /^2\. Waarom sluit je af/ }).waitFor();
    },
  },
  {
    name: 'wie-werkt-mee',
    async go(page) {
      await backToOverview(page);
      await field(page, 'household.access').press('Enter');
      await field(page, 'log.paper').waitFor();
    },
  },
  { name: 'terug-naar-overzicht', picture: false, go: backToOverview },
  {
    name: 'huisbezoek',
    async go(page) {
      await tab(page, 'Overzicht').press('Enter');
      await field(page, 'visits.prepare').press('Enter');
      await field(page, 'visits.*.purpose').fill('Over de huur praten, en over de post.');
      await field(page, 'visitGuests.add').press('Enter');
      await field(page, 'visitGuests.new.name').fill('Bram de Wit');
      await field(page, 'visitGuests.new.why').fill('Weet veel van schulden');
    },
  },
  {
    name: 'terug-van-huisbezoek',
    picture: false,
    async go(page) {
      await field(page, 'visitGuests.new.cancel').press('Enter');
      await backToOverview(page);
    },
  },
  {
    name: 'gesprek',
    async go(page) {
      await tab(page, 'Gesprekken').press('Enter');
      await page
        .getByRole('tabpanel')
        .getByRole('button')
        .or(page.getByRole('tabpanel').getByRole('link'))
        .nth(0)
        .press('Enter');
      await page.getByRole('heading', { level: 1 }).waitFor();
    },
  },
  {
    name: 'gesprek-schrijven',
    async go(page) {
      // Beside a household a conversation begins there.
      await page.keyboard.press('Alt+n');
      await page
        .getByRole('textbox', { name: 'Wat speelt er?' })
        .fill('Er ligt veel post.\n\nHij maakt die niet open.');
      await page.keyboard.press('Alt+3');
      await page.keyboard.press('Control+1');
      await page.keyboard.type('Ik durf de brievenbus niet meer open te doen');
      await expect(page.locator('.save-line').last()).toHaveText(/Bewaard/);
    },
  },
  {
    name: 'nieuw-gesprek',
    async go(page) {
      await nav(page, 'Vandaag').press('Enter');
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.keyboard.press('Alt+n');
      await page.getByRole('combobox').first().waitFor();
    },
  },
  {
    name: 'zoeken',
    async go(page) {
      await closeDialog(page);
      await page.keyboard.press('Control+k');
      await page.keyboard.type('post');
      // The first rows are things to do; what is found comes a moment later.
      await page.getByRole('listbox', { name: 'Gevonden' }).getByText('Gesprekken').waitFor();
    },
  },
  {
    name: 'zoeken-verfijn',
    async go(page) {
      await field(page, 'search.refine').press('Enter');
      await field(page, 'search.perspective').waitFor();
    },
  },
  {
    name: 'toetsen',
    async go(page) {
      await closeDialog(page);
      await page.keyboard.press('F1');
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'spreekuur-kiezen',
    async go(page) {
      await closeDialog(page);
      await nav(page, 'Spreekuur').press('Enter');
      await field(page, 'place.0.start').waitFor();
    },
  },
  {
    name: 'spreekuur',
    async go(page) {
      await field(page, 'place.0.start').press('Enter');
      await field(page, 'walkIn.who').fill('Wil');
      await field(page, 'walkIn.question').fill(
        'Er kwam weer een brief over de energie. Moet ik dat allemaal terugbetalen?',
      );
      await page.keyboard.press('Alt+5');
      await field(page, 'walkIn.next.IK').press('Space');
      await field(page, 'walkIn.what').fill('Bel energiebedrijf');
      await field(page, 'walkIn.dueOn.7').press('Space');
    },
  },
  {
    name: 'spreekuur-afronden',
    async go(page) {
      await page.keyboard.press('Control+Enter');
      await expect(page.getByRole('complementary').getByText('Jij doet iets')).toBeVisible();
      await field(page, 'consultation.stop').press('Enter');
      await field(page, 'consultation.end').waitFor();
    },
  },
  {
    name: 'werkaantekeningen',
    async go(page) {
      await nav(page, 'Vandaag').press('Enter');
      await field(page, 'worknote.new.none').fill('Vraag naar de voetbalclub');
      await field(page, 'worknote.next').press('Enter');
      await field(page, 'worknote.all').press('Enter');
      await page
        .getByText(/^verdwijnt op/)
        .first()
        .waitFor();
    },
  },
  {
    name: 'dossier-overnemen',
    async go(page) {
      await nav(page, 'Huishoudens').press('Enter');
      await field(page, 'households.takeIn').press('Enter');
      await field(page, 'takeIn.choose').waitFor();
    },
  },
  {
    name: 'taken',
    async go(page) {
      await nav(page, 'Taken').press('Enter');
      await page
        .getByRole('button', { name: /^Verzet/ })
        .first()
        .press('Enter');
    },
  },
  {
    name: 'instellingen',
    async go(page) {
      await closeDialog(page);
      await nav(page, 'Instellingen').press('Enter');
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Instellingen');
    },
  },
  {
    name: 'team-begin',
    async go(page) {
      await field(page, 'settings.team').press('Enter');
      await field(page, 'team.way.join').waitFor();
    },
  },
  {
    name: 'team-herstellen',
    async go(page) {
      await field(page, 'team.way.recover').press('Enter');
      await field(page, 'recover.go').waitFor();
    },
  },
  {
    name: 'gemeente',
    async go(page) {
      await nav(page, 'Instellingen').press('Enter');
      await field(page, 'settings.municipality').press('Enter');
      await field(page, 'municipality.municipality').waitFor();
    },
  },
  {
    name: 'gemeente-contrast',
    async go(page) {
      await field(page, 'municipality.theme.onPrimary').fill('#3f7f90');
      await page.getByText('Dit klopt nog niet.').waitFor();
      await page.getByText('Dit klopt nog niet.').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'inlezen',
    async go(page) {
      await field(page, 'municipality.back').press('Enter');
      await nav(page, 'Instellingen').press('Enter');
      await field(page, 'settings.import').press('Enter');
      await field(page, 'import.file').waitFor();
    },
  },
  {
    name: 'inlezen-kolommen',
    async go(page) {
      const chooser = page.waitForEvent('filechooser');
      await field(page, 'import.file').press('Enter');
      await (await chooser).setFiles({ name: 'lijst.csv', mimeType: 'text/csv', buffer: Buffer.from(TOUR_LIST) });
      await field(page, 'import.check').waitFor();
    },
  },
  {
    name: 'inlezen-controle',
    async go(page) {
      await field(page, 'import.check').press('Enter');
      await field(page, 'import.make').waitFor();
    },
  },
  {
    name: 'inlezen-kaart',
    async go(page) {
      await nav(page, 'Sociale kaart').press('Enter');
      await field(page, 'directory.import').press('Enter');
      await field(page, 'import.file').waitFor();
    },
  },
  {
    name: 'sociale-kaart',
    async go(page) {
      await nav(page, 'Sociale kaart').press('Enter');
      await page.getByRole('option', { name: /Sportclub De Oever/ }).press('Enter');
      await field(page, 'organisation.agree').waitFor();
    },
  },
  {
    name: 'sociale-kaart-aanpassen',
    async go(page) {
      await field(page, 'organisation.edit').press('Enter');
      await field(page, 'organisation.edit').waitFor({ state: 'detached' });
    },
  },
  {
    name: 'verborgen',
    async go(page) {
      await nav(page, 'Vandaag').press('Enter');
      await page.keyboard.press('Control+Shift+H');
      await page.locator('[data-field="hidden.pin"], input[type="password"]').first().waitFor();
    },
  },
  {
    name: 'terug',
    picture: false,
    async go(page) {
      await page.locator('[data-field="hidden.pin"], input[type="password"]').first().fill(PIN);
      await page.keyboard.press('Enter');
      await expectOpen(page);
    },
  },
  {
    name: 'meekijken',
    async go(page) {
      await nav(page, 'Huishoudens').press('Enter');
      await page
        .getByRole('main')
        .getByRole('link')
        .or(page.getByRole('main').locator('tbody button, li button'))
        .first()
        .press('Enter');
      await tab(page, 'Overzicht').waitFor();
      await page.keyboard.press('Alt+m');
      await page.getByRole('heading', { name: 'Klopt dit?' }).waitFor();
    },
  },
];
