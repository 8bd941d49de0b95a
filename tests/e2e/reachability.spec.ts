import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { configOf, test as hosted } from './fixtures/hosted.ts';
import type { Account } from './fixtures/emulator.ts';

const form = (page: Page) => page.getByRole('form', { name: 'Service account' });
const unreachable = 'DT Cloud could not be reached';

async function submit(page: Page, { keyId, secret, email }: Account): Promise<void> {
  await form(page).getByLabel('Key ID').fill(keyId);
  await form(page).getByLabel('Secret').fill(secret);
  await form(page).getByLabel('Service account email').fill(email);
  await form(page).getByRole('button', { name: 'Sign in' }).click();
}

const corsRefused = (origin: string) =>
  `It answers, but does not let this page read what it says (CORS), so this console’s setup needs a look. ` +
  `Whoever runs the console can have ${origin} allowed there, or let the console’s own host forward requests to DT: ` +
  `the same-origin setup in docs/deploy.md.`;

test('a token endpoint that does not allow the console’s origin is told as that, with what to set up', async ({ page, emulator, provoke }) => {
  await page.goto('/');
  await provoke({ path: '/oauth2/token', noCors: true });
  await submit(page, emulator.account('project.developer'));
  const problem = form(page).getByRole('alert');
  await expect(problem).toContainText(unreachable);
  await expect(problem).toContainText(corsRefused(emulator.console));
  await emulator.clearFaults();
  await form(page).getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Projects' })).toBeVisible();
});

test('a list that may not be read is told as that, and asked about once', async ({ list, emulator, provoke, page }) => {
  await list.open('Bergen warehouse');
  await expect(list.names).toHaveCount(4);
  await provoke({ path: list.apiPath, noCors: true });
  const reads = async () => (await emulator.journal()).filter(({ method, path }) => method === 'GET' && path === list.apiPath);
  const before = (await reads()).length;
  await list.refresh.click();
  const problem = page.getByRole('status').filter({ hasText: unreachable });
  await expect(problem).toContainText(corsRefused(emulator.console));
  // The browser keeps the request itself back, as its preflight is refused: what came is the question without a token.
  const asked = await reads();
  expect(asked.slice(before).map(({ status }) => status)).toEqual([401]);
  await list.refresh.click();
  await expect(list.refresh).toBeEnabled();
  await expect(problem).toContainText(corsRefused(emulator.console));
  expect(await reads()).toHaveLength(asked.length);
  await emulator.clearFaults();
  await list.refresh.click();
  await expect(problem).toBeHidden();
});

test('a read that may be read the second time is no reason to blame CORS', async ({ list, page, provoke }) => {
  await list.open('Bergen warehouse');
  await expect(list.names).toHaveCount(4);
  await provoke({ path: list.apiPath, noCors: true, times: 1 });
  const read = page.waitForResponse((response) => response.url().includes(list.apiPath) && response.status() === 200);
  await list.refresh.click();
  await read;
  await expect(list.names).toHaveCount(4);
  await expect(page.getByText(unreachable)).toBeHidden();
});

test('a write is never followed by a question', async ({ editor, emulator, provoke }) => {
  await editor.open('Gate log');
  const path = `/v2/${editor.before.name}:sync`;
  await provoke({ path, noCors: true });
  const section = editor.section('Synchronize');
  await section.getByRole('button', { name: 'Synchronize Data Connector' }).click();
  await expect(section.getByRole('alert')).toContainText('the browser was not allowed to read the answer (CORS)');
  expect((await emulator.journal()).filter((entry) => entry.path === path)).toEqual([]);
});

test('a machine without a network is told so, and nothing else is tried', async ({ page, context, emulator, watch }) => {
  watch.allow(/net::ERR_INTERNET_DISCONNECTED/);
  await page.goto('/');
  await expect(form(page)).toBeVisible();
  // What comes after signing in is on its way at the first key.
  const deferred = page.waitForResponse(/\/deferred-/);
  await form(page).getByLabel('Key ID').fill('key');
  await (await deferred).finished();
  await context.setOffline(true);
  await submit(page, emulator.account('project.developer'));
  await expect(form(page).getByRole('alert')).toContainText('This machine is offline. Connect it and try again.');
  await context.setOffline(false);
  await form(page).getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Projects' })).toBeVisible();
});

test('a server that does not answer is not taken for one that refuses', async ({ page, emulator, provoke }) => {
  await page.goto('/');
  await provoke({ path: '/oauth2/token', cut: true });
  await submit(page, emulator.account('project.developer'));
  await expect(form(page).getByRole('alert')).toContainText('Either the connection failed, or');
});

hosted('a policy that does not allow the configured API is told as that', async ({ page, host, emulator, watch }) => {
  watch.allow(/Content Security Policy/);
  host.config = { status: 200, body: await configOf(emulator.console) };
  host.policy = "connect-src 'self'";
  await page.goto(host.origin);
  await submit(page, emulator.account('project.developer'));
  await expect(form(page).getByRole('alert')).toContainText(
    'The console’s own content security policy (connect-src) does not allow the address in /config.json',
  );
});
