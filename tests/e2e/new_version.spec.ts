import type { Page } from '@playwright/test';
import { checkAccessibility, expect } from './fixtures.ts';
import { connectorCalled } from './fixtures/connectors.ts';
import { configOf, test as hosted } from './fixtures/hosted.ts';
import { signInAs, signInHere } from './fixtures/sign_in.ts';

const test = hosted.extend({
  host: async ({ host, emulator }, use) => {
    host.config = { status: 200, body: await configOf(emulator.console) };
    await use(host);
  },
});

const notice = (page: Page) => page.getByRole('status').filter({ hasText: 'A new version of the console is there' });

/** Time passes in the page, and what it asks for in it is answered. */
async function tenMinutesLater(page: Page): Promise<void> {
  const answered = page.waitForResponse((response) => new URL(response.url()).pathname === '/');
  await page.clock.fastForward('10:01');
  await answered;
}

test('an old tab notices a new version, and offers to reload', async ({ page, host, emulator, watch }) => {
  watch.allow(/status of 404 /);
  await page.clock.install();
  await signInAs(page, emulator.account('project.developer'), `${host.origin}/`);
  await expect(page.getByRole('link', { name: 'Oslo office' })).toBeVisible();
  await tenMinutesLater(page);
  await expect(notice(page)).toBeHidden();

  host.isDeployedAnew = true;
  await tenMinutesLater(page);
  await expect(notice(page)).toContainText('You sign in again after that, unless this device keeps you signed in.');
  await checkAccessibility(page);

  const reloaded = page.waitForEvent('load');
  await notice(page).getByRole('button', { name: 'Reload' }).click();
  await reloaded;
  expect(await page.locator('script[src*="loader-fedcba9876543210"]').count()).toBe(1);
});

test('a tab that is looked at again asks at once', async ({ page, host, emulator }) => {
  await signInAs(page, emulator.account('project.developer'), `${host.origin}/`);
  await expect(page.getByRole('link', { name: 'Oslo office' })).toBeVisible();
  host.isDeployedAnew = true;
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(notice(page)).toBeVisible();
  await notice(page).getByRole('button', { name: 'Later' }).click();
  await expect(notice(page)).toBeHidden();
});

test('during an edit it waits', async ({ page, host, emulator }) => {
  const { name } = await connectorCalled(await emulator.as('project.developer'), 'Gate log');
  await page.clock.install();
  await signInAs(page, emulator.account('project.developer'), `${host.origin}/${name}`);
  const form = page.getByRole('form', { name: 'Data Connector', exact: true });
  const field = form.getByRole('textbox', { name: 'Display name', exact: true });
  await field.fill('Gates');
  host.isDeployedAnew = true;
  await tenMinutesLater(page);
  await expect(field).toHaveValue('Gates');
  await expect(notice(page)).toBeHidden();
  await field.fill('Gate log');
  await expect(notice(page)).toBeVisible();
  await field.fill('Gates');
  await expect(notice(page)).toBeHidden();
});

test('a part that is gone with the old version is told as that, and reloading gets the new one', async ({ page, host, emulator, watch }) => {
  watch.allow(/(status of 404|digest|Fetch API).*\/assets\/|^console error: TypeError: Failed to fetch|status of 404/);
  await page.goto(host.origin);
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  host.isDeployedAnew = true;
  await signInHere(page, emulator.account('project.user'));
  const problem = page.getByRole('alert').filter({ hasText: 'A part of it could not be loaded' });
  await expect(problem).toContainText('A new version of the console is there, and this part of the old one is gone.');
  await expect(problem.getByRole('button', { name: 'Try again' })).toBeHidden();
  await checkAccessibility(page);
  const reloaded = page.waitForEvent('load');
  await problem.getByRole('button', { name: 'Reload' }).click();
  await reloaded;
  expect(await page.locator('script[src*="loader-fedcba9876543210"]').count()).toBe(1);
});
