import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import type { Account } from './fixtures/emulator.ts';

const form = (page: Page) => page.getByRole('form', { name: 'Service account' });

async function fillIn(page: Page, { keyId, secret, email }: Account): Promise<void> {
  await form(page).getByLabel('Key ID').fill(keyId);
  await form(page).getByLabel('Secret').fill(secret);
  await form(page).getByLabel('Service account email').fill(email);
}

const submit = (page: Page) => form(page).getByRole('button', { name: 'Sign in' }).click();

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
