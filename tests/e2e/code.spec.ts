import { execFileSync } from 'node:child_process';
import type { Locator, Page } from '@playwright/test';
import { checkAccessibility, expect, test } from './fixtures.ts';
import { connectorsIn, projectCalled } from './fixtures/connectors.ts';

async function openPane(page: Page, language?: string): Promise<Locator> {
  const pane = page.getByRole('complementary', { name: 'As code' });
  await pane.getByText('As code', { exact: true }).click();
  if (language) await pane.getByRole('radio', { name: language }).check();
  return pane;
}

const code = (pane: Locator): Locator => pane.getByRole('region', { name: 'Code' });

async function paste(page: Page, pane: Locator, text: string): Promise<Locator> {
  await pane.getByRole('button', { name: 'Paste code…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Paste code' });
  await dialog.getByRole('textbox').fill(text);
  await dialog.getByRole('button', { name: 'Show in the form' }).click();
  return dialog;
}

test('the pending change is shown as a command that makes it, without secrets', async ({ editor, page, emulator, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await editor.open('Cleaning on demand');
  const pane = await openPane(page);
  await expect(code(pane)).toContainText('curl');
  await editor.field('Display name').fill("Cleaning “on demand” isn't $HOME `date`");
  await editor.section('Labels').getByRole('button', { name: 'Remove floor' }).click();
  await pane.getByRole('button', { name: 'Copy the code' }).click();
  await expect(pane.getByText('Copied')).toBeVisible();
  const command = await page.evaluate(() => navigator.clipboard.readText());
  await expect(code(pane)).toHaveText(command);
  await checkAccessibility(page);

  const { accessToken } = await emulator.as('project.developer');
  execFileSync('sh', ['-c', command], { env: { ...process.env, ACCESS_TOKEN: accessToken } });
  expect(await editor.kept()).toEqual({
    ...editor.before,
    displayName: "Cleaning “on demand” isn't $HOME `date`",
    labels: ['name', 'room', 'customer-ID'],
  });
});

for (const [language, mark] of [
  ['cURL', 'curl'],
  ['Python', 'import disruptive'],
  ['Terraform', 'resource "dt_data_connector"'],
  ['JSON', '"displayName"'],
] as const) {
  test(`${language} shows no secret, and says what has to be supplied`, async ({ editor, page }) => {
    await editor.open('Cleaning on demand');
    await editor.field('Signature secret').fill('correct horse battery staple');
    const pane = await openPane(page, language);
    await expect(code(pane)).toContainText(mark);
    for (const secret of ['correct horse', 'demo-token-that-opens-nothing', 'a-demo-secret']) {
      await expect(code(pane)).not.toContainText(secret);
    }
    await expect(pane).toContainText('Secrets are not in it.');
    await expect(pane.getByRole('term').first()).toBeVisible();
  });
}

test('a pasted command becomes a draft to look at, and is not saved by itself', async ({ editor, page }) => {
  await editor.open('Gate log');
  const pane = await openPane(page);
  await paste(
    page,
    pane,
    `curl -X PATCH "https://api.d21s.com/v2/${editor.before.name}" \\
      -H 'Authorization: Bearer $TOKEN' \\
      -d '{"displayName": "Gates", "labels": ["name", "room"], "color": "red"}'`,
  );
  await expect(pane.getByRole('status').filter({ hasText: 'Read from the cURL command' })).toContainText(
    'color is not a field of this form.',
  );
  await expect(editor.field('Display name')).toHaveValue('Gates');
  await expect(editor.summary('2 changes: Display name, Labels')).toBeVisible();
  expect(await editor.sent()).toEqual([]);
  await editor.update();
  expect(await editor.kept()).toEqual({ ...editor.before, displayName: 'Gates', labels: ['name', 'room'] });
});

test('what cannot be read says where and what to do, and changes nothing', async ({ editor, page }) => {
  await editor.open('Gate log');
  const pane = await openPane(page);
  const dialog = await paste(page, pane, '{\n  "displayName": \n}');
  await expect(dialog.getByRole('textbox')).toHaveAccessibleDescription(/Line 3: /);
  await checkAccessibility(page);
  await page.keyboard.press('Escape');
  await expect(editor.summary('No changes')).toBeVisible();
});

test('JSON of another project becomes a new connector of its type', async ({ list, page, emulator }) => {
  await list.open('Bergen warehouse');
  const api = await emulator.as('project.developer');
  const oslo = await projectCalled(api, 'Oslo office');
  const alarms = (await connectorsIn(api, oslo.name)).find(({ displayName }) => displayName === 'Leak alarms');
  await page.getByRole('button', { name: 'Add Data Connector' }).click();
  const pane = await openPane(page, 'Terraform');
  await paste(page, pane, JSON.stringify(alarms, null, 2));
  const form = page.getByRole('form', { name: 'Add Data Connector' });
  await expect(form.getByRole('textbox', { name: 'Queue URL' })).toHaveValue(/leak-alarms$/);
  await form.getByRole('button', { name: 'Add Data Connector' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Leak alarms' })).toBeVisible();
  const added = (await connectorsIn(api, list.project)).at(-1);
  expect(added).toEqual({ ...alarms, name: expect.any(String) });
});
