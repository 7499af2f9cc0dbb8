/** A damaged store: what a worker reads, what she does, and that all of it is back. The same from a terminal. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { expectAccessible, expectReflow } from './support/accessibility.ts';
import { makeDamagedProfile, type DamagedProfile } from './support/damagedProfile.ts';
import { whatIsGoingOn } from './support/dossierPages.ts';
import { test, watch } from './support/fixtures.ts';
import { removeDataFolder, startLoopbackApp } from './support/loopbackApp.ts';
import { samira, unlock } from './support/sessionPages.ts';
import { followBars } from './support/workBars.ts';

const field = (page: Page, name: string) => page.locator(`[data-field="${name}"]`);
const aside = ({ folder }: DamagedProfile): readonly string[] =>
  readdirSync(join(folder, 'backups')).filter((name) => name.startsWith('damaged-'));

async function expectTextBack(page: Page, { household, text }: DamagedProfile): Promise<void> {
  await page.getByRole('navigation').first().getByRole('link', { name: 'Huishoudens' }).press('Enter');
  await page.getByText(household).first().click();
  await page.getByRole('tab', { name: 'Gesprekken' }).press('Enter');
  await page.getByRole('tabpanel').getByRole('button').or(page.getByRole('tabpanel').getByRole('link')).first().click();
  await expect(whatIsGoingOn(page)).toHaveValue(text);
}

test('a damaged store is offered to be repaired, all text is back, and the damaged files are kept [S15]', async ({
  page,
}) => {
  const profile = await makeDamagedProfile();
  const damaged = readFileSync(join(profile.folder, 'vault.db'));
  const app = await startLoopbackApp(profile.dataFolder);
  const complaints = watch(page);
  await page.goto(await app.newAddress());
  await field(page, 'unlock.passphrase').fill(samira.passphrase);
  await field(page, 'unlock.passphrase').press('Enter');
  await expect(page.getByText('Een deel van je gegevens kan niet gelezen worden.')).toBeVisible({ timeout: 30_000 });
  // Never in one place with throwing anything away.
  await expect(page.getByRole('main')).not.toContainText(/verwijder|wissen|weggooien|opnieuw beginnen/i);
  expect(await page.getByRole('main').getByRole('button').allInnerTexts()).toEqual(
    expect.arrayContaining(['Herstel mijn gegevens']),
  );
  await expectAccessible(page, 'the offer to repair');
  await expectReflow(page, 'the offer to repair');

  // Without the passphrase it asks for it.
  await field(page, 'unlock.repair').press('Enter');
  await expect(page.getByText('Typ je wachtzin.')).toBeVisible();
  await expect(field(page, 'unlock.passphrase')).toBeFocused();
  await field(page, 'unlock.passphrase').fill(samira.passphrase);
  const bars = await followBars(page);
  await field(page, 'unlock.repair').press('Enter');
  await expect(page.getByText('Het herstel is klaar.')).toBeVisible({ timeout: 60_000 });
  // The bar was there from the first step on, also before the vault is open.
  expect((await bars.seen()).map(({ name }) => name)[0]).toBe('Stap 1 van 4: slot openen');
  await expect(page.getByText('Het is aangevuld uit de reservekopie van')).toBeVisible();
  await expectAccessible(page, 'the repair is done');
  await expectReflow(page, 'the repair is done');

  await unlock(page);
  await expectTextBack(page, profile);
  const [kept, ...more] = aside(profile);
  expect(more).toEqual([]);
  const copy = readFileSync(join(profile.folder, 'backups', kept ?? '', 'vault.db'));
  expect(copy.equals(damaged)).toBe(true);
  await app.stop();
  await removeDataFolder(profile.dataFolder);
  expect(complaints).toEqual([]);
});

/** `npm run repair -- --profile DIR`, with what somebody types; answers what was printed and the exit code. */
async function repairFromTerminal(dataFolder: string, typed: readonly string[]) {
  const child = spawn('npm', ['run', '--silent', 'repair', '--', '--profile', dataFolder], {
    cwd: join(import.meta.dirname, '../..'),
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const part of [child.stdout, child.stderr]) part.on('data', (bytes: Buffer) => (printed += bytes.toString()));
  child.stdin.end(`${typed.join('\n')}\n`);
  const [code] = (await once(child, 'close')) as [number | null];
  return { printed, code };
}

test('npm run repair makes it whole from a terminal, and leaves a vault alone that is open [S15]', async ({ page }) => {
  const profile = await makeDamagedProfile();
  const repaired = await repairFromTerminal(profile.dataFolder, ['1', samira.passphrase]);
  expect(repaired.printed).toContain('De beschadigde bestanden blijven bewaard.');
  // What takes long on a full caseload says how far it is.
  expect(repaired.printed).toContain('Stap 1 van 3: kopie nalezen…\nStap 2 van 3: lezen wat nog te lezen is…\n');
  expect(repaired.printed).not.toContain(samira.passphrase);
  expect(repaired.code).toBe(0);
  const app = await startLoopbackApp(profile.dataFolder);
  await page.goto(await app.newAddress());
  await unlock(page);
  await expectTextBack(page, profile);
  expect(aside(profile)).toHaveLength(1);

  const before = statSync(join(profile.folder, 'vault.db')).mtimeMs;
  const refused = await repairFromTerminal(profile.dataFolder, ['1', samira.passphrase]);
  expect(refused.printed).toContain('Deze kluis staat al open in een ander venster van Samenspel.');
  expect(refused.code).toBe(1);
  expect(statSync(join(profile.folder, 'vault.db')).mtimeMs).toBe(before);
  await app.stop();
  await removeDataFolder(profile.dataFolder);
});
