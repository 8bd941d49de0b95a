import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const section = (page: Page): Locator => page.getByRole('region', { name: 'Synchronize' });
const button = (page: Page): Locator => section(page).getByRole('button', { name: 'Synchronize Data Connector' });

test('synchronizing asks DT Cloud once and says what it does', async ({ editor, page, emulator }) => {
  await editor.open('Building operations');
  await button(page).click();
  const outcome = section(page).getByRole('status').filter({ hasText: 'Synchronization requested' });
  await expect(outcome).toContainText('the most recent event of each event type of each device');
  expect(await emulator.writes()).toEqual([`POST /v2/${editor.before.name}:sync`]);
  const journal = await emulator.journal();
  expect(journal.find(({ path }) => path.endsWith(':sync'))?.body).toBeNull();
  expect(await editor.kept()).toEqual(editor.before);
});

test('it can be repeated, but not while it is under way', async ({ editor, page, emulator }) => {
  await emulator.fault({ method: 'POST', path: '/v2/*:sync', delay: 700, times: 1 });
  await editor.open('Building operations');
  await button(page).dblclick();
  await expect(section(page).getByRole('button', { name: 'Synchronizing…' })).toHaveAttribute('aria-busy', 'true');
  await expect(section(page)).toContainText('Synchronization requested');
  expect(await emulator.writes()).toHaveLength(1);
  await button(page).click();
  await expect.poll(() => emulator.writes()).toHaveLength(2);
});

for (const [connector, by] of [
  ['Old intranet', 'a person'],
  ['Energy dashboard', 'DT Cloud'],
] as const) {
  test(`a connector that ${by} disabled cannot be synchronized, and says why`, async ({ editor, page, emulator }) => {
    await editor.open(connector);
    await expect(button(page)).toBeDisabled();
    await expect(button(page)).toHaveAccessibleDescription('Enable the Data Connector first');
    await button(page).click({ force: true });
    await button(page).press('Enter');
    expect(await emulator.writes()).toEqual([]);

    await editor.form.getByRole('switch', { name: 'Data Connector enabled' }).click();
    await editor.update();
    await button(page).click();
    await expect(section(page)).toContainText('Synchronization requested');
  });
}

test('unsaved changes are to be saved first', async ({ editor, page, emulator }) => {
  await editor.open('Building operations');
  await editor.field('Endpoint URL').fill('https://ops.example.com/new');
  await expect(button(page)).toBeDisabled();
  await expect(button(page)).toHaveAccessibleDescription('Update the Data Connector first');
  await editor.form.getByRole('button', { name: 'Discard' }).click();
  await expect(button(page)).toBeEnabled();
  expect(await emulator.writes()).toEqual([]);
});

test('synchronizing does not save the form', async ({ editor, page }) => {
  await editor.open('Building operations');
  await button(page).click();
  await expect(section(page)).toContainText('Synchronization requested');
  expect(await editor.sent()).toEqual([]);
});
