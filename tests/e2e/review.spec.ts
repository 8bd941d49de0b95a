import { checkAccessibility, expect, test } from './fixtures.ts';

test('a save shows what will change and what that means before it does, and Escape goes on editing', async ({
  editor,
  page,
}) => {
  await editor.open('Cleaning on demand');
  await editor.form.getByRole('switch', { name: 'Data Connector enabled' }).click();
  await editor.section('Labels').getByRole('button', { name: 'Remove floor' }).click();
  await editor.field('Value of Authorization').fill('Bearer another-token');
  await editor.field('Signature secret').fill('correct horse battery staple');
  await editor.updateButton.click();

  const changes = editor.review.getByRole('region', { name: 'Your changes' });
  await expect(changes.getByRole('term')).toHaveText([
    'Data Connector enabled',
    'Labels',
    'Custom headers',
    'Signature secret',
  ]);
  await expect(changes.getByRole('definition')).toHaveText([
    /Removed: Enabled$/,
    /Added: Disabled$/,
    /Removed: floor$/,
    /Changed: Authorization: another value$/,
    /Changed: Replaced$/,
  ]);
  const meaning = editor.review.getByRole('region', { name: 'What this means' }).getByRole('listitem');
  await expect(meaning).toHaveText([
    'The queue of undelivered events is dropped.',
    /^Events from the time it is disabled are not forwarded later/,
    'Payloads lose the label “floor”.',
    'Receivers that check the signature will fail until they have the new secret.',
  ]);
  await expect(editor.review).not.toContainText('another-token');
  await expect(editor.review).not.toContainText('correct horse');

  await page.keyboard.press('Escape');
  await expect(editor.review).toBeHidden();
  await expect(editor.updateButton).toBeFocused();
  expect(await editor.sent()).toEqual([]);
  await expect(editor.field('Signature secret')).toHaveValue('correct horse battery staple');
});

test('one key more than without a review saves', async ({ editor, page }) => {
  await editor.open('Gate log');
  await editor.field('Display name').fill('Gates');
  await editor.field('Display name').press('Enter');
  await expect(editor.confirmButton).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(editor.summary('No changes')).toBeVisible();
  expect(await editor.sent()).toEqual([{ displayName: 'Gates' }]);
});

test('a save names the fields that it changes, and all of the configuration when one of its fields changes', async ({
  editor,
}) => {
  await editor.open('Gate log');
  await editor.field('Display name').fill('Gates');
  await editor.update();
  await editor.field('Endpoint URL').fill('https://gates.example.org/v2');
  await editor.update();
  expect(await editor.masks()).toEqual([
    'displayName',
    'httpConfig.headers,httpConfig.signatureSecret,httpConfig.url',
  ]);
});

test('small changes can be saved without a review, others are still shown', async ({ editor, page }) => {
  await editor.open('Gate log');
  await editor.field('Display name').fill('Gates');
  await editor.updateButton.click();
  await editor.review.getByRole('checkbox', { name: 'Skip this for small changes' }).check();
  await editor.confirmButton.click();
  await expect(editor.summary('No changes')).toBeVisible();

  await editor.field('Display name').fill('All gates');
  await editor.updateButton.click();
  await expect(editor.summary('No changes')).toBeVisible();
  expect((await editor.kept()).displayName).toBe('All gates');

  await editor.form.getByRole('switch', { name: 'Data Connector enabled' }).click();
  await editor.updateButton.click();
  await expect(editor.review).toBeVisible();
  await expect(editor.review.getByRole('checkbox')).toHaveCount(0);
  await page.keyboard.press('Escape');
});

test('the review is accessible', async ({ editor, page }) => {
  await editor.open('Cleaning on demand');
  await editor.form.getByRole('switch', { name: 'Data Connector enabled' }).click();
  await editor.updateButton.click();
  await expect(editor.review).toBeVisible();
  await checkAccessibility(page);
});
