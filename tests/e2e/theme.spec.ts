import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

/** Whether the page is light or dark, as it is painted. */
async function painted(page: Page): Promise<string> {
  const background = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const [red = 0, green = 0, blue = 0] = background.match(/[\d.]+/g)?.map(Number) ?? [];
  return red + green + blue > 380 ? 'light' : 'dark';
}

async function choose(page: Page, theme: string): Promise<void> {
  await page.getByRole('button', { name: 'Colour theme' }).click();
  await page.getByRole('menuitemradio', { name: theme }).click();
}

test('the page follows the system, also while it is open', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/');
  expect(await painted(page)).toBe('dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(() => painted(page)).toBe('light');
});

test('a chosen theme stays through a reload, whatever the system says, until it is given up', async ({ page, signIn }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await signIn('project.user');
  await choose(page, 'Dark');
  await expect.poll(() => painted(page)).toBe('dark');
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  expect(await painted(page)).toBe('dark');

  await signIn('project.user');
  await page.getByRole('button', { name: 'Colour theme' }).click();
  await expect(page.getByRole('menuitemradio', { name: 'Dark' })).toBeChecked();
  await page.getByRole('menuitemradio', { name: 'As the system' }).click();
  await expect.poll(() => painted(page)).toBe('light');
  await page.reload();
  expect(await painted(page)).toBe('light');
});

test('the theme, and when somebody was last at work, is all that the console stores', async ({ page, context, signIn, emulator }) => {
  await signIn('project.user');
  await choose(page, 'Light');
  await expect(page.getByRole('link', { name: 'Oslo office' })).toBeVisible();
  const localStorage = [
    { name: 'theme', value: 'light' },
    { name: 'last-input', value: expect.stringMatching(/^\d+$/) },
  ];
  expect(await context.storageState({ indexedDB: true })).toEqual({
    cookies: [],
    origins: [{ origin: emulator.console, localStorage, indexedDB: [] }],
  });
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
});
