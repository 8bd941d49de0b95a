import { checkAccessibility, expect, test } from './fixtures.ts';
import { connectorsIn } from './fixtures/connectors.ts';

test('what somebody else saved meanwhile is taken over and shown, and the update leaves it alone', async ({
  editor,
  emulator,
}) => {
  await editor.open('Cleaning on demand');
  const api = await emulator.as('organization.admin');
  await editor.field('Display name').fill('Cleaning');
  await editor.field('Value of X-Tenant').fill('sydlys');
  const before = editor.before.httpConfig;
  await api.patch(editor.before.name, {
    labels: ['name'],
    httpConfig: { ...before, headers: { ...before?.headers, 'X-New': 'theirs' } },
  });

  await editor.updateButton.click();
  const notice = editor.review.getByRole('status').filter({ hasText: 'Changed by somebody else meanwhile' });
  await expect(notice.getByRole('definition')).toHaveText([
    /Removed: floor$/,
    /Removed: room$/,
    /Removed: customer-ID$/,
    /Added: X-New: theirs$/,
  ]);
  await editor.confirmButton.click();
  await expect(editor.summary('No changes')).toBeVisible();
  expect(await editor.kept()).toEqual({
    ...editor.before,
    displayName: 'Cleaning',
    labels: ['name'],
    httpConfig: { ...before, headers: { ...before?.headers, 'X-Tenant': 'sydlys', 'X-New': 'theirs' } },
  });
  await expect(editor.field('Value of X-New')).toHaveValue('theirs');
});

for (const side of ['Mine', 'Theirs'] as const) {
  test(`what both changed is asked about, and ${side.toLowerCase()} is kept as chosen`, async ({ editor, emulator, page }) => {
    await editor.open('Gate log');
    await editor.field('Display name').fill('My gates');
    await editor.field('Endpoint URL').fill('https://gates.example.org/v2');
    await (await emulator.as('organization.admin')).patch(editor.before.name, { displayName: 'Their gates' });
    await editor.updateButton.click();

    const clash = editor.review.getByRole('group', { name: 'Display name' });
    await expect(clash.getByRole('radio')).toHaveCount(2);
    await expect(editor.confirmButton).toHaveAccessibleDescription(/Choose between your changes/);
    await editor.confirmButton.click({ force: true });
    await editor.confirmButton.press('Enter');
    expect(await editor.sent()).toEqual([{ displayName: 'Their gates' }]);
    if (side === 'Mine') await checkAccessibility(page);

    const choice = clash.getByRole('radio', { name: side === 'Mine' ? 'Mine: My gates' : 'Theirs: Their gates' });
    await choice.check();
    await expect(choice).toBeFocused();
    await editor.confirmButton.click();
    await expect(editor.summary('No changes')).toBeVisible();
    expect(await editor.kept()).toMatchObject({
      displayName: side === 'Mine' ? 'My gates' : 'Their gates',
      httpConfig: { url: 'https://gates.example.org/v2' },
    });
  });
}

test('a change that is saved while the review is read is shown before anything is sent', async ({ editor, emulator }) => {
  await editor.open('Gate log');
  await editor.field('Endpoint URL').fill('https://gates.example.org/v2');
  await editor.updateButton.click();
  await expect(editor.confirmButton).toBeFocused();
  await (await emulator.as('organization.admin')).patch(editor.before.name, { labels: ['name', 'room'] });
  await editor.confirmButton.click();
  await expect(editor.review).toContainText('Changed by somebody else meanwhile');
  await editor.confirmButton.click();
  await expect(editor.summary('No changes')).toBeVisible();
  expect(await editor.kept()).toMatchObject({ labels: ['name', 'room'], httpConfig: { url: 'https://gates.example.org/v2' } });
});

test('a connector that was deleted meanwhile can be added again as it is in the form', async ({ editor, emulator, page, watch }) => {
  watch.allow(/status of 404 /);
  await editor.open('Cleaning on demand');
  await editor.field('Display name').fill('Cleaning');
  const api = await emulator.as('organization.admin');
  await api.delete(editor.before.name);
  await editor.updateButton.click();
  const gone = page.getByRole('dialog', { name: 'This Data Connector was deleted meanwhile' });
  await checkAccessibility(page);
  await gone.getByRole('button', { name: 'Add it again' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Cleaning' })).toBeVisible();
  await expect(page).not.toHaveURL(new RegExp(`${editor.before.name}$`));

  const project = editor.before.name.split('/dataconnectors/')[0] ?? '';
  const again = (await connectorsIn(api, project)).filter(({ displayName }) => displayName === 'Cleaning');
  expect(again).toEqual([{ ...editor.before, name: expect.any(String), displayName: 'Cleaning' }]);
  expect(again[0]?.name).not.toBe(editor.before.name);
});
