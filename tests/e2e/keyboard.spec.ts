import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { connectorCalled } from './fixtures/connectors.ts';

const headingOf = (page: Page, name: string): Locator => page.getByRole('heading', { level: 1, name, exact: true });
const palette = (page: Page): Locator => page.getByRole('dialog', { name: 'Jump to' });
const keys = (page: Page): Locator => page.getByRole('dialog', { name: 'Keys' });

/** Presses Tab until this has the focus, as a person does who is looking for it. */
async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 60; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  await expect(target, 'within 60 presses').toBeFocused();
}

test('from signing in to a saved change nothing but the keyboard is needed', async ({ page, emulator }) => {
  test.slow();
  const { keyId, secret, email } = emulator.account('project.developer');
  await page.goto('/');
  await tabTo(page, page.getByLabel('Key ID'));
  await page.keyboard.type(keyId);
  await page.keyboard.press('Tab');
  await page.keyboard.type(secret);
  await page.keyboard.press('Tab');
  await page.keyboard.type(email);
  await page.keyboard.press('Enter');
  await expect(headingOf(page, 'Projects')).toBeFocused();

  await page.keyboard.press('Control+k');
  await expect(palette(page).getByRole('link', { name: 'Bergen warehouse' })).toBeVisible();
  await page.keyboard.type('berg');
  await page.keyboard.press('Enter');
  await expect(headingOf(page, 'Data Connectors')).toBeFocused();
  await expect(page.getByRole('link', { name: 'Night audit' })).toBeVisible();

  await page.keyboard.press('/');
  await page.keyboard.type('gate');
  await expect(page.getByRole('link', { name: 'Night audit' })).toBeHidden();
  await tabTo(page, page.getByRole('link', { name: 'Gate log' }));
  await page.keyboard.press('Enter');
  await expect(headingOf(page, 'Gate log')).toBeFocused();

  await tabTo(page, page.getByRole('switch', { name: 'Data Connector enabled' }));
  await page.keyboard.press('Space');
  await tabTo(page, page.getByRole('textbox', { name: 'Display name' }));
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Gates');
  await tabTo(page, page.getByRole('checkbox', { name: 'motion' }));
  await page.keyboard.press('Space');
  await tabTo(page, page.getByRole('combobox', { name: 'Label keys' }));
  await page.keyboard.type('roo');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: 'Add header' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Key of header 1' })).toBeFocused();
  await page.keyboard.type('X-Site');
  await page.keyboard.press('Tab');
  await page.keyboard.type('bergen');
  await tabTo(page, page.getByRole('button', { name: 'Generate' }));
  await page.keyboard.press('Space');
  const update = page.getByRole('button', { name: 'Update Data Connector' });
  await tabTo(page, update);
  await page.keyboard.press('Enter');
  // One key more than without a review: what confirms has the focus.
  const review = page.getByRole('dialog', { name: 'Review changes' });
  await expect(review.getByRole('button', { name: 'Update Data Connector' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('No changes', { exact: true })).toBeVisible();
  await expect(update).toBeFocused();

  const kept = await connectorCalled(await emulator.as('project.developer'), 'Gates');
  expect(kept).toMatchObject({ status: 'USER_DISABLED', labels: ['name', 'room'] });
  expect(kept.events.toSorted()).toEqual(['contact', 'motion', 'objectPresent']);
  expect(kept.httpConfig).toMatchObject({ headers: { 'X-Site': 'bergen' }, signatureSecret: expect.stringMatching(/^[0-9a-f]{64}$/) });
});

test('a connector is deleted with the keyboard alone', async ({ editor, page, emulator }) => {
  await editor.open('Gate log');
  await tabTo(page, page.getByRole('button', { name: 'Delete Data Connector' }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Delete Gate log?' });
  await tabTo(page, dialog.getByRole('textbox'));
  await page.keyboard.type('Gate log');
  await tabTo(page, dialog.getByRole('button', { name: 'Delete Data Connector' }));
  await page.keyboard.press('Enter');
  await expect(headingOf(page, 'Data Connectors')).toBeFocused();
  expect(await emulator.writes()).toEqual([`DELETE /v2/${editor.before.name}`]);
});

test('every change of page moves the focus to the heading, and names the document after it', async ({ page, signIn }) => {
  await signIn('project.developer');
  for (const [link, heading] of [
    ['Bergen warehouse', 'Data Connectors'],
    ['Gate log', 'Gate log'],
  ] as const) {
    await tabTo(page, page.getByRole('table').getByRole('link', { name: link }));
    await page.keyboard.press('Enter');
    await expect(headingOf(page, heading)).toBeFocused();
    await expect(page).toHaveTitle(`${heading} – Data Connector Console`);
  }
  await page.goBack();
  await expect(headingOf(page, 'Data Connectors')).toBeFocused();
});

test('Ctrl+K opens the palette from inside a field, and Escape gives the focus back', async ({ editor, page }) => {
  await editor.open('Gate log');
  await editor.field('Endpoint URL').focus();
  await page.keyboard.press('Control+k');
  await expect(palette(page).getByRole('searchbox')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(palette(page)).toBeHidden();
  await expect(editor.field('Endpoint URL')).toBeFocused();
});

test('the arrow keys move between the search and the places of the palette', async ({ page, signIn }) => {
  await signIn('project.developer');
  await page.keyboard.press('Control+k');
  const places = palette(page).getByRole('link');
  await expect(places).toHaveText(['Oslo office', 'Bergen warehouse', 'Trondheim cold storage', 'All projects', 'Session']);
  await page.keyboard.press('ArrowDown');
  await expect(places.nth(0)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(places.nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(palette(page).getByRole('searchbox')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(headingOf(page, 'Data Connectors')).toBeFocused();
  await expect(page.getByRole('link', { name: 'Building operations' })).toBeVisible();
});

test('the palette says when nothing matches, and Enter stays there', async ({ page, signIn }) => {
  await signIn('project.developer');
  await page.keyboard.press('Control+k');
  await expect(palette(page).getByRole('link')).toHaveCount(5);
  await page.keyboard.type('atlantis');
  await expect(palette(page).getByText('Nothing matches.')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(palette(page)).toBeVisible();
});

test('a question mark lists the keys, and Escape gives the focus back', async ({ page, signIn }) => {
  await signIn('project.developer');
  const link = page.getByRole('link', { name: 'Oslo office' });
  await tabTo(page, link);
  await page.keyboard.press('?');
  await expect(keys(page).getByRole('term')).toHaveText(['Ctrl K or ⌘ K', '/', '?', 'Esc']);
  await page.keyboard.press('Escape');
  await expect(keys(page)).toBeHidden();
  await expect(link).toBeFocused();
});

test('the keys are text where text is typed', async ({ editor, page }) => {
  await editor.open('Gate log');
  await editor.field('Display name').fill('');
  await editor.field('Display name').press('?');
  await editor.field('Display name').press('/');
  await expect(editor.field('Display name')).toHaveValue('?/');
  await expect(keys(page)).toBeHidden();
});

test('a dialog keeps the focus until it closes', async ({ editor, page }) => {
  await editor.open('Gate log');
  await page.getByRole('button', { name: 'Delete Data Connector' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete Gate log?' });
  await expect(dialog).toBeVisible();
  for (let presses = 0; presses < 8; presses += 1) {
    await page.keyboard.press('Tab');
    const inside = await dialog.evaluate((element) => {
      const focused = document.activeElement;
      return focused === document.body || element.contains(focused);
    });
    expect(inside, `after ${presses + 1} presses`).toBe(true);
  }
});

test('the first stop skips to the content, changes no address, and asks nothing in a changed form', async ({ editor, list, page }) => {
  await list.open('Bergen warehouse');
  await list.names.filter({ hasText: 'Gate log' }).click();
  await editor.field('Display name').fill('Gates');
  const address = page.url();
  const skip = page.getByRole('link', { name: 'Skip to content' });
  await tabTo(page, skip, 'Shift+Tab');
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page).toHaveURL(address);
  await page.keyboard.press('Tab');
  expect(await page.getByRole('main').evaluate((main) => main.contains(document.activeElement))).toBe(true);
});

test('a menu opens with the arrow key, is walked with it, and gives the focus back', async ({ page, signIn }) => {
  await signIn('project.developer');
  const button = page.getByRole('button', { name: 'Colour theme' });
  await tabTo(page, button);
  await page.keyboard.press('ArrowDown');
  const items = page.getByRole('menuitemradio');
  await expect(items).toHaveText(['As the system', 'Light', 'Dark']);
  await expect(items.nth(0)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(items.nth(2)).toBeFocused();
  await page.keyboard.press('Home');
  await expect(items.nth(0)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(items.nth(0)).toBeHidden();
  await expect(button).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(items.nth(0)).toBeFocused();
  await page.keyboard.press('End');
  await expect(items.nth(2)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(items.nth(0)).toBeHidden();
  await expect(button).toBeFocused();
  expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
});
