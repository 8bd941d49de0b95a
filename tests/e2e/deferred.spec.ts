import type { Page } from '@playwright/test';
import { checkAccessibility, expect } from './fixtures.ts';
import { configOf, test } from './fixtures/hosted.ts';
import { signInHere } from './fixtures/sign_in.ts';

const deferred = /\/deferred-[a-z_]+-[0-9a-f]{16}\.wasm$/;

const keyId = (page: Page) => page.getByRole('form', { name: 'Service account' }).getByLabel('Key ID');

test('the first screen does without what comes after signing in, which is loaded once somebody types', async ({ page }) => {
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(request.url()));
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(loaded.filter((url) => deferred.test(url))).toEqual([]);
  const rest = page.waitForResponse((response) => deferred.test(response.url()));
  await keyId(page).pressSequentially('ab');
  expect((await rest).status()).toBe(200);
  await page.waitForLoadState('networkidle');
  expect(loaded.filter((url) => deferred.test(url))).toHaveLength(1);
});

test('a console that is not complete says so, and goes on once the rest can be loaded', async ({ page, host, emulator, watch }) => {
  watch.allow(/(status of 404|digest|Fetch API).*\/deferred-|^console error: TypeError: Failed to fetch/);
  host.config = { status: 200, body: await configOf(emulator.console) };
  host.missing = deferred;
  await page.goto(host.origin);
  await signInHere(page, emulator.account('project.user'));
  await expect(page.getByRole('heading', { level: 1, name: 'The console is not complete' })).toBeVisible();
  const problem = page.getByRole('alert').filter({ hasText: 'A part of it could not be loaded' });
  await expect(problem).toContainText('Check the connection and try again.');
  await checkAccessibility(page);
  host.missing = undefined;
  await problem.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('link', { name: 'Oslo office' })).toBeVisible();
});
