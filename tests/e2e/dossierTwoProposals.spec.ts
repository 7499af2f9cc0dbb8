/** Two plans and two regisseurs that were decided apart: the older is in force, marked, until a person chooses. */
import { expect } from '@playwright/test';
import { expectAccessible, expectReflow } from './support/accessibility.ts';
import { field } from './support/dossierPages.ts';
import { enter, test, watch } from './support/fixtures.ts';
import { otherDevice, type OtherDevice } from './support/otherDevice.ts';

test.use({ profile: { households: [{ name: 'Fam. De Wit', firstName: 'Anna' }] } });

const COLLEAGUE = 'c'.repeat(32);
const MINUTE = Math.floor(Date.parse('2026-11-20T09:00:00Z') / 60_000);

/** A record as a dossier on file has it. */
function onFile(id: string, user: string, minute: number, values: Readonly<Record<string, unknown>>): object {
  const fields = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, [{ value, user, minute }]] as const),
  );
  return { id, made: { user, minute }, fields, texts: {} };
}

/** The prepared household again, as it comes in when two colleagues decided about it apart. */
async function bringDecidedApart(device: OtherDevice): Promise<void> {
  const { me } = (await device.call('session.get', {})) as { me: { userId: string } };
  const { rows } = (await device.call('household.list', {})) as { rows: { householdId: string }[] };
  const householdId = rows[0]?.householdId ?? '';
  const { bytes } = (await device.call('export.household', {
    householdId,
    passphrase: null,
    includeRestricted: false,
  })) as { bytes: Uint8Array };
  const text = new TextDecoder().decode(bytes);
  const file = JSON.parse(text.replaceAll(householdId, '9'.repeat(32)).replaceAll('Fam. De Wit', 'Fam. Van Dam')) as {
    dossier: Record<string, object[]>;
  };
  const decided = { replaces: [], decidedOn: '2026-11-20' };
  const both = [
    { user: COLLEAGUE, minute: MINUTE, plan: '1'.repeat(32), title: 'Eerst rust met geld' },
    { user: me.userId, minute: MINUTE + 30, plan: '2'.repeat(32), title: 'Eerst rust in huis' },
  ];
  Object.assign(file.dossier, {
    plans: both.map(({ user, minute, plan, title }) => onFile(plan, user, minute, { title })),
    planDecisions: both.map(({ user, minute, plan }, index) =>
      onFile(`${String(index + 3).repeat(32)}`, user, minute + 1, {
        planId: plan,
        status: 'VASTGESTELD',
        inForcePlanId: plan,
        ...decided,
      }),
    ),
    regisseurDecisions: both.map(({ user, minute }, index) =>
      onFile(`${String(index + 5).repeat(32)}`, user, minute + 1, { regisseur: user, form: '', ...decided }),
    ),
  });
  await device.call('import.household', {
    bytes: new TextEncoder().encode(JSON.stringify(file)),
    passphrase: null,
  });
}

test('two plans and two regisseurs stand side by side until a person chooses', async ({ preparedApp: app, page }) => {
  test.setTimeout(120_000);
  const complaints = watch(page);
  const device = await otherDevice(page);
  await enter(page, app);
  await bringDecidedApart(device);
  await page.getByRole('navigation').first().getByRole('link', { name: 'Huishoudens' }).press('Enter');
  await page.getByRole('link', { name: 'Fam. Van Dam' }).press('Enter');
  await page.getByRole('tab', { name: 'Plan', exact: true }).press('Enter');

  const plans = page.getByRole('group', { name: 'Kies: het plan' }).getByRole('button');
  const regisseurs = page.getByRole('group', { name: 'Kies: de regisseur' }).getByRole('button');
  await test.step('the older of each counts and says so; nothing is chosen in advance', async () => {
    await expect(page.getByText('Er liggen twee voorstellen voor het plan. Niets is weg.')).toBeVisible();
    await expect(plans).toHaveCount(2);
    await expect(plans.filter({ hasText: 'geldt nu' })).toHaveText(/Eerst rust met geld/);
    await expect(regisseurs).toHaveCount(2);
    await expect(regisseurs.filter({ hasText: 'geldt nu' })).toHaveCount(1);
    await expect(page.locator('.regisseur-line')).not.toContainText('Regisseur: jij');
    await expectAccessible(page, 'twee voorstellen');
    await expectReflow(page, 'twee voorstellen');
  });
  await test.step('a choice ends the question, and the other plan is kept', async () => {
    await regisseurs.filter({ hasNotText: 'geldt nu' }).press('Enter');
    await expect(page.locator('.regisseur-line')).toContainText('Regisseur: jij');
    await expect(regisseurs).toHaveCount(0);
    await plans.filter({ hasText: 'Eerst rust in huis' }).press('Enter');
    await expect(plans).toHaveCount(0);
    await expect(page.getByText('Er liggen twee voorstellen')).toHaveCount(0);
    await expect(field(page, 'plan.begin')).toHaveCount(0);
    await expect(page.getByRole('tabpanel')).toContainText('Eerst rust in huis');
    await expect(page.getByRole('tabpanel')).toContainText('Eerst rust met geld');
  });
  await test.step('who wrote what, when: told in a dialog that passes axe and fits 320 px', async () => {
    await page.getByRole('button', { name: 'Wie schreef wat? bij dit plan' }).first().press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Wie schreef wat, wanneer' });
    await expect(dialog).toContainText('Gemaakt door');
    await expectAccessible(page, 'wie schreef wat');
    await expectReflow(page, 'wie schreef wat');
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  });
  expect(complaints).toEqual([]);
});
