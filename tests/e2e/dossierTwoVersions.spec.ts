import { expect } from '@playwright/test';
import { markDeleted, replaceText, setFields } from '../../shared/documents/accessors.ts';
import { readRecords, readText } from '../../shared/documents/readers.ts';
import { beginWithNewHousehold, expectSaved, field, whatIsGoingOn } from './support/dossierPages.ts';
import { enter, test, watch } from './support/fixtures.ts';
import { otherDevice } from './support/otherDevice.ts';

test('two devices that could not hear each other lose no value and no word [D1]', async ({
  preparedApp: app,
  page,
}) => {
  const complaints = watch(page);
  const device = await otherDevice(page);
  await enter(page, app);
  await beginWithNewHousehold(page, 'Fam. De Wit', 'Anna');
  await page.keyboard.type('Begin.');
  await expectSaved(page);

  await test.step('text is merged, and the caret stays with its word', async () => {
    const away = device.copy();
    away.change((doc) => {
      const conversation = readRecords(doc, 'conversations')[0];
      if (!conversation) throw new Error('the conversation is in the copy');
      const words = readText(doc, 'conversations', conversation.id, 'whatIsGoingOn');
      replaceText(doc, 'conversations', conversation.id, 'whatIsGoingOn', `Eerst dit. ${words}`);
    });
    await page.keyboard.type(' Hier getypt.');
    await away.meet();
    await expect(whatIsGoingOn(page)).toHaveValue('Eerst dit. Begin. Hier getypt.');
    await page.keyboard.type(' En door.');
    await expect(whatIsGoingOn(page)).toHaveValue('Eerst dit. Begin. Hier getypt. En door.');
    await page.keyboard.press('Control+z');
    await expect(whatIsGoingOn(page)).toHaveValue(/^Eerst dit\. Begin\./);
  });
  await page.keyboard.press('Control+Enter');
  await page.getByRole('tab', { name: 'Gegevens' }).press('Enter');

  await test.step('a field that both set shows both values until a person chooses', async () => {
    const away = device.copy();
    away.change((doc, writer) => setFields(doc, 'household', 'household', { city: 'Merendam' }, writer));
    await field(page, 'household.city').fill('Zilverdam');
    await page.keyboard.press('Tab');
    await expectSaved(page);
    await away.meet();
    await expect(page.getByText('Jij paste dit op twee plekken aan. Niets is weg.')).toBeVisible();
    const options = page.getByRole('group', { name: 'Kies: Plaats' }).getByRole('button');
    await expect(options).toHaveCount(2);
    const sizes = await options.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width));
    expect(sizes[0]).toBeCloseTo(sizes[1] ?? 0, 0);
    await options.filter({ hasText: 'Merendam' }).press('Enter');
    await expect(page.getByText('Niets is weg')).toHaveCount(0);
    await expect(field(page, 'household.city')).toHaveValue('Merendam');
  });
  await test.step('a person who was removed beside an edit stays, and can be put back', async () => {
    const away = device.copy();
    away.change((doc, writer) => {
      const person = readRecords(doc, 'persons')[0];
      if (person) markDeleted(doc, 'persons', person.id, writer);
    });
    await field(page, 'persons.*.open').press('Enter');
    await field(page, 'persons.*.phone').fill('06 12345678');
    await page.keyboard.press('Tab');
    await expectSaved(page);
    await away.meet();
    await expect(page.getByText('Weggehaald terwijl een collega schreef')).toBeVisible();
    await field(page, 'persons.*.zetTerug').press('Enter');
    await expect(page.getByText('Weggehaald terwijl een collega schreef')).toHaveCount(0);
    await expect(field(page, 'persons.*.phone')).toHaveValue('06 12345678');
  });
  expect(complaints).toEqual([]);
});
