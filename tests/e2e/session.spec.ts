import type { Page } from '@playwright/test';
import { checkAccessibility, expect, test } from './fixtures.ts';
import type { Emulator } from './fixtures/emulator.ts';
import { signInHere, submitToken } from './fixtures/sign_in.ts';

const menu = (page: Page) => page.getByRole('button', { name: 'Session' });
const ended = (page: Page) => page.getByRole('dialog', { name: 'Your session has ended' });

/** How often the token endpoint was asked, and with which outcome. */
async function tokenRequests(emulator: Emulator): Promise<(number | null)[]> {
  return (await emulator.journal()).filter(({ path }) => path === '/oauth2/token').map(({ status }) => status);
}

/** The statuses of the PATCHes received. */
async function patches(emulator: Emulator): Promise<(number | null)[]> {
  return (await emulator.journal()).filter(({ method }) => method === 'PATCH').map(({ status }) => status);
}

/** Nobody touches the console while time passes, and it is not to lock. */
async function neverLock(page: Page): Promise<void> {
  await page.addInitScript(() => localStorage.setItem('idle-lock', '0'));
}

/** Time passes for DT Cloud and for the browser. */
async function timePasses(page: Page, advance: (duration: string) => Promise<void>, minutes: number): Promise<void> {
  await advance(`${minutes}m`);
  await page.clock.fastForward(minutes * 60_000);
}

test('the token is renewed before a request would need a newer one', async ({ page, signIn, emulator, advance }) => {
  await neverLock(page);
  await page.clock.install();
  await signIn('project.developer');
  await expect(page.getByRole('link', { name: 'Bergen warehouse' })).toBeVisible();
  await timePasses(page, advance, 65);
  await page.getByRole('link', { name: 'Bergen warehouse' }).click();
  await expect(page.getByRole('link', { name: 'Gate log' })).toBeVisible();
  expect(await tokenRequests(emulator)).toEqual([200, 200]);
  expect((await emulator.journal()).filter(({ status }) => status === 401)).toEqual([]);
});

test('a token that lasts is not renewed', async ({ page, signIn, emulator, advance }) => {
  await neverLock(page);
  await page.clock.install();
  await signIn('project.developer');
  await expect(page.getByRole('link', { name: 'Bergen warehouse' })).toBeVisible();
  await timePasses(page, advance, 50);
  await page.getByRole('link', { name: 'Bergen warehouse' }).click();
  await expect(page.getByRole('link', { name: 'Gate log' })).toBeVisible();
  expect(await tokenRequests(emulator)).toEqual([200]);
});

test('requests that are refused at the same time share one renewal, and the person notices nothing', async (
  { list, page, emulator, watch, advance },
) => {
  watch.allow(/status of 401 /);
  await list.open('Bergen warehouse');
  await expect(list.names).toHaveCount(4);
  const before = (await tokenRequests(emulator)).length;
  await advance('61m');
  await list.names.filter({ hasText: 'Gate log' }).click();
  await expect(page.getByRole('textbox', { name: 'Display name' })).toHaveValue('Gate log');
  await expect(page.getByRole('definition').first()).toHaveText(/\d/);
  expect((await tokenRequests(emulator)).slice(before)).toEqual([200]);
  await expect(ended(page)).toBeHidden();
});

test('a save whose token has just ended is sent again with a new one, and done once', async (
  { editor, emulator, provoke, advance },
) => {
  await editor.open('Gate log');
  await editor.field('Display name').fill('Gates');
  // Tokens that are issued in the same second are the same.
  await advance('1m');
  await provoke({ method: 'PATCH', path: '/v2/*', status: 401, times: 1 });
  await editor.update();
  expect(await patches(emulator)).toEqual([401, 200]);
});

test('a session that DT Cloud ends keeps what was entered, and goes on after signing in again', async (
  { editor, page, emulator, provoke },
) => {
  await editor.open('Gate log');
  await editor.field('Display name').fill('Gates');
  await editor.field('Endpoint URL').fill('https://gates.example.org/new');
  await provoke({ path: '/v2/*', status: 401 });
  await editor.updateButton.click();
  await expect(ended(page)).toContainText('What you entered is still here: sign in again and go on.');
  await emulator.clearFaults();
  await page.keyboard.press('Escape');
  await expect(ended(page)).toBeVisible();
  await signInHere(page, emulator.account('project.developer'));
  await expect(ended(page)).toBeHidden();
  await expect(editor.field('Display name')).toHaveValue('Gates');
  await expect(editor.field('Endpoint URL')).toHaveValue('https://gates.example.org/new');
  await editor.update();
  expect((await patches(emulator)).filter((status) => status === 200)).toEqual([200]);
  const kept = await editor.kept();
  expect([kept.displayName, kept.httpConfig?.url]).toEqual(['Gates', 'https://gates.example.org/new']);
});

test('a key that is no longer accepted ends the session at the next renewal', async ({ page, signIn, provoke, watch, advance }) => {
  watch.allow(/status of 401 /);
  await signIn('project.developer');
  await expect(page.getByRole('link', { name: 'Bergen warehouse' })).toBeVisible();
  await advance('61m');
  await provoke({ path: '/oauth2/token', status: 400, body: { error: 'invalid_grant' } });
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(ended(page)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Bergen warehouse', includeHidden: true })).toBeVisible();
});

test('a pasted token that ends can be replaced without losing what was entered', async ({ page, emulator, watch, editor, advance }) => {
  watch.allow(/status of 401 /);
  const { accessToken } = await emulator.as('project.developer');
  await page.goto('/');
  await submitToken(page, accessToken);
  await page.getByRole('link', { name: 'Bergen warehouse' }).click();
  await page.getByRole('link', { name: 'Gate log' }).click();
  await editor.field('Display name').fill('Gates');
  await advance('61m');
  await editor.updateButton.click();
  await expect(ended(page)).toBeVisible();
  await submitToken(page, (await emulator.as('project.developer')).accessToken);
  await expect(ended(page)).toBeHidden();
  await expect(editor.field('Display name')).toHaveValue('Gates');
  await editor.update();
  expect(await patches(emulator)).toEqual([200]);
});

test('whoever gives an ended session up is signed out, and sees only what was saved afterwards', async (
  { editor, page, emulator, provoke },
) => {
  await editor.open('Gate log');
  await editor.field('Display name').fill('Gates');
  await provoke({ path: '/v2/*', status: 401 });
  await editor.updateButton.click();
  await page.getByRole('button', { name: 'Sign out and lose what is on this page' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  await emulator.clearFaults();
  await signInHere(page, emulator.account('project.developer'));
  await expect(editor.field('Display name')).toHaveValue('Gate log');
});

test('signing out forgets who it was and everything they saw', async ({ list, page, emulator }) => {
  await list.open('Bergen warehouse');
  await expect(list.names).toHaveCount(4);
  await menu(page).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  const received = (await emulator.journal()).length;
  await expect(page.getByText('Gate log')).toBeHidden();
  for (const label of ['Key ID', 'Secret', 'Service account email']) {
    await expect(page.getByLabel(label, { exact: true })).toHaveValue('');
  }
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  expect(await emulator.journal()).toHaveLength(received);
});

test('somebody else who signs in afterwards has their own role', async ({ list, page, emulator }) => {
  await list.open('Bergen warehouse');
  await menu(page).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await signInHere(page, emulator.account('project.user'));
  await expect(list.names).toHaveCount(4);
  await expect(page.getByRole('button', { name: 'Add Data Connector' })).toHaveAccessibleDescription('Needs Project Developer');
});

test('a reload asks to sign in again, because nothing was kept outside of the page', async ({ signIn, page, context }) => {
  await signIn('project.developer');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  expect(await context.cookies()).toEqual([]);
});

test('the menu counts down how long the token lasts', async ({ page, signIn, emulator }) => {
  await page.clock.install();
  await signIn('project.developer');
  const { email } = emulator.account('project.developer');
  await expect(menu(page)).toContainText(email.split('@')[0] ?? '');
  await expect(menu(page)).toContainText(/(59|60) min/);
  await page.clock.fastForward(20 * 60_000);
  await expect(menu(page)).toContainText(/(39|40) min/);
});

test('the session page says who is signed in, until when, and signs out', async ({ page, signIn, emulator }) => {
  const { email, keyId, secret } = emulator.account('project.user');
  await signIn('project.user');
  await menu(page).click();
  await page.getByRole('menuitem', { name: 'Session' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Session' })).toBeVisible();
  await expect(page).toHaveURL('/session');
  await expect(page.getByRole('menuitem')).toHaveCount(0);
  const facts = page.getByRole('main');
  await expect(facts).toContainText(email);
  await expect(facts).toContainText(keyId);
  await expect(facts).toContainText(/Ends in (59 minutes|1 hour), and is renewed before that\./);
  await expect(facts).not.toContainText(secret);
  await facts.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
});

test('the session page of a pasted token says that it cannot be renewed', async ({ page, emulator }) => {
  const { accessToken } = await emulator.as('project.user');
  await page.goto('/session');
  await submitToken(page, accessToken);
  await expect(page.getByRole('main')).toContainText('It cannot be renewed here.');
  await expect(page.getByRole('main')).not.toContainText(accessToken);
  await expect(menu(page)).toContainText('Access token');
});

test('whoever pasted a token sees how long it lasts, is told before it ends, and replaces it without losing anything', async (
  { page, emulator, editor, advance },
) => {
  await neverLock(page);
  await page.clock.install();
  await page.goto('/');
  await submitToken(page, (await emulator.as('project.developer')).accessToken);
  await expect(menu(page)).toContainText(/(59|60) min/);
  await page.getByRole('link', { name: 'Bergen warehouse' }).click();
  await page.getByRole('link', { name: 'Gate log' }).click();
  await editor.field('Display name').fill('Gates');
  const notice = page.getByRole('status').filter({ hasText: 'Your access token ends' });
  await timePasses(page, advance, 50);
  await expect(notice).toBeHidden();
  await timePasses(page, advance, 6);
  await expect(notice).toContainText(/Your access token ends in [34] minutes/);
  await checkAccessibility(page);
  await notice.getByRole('button', { name: 'Sign in again' }).click();
  const dialog = page.getByRole('dialog', { name: 'Sign in again' });
  await expect(dialog).toContainText('What you entered stays as it is.');
  await submitToken(page, (await emulator.as('project.developer')).accessToken);
  await expect(dialog).toBeHidden();
  await expect(notice).toBeHidden();
  await expect(editor.field('Display name')).toHaveValue('Gates');
  await expect(menu(page)).toContainText(/(59|60) min/);
});

test('a token that the console believes to have ended is said to have, and DT Cloud has the last word', async ({ page, emulator }) => {
  await neverLock(page);
  await page.clock.install();
  await page.goto('/');
  await submitToken(page, (await emulator.as('project.developer')).accessToken);
  await expect(page.getByRole('link', { name: 'Bergen warehouse' })).toBeVisible();
  await page.clock.fastForward(61 * 60_000);
  await expect(page.getByRole('status').filter({ hasText: 'Your access token has ended' })).toBeVisible();
  await page.getByRole('link', { name: 'Bergen warehouse' }).click();
  await expect(page.getByRole('link', { name: 'Gate log' })).toBeVisible();
});

test('whoever asks to sign in again can think better of it', async ({ page, emulator }) => {
  await neverLock(page);
  await page.clock.install();
  await page.goto('/');
  await submitToken(page, (await emulator.as('project.developer')).accessToken);
  await expect(page.getByRole('link', { name: 'Bergen warehouse' })).toBeVisible();
  await page.clock.fastForward(57 * 60_000);
  await page.getByRole('button', { name: 'Sign in again' }).click();
  const dialog = page.getByRole('dialog', { name: 'Sign in again' });
  await dialog.getByRole('button', { name: 'Not now' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('link', { name: 'Bergen warehouse' })).toBeVisible();
});
