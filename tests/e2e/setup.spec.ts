import { checkAccessibility, expect } from './fixtures.ts';
import { configOf, test } from './fixtures/hosted.ts';
import { signInHere } from './fixtures/sign_in.ts';

const api = 'https://api.example.com/v2';

for (const [what, status, body, explanation] of [
  ['missing', 404, '', 'The file answers with HTTP status 404.'],
  ['not given', 500, '', 'The file answers with HTTP status 500.'],
  ['no JSON', 200, '<!doctype html>', 'The file is not a JSON object.'],
  ['no object', 200, '[]', 'The file is not a JSON object.'],
  ['empty', 200, '{}', 'Its member “apiUrl” is missing or is not an HTTP URL.'],
  ['without a token URL', 200, JSON.stringify({ apiUrl: api }), 'Its member “tokenUrl” is missing'],
  ['about no HTTP URL', 200, JSON.stringify({ apiUrl: 'ftp://api', tokenUrl: api }), 'Its member “apiUrl” is missing or is not'],
] as const) {
  test(`a config.json that is ${what} is told with what it must hold, and a retry reads it again`, async ({ page, host, watch, emulator }) => {
    watch.allow(/status of (404|500) .*\/config\.json\)$/);
    host.config = { status, body };
    await page.goto(host.origin);
    await expect(page.getByRole('heading', { level: 1, name: 'This console is not set up' })).toBeVisible();
    const problem = page.getByRole('alert').filter({ hasText: '/config.json cannot be used' });
    await expect(problem).toContainText(explanation);
    await expect(problem).toContainText('It must name the API and the token endpoint of DT Cloud.');
    await expect(page.getByRole('main')).toContainText('"apiUrl": "https://api.disruptive-technologies.com/v2"');
    await expect(page.getByRole('main')).toContainText('"tokenUrl": "https://identity.disruptive-technologies.com/oauth2/token"');
    host.config = { status: 200, body: await configOf(emulator.console) };
    await problem.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  });
}

test('one build serves any deployment: config.json says where DT Cloud is', async ({ page, host, emulator }) => {
  host.config = { status: 200, body: await configOf(emulator.console) };
  await page.goto(`${host.origin}/session`);
  await signInHere(page, emulator.account('project.user'));
  await expect(page.getByRole('heading', { level: 1, name: 'Session' })).toBeVisible();
  await page.getByRole('link', { name: 'All projects' }).click();
  await expect(page.getByRole('link', { name: 'Oslo office' })).toBeVisible();
});

test('a console that is not set up is accessible', async ({ page, host, watch }) => {
  watch.allow(/status of 404 .*\/config\.json\)$/);
  await page.goto(host.origin);
  await expect(page.getByRole('heading', { level: 1, name: 'This console is not set up' })).toBeVisible();
  await checkAccessibility(page);
});
