/**
 * Nothing takes the focus or a letter away from somebody who types. While they do, everything happens that can happen
 * by itself: a colleague's words, two versions, lists and labels that change, a copy being made, a save that fails and
 * comes right. All of it comes through the doors of the vault itself.
 */
import { expect, type Page } from '@playwright/test';
import { replaceText, setFields } from '../../shared/documents/accessors.ts';
import { readRecords } from '../../shared/documents/readers.ts';
import { defaultProfile } from '../../shared/domain/defaultProfile.ts';
import { beginWithNewHousehold, expectSaved, whatIsGoingOn } from './support/dossierPages.ts';
import { enter, test, watch } from './support/fixtures.ts';
import { otherDevice } from './support/otherDevice.ts';
import { samira } from './support/sessionPages.ts';

/** Types these words as a person does, and looks after each happening. */
async function expectUndisturbed(page: Page, typed: string): Promise<void> {
  await expect(whatIsGoingOn(page)).toBeFocused();
  await expect(whatIsGoingOn(page)).toHaveValue(typed);
  await expect(page.locator('[role="dialog"], [role="alertdialog"], dialog[open]')).toHaveCount(0);
}

test('no dialog opens by itself while somebody types, and no letter is lost', async ({ preparedApp: app, page }) => {
  const complaints = watch(page);
  const device = await otherDevice(page);
  await enter(page, app);
  await beginWithNewHousehold(page, 'Fam. De Wit', 'Anna');
  await page.keyboard.type('Begin.');
  await expectSaved(page);
  let typed = 'Begin.';
  const type = async (words: string): Promise<void> => {
    await page.keyboard.type(words);
    typed += words;
  };

  const happenings: readonly (readonly [string, () => Promise<void>])[] = [
    [
      'two versions of what stands elsewhere on the screen',
      async () => {
        const away = device.copy();
        away.change((doc, writer) => {
          const [conversation] = readRecords(doc, 'conversations');
          if (conversation) setFields(doc, 'conversations', conversation.id, { place: 'Merelweg 44' }, writer);
          setFields(doc, 'household', 'household', { city: 'Merendam' }, writer);
        });
        const other = device.copy();
        other.change((doc, writer) => setFields(doc, 'household', 'household', { city: 'Zilverdam' }, writer));
        await away.meet();
        await other.meet();
      },
    ],
    [
      'words of a colleague in another part',
      async () => {
        const away = device.copy();
        away.change((doc) => {
          const [conversation] = readRecords(doc, 'conversations');
          if (conversation) replaceText(doc, 'conversations', conversation.id, 'summary', 'Wij praten over de huur.');
        });
        await away.meet();
      },
    ],
    [
      'another household in the lists',
      async () => void (await device.call('household.create', { name: 'Fam. Nieuw' })),
    ],
    [
      'other names for the labels',
      async () => {
        const file = JSON.stringify({ ...defaultProfile, municipality: 'Merendam' });
        await device.call('municipality.set', { file });
      },
    ],
    ['a copy that is made and checked', async () => void (await device.call('backup.create', {}))],
    [
      'a disk that is full, and has room again',
      async () => {
        device.failPushesWith('DiskFull');
        await type(' Schijf vol.');
        await expect(page.locator('footer.status')).toContainText(/niet bewaard|vol/i);
        await expectUndisturbed(page, typed);
        device.failPushesWith(null);
      },
    ],
  ];
  for (const [name, happens] of happenings) {
    await test.step(name, async () => {
      await type(' Ik typ');
      await happens();
      await type(' gewoon door.');
      await expectUndisturbed(page, typed);
    });
  }
  await expectSaved(page);
  await expectUndisturbed(page, typed);

  await test.step('the vault hides the screen by itself: one is back in the same field, with every letter', async () => {
    await type(' Half wo');
    await device.call('session.hide', {});
    const pin = page.locator('input[type="password"]').first();
    await expect(pin).toBeFocused();
    await page.keyboard.type(samira.pin);
    await page.keyboard.press('Enter');
    await expectUndisturbed(page, typed);
    await page.keyboard.press('Control+End');
    await type('ord.');
    await expectSaved(page);
    await expectUndisturbed(page, typed);
  });
  expect(complaints).toEqual([]);
});
