/**
 * What opens over a screen or within it: dialogs, forms in place, answers, and screens with everything on them. Walked on
 * the practice households, who have a plan, a web and a network, in two walks. A new dialog or form gets a stop here.
 */
import { expect, type Locator, type Page } from '@playwright/test';
import { field } from './dossierPages.ts';
import { prepareDataFolder } from './preparedProfile.ts';
import { closeDialog, type Stop } from './screenTour.ts';
import { expectOpen, samira, unlock } from './sessionPages.ts';

const tab = (page: Page, name: string): Locator => page.getByRole('tab', { name, exact: true });
const dialog = (page: Page): Locator => page.getByRole('dialog').or(page.getByRole('alertdialog'));

/** A fresh data folder with the vault that this tour walks through. */
export const makePanelVault = (): Promise<string> => prepareDataFolder({ practice: true });

async function openHousehold(page: Page, name: string, part: string): Promise<void> {
  await field(page, 'nav.huishoudens').press('Enter');
  await page.locator('main').getByRole('link', { name }).press('Enter');
  await tab(page, part).press('Enter');
  await expect(tab(page, part)).toHaveAttribute('aria-selected', 'true');
}

/** A stop on a control: this one is pressed, that one is there then. */
const opens = (name: string, pressed: string, shown: string): Stop => ({
  name,
  async go(page) {
    await field(page, pressed).first().press('Enter');
    await field(page, shown).first().waitFor();
  },
});

const closes = (name: string): Stop => ({ name: `${name}-dicht`, picture: false, go: closeDialog });

/** What was begun is put away with its own button, so that the next stop begins clean. */
const back = (name: string, pressed: string): Stop => ({
  name: `${name}-terug`,
  picture: false,
  async go(page) {
    await field(page, pressed).first().press('Enter');
    await expect(field(page, pressed)).toHaveCount(0);
  },
});

/** With a plan and a network. */
const HOME = 'Fam. Hoogendoorn';
/** With a web. */
const WEB = 'Mw. Van der Veen';

const session: readonly Stop[] = [
  {
    name: 'wachtzin-vergeten',
    async go(page) {
      await field(page, 'unlock.forgotten').press('Enter', { timeout: 30_000 });
      await field(page, 'recover.code').fill('NIET-DEZE-CODE');
      await field(page, 'recover.passphrase').fill('te kort');
      await field(page, 'recover.passphraseAgain').fill('anders');
      await field(page, 'recover.go').press('Enter');
      await page.locator('.error-text').first().waitFor();
    },
  },
  {
    name: 'iemand-anders',
    async go(page) {
      await field(page, 'recover.back').press('Enter');
      await field(page, 'unlock.other').press('Enter');
      await field(page, 'choose.new').waitFor();
    },
  },
  {
    name: 'vandaag-oefenen',
    async go(page) {
      await page.locator('[data-field^="choose."]').first().press('Enter');
      await unlock(page);
      await page.getByRole('heading', { name: /^Nu doen/ }).waitFor();
    },
  },
  {
    name: 'pincode-fout',
    async go(page) {
      await page.keyboard.press('Control+Shift+H');
      await field(page, 'hidden.pin').fill('0000');
      await field(page, 'hidden.go').press('Enter');
      await page.locator('.error-text').waitFor();
    },
  },
  {
    name: 'pincode-goed',
    picture: false,
    async go(page) {
      await field(page, 'hidden.pin').fill(samira.pin);
      await page.keyboard.press('Enter');
      await expectOpen(page);
    },
  },
];

const overview: readonly Stop[] = [
  {
    name: 'overzicht-vol',
    async go(page) {
      await openHousehold(page, HOME, 'Overzicht');
      await page.getByRole('heading', { name: 'Wie doet wat' }).waitFor();
    },
  },
  opens('vraag-meer', 'helpRequests.*.open', 'helpRequests.*.channel'),
  {
    name: 'overzicht-leeg',
    async go(page) {
      await field(page, 'nav.huishoudens').press('Enter');
      await field(page, 'households.new').press('Enter');
      await field(page, 'createHousehold.name').fill('Fam. Van Nieuwenhuizen-Terpstra');
      await field(page, 'createHousehold.save').press('Enter');
      await field(page, 'question.add').waitFor();
    },
  },
  opens('vraag-nieuw', 'question.add', 'question.words'),
  {
    name: 'gesprekken-vol',
    async go(page) {
      await openHousehold(page, HOME, 'Gesprekken');
      await page.getByRole('tabpanel').getByRole('link').first().waitFor();
    },
  },
  {
    name: 'perspectief-schrijven',
    async go(page) {
      await openHousehold(page, HOME, 'Vijf perspectieven');
      await field(page, 'perspectives.THUISBASIS.begin').press('Enter');
      await field(page, 'perspectiveViews.*.goesWell').fill('Femke en Bram koken om de beurt');
      await field(page, 'perspectiveViews.*.wish').fill('Hier blijven wonen');
      await page.keyboard.press('Tab');
      await field(page, 'perspectiveViews.*.klaar').waitFor();
    },
  },
  {
    name: 'perspectieven-vol',
    async go(page) {
      await field(page, 'perspectiveViews.*.klaar').press('Enter');
      // From its top.
      await openHousehold(page, HOME, 'Vijf perspectieven');
      await field(page, 'perspectiveViews.*.open').first().waitFor();
    },
  },
  {
    name: 'gezondheid-vol',
    async go(page) {
      await openHousehold(page, WEB, 'Positieve gezondheid');
      await page.locator('svg.web').first().waitFor();
    },
  },
  opens('gezondheid-meer', 'webs.more', 'webs.*.filledBy'),
  opens('gezondheid-alleen-tonen', 'webs.showOnly', 'webs.showOnly.close'),
  back('gezondheid-alleen-tonen', 'webs.showOnly.close'),
  {
    name: 'netwerk-vol',
    async go(page) {
      await openHousehold(page, HOME, 'Netwerk');
      await field(page, 'networkContacts.*.open').first().waitFor();
    },
  },
  opens('netwerk-contact', 'networkContacts.*.open', 'networkContacts.*.name'),
  {
    name: 'tijdlijn-vol',
    async go(page) {
      await openHousehold(page, HOME, 'Tijdlijn');
      await page
        .getByText(/^Vandaag, /)
        .first()
        .waitFor();
    },
  },
  {
    name: 'gegevens-persoon',
    async go(page) {
      await openHousehold(page, HOME, 'Gegevens');
      await field(page, 'persons.*.open').first().press('Enter');
      await field(page, 'persons.*.meer').press('Enter');
      await field(page, 'household.more').press('Enter');
      await field(page, 'household.area').waitFor();
    },
  },
  {
    name: 'huishouden-weg',
    async go(page) {
      await field(page, 'household.archive').press('Enter');
      await field(page, 'archive.confirm').waitFor();
    },
  },
  closes('huishouden-weg'),
];

const plan: readonly Stop[] = [
  {
    name: 'plan-vol',
    async go(page) {
      await openHousehold(page, HOME, 'Plan');
      await field(page, 'plan.paper').waitFor();
    },
  },
  opens('plan-doel', 'goals.*.open', 'goals.*.text'),
  {
    name: 'plan-afspraak',
    async go(page) {
      await field(page, 'goals.*.open').first().press('Enter');
      await field(page, 'actions.*.open').first().press('Enter');
      await field(page, 'actions.*.what').waitFor();
    },
  },
  {
    name: 'plan-nieuw-doel',
    async go(page) {
      await field(page, 'actions.*.klaar').press('Enter');
      await field(page, 'goals.add').press('Enter');
      await field(page, 'goals.new.text').waitFor();
    },
  },
  back('plan-nieuw-doel', 'goals.new.cancel'),
  opens('plan-eens', 'consents.*.open', 'consents.*.save'),
  {
    name: 'plan-evaluatie',
    async go(page) {
      await field(page, 'consents.*.open').first().press('Enter');
      await field(page, 'evaluation.begin').press('Enter');
      await field(page, 'evaluation.record').waitFor();
    },
  },
  opens('plan-regisseur', 'regisseur.change', 'regisseur.save'),
  closes('plan-regisseur'),
  {
    name: 'plan-vaststellen',
    async go(page) {
      await openHousehold(page, 'Fam. Yılmaz', 'Plan');
      await field(page, 'plan.adopt').press('Enter');
      await dialog(page).waitFor();
    },
  },
  closes('plan-vaststellen'),
];

const lookAlong: readonly Stop[] = [
  {
    name: 'meekijken-doel',
    async go(page) {
      await openHousehold(page, HOME, 'Plan');
      await page.keyboard.press('Alt+m');
      await page.getByRole('heading', { name: 'Klopt dit?' }).waitFor();
    },
  },
  {
    name: 'meekijken-ja',
    async go(page) {
      await field(page, 'lookAlong.yes').press('Enter');
      await field(page, 'lookAlong.notYes').waitFor();
    },
  },
  {
    name: 'meekijken-netwerk',
    async go(page) {
      await page.locator('[data-field^="lookAlong.page."]').last().press('Enter');
      await page.getByRole('heading', { level: 2, name: 'Netwerk' }).waitFor();
    },
  },
  {
    name: 'meekijken-spinnenweb',
    async go(page) {
      await field(page, 'lookAlong.stop').press('Enter');
      await field(page, 'hidden.pin').fill(samira.pin);
      await page.keyboard.press('Enter');
      await openHousehold(page, WEB, 'Plan');
      await page.keyboard.press('Alt+m');
      await page.locator('[data-field^="lookAlong.page."]').filter({ hasText: 'Spinnenweb' }).press('Enter');
      await page.locator('.look-along-web').waitFor();
    },
  },
  opens('meekijken-veranderen', 'lookAlong.change', 'lookAlong.words'),
  {
    name: 'meekijken-pincode',
    async go(page) {
      await field(page, 'lookAlong.back').press('Enter');
      await field(page, 'lookAlong.stop').press('Enter');
      await field(page, 'hidden.pin').waitFor();
    },
  },
  {
    name: 'meekijken-uit',
    picture: false,
    async go(page) {
      await field(page, 'hidden.pin').fill(samira.pin);
      await page.keyboard.press('Enter');
      await expectOpen(page);
    },
  },
];

const conversation: readonly Stop[] = [
  {
    name: 'gesprek-over',
    async go(page) {
      await openHousehold(page, HOME, 'Gesprekken');
      await field(page, 'household.newConversation').press('Enter');
      await page.getByRole('textbox', { name: 'Wat speelt er?' }).fill('Gerda is moe. Femke belt met school.');
      await field(page, 'conversations.*.plaatsEnDatum').press('Enter');
      await field(page, 'conversations.*.place').waitFor();
    },
  },
  {
    name: 'gesprek-afspraak',
    async go(page) {
      await page.keyboard.press('Control+Shift+A');
      await page.keyboard.type('Belt met school');
      await field(page, 'actions.*.klaar').waitFor();
    },
  },
  {
    name: 'gesprek-samenvatting',
    async go(page) {
      await field(page, 'actions.*.klaar').press('Enter');
      await field(page, 'conversations.*.samenvatting').press('Enter');
      await field(page, 'conversations.*.samenvatting').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'gesprek-iemand-erbij',
    async go(page) {
      await field(page, 'attendees.*.add').press('Enter');
      await field(page, 'attendees.new.name').waitFor();
    },
  },
  {
    name: 'gesprek-vaststellen',
    async go(page) {
      await field(page, 'attendees.new.cancel').press('Enter');
      await field(page, 'conversation.finalize').press('Enter');
      await field(page, 'finalize.confirm').waitFor();
    },
  },
  {
    name: 'gesprek-vastgesteld',
    async go(page) {
      await field(page, 'finalize.confirm').press('Enter');
      await page.getByText(/Vastgesteld op/).waitFor();
      await field(page, 'addenda.add').press('Enter');
      await field(page, 'addenda.*.klaar').waitFor();
    },
  },
  {
    name: 'wie-schreef-wat',
    async go(page) {
      await page.getByRole('button', { name: 'Wie schreef wat?' }).first().press('Enter');
      await field(page, 'history.close').waitFor();
    },
  },
  closes('wie-schreef-wat'),
];

const safety: readonly Stop[] = [
  {
    name: 'veiligheid-vol',
    async go(page) {
      await openHousehold(page, 'Fam. Brouwer en Haddad', 'Veiligheid');
      await page.getByRole('heading', { name: 'Meldcode' }).waitFor();
    },
  },
  {
    name: 'meldcode-stap',
    async go(page) {
      await openHousehold(page, 'Fam. Yılmaz', 'Veiligheid');
      await field(page, 'meldcode.begin').press('Enter');
      await field(page, 'safetyPlan.open').press('Enter');
      await page.locator('[data-field$=".reasoning"]').first().waitFor();
    },
  },
];

const records: readonly Stop[] = [
  {
    name: 'vastleggingen-reden',
    async go(page) {
      await openHousehold(page, HOME, 'Overzicht');
      await field(page, 'dossier.vastleggingen').press('Enter');
      await field(page, 'legalBases.add').press('Enter');
      await field(page, 'legalBases.purpose').waitFor();
    },
  },
  {
    name: 'vastleggingen-delen',
    async go(page) {
      await field(page, 'legalBases.cancel').press('Enter');
      await field(page, 'sharingTalks.add').press('Enter');
      await field(page, 'sharingTalks.recipient').waitFor();
    },
  },
  {
    name: 'overdracht-nieuw',
    async go(page) {
      await openHousehold(page, HOME, 'Overzicht');
      await field(page, 'dossier.overdracht').press('Enter');
      await field(page, 'handovers.add').press('Enter');
      await field(page, 'handovers.toName').waitFor();
    },
  },
  {
    name: 'afsluiten-open-afspraken',
    async go(page) {
      await openHousehold(page, HOME, 'Overzicht');
      await field(page, 'dossier.afsluiten').press('Enter');
      await field(page, 'closing.reason').or(page.locator('[data-field^="closing."]')).first().waitFor();
    },
  },
];

const day: readonly Stop[] = [
  {
    name: 'zoeken-niets',
    async go(page) {
      await field(page, 'nav.vandaag').press('Enter');
      await page.keyboard.press('Control+k');
      await page.keyboard.type('zweefvliegtuig');
      await page
        .getByText(/Niets gevonden/)
        .first()
        .waitFor();
    },
  },
  closes('zoeken-niets'),
  {
    name: 'taken-niets',
    async go(page) {
      await field(page, 'nav.taken').press('Enter');
      await field(page, 'tasks.filter').fill('zweefvliegtuig');
      await field(page, 'tasks.clear').first().waitFor();
    },
  },
  {
    name: 'huishoudens-niets',
    async go(page) {
      await field(page, 'nav.huishoudens').press('Enter');
      await field(page, 'households.filter').fill('zweefvliegtuig');
      await field(page, 'households.newFromFilter').waitFor();
    },
  },
  {
    name: 'spreekuur-plannen',
    async go(page) {
      await field(page, 'nav.spreekuur').press('Enter');
      await field(page, 'consultation.plan').press('Enter');
      await field(page, 'plan.save').waitFor();
    },
  },
  {
    name: 'spreekuur-gesprekken',
    async go(page) {
      await closeDialog(page);
      await field(page, 'place.0.start').press('Enter');
      await field(page, 'walkIn.who').fill('Onbekende Mevrouw Janssen');
      await field(page, 'walkIn.question').fill('Ik zoek een tweedehands fiets voor mijn dochter.');
      await page.keyboard.press('Control+Enter');
      await field(page, 'walkIn.*.link').waitFor();
      await page.keyboard.press('Alt+A');
    },
  },
  {
    name: 'spreekuur-fout',
    async go(page) {
      await field(page, 'walkIn.save').press('Enter');
      await page.locator('.error-text').first().waitFor();
    },
  },
  opens('spreekuur-koppel', 'walkIn.*.link', 'link.who'),
  closes('spreekuur-koppel'),
  opens('spreekuur-wijksignaal', 'consultation.signal', 'signal.text'),
  closes('spreekuur-wijksignaal'),
  {
    name: 'werkaantekening-gesprek',
    async go(page) {
      await field(page, 'nav.vandaag').press('Enter');
      await field(page, 'worknote.new.none').fill('Vraag naar de voetbalclub');
      await field(page, 'worknote.next').press('Enter');
      await field(page, 'worknote.all').press('Enter');
      await field(page, 'worknote.*.promote').press('Enter');
      await field(page, 'promote.go').waitFor();
    },
  },
  {
    name: 'kaart-afspraak',
    async go(page) {
      await closeDialog(page);
      await field(page, 'nav.socialeKaart').press('Enter');
      await page.getByRole('option', { name: /Sportclub De Oever/ }).press('Enter');
      await field(page, 'organisation.agree').press('Enter');
      await field(page, 'agree.what').waitFor();
    },
  },
  {
    name: 'kaart-niets',
    async go(page) {
      await field(page, 'agree.cancel').press('Enter');
      await field(page, 'directory.text').fill('zweefvliegtuig');
      await field(page, 'directory.clear').first().waitFor();
    },
  },
];

const settings: readonly Stop[] = [
  {
    name: 'instellingen-kopie-terug',
    async go(page) {
      await field(page, 'nav.instellingen').press('Enter');
      await field(page, 'backup.create').press('Enter');
      await page.locator('[data-field^="backup.restore."]').first().press('Enter');
      await field(page, 'backup.confirm').waitFor();
    },
  },
  closes('instellingen-kopie-terug'),
  opens('instellingen-wachtzin', 'settings.passphrase', 'change.go'),
  closes('instellingen-wachtzin'),
  opens('instellingen-pincode', 'settings.pin', 'change.go'),
  closes('instellingen-pincode'),
  {
    name: 'team-beginnen',
    async go(page) {
      await field(page, 'settings.team').press('Enter');
      await field(page, 'team.way.found').press('Enter');
      await field(page, 'team.found.save').press('Enter');
      await page.locator('.error-text').first().waitFor();
    },
  },
];

const enter: Stop = {
  name: 'binnen',
  picture: false,
  async go(page) {
    await field(page, 'unlock.passphrase').waitFor({ timeout: 30_000 });
    await unlock(page);
  },
};

/** Getting in, and a household: what was asked, its plan, and Meekijken. */
export const householdPanels: readonly Stop[] = [...session, ...overview, ...plan, ...lookAlong];
/** A conversation, Veiligheid, what was recorded, and the rest of a day. */
export const dayPanels: readonly Stop[] = [enter, ...conversation, ...safety, ...records, ...day, ...settings];
