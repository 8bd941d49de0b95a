import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { signInHere } from './fixtures/sign_in.ts';

const signInPage = (page: Page) => page.getByRole('heading', { level: 1, name: 'Sign in' });
const projects = (page: Page) => page.getByRole('link', { name: 'Oslo office' });

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Session' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(signInPage(page)).toBeVisible();
}

/** What the page holds that a person, or a program, could read. */
const content = (page: Page) => page.evaluate(() => document.documentElement.outerHTML + document.title);

test('signing out in one tab signs out of every other, also of another account, and says so there', async ({ editor, page, context, emulator }) => {
  await editor.open('Gate log');
  const other = await context.newPage();
  await other.goto('/');
  await signInHere(other, emulator.account('project.user'));
  await expect(projects(other)).toBeVisible();
  await signOut(page);
  await expect(other.getByRole('status').filter({ hasText: 'You signed out in another tab' })).toBeVisible();
  await expect(signInPage(other)).toBeVisible();
  expect(await content(other)).not.toContain('Oslo office');
});

test('a tab where nobody is signed in takes no notice, and keeps what is typed there', async ({ page, context, signIn }) => {
  await signIn('project.user');
  const other = await context.newPage();
  await other.goto('/');
  await other.getByLabel('Key ID').fill('half-typed');
  await signOut(page);
  await expect(other.getByLabel('Key ID')).toHaveValue('half-typed');
  await expect(other.getByText('You signed out in another tab')).toBeHidden();
});

test('after signing out, Back shows nothing of what was there before', async ({ editor, page }) => {
  await editor.open('Gate log');
  await page.getByRole('link', { name: 'All projects' }).click();
  await expect(projects(page)).toBeVisible();
  await signOut(page);
  await page.goBack();
  await expect(signInPage(page)).toBeVisible();
  const shown = await content(page);
  for (const before of ['Gate log', 'Oslo office', 'Bergen warehouse']) expect(shown).not.toContain(before);
});

test('messages about what was done go with whoever did it', async ({ editor, page }) => {
  await editor.open('Gate log');
  await editor.field('Display name').fill('Gates');
  await editor.update();
  await expect(page.getByRole('region', { name: 'Notifications' }).getByRole('listitem')).not.toHaveCount(0);
  await signOut(page);
  expect(await content(page)).not.toContain('Gates');
});

test('a page that the browser keeps while another is shown holds nothing, and asks to sign in when it is shown again', async ({ editor, page }) => {
  await editor.open('Gate log');
  // Playwright turns the browser's own cache of pages off; the test below has it on.
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
  expect(await content(page)).not.toContain('Gate log');
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  await expect(page.getByRole('status').filter({ hasText: 'You left this page' })).toBeVisible();
  await expect(signInPage(page)).toBeVisible();
});

test('a secret that was typed and not sent is gone from a page that is shown again', async ({ page }) => {
  await page.goto('/');
  await page.getByLabel('Secret').fill('a-secret-that-was-not-sent');
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
  await expect(page.getByLabel('Secret')).toBeHidden();
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  await expect(page.getByLabel('Secret')).toHaveValue('');
  await expect(page.getByText('You left this page')).toBeHidden();
});
