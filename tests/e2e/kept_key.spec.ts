import type { Page } from '@playwright/test';
import { checkAccessibility, expect, test } from './fixtures.ts';
import type { Account, Emulator } from './fixtures/emulator.ts';
import { Traces } from './fixtures/traces.ts';

const form = (page: Page) => page.getByRole('form', { name: 'Service account' });
const keep = (page: Page) => form(page).getByRole('checkbox', { name: 'Keep me signed in on this device' });
const signInPage = (page: Page) => page.getByRole('heading', { level: 1, name: 'Sign in' });
const projects = (page: Page) => page.getByRole('link', { name: 'Oslo office' });

async function signInKept(page: Page, { keyId, secret, email }: Account): Promise<void> {
  await page.goto('/');
  await form(page).getByLabel('Key ID').fill(keyId);
  await form(page).getByLabel('Secret').fill(secret);
  await form(page).getByLabel('Service account email').fill(email);
  await keep(page).check();
  await form(page).getByRole('button', { name: 'Sign in' }).click();
  await expect(projects(page)).toBeVisible();
}

async function openSessionPage(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Session' }).click();
  await page.getByRole('menuitem', { name: 'Session' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Session' })).toBeVisible();
}

/** How often a token was given. */
async function tokens(emulator: Emulator): Promise<number> {
  return (await emulator.journal()).filter(({ path, status }) => path === '/oauth2/token' && status === 200).length;
}

test('what keeping a key means is said before anybody chooses it, and nobody is made to', async ({ page }) => {
  await page.goto('/');
  await expect(keep(page)).not.toBeChecked();
  await expect(keep(page)).toHaveAccessibleDescription(/can be used but not read out\. Whoever uses this browser profile can act as this account/);
});

test('a kept key signs in by itself after a reload, with a new token and nothing stored but the key', async ({ page, context, emulator }) => {
  const traces = new Traces(page, context, emulator);
  const account = emulator.account('project.developer');
  await signInKept(page, account);
  await page.getByRole('link', { name: 'Bergen warehouse' }).click();
  await expect(page.getByRole('rowheader', { name: 'Gate log' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('rowheader', { name: 'Gate log' })).toBeVisible();
  expect(await tokens(emulator)).toBe(2);
  await traces.expectNone([account.secret, ...traces.credentials]);
  const stored = await page.evaluate(async () => {
    const opening = indexedDB.open('data-connector-console');
    await new Promise((done) => (opening.onsuccess = done));
    const reading = opening.result.transaction('keys').objectStore('keys').getAll();
    await new Promise((done) => (reading.onsuccess = done));
    opening.result.close();
    return (reading.result as { key: CryptoKey }[]).map(({ key, ...beside }) => ({ key: [key.type, key.extractable], beside: Object.keys(beside).sort() }));
  });
  expect(stored).toEqual([{ key: ['secret', false], beside: ['email', 'keyId', 'since'] }]);
});

test('without asking for it, nothing is kept', async ({ page, signIn }) => {
  await signIn('project.developer');
  await expect(projects(page)).toBeVisible();
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
  await page.reload();
  await expect(signInPage(page)).toBeVisible();
});

test('a kept key is shown on the session page, and can be given up there without signing out', async ({ page, emulator }) => {
  await signInKept(page, emulator.account('project.developer'));
  await openSessionPage(page);
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Signing key' }) });
  await expect(row).toContainText('kept in this browser since');
  await row.getByRole('button', { name: 'Forget the kept key' }).click();
  await expect(row).toContainText('This tab’s memory only.');
  await page.getByRole('link', { name: 'All projects' }).click();
  await expect(projects(page)).toBeVisible();
  await page.reload();
  await expect(signInPage(page)).toBeVisible();
});

test('signing out gives a kept key up', async ({ page, emulator }) => {
  await signInKept(page, emulator.account('project.developer'));
  await page.getByRole('button', { name: 'Session' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'You are signed out' })).toContainText('this browser keeps no key');
  await page.reload();
  await expect(signInPage(page)).toBeVisible();
  await expect(page.getByText('You are signed out')).toBeHidden();
});

test('a kept key that was deleted in DT Studio is removed, and the sign-in page says why', async ({ page, emulator, watch }) => {
  watch.allow(/status of 400 .*oauth2\/token/);
  const account = emulator.account('project.developer');
  await signInKept(page, account);
  await emulator.fault({ path: '/oauth2/token', status: 400, body: { error: 'invalid_grant' } });
  await page.reload();
  const reason = page.getByRole('status').filter({ hasText: 'The kept key is no longer accepted' });
  await expect(reason).toContainText(account.email);
  await checkAccessibility(page);
  await emulator.clearFaults();
  await page.reload();
  await expect(signInPage(page)).toBeVisible();
  await expect(reason).toBeHidden();
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
});

test('a kept key that cannot be used now stays, and can be tried again or given up', async ({ page, emulator, watch }) => {
  watch.allow(/status of 503 .*oauth2\/token/);
  const account = emulator.account('project.developer');
  await signInKept(page, account);
  await emulator.fault({ path: '/oauth2/token', status: 503 });
  await page.reload();
  const problem = page.getByRole('alert').filter({ hasText: `Not signed in as ${account.email}` });
  await expect(problem).toContainText('The key is still kept in this browser.');
  await checkAccessibility(page);
  await emulator.clearFaults();
  await problem.getByRole('button', { name: 'Try again' }).click();
  await expect(projects(page)).toBeVisible();

  await emulator.fault({ path: '/oauth2/token', status: 503 });
  await page.reload();
  await problem.getByRole('button', { name: 'Forget the key' }).click();
  await expect(page.getByText('This browser keeps the key no more.')).toBeVisible();
  await emulator.clearFaults();
  await page.reload();
  await expect(signInPage(page)).toBeVisible();
  await expect(problem).toBeHidden();
});

test('a browser that keeps nothing says so, and the session goes on without', async ({ page, emulator }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('A private window keeps nothing.', 'InvalidStateError');
    };
  });
  await signInKept(page, emulator.account('project.developer'));
  const notice = page.getByRole('status').filter({ hasText: 'This browser did not keep the key' });
  await expect(notice).toContainText('You are signed in, but not beyond this page.');
  await notice.getByRole('button', { name: 'Dismiss' }).click();
  await expect(notice).toBeHidden();
  await page.reload();
  await expect(signInPage(page)).toBeVisible();
});
