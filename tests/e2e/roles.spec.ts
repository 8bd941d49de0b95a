import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { connectorCalled } from './fixtures/connectors.ts';
import { submitToken } from './fixtures/sign_in.ts';

const reason = 'Needs Project Developer';

/** What only shows, and so works for whoever may look: `Copy Endpoint URL`, `Reveal Signature secret`. */
const shows = /^(Copy|Reveal|Discard)/;

async function expectNothingToChange(form: Locator): Promise<void> {
  const fields = await form.getByRole('textbox').all();
  const roles = ['switch', 'checkbox', 'combobox', 'button'] as const;
  const others = (await Promise.all(roles.map((role) => form.getByRole(role).all()))).flat();
  expect(fields.length + others.length).toBeGreaterThan(5);
  for (const field of fields) await expect(field).not.toBeEditable();
  for (const control of others) {
    const name = (await control.getAttribute('aria-label')) ?? (await control.textContent()) ?? '';
    if (!shows.test(name)) await expect(control, name).toBeDisabled();
  }
}

/** Confirms what the review of a save shows. */
async function confirm(page: Page): Promise<void> {
  const review = page.getByRole('dialog', { name: 'Review changes' });
  await review.getByRole('button', { name: 'Update Data Connector' }).click();
}

for (const [who, role, projects] of [
  ['a project developer', 'project.developer', ['Oslo office', 'Bergen warehouse', 'Trondheim cold storage']],
  ['an organization administrator', 'organization.admin', ['Oslo office', 'Bergen warehouse', 'Trondheim cold storage']],
  ['a developer of one project, with Basic auth allowed', 'basic', ['Oslo office']],
] as const) {
  test(`${who} sees just their projects, and changes, synchronizes and deletes there`, async ({ page, signIn, emulator }) => {
    const account = role === 'basic' ? emulator.accounts.find(({ basicAuth }) => basicAuth) : emulator.account(role);
    const { name } = await connectorCalled(await emulator.as('project.user'), 'Leak alarms');
    await signIn(account ?? role);
    await expect(page.getByRole('table').getByRole('link')).toHaveText([...projects]);
    await page.getByRole('link', { name: 'Oslo office' }).click();
    await expect(page.getByRole('button', { name: 'Add Data Connector' })).toBeEnabled();
    await page.getByRole('link', { name: 'Leak alarms' }).click();
    await page.getByRole('textbox', { name: 'Display name' }).fill('Leaks');
    await page.getByRole('button', { name: 'Update Data Connector' }).click();
    await confirm(page);
    await expect(page.getByRole('heading', { level: 1, name: 'Leaks' })).toBeVisible();
    await page.getByRole('button', { name: 'Synchronize Data Connector' }).click();
    await expect(page.getByText('Synchronization requested')).toBeVisible();
    await page.getByRole('button', { name: 'Delete Data Connector' }).click();
    const dialog = page.getByRole('dialog', { name: 'Delete Leaks?' });
    await dialog.getByRole('textbox').fill('Leaks');
    await dialog.getByRole('button', { name: 'Delete Data Connector' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Data Connectors' })).toBeVisible();
    expect(await emulator.writes()).toEqual([`PATCH /v2/${name}`, `POST /v2/${name}:sync`, `DELETE /v2/${name}`]);
    await expect(page.getByRole('rowheader', { name: 'Leaks' })).toBeHidden();
  });
}

test('a pasted access token may do what its account may', async ({ page, emulator }) => {
  const { accessToken } = await emulator.as('project.developer');
  await page.goto('/');
  await submitToken(page, accessToken);
  await page.getByRole('link', { name: 'Bergen warehouse' }).click();
  await page.getByRole('link', { name: 'Gate log' }).click();
  await page.getByRole('textbox', { name: 'Display name' }).fill('Gates');
  await page.getByRole('button', { name: 'Update Data Connector' }).click();
  await confirm(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Gates' })).toBeVisible();
  expect((await connectorCalled(await emulator.as('project.user'), 'Gates')).displayName).toBe('Gates');
});

test('an access token that DT Cloud does not accept is refused before anything is shown', async ({ page, watch }) => {
  watch.allow(/status of 401 .*\/v2\/projects\?/);
  await page.goto('/');
  await submitToken(page, 'not-a-token');
  const problem = page.getByRole('alert').filter({ hasText: 'DT Cloud did not accept this token' });
  await expect(problem).toContainText('it was not copied whole');
  await expect(page.getByRole('form', { name: 'Access token' }).getByLabel('Access token')).toHaveValue('not-a-token');
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
});

test('a project user sees the list, and why nothing can be added', async ({ list, page }) => {
  await list.open('Oslo office', 'project.user');
  await expect(list.names).toHaveCount(9);
  const add = page.getByRole('button', { name: 'Add Data Connector' });
  await expect(add).toBeDisabled();
  await expect(add).toHaveAccessibleDescription(reason);
  await add.click({ force: true });
  await expect(page).toHaveURL(list.path);
});

test('why a button cannot be used shows on hover and on focus, and Escape puts it away until one moves on', async ({ list, page }) => {
  await list.open('Oslo office', 'project.user');
  const add = page.getByRole('button', { name: 'Add Data Connector' });
  const tooltip = page.getByRole('tooltip', { name: reason });
  await expect(tooltip).toBeHidden();
  await add.hover();
  await expect(tooltip).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(tooltip).toBeHidden();
  await list.names.first().hover();
  await add.focus();
  await expect(tooltip).toBeVisible();
});

for (const [connector, type] of [
  ['Cleaning on demand', 'an HTTP push'],
  ['Work orders', 'a cloud queue'],
  ['Energy dashboard', 'a connector that DT Cloud disabled'],
] as const) {
  test(`a project user can look at ${type} but change nothing, and is told why`, async ({ editor, page, emulator }) => {
    await editor.open(connector, 'project.user');
    await expect(page.getByRole('status').filter({ hasText: reason })).toContainText(
      'You can look at this Data Connector, but not change it.',
    );
    await expect(editor.field('Display name')).toHaveValue(connector);
    await expectNothingToChange(editor.form);
    for (const name of ['Update Data Connector', 'Synchronize Data Connector', 'Delete Data Connector']) {
      const button = page.getByRole('button', { name });
      await expect(button).toBeDisabled();
      await expect(button).toHaveAccessibleDescription(reason);
      await button.click({ force: true });
    }
    await expect(page.getByRole('dialog')).toBeHidden();
    expect(await emulator.writes()).toEqual([]);
  });
}

test('a project user can still search, reveal and copy what a connector has, and Enter saves nothing', async ({
  context,
  editor,
  emulator,
  page,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await editor.open('Cleaning on demand', 'project.user');
  const url = editor.field('Endpoint URL');
  await page.getByRole('button', { name: 'Copy Endpoint URL' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await url.inputValue());
  await page.getByRole('button', { name: 'Reveal Value of Authorization' }).click();
  await expect(editor.field('Value of Authorization')).toHaveAttribute('type', 'text');
  await editor.form.getByRole('searchbox').fill('touch');
  await expect(editor.form.getByRole('checkbox', { name: 'touchCount' })).toBeVisible();
  await expect(editor.form.getByRole('checkbox', { name: 'co2' })).toBeHidden();
  await expect(editor.form.getByRole('button', { name: 'Add header' })).toHaveAccessibleDescription(reason);
  await url.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  expect(await emulator.writes()).toEqual([]);
});

test('a project user cannot make changes that they could not save', async ({ editor, page }) => {
  await editor.open('Energy dashboard', 'project.user');
  const enable = page.getByRole('button', { name: 'Enable again' });
  await expect(enable).toBeDisabled();
  await expect(enable).toHaveAccessibleDescription(reason);
});

test('a project user who comes to the form by its address can fill in nothing, and is told why', async ({ list, page, signIn }) => {
  await list.open('Oslo office', 'project.user');
  await signIn('project.user', `${list.path}/new`);
  await expect(page.getByRole('status').filter({ hasText: reason })).toContainText(
    'Your role cannot add Data Connectors in this project.',
  );
  const form = page.getByRole('form', { name: 'Add Data Connector' });
  await expectNothingToChange(form);
  await expect(form.getByRole('button', { name: 'Add Data Connector' })).toHaveAccessibleDescription(reason);
});

test('a project where the account has no role is told as not there', async ({ page, signIn, emulator, watch }) => {
  watch.allow(/status of 40[34] /);
  const { name } = await connectorCalled(await emulator.as('project.user'), 'Gate log');
  const guest = emulator.accounts.find(({ basicAuth }) => basicAuth);
  if (!guest) throw new Error('no account with Basic auth');
  await signIn(guest, `/${name}`);
  await expect(page.getByRole('alert')).toContainText(/This is not there|Your role does not allow this/);
  await expect(page.getByRole('form', { name: 'Data Connector' })).toBeHidden();
});

test('until the role is known nothing can be changed by mistake', async ({ list, page, emulator, signIn }) => {
  await list.open('Oslo office');
  await emulator.fault({ path: `/v2/${list.project}/permissions`, delay: 120_000 });
  await signIn('project.developer', list.path);
  const add = page.getByRole('button', { name: 'Add Data Connector' });
  await expect(list.names).toHaveCount(9);
  await expect(add).toBeDisabled();
  await expect(add).toHaveAccessibleDescription('Checking your role');
});
