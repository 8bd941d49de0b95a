import type { Page } from '@playwright/test';
import { checkAccessibility, expect, test } from './fixtures.ts';
import { connectorsIn } from './fixtures/connectors.ts';

const notifications = (page: Page) => page.getByRole('region', { name: 'Notifications' });

async function openHistory(page: Page) {
  await page.getByRole('button', { name: 'Session' }).click();
  await page.getByRole('menuitem', { name: 'History' }).click();
  return page.getByRole('dialog', { name: 'History' });
}

test('an update is undone from its message, secrets and all, and the form shows it', async ({ editor, page }) => {
  await editor.open('Cleaning on demand');
  await editor.field('Display name').fill('Cleaning');
  await editor.field('Signature secret').fill('another secret');
  await editor.section('Custom headers').getByRole('button', { name: 'Remove header 1' }).click();
  await editor.update();
  await notifications(page).getByRole('button', { name: 'Undo' }).click();
  await expect(notifications(page)).toContainText('Cleaning on demand is as it was.');
  expect(await editor.kept()).toEqual(editor.before);
  await expect(editor.field('Display name')).toHaveValue('Cleaning on demand');
  await expect(editor.summary('No changes')).toBeVisible();
});

test('what others changed since stays, and what they changed too is not undone', async ({ editor, page, emulator }) => {
  await editor.open('Gate log');
  await editor.field('Display name').fill('Gates');
  await editor.update();
  const api = await emulator.as('organization.admin');
  await api.patch(editor.before.name, { labels: ['room'] });
  const history = await openHistory(page);
  await history.getByRole('button', { name: 'Undo Gates' }).click();
  await expect(history.getByText('Undone')).toBeVisible();
  expect(await editor.kept()).toEqual({ ...editor.before, labels: ['room'] });
  await page.keyboard.press('Escape');

  await editor.field('Display name').fill('Gates again');
  await editor.update();
  await api.patch(editor.before.name, { displayName: 'Their gates' });
  await notifications(page).getByRole('button', { name: 'Undo' }).last().click();
  await expect(notifications(page)).toContainText('Not undone. Somebody has changed the same since.');
  expect((await editor.kept()).displayName).toBe('Their gates');
});

test('a deletion is undone with all the connector had, and says that the ID is new', async ({ editor, page, emulator }) => {
  await editor.open('Cleaning on demand');
  await page.getByRole('button', { name: 'Delete Data Connector' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete Cleaning on demand?' });
  await dialog.getByRole('textbox').fill('Cleaning on demand');
  await dialog.getByRole('button', { name: 'Delete Data Connector' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Data Connectors' })).toBeVisible();
  await notifications(page).getByRole('button', { name: 'Undo' }).click();
  await expect(notifications(page)).toContainText('Cleaning on demand is added again, with the new ID');
  const project = editor.before.name.split('/dataconnectors/')[0] ?? '';
  const again = (await connectorsIn(await emulator.as('project.developer'), project)).at(-1);
  expect(again).toEqual({ ...editor.before, name: expect.any(String) });
});

test('an undo that fails says so, and can be tried again', async ({ editor, page, provoke, emulator }) => {
  await editor.open('Gate log');
  await editor.field('Display name').fill('Gates');
  await editor.update();
  await provoke({ method: 'PATCH', path: `/v2/${editor.before.name}`, status: 500, times: 1 });
  const history = await openHistory(page);
  await history.getByRole('button', { name: 'Undo Gates' }).click();
  await expect(notifications(page)).toContainText('Not undone.');
  await emulator.clearFaults();
  await history.getByRole('button', { name: 'Undo Gates' }).click();
  await expect(history.getByText('Undone')).toBeVisible();
  expect(await editor.kept()).toEqual(editor.before);
});

test('the history lists what was done, is accessible, and is copied without secrets', async ({ editor, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await editor.open('Cleaning on demand');
  const empty = await openHistory(page);
  await expect(empty).toContainText('Nothing has been changed yet');
  await page.keyboard.press('Escape');
  await editor.field('Signature secret').fill('a secret of the test');
  await editor.field('Value of Authorization').fill('Bearer token-of-the-test');
  await editor.update();
  const history = await openHistory(page);
  await expect(history.getByRole('listitem')).toContainText('Updated: Custom headers, Signature secret');
  await checkAccessibility(page);
  await history.getByRole('button', { name: 'Copy the history' }).click();
  await expect(history.getByText('Copied')).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain(`${editor.before.name}  Cleaning on demand  Updated: Custom headers, Signature secret`);
  expect(text).not.toMatch(/of-the-test|of the test/);
});
