import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import type { Account } from './fixtures/emulator.ts';
import { failures } from './fixtures/failures.ts';
import { submitToken } from './fixtures/sign_in.ts';

const form = (page: Page) => page.getByRole('form', { name: 'Service account' });

async function fillIn(page: Page, { keyId, secret, email }: Account): Promise<void> {
  await form(page).getByLabel('Key ID').fill(keyId);
  await form(page).getByLabel('Secret').fill(secret);
  await form(page).getByLabel('Service account email').fill(email);
}

const submit = (page: Page) => form(page).getByRole('button', { name: 'Sign in' }).click();

const unexpected = 'The token endpoint answered something unexpected';
const setup = 'Check the token URL in this console’s setup.';

/** What of the API would mean a missing role or resource, of a token endpoint means that it is none. */
const told = failures.map((failure) =>
  [403, 404, 409, undefined].includes(failure.fault.status) && !failure.fault.cut && !failure.fault.noCors
    ? { ...failure, title: unexpected, nextStep: setup }
    : failure,
);

for (const { what, fault, title, nextStep } of told) {
  test(`a sign-in that ends in ${what} keeps what was entered, and works when tried again`, async ({ page, emulator, provoke }) => {
    const account = emulator.account('project.developer');
    await page.goto('/');
    await fillIn(page, account);
    await provoke({ path: '/oauth2/token', ...fault });
    await submit(page);
    const problem = form(page).getByRole('alert');
    await expect(problem).toContainText(title);
    await expect(problem).toContainText(nextStep);
    await expect(form(page).getByLabel('Key ID')).toHaveValue(account.keyId);
    await expect(form(page).getByLabel('Secret')).toHaveValue(account.secret);
    await expect(form(page).getByLabel('Service account email')).toHaveValue(account.email);
    await emulator.clearFaults();
    await submit(page);
    await expect(page.getByRole('heading', { level: 1, name: 'Projects' })).toBeVisible();
  });
}

for (const [wrong, reason] of [
  ['keyId', 'unknown key ID'],
  ['email', 'the issuer (iss) is not the service account'],
] as const) {
  test(`a wrong ${wrong} is told with DT Cloud’s reason, and can be corrected`, async ({ page, emulator, watch }) => {
    watch.allow(/status of 400 .*\/oauth2\/token\)$/);
    const account = emulator.account('project.developer');
    await page.goto('/');
    await fillIn(page, { ...account, [wrong]: 'wrong' });
    await submit(page);
    const problem = form(page).getByRole('alert');
    await expect(problem).toContainText('DT Cloud did not accept these credentials');
    await expect(problem).toContainText('Check the key ID, the secret and the email, and that the key was not deleted.');
    await expect(problem).toContainText(reason);
    await fillIn(page, account);
    await submit(page);
    await expect(page.getByRole('heading', { level: 1, name: 'Projects' })).toBeVisible();
  });
}

test('an access token is kept in its field while DT Cloud is out of reach', async ({ page, emulator, provoke }) => {
  const { accessToken } = await emulator.as('project.developer');
  await provoke({ path: '/v2/projects', cut: true });
  await page.goto('/');
  await submitToken(page, accessToken);
  const tokens = page.getByRole('form', { name: 'Access token' });
  await expect(tokens.getByRole('alert')).toContainText('DT Cloud could not be reached');
  await expect(tokens.getByLabel('Access token')).toHaveValue(accessToken);
  await emulator.clearFaults();
  await tokens.getByRole('button', { name: 'Sign in with token' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Projects' })).toBeVisible();
});

/** A token endpoint that answers something else is told like one that cannot be reached. */
const unreachable = 'DT Cloud could not be reached';

for (const { what, fault, title } of failures) {
  const known = fault.status !== undefined && fault.status >= 429;
  test(`a renewal that ends in ${what} is told and does not end the session`, async ({ list, page, emulator, provoke, watch, advance }) => {
    watch.allow(/status of 401 /);
    await list.open('Bergen warehouse');
    await expect(list.names).toHaveCount(4);
    await advance('61m');
    await provoke({ path: '/oauth2/token', ...fault });
    await list.refresh.click();
    const problem = page.getByRole('status').filter({ hasText: known ? title : unreachable });
    await expect(problem).toContainText('What is shown below is what was read before.');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(list.names).toHaveCount(4);
    await emulator.clearFaults();
    await list.refresh.click();
    await expect(problem).toBeHidden();
    await expect(list.names).toHaveCount(4);
  });
}
