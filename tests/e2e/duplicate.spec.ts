import type { Locator, Page } from '@playwright/test';
import { checkAccessibility, expect, test } from './fixtures.ts';
import { connectorsIn, projectCalled } from './fixtures/connectors.ts';

async function openDialog(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Duplicate…' }).click();
  return page.getByRole('dialog', { name: 'Duplicate' });
}

const newForm = (page: Page) => page.getByRole('form', { name: 'Add Data Connector' });

test('a duplicate is looked at before it is added, and asks what becomes of the secrets', async ({ editor, page, emulator }) => {
  await editor.open('Cleaning on demand');
  const dialog = await openDialog(page);
  await checkAccessibility(page);
  const proceed = dialog.getByRole('button', { name: 'Continue' });
  await expect(proceed).toHaveAccessibleDescription('Choose what becomes of the secrets first');
  await dialog.getByRole('radio', { name: 'Copy them' }).check();
  await proceed.click();
  await expect(newForm(page).getByRole('textbox', { name: 'Display name' })).toHaveValue('Cleaning on demand (copy)');
  expect(await emulator.writes()).toEqual([]);

  await newForm(page).getByRole('textbox', { name: 'Endpoint URL' }).fill('https://cleaning.example.com/bergen');
  await newForm(page).getByRole('button', { name: 'Add Data Connector' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Cleaning on demand (copy)' })).toBeVisible();
  const project = editor.before.name.split('/dataconnectors/')[0] ?? '';
  const added = (await connectorsIn(await emulator.as('project.developer'), project)).at(-1);
  expect(added).toEqual({
    ...editor.before,
    name: expect.any(String),
    displayName: 'Cleaning on demand (copy)',
    events: expect.arrayContaining(editor.before.events),
    httpConfig: { ...editor.before.httpConfig, url: 'https://cleaning.example.com/bergen' },
  });
});

test('a duplicate in another project gets a new secret, and credentials are to be entered', async ({ editor, page, emulator }) => {
  await editor.open('Cleaning on demand');
  const api = await emulator.as('project.developer');
  const bergen = await projectCalled(api, 'Bergen warehouse');
  const dialog = await openDialog(page);
  await dialog.getByRole('combobox', { name: 'Project' }).selectOption('Bergen warehouse');
  await dialog.getByRole('radio', { name: /^Generate a new secret/ }).check();
  await dialog.getByRole('button', { name: 'Continue' }).click();
  await expect(page).toHaveURL(new RegExp(`/${bergen.name}/dataconnectors/new$`));
  await newForm(page).getByRole('textbox', { name: 'Value of Authorization' }).fill('Bearer bergen');
  await newForm(page).getByRole('button', { name: 'Add Data Connector' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Cleaning on demand (copy)' })).toBeVisible();
  const added = (await connectorsIn(api, bergen.name)).at(-1);
  expect(added?.httpConfig?.headers).toEqual({ Authorization: 'Bearer bergen', 'X-Tenant': 'nordlys' });
  expect(added?.httpConfig?.signatureSecret).toMatch(/^[0-9a-f]{64}$/);
});

test('a duplicate of another type keeps events and labels, and its destination is to be entered', async ({ editor, page }) => {
  await editor.open('Cleaning on demand');
  const dialog = await openDialog(page);
  await dialog.getByRole('combobox', { name: 'Type' }).selectOption('AWS SQS');
  await expect(dialog.getByRole('radio')).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Continue' }).click();
  await expect(newForm(page).getByRole('textbox', { name: 'Queue URL' })).toHaveValue('');
  await expect(newForm(page).getByRole('button', { name: 'Remove floor' })).toBeVisible();
  await expect(newForm(page).getByText('4 of 19 selected')).toBeVisible();
});

test('a duplicate that is begun asks before it is left, and is not there the next time', async ({ editor, page }) => {
  await editor.open('Gate log');
  const dialog = await openDialog(page);
  await dialog.getByRole('button', { name: 'Continue' }).click();
  await expect(newForm(page).getByRole('textbox', { name: 'Display name' })).toHaveValue('Gate log (copy)');
  await page.getByRole('link', { name: 'All projects' }).click();
  await page.getByRole('dialog', { name: 'Leave without saving?' }).getByRole('button', { name: 'Leave' }).click();
  await page.getByRole('link', { name: 'Bergen warehouse' }).click();
  await page.getByRole('button', { name: 'Add Data Connector' }).click();
  await expect(newForm(page).getByRole('textbox', { name: 'Display name' })).toHaveValue('');
});
