import type { Locator, Page } from '@playwright/test';
import { checkAccessibility, expect } from './fixtures.ts';
import { configOf, test } from './fixtures/hosted.ts';
import { signInHere } from './fixtures/sign_in.ts';

const part = (page: Page, name: string): Locator => page.getByRole('region', { name });
const check = (page: Page, name: string): Locator => part(page, 'Self-check').getByRole('listitem').filter({ hasText: name });

test('the session page says of each credential where it is and when it ends', async ({ page, signIn }) => {
  await signIn('project.user', '/session');
  const row = (name: string) => part(page, 'Credentials').getByRole('row').filter({ has: page.getByRole('rowheader', { name }) });
  await expect(row('Secret')).toContainText('Not kept. It became the signing key when you signed in.');
  await expect(row('Signing key')).toContainText('This tab’s memory only.');
  await expect(row('Access token')).toContainText(/This tab’s memory only.*Ends in (59 minutes|1 hour), and is renewed/);
});

for (const [role, words, asMuchAs] of [
  ['project.user', 'View', 'Project User'],
  ['project.developer', 'View, add, change and delete', 'Project Developer'],
] as const) {
  test(`a ${role} reads what they may do in each project, and is warned of nothing`, async ({ page, signIn }) => {
    await signIn(role, '/session');
    const rights = part(page, 'What this session may do');
    for (const project of ['Oslo office', 'Bergen warehouse', 'Trondheim cold storage']) {
      const row = rights.getByRole('row', { name: project });
      await expect(row.getByRole('cell')).toHaveText([words, asMuchAs]);
    }
    await expect(rights.getByText('3 projects')).toBeVisible();
    await expect(rights.getByText('administers')).toBeHidden();
  });
}

test('an account with too much power is told so, and what to give it instead', async ({ page, signIn }) => {
  await signIn('organization.admin', '/session');
  const warning = page.getByRole('status').filter({ hasText: 'This account administers its organization' });
  await expect(warning).toContainText('The console needs no more than Project Developer');
  await checkAccessibility(page);
});

test('a project whose permissions cannot be read holds up no other', async ({ page, signIn, provoke, emulator }) => {
  const api = await emulator.as('project.user');
  const { projects } = await api.get<{ projects: { name: string; displayName: string }[] }>('projects');
  const bergen = projects.find(({ displayName }) => displayName === 'Bergen warehouse');
  await provoke({ path: `/v2/${bergen?.name}/permissions`, status: 500 });
  await signIn('project.user', '/session');
  const rights = part(page, 'What this session may do');
  await expect(rights.getByRole('row', { name: 'Bergen warehouse' })).toContainText('Not known: DT Cloud has a problem');
  await expect(rights.getByRole('row', { name: 'Trondheim cold storage' })).toContainText('Project User');
});

test('projects that cannot be read are told as such, and can be read again', async ({ page, signIn, provoke, emulator }) => {
  await provoke({ path: '/v2/projects', status: 500 });
  await signIn('project.user', '/session');
  const rights = part(page, 'What this session may do');
  await expect(rights.getByRole('alert')).toContainText('DT Cloud has a problem');
  await emulator.clearFaults();
  await rights.getByRole('button', { name: 'Try again' }).click();
  await expect(rights.getByRole('row', { name: 'Oslo office' })).toBeVisible();
});

test('the self-check finds nothing wrong with a console that is hosted as it should be', async ({ page, signIn }) => {
  await signIn('project.user', '/session');
  const report = part(page, 'Self-check');
  await expect(report.getByRole('status')).toHaveText('Everything is as it should be.');
  await expect(report.getByRole('listitem')).toHaveCount(10);
  await expect(report.getByText('Failed')).toHaveCount(0);
  await expect(report.getByText('Not known')).toHaveCount(0);
});

test('the self-check tells a host that sends no content security policy', async ({ page, host, emulator }) => {
  host.config = { status: 200, body: await configOf(emulator.console) };
  await page.goto(`${host.origin}/session`);
  await signInHere(page, emulator.account('project.user'));
  await expect(check(page, 'Content security policy')).toContainText('Failed');
  await expect(check(page, 'Content security policy')).toContainText('other code than the console’s own may run');
  await expect(part(page, 'Self-check').getByRole('status')).toHaveText('One thing is not as it should be.');
  await checkAccessibility(page);
});

test('the self-check finds what is left in storage, in every kind of it, and sees when it is gone', async ({ page, signIn }) => {
  await signIn('project.user', '/session');
  const report = part(page, 'Self-check');
  await expect(report.getByRole('status')).toHaveText('Everything is as it should be.');
  await page.evaluate(async () => {
    localStorage.setItem('strange-text', 'x');
    sessionStorage.setItem('strange-tab-text', 'x');
    document.cookie = 'strange-cookie=x';
    await caches.open('strange-cache');
    const opening = indexedDB.open('strange-database');
    await new Promise((done) => (opening.onsuccess = done));
    opening.result.close();
  });
  await report.getByRole('button', { name: 'Check again' }).click();
  for (const [name, stranger] of [
    ['Local storage', 'strange-text'],
    ['Session storage', 'strange-tab-text'],
    ['Cookies', 'strange-cookie'],
    ['Databases', 'strange-database'],
    ['Cache storage', 'strange-cache'],
  ] as const) {
    await expect(check(page, name)).toContainText('Failed');
    await expect(check(page, name)).toContainText(`There is something that is not the console’s: ${stranger}.`);
  }
  await expect(report.getByRole('status')).toHaveText('5 things are not as they should be.');
  await page.evaluate(async () => {
    localStorage.removeItem('strange-text');
    sessionStorage.removeItem('strange-tab-text');
    document.cookie = 'strange-cookie=; max-age=0';
    await caches.delete('strange-cache');
    indexedDB.deleteDatabase('strange-database');
  });
  await report.getByRole('button', { name: 'Check again' }).click();
  await expect(report.getByRole('status')).toHaveText('Everything is as it should be.');
});

test('the self-check finds a token under a setting’s name', async ({ page, signIn }) => {
  await signIn('project.user', '/session');
  await page.evaluate(() => localStorage.setItem('theme', 'a-token-that-somebody-put-here'));
  await part(page, 'Self-check').getByRole('button', { name: 'Check again' }).click();
  await expect(check(page, 'Local storage')).toContainText('Failed');
});

test('the self-check names a destination that is not DT’s', async ({ page, host, emulator, watch }) => {
  watch.allow(/^request to /);
  const config = JSON.parse(await configOf(emulator.console)) as { apiUrl: string };
  host.config = { status: 200, body: JSON.stringify({ ...config, apiUrl: config.apiUrl.replace(/localhost|127\.0\.0\.1/, 'api.localhost') }) };
  await page.goto(`${host.origin}/session`);
  await signInHere(page, emulator.account('project.user'));
  await expect(check(page, 'Where requests go')).toContainText('Failed');
  await expect(check(page, 'Where requests go')).toContainText('Tokens go to http://api.localhost');
});
