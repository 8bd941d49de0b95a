import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const question = (page: Page) => page.getByRole('dialog', { name: 'Leave without saving?' });
const headingOf = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true });

/** A way to leave the page of a connector of Oslo office, and where it leads. */
const departures: readonly { by: string; leave: (page: Page) => Promise<unknown>; to: string }[] = [
  {
    by: 'a link of the menu',
    leave: (page) => page.getByRole('link', { name: 'All projects' }).click(),
    to: 'Projects',
  },
  {
    by: 'the breadcrumbs',
    leave: (page) => page.getByRole('navigation', { name: 'Breadcrumbs' }).getByRole('link', { name: 'Oslo office' }).click(),
    to: 'Data Connectors',
  },
  { by: 'Back', leave: (page) => page.goBack(), to: 'Data Connectors' },
  { by: 'Forward', leave: (page) => page.goForward(), to: 'Session' },
  {
    by: 'the palette',
    leave: async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog', { name: 'Jump to' }).getByRole('link', { name: 'Bergen warehouse' }).click();
    },
    to: 'Data Connectors',
  },
  {
    by: 'the palette’s first match',
    leave: async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('searchbox', { name: 'Search projects and pages' }).fill('session');
      await page.keyboard.press('Enter');
    },
    to: 'Session',
  },
  {
    by: 'signing out',
    leave: async (page) => {
      await page.getByRole('button', { name: 'Session' }).click();
      await page.getByRole('menuitem', { name: 'Sign out' }).click();
    },
    to: 'Sign in',
  },
];

for (const { by, leave, to } of departures) {
  test.describe(`leaving by ${by}`, () => {
    test.beforeEach(async ({ list, page }) => {
      await list.open('Oslo office');
      await list.names.filter({ hasText: 'Building operations' }).click();
      await expect(headingOf(page, 'Building operations')).toBeVisible();
      if (by === 'Forward') {
        await page.getByRole('button', { name: 'Session' }).click();
        await page.getByRole('menuitem', { name: 'Session' }).click();
        await expect(headingOf(page, 'Session')).toBeVisible();
        await page.goBack();
        await expect(headingOf(page, 'Building operations')).toBeVisible();
      }
    });

    test('asks nothing when nothing has changed', async ({ page }) => {
      await leave(page);
      await expect(headingOf(page, to)).toBeVisible();
      await expect(question(page)).toBeHidden();
    });

    test('asks first when something has changed, and staying keeps place and changes', async ({ editor, page, emulator }) => {
      const address = page.url();
      await editor.field('Display name').fill('Building operations 2');
      await leave(page);
      await expect(question(page)).toContainText('What you changed on this page is lost.');
      await question(page).getByRole('button', { name: 'Cancel' }).click();
      await expect(question(page)).toBeHidden();
      await expect(page).toHaveURL(address);
      await expect(editor.field('Display name')).toHaveValue('Building operations 2');
      await expect(editor.summary('1 change: Display name')).toBeVisible();
      await editor.update();
      expect(await emulator.writes()).toHaveLength(1);
    });

    test('goes there when the changes are given up', async ({ editor, page, emulator }) => {
      await editor.field('Display name').fill('Building operations 2');
      await leave(page);
      await question(page).getByRole('button', { name: 'Leave' }).click();
      await expect(headingOf(page, to)).toBeVisible();
      await expect(question(page)).toBeHidden();
      expect(await emulator.writes()).toEqual([]);
    });
  });
}

test('Escape stays', async ({ editor, page }) => {
  await editor.open('Building operations');
  await editor.field('Display name').fill('Building operations 2');
  await page.getByRole('link', { name: 'All projects' }).click();
  await expect(question(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(question(page)).toBeHidden();
  await expect(editor.field('Display name')).toHaveValue('Building operations 2');
});

test('Back still leads to the list after staying, and after leaving that way', async ({ list, editor, page }) => {
  await list.open('Oslo office');
  await list.names.filter({ hasText: 'Building operations' }).click();
  await editor.field('Display name').fill('Building operations 2');
  const here = page.url();
  await page.goBack();
  await question(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(page).toHaveURL(here);
  await page.goBack();
  await question(page).getByRole('button', { name: 'Leave' }).click();
  await expect(headingOf(page, 'Data Connectors')).toBeVisible();
  await expect(page).toHaveURL(list.path);
  await page.goForward();
  await expect(editor.field('Display name')).toHaveValue('Building operations');
});

test('a change that is taken back leaves nothing to ask about', async ({ editor, page }) => {
  await editor.open('Building operations');
  await editor.field('Display name').fill('Building operations 2');
  await editor.field('Display name').fill('Building operations');
  await page.getByRole('link', { name: 'All projects' }).click();
  await expect(headingOf(page, 'Projects')).toBeVisible();
  await expect(question(page)).toBeHidden();
});

test('after Discard and after an update nothing is asked', async ({ editor, page }) => {
  await editor.open('Building operations');
  await editor.field('Display name').fill('Discarded');
  await editor.form.getByRole('button', { name: 'Discard' }).click();
  await expect(editor.field('Display name')).toHaveValue('Building operations');
  await editor.field('Display name').fill('Saved');
  await editor.update();
  await page.getByRole('link', { name: 'All projects' }).click();
  await expect(headingOf(page, 'Projects')).toBeVisible();
  await expect(question(page)).toBeHidden();
});

test('a new Data Connector that is begun is asked about, an untouched form is not', async ({ list, page }) => {
  await list.open('Oslo office');
  const add = page.getByRole('button', { name: 'Add Data Connector' });
  await add.click();
  await page.getByRole('link', { name: 'All projects' }).click();
  await expect(headingOf(page, 'Projects')).toBeVisible();
  await page.goBack();
  await page.getByRole('textbox', { name: 'Display name' }).fill('Begun');
  await page.getByRole('link', { name: 'All projects' }).click();
  await expect(question(page)).toBeVisible();
  await question(page).getByRole('button', { name: 'Leave' }).click();
  await expect(headingOf(page, 'Projects')).toBeVisible();
});

for (const [how, close] of [
  ['closing the tab', (page: Page) => page.close({ runBeforeUnload: true })],
  ['reloading', (page: Page) => page.evaluate(() => location.reload())],
] as const) {
  test(`the browser asks before ${how} loses changes`, async ({ editor, page }) => {
    await editor.open('Building operations');
    await editor.field('Display name').fill('Building operations 2');
    const asked = page.waitForEvent('dialog');
    const closing = close(page);
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();
    await closing;
    await expect(editor.field('Display name')).toHaveValue('Building operations 2');
  });
}

test('the browser asks nothing when a tab without changes is closed', async ({ editor, page }) => {
  await editor.open('Building operations');
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => dialogs.push(dialog.type()));
  const closed = page.waitForEvent('close');
  await page.close({ runBeforeUnload: true });
  await closed;
  expect(dialogs).toEqual([]);
});
