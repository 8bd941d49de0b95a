import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { connectorCalled, connectorsIn } from './fixtures/connectors.ts';

const deleteButton = (page: Page): Locator =>
  page.getByRole('region', { name: 'Delete' }).getByRole('button', { name: 'Delete Data Connector' });

const question = (page: Page, name: string): Locator => page.getByRole('dialog', { name: `Delete ${name}?` });
const confirm = (dialog: Locator): Locator => dialog.getByRole('button', { name: 'Delete Data Connector' });

test('deleting says what is lost, asks for the name, and deletes just that connector', async ({ editor, page, emulator }) => {
  await editor.open('Gate log');
  const project = editor.before.name.split('/').slice(0, 2).join('/');
  const api = await emulator.as('project.developer');
  const others = (await connectorsIn(api, project)).filter(({ name }) => name !== editor.before.name);

  await deleteButton(page).click();
  const dialog = question(page, 'Gate log');
  await expect(dialog).toContainText('Its configuration is lost, with its headers and its signature secret');
  await dialog.getByRole('textbox', { name: 'Type Gate log to confirm' }).fill('Gate log');
  await confirm(dialog).click();

  await expect(page.getByRole('heading', { level: 1, name: 'Data Connectors' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Notifications' })).toContainText('Gate log deleted.');
  await expect(page.getByRole('link', { name: 'Night audit' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Gate log' })).toHaveCount(0);
  expect(await emulator.writes()).toEqual([`DELETE /v2/${editor.before.name}`]);
  expect(await connectorsIn(api, project)).toEqual(others);
});

test('without its name nothing is deleted', async ({ editor, page, emulator }) => {
  await editor.open('Gate log');
  await deleteButton(page).click();
  const dialog = question(page, 'Gate log');
  for (const typed of ['', 'gate log', 'Gate', 'Gate logs']) {
    await dialog.getByRole('textbox').fill(typed);
    await expect(confirm(dialog)).toBeDisabled();
    await expect(confirm(dialog)).toHaveAccessibleDescription('Type Gate log to confirm.');
    await confirm(dialog).click({ force: true });
  }
  expect(await emulator.writes()).toEqual([]);
  await expect(dialog).toBeVisible();
});

for (const [how, turnBack] of [
  ['Cancel', (dialog: Locator) => dialog.getByRole('button', { name: 'Cancel' }).click()],
  ['Escape', (dialog: Locator) => dialog.press('Escape')],
] as const) {
  test(`${how} keeps the connector, and asks anew the next time`, async ({ editor, page, emulator }) => {
    await editor.open('Gate log');
    await deleteButton(page).click();
    const dialog = question(page, 'Gate log');
    await dialog.getByRole('textbox').fill('Gate log');
    await turnBack(dialog);
    await expect(dialog).toBeHidden();
    await expect(deleteButton(page)).toBeFocused();
    expect(await emulator.writes()).toEqual([]);

    await deleteButton(page).click();
    await expect(dialog.getByRole('textbox')).toHaveValue('');
    await expect(confirm(dialog)).toBeDisabled();
  });
}

test('a connector without a name is deleted by its ID', async ({ editor, page, emulator }) => {
  const api = await emulator.as('project.developer');
  const { name } = await connectorCalled(api, 'Gate log');
  await api.patch(name, { displayName: '' });
  await editor.open('');
  const id = name.split('/').at(-1) ?? '';
  await deleteButton(page).click();
  await question(page, id).getByRole('textbox', { name: `Type ${id} to confirm` }).fill(id);
  await confirm(question(page, id)).click();
  await expect(page.getByRole('region', { name: 'Notifications' })).toContainText(`${id} deleted.`);
  await expect(api.get(name)).rejects.toThrow('404');
});

test('unsaved changes do not keep a connector from being deleted, and are not asked about', async ({ editor, page, emulator }) => {
  await editor.open('Gate log');
  await editor.field('Display name').fill('Gates');
  await deleteButton(page).click();
  await question(page, 'Gate log').getByRole('textbox').fill('Gate log');
  await confirm(question(page, 'Gate log')).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Data Connectors' })).toBeVisible();
  expect(await emulator.writes()).toEqual([`DELETE /v2/${editor.before.name}`]);
});

test('Back does not lead to a connector that was deleted', async ({ list, page }) => {
  await list.open('Bergen warehouse');
  await list.names.filter({ hasText: 'Gate log' }).click();
  await deleteButton(page).click();
  await question(page, 'Gate log').getByRole('textbox').fill('Gate log');
  await confirm(question(page, 'Gate log')).click();
  await expect(page).toHaveURL(list.path);
  await expect(list.names).toHaveCount(3);
  await page.goBack();
  await expect(list.names).toHaveCount(3);
});
