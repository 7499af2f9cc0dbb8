/** A dossier as a whole: what is recorded, handing over, closing with what still runs, taking out and in; and memory aids. */
import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { expectAccessible, expectReflow } from './support/accessibility.ts';
import { field } from './support/dossierPages.ts';
import { enter, test, watch } from './support/fixtures.ts';
import { removeDataFolder, startLoopbackApp } from './support/loopbackApp.ts';
import { prepareDataFolder } from './support/preparedProfile.ts';

async function check(page: Page, what: string): Promise<void> {
  await expectAccessible(page, what);
  await expectReflow(page, what);
}

// A step that does not come is told at once, not at the end of the test.
test.use({ actionTimeout: 60_000 });
test.describe.configure({ timeout: 300_000 });

/** From Vandaag to the overview of the household with this word in its name, by its list. */
async function openHousehold(page: Page, name: string): Promise<void> {
  await field(page, 'today.households').press('Enter');
  await field(page, 'households.filter').fill(name);
  await page.getByRole('main').locator('tbody').getByRole('link').first().press('Enter');
  await expect(page.getByRole('tab', { name: 'Overzicht' })).toBeVisible();
}

test.describe('with practice households', () => {
  test.use({ profile: { practice: true } });

  test('four vastleggingen, each with its own history; an answer is taken back by a next one', async ({
    openPage: page,
  }) => {
    await openHousehold(page, 'Wild');
    await field(page, 'dossier.vastleggingen').press('Enter');
    await expect(page.getByRole('heading', { name: 'Waarom mogen we dit vastleggen?' })).toBeVisible();
    await field(page, 'legalBases.add').press('Enter');
    await field(page, 'legalBases.basis.TOESTEMMING_UITZONDERING').press('Space');
    await field(page, 'legalBases.purpose').fill('Samen rust krijgen');
    await field(page, 'legalBases.save').press('Enter');
    await expect(page.getByText('Zonder die reden geldt toestemming niet.')).toBeVisible();
    await field(page, 'legalBases.basis.PUBLIEKE_TAAK').press('Space');
    await field(page, 'legalBases.save').press('Enter');
    await expect(page.getByText(/^Samen rust krijgen/)).toBeVisible();
    await field(page, 'sharingTalks.add').press('Enter');
    await field(page, 'sharingTalks.recipient').fill('School De Linde');
    await field(page, 'sharingTalks.answer.JA').press('Space');
    await check(page, 'vastleggingen with an open form');
    await field(page, 'sharingTalks.save').press('Enter');
    await field(page, 'sharingTalks.*.again').press('Enter');
    await expect(field(page, 'sharingTalks.recipient')).toHaveValue('School De Linde');
    await field(page, 'sharingTalks.answer.NEE').press('Space');
    await field(page, 'sharingTalks.save').press('Enter');
    await expect(page.getByText(/^Nee, liever niet/)).toBeVisible();
    await expect(page.getByText(/^Eerder · ja, dat mag/)).toBeVisible();
  });

  test('handing over makes a paper; closing asks about each open agreement and can be undone with a reason', async ({
    openPage: page,
  }) => {
    await openHousehold(page, 'Wild');
    await field(page, 'dossier.overdracht').press('Enter');
    await field(page, 'handovers.add').press('Enter');
    await field(page, 'handovers.toName').fill('Stichting De Brug');
    await field(page, 'handovers.asked.NIET_GEVRAAGD').press('Space');
    await field(page, 'handovers.save').press('Enter');
    await expect(page.getByText('Schrijf op waarom. Dat moet je later kunnen uitleggen.')).toBeVisible();
    await field(page, 'handovers.asked.JA').press('Space');
    await check(page, 'overdracht with an open form');
    await field(page, 'handovers.save').press('Enter');
    const paper = page.waitForEvent('download');
    await field(page, 'handovers.*.paper').press('Enter');
    expect((await paper).suggestedFilename()).toMatch(/^overdracht-\d{4}-\d\d-\d\d\.pdf$/);
    await page.getByRole('link', { name: /Wild/ }).first().press('Enter');

    await field(page, 'dossier.afsluiten').press('Enter');
    const open = page.locator('.open-action');
    await expect(open.first()).toBeVisible();
    const count = await open.count();
    expect(count).toBeGreaterThan(1);
    await field(page, 'closing.save').press('Enter');
    await expect(page.getByText('Kies waarom je afsluit.')).toBeVisible();
    await open.first().getByRole('radio', { name: 'Stopt' }).press('Space');
    await open
      .first()
      .getByRole('button', { name: /^Leg vast/ })
      .press('Enter');
    await expect(page.getByText('Een paar woorden is genoeg.')).toBeVisible();
    await open.first().getByRole('radio', { name: 'Iemand anders houdt het vast' }).press('Space');
    await open.first().getByLabel('Wie houdt het vast?').fill('Stichting De Brug');
    await open
      .first()
      .getByRole('button', { name: /^Leg vast/ })
      .press('Enter');
    await expect(open).toHaveCount(count - 1);
    await field(page, 'closing.reason.DOELEN_BEREIKT').press('Space');
    await field(page, 'closing.pulse.JA').press('Space');
    await field(page, 'closing.pulseOn.91').press('Enter');
    await field(page, 'closing.caseNumber').fill('<zaak>');
    await field(page, 'closing.save').press('Enter');
    await expect(page.getByRole('heading', { name: 'Kijk nog even hiernaar' })).toBeVisible();
    await check(page, 'afsluiten with questions');
    await field(page, 'closing.save').press('Enter');
    await expect(page.getByText('In dit zaaknummer staan tekens die er niet in horen.')).toBeVisible();
    await field(page, 'closing.caseNumber').fill('Z/2026-7');
    await field(page, 'closing.pulse.NEE').press('Space');
    await field(page, 'closing.save').press('Enter');
    await expect(page.getByText(/zaaknummer Z\/2026-7/)).toBeVisible();
    await field(page, 'reopen.save').press('Enter');
    await expect(page.getByText('Een paar woorden is genoeg.')).toBeVisible();
    await field(page, 'reopen.reason').fill('Er is een nieuwe vraag');
    await field(page, 'reopen.save').press('Enter');
    await expect(page.getByText(/Er is een nieuwe vraag/)).toBeVisible();
    await expect(field(page, 'closing.save')).toBeVisible();
  });

  test('taken out with a lock, it comes in on another laptop after a look, and not twice', async ({
    openPage: page,
    browser,
  }) => {
    await openHousehold(page, 'Wild');
    const name = await page.getByRole('heading', { level: 1 }).innerText();
    await field(page, 'dossier.meenemen').press('Enter');
    await check(page, 'meenemen');
    await field(page, 'takeOut.passphrase').fill('kort');
    await field(page, 'takeOut.passphraseAgain').fill('kort');
    await field(page, 'takeOut.closed').press('Enter');
    await expect(page.getByText(/Deze wachtzin is te kort/)).toBeVisible();
    for (const part of ['takeOut.passphrase', 'takeOut.passphraseAgain'])
      await field(page, part).fill('wolk tegel fiets anker zomer');
    const saved = page.waitForEvent('download');
    await field(page, 'takeOut.closed').press('Enter');
    const file = await (await saved).path();

    const dataFolder = await prepareDataFolder({});
    const other = await startLoopbackApp(dataFolder);
    const there = await (await browser.newContext()).newPage();
    const complaints = watch(there);
    await enter(there, other);
    await field(there, 'today.households').press('Enter');
    await field(there, 'households.takeIn').press('Enter');
    const choose = there.locator('input[type="file"]');
    const buffer = readFileSync(file);
    await choose.setInputFiles({ name: 'dossier.json', mimeType: 'application/json', buffer: Buffer.from('{"a":') });
    await expect(there.getByText('Dit bestand is niet heel, dus er is niets overgenomen.')).toBeVisible();
    await choose.setInputFiles({ name: 'dossier.samenspel', mimeType: 'application/octet-stream', buffer });
    await field(there, 'takeIn.passphrase').fill('een heel andere wachtzin hier');
    await field(there, 'takeIn.look').press('Enter');
    await expect(there.getByText('Deze wachtzin past niet bij dit bestand.')).toBeVisible({ timeout: 30_000 });
    await field(there, 'takeIn.passphrase').fill('wolk tegel fiets anker zomer');
    await field(there, 'takeIn.look').press('Enter');
    await expect(there.getByRole('heading', { name: 'Dit zit erin' })).toBeVisible({ timeout: 30_000 });
    await expect(there.getByText(name)).toBeVisible();
    await check(there, 'overnemen with what is in the file');
    await field(there, 'takeIn.take').press('Enter');
    await expect(there.getByRole('heading', { level: 1 })).toHaveText(name, { timeout: 30_000 });
    await there.getByRole('tab', { name: 'Plan' }).press('Enter');
    await expect(there.locator('.goal').first()).toBeVisible();
    expect(complaints).toEqual([]);
    await other.stop();
    await removeDataFolder(dataFolder);
  });
});

test.describe('with one household', () => {
  test.use({ profile: { households: [{ name: 'Fam. Dekker', firstName: 'Sem' }] } });

  test('a memory aid is kept while it is typed, and becomes a conversation by choice', async ({ openPage: page }) => {
    await field(page, 'worknote.new.none').fill('Sem vroeg naar de voetbalclub');
    await expect(page.getByText(/^Bewaard op deze laptop\. Verdwijnt op/)).toBeVisible();
    await field(page, 'worknote.next').press('Enter');
    await expect(field(page, 'worknote.new.none')).toHaveValue('');
    await field(page, 'worknote.all').press('Enter');
    await expect(page.getByText(/^verdwijnt op/)).toBeVisible();
    await check(page, 'werkaantekeningen');
    await field(page, 'worknote.*.promote').press('Enter');
    await field(page, 'promote.go').press('Enter');
    await expect(page.getByText('Kies een huishouden.')).toBeVisible();
    await field(page, 'promote.household').selectOption({ label: 'Fam. Dekker' });
    await check(page, 'making a conversation of a note');
    await field(page, 'promote.go').press('Enter');
    await expect(page.getByRole('textbox', { name: 'Wat speelt er?' })).toHaveValue('Sem vroeg naar de voetbalclub');
  });
});
