import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import type { Account, Emulator } from './fixtures/emulator.ts';
import { projectCalled } from './fixtures/connectors.ts';

function serviceAccount(page: Page): Locator {
  return page.getByRole('form', { name: 'Service account' });
}

function accessToken(page: Page): Locator {
  return page.getByRole('form', { name: 'Access token' });
}

function signInButton(page: Page): Locator {
  return serviceAccount(page).getByRole('button', { name: 'Sign in' });
}

async function expectProjects(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: 'Projects' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Oslo office' })).toBeVisible();
}

/** What a service account's owner gets from DT (`dt-api.md` §2.4). */
function credentialsFile({ keyId, secret, email }: Account): { name: string; mimeType: string; buffer: Buffer } {
  const tokenEndpoint = 'https://identity.disruptive-technologies.com/oauth2/token';
  const content = { serviceAccount: { keyId, secret, email, algorithm: 'HS256', tokenEndpoint } };
  return { name: 'credentials.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(content)) };
}

async function requests(emulator: Emulator): Promise<string[]> {
  return (await emulator.journal()).map(({ method, path }) => `${method} ${path}`);
}

test('a service account signs in with its key, and sees its projects', async ({ page, emulator }) => {
  const { keyId, secret, email } = emulator.account('project.developer');
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  await serviceAccount(page).getByLabel('Key ID').fill(keyId);
  await serviceAccount(page).getByLabel('Secret').fill(secret);
  await serviceAccount(page).getByLabel('Service account email').fill(email);
  await signInButton(page).click();
  await expectProjects(page);
  const [first] = await requests(emulator);
  expect(first).toBe('POST /oauth2/token');
});

test('spaces that were copied along with a key do no harm', async ({ page, emulator }) => {
  const { keyId, secret, email } = emulator.account('project.developer');
  await page.goto('/');
  await serviceAccount(page).getByLabel('Key ID').fill(` ${keyId} `);
  await serviceAccount(page).getByLabel('Secret').fill(`${secret} `);
  await serviceAccount(page).getByLabel('Service account email').fill(` ${email}`);
  await serviceAccount(page).getByLabel('Service account email').press('Enter');
  await expectProjects(page);
});

test('what was asked for appears once somebody is signed in', async ({ page, signIn, emulator }) => {
  const project = await projectCalled(await emulator.as('project.user'), 'Bergen warehouse');
  const address = `/${project.name}/dataconnectors?q=gate`;
  await signIn('project.user', address);
  await expect(page.getByRole('rowheader')).toHaveText(['Gate log']);
  await expect(page).toHaveURL(address);
});

test('the sign-in page itself leads to the projects', async ({ page, signIn }) => {
  await signIn('project.user', '/sign-in');
  await expectProjects(page);
  await expect(page).toHaveURL('/');
});

test('a chosen credentials file fills the form, and its token endpoint is not followed', async ({ page, emulator }) => {
  const account = emulator.account('project.developer');
  await page.goto('/');
  await serviceAccount(page).getByLabel(/Drop the credentials file here/).setInputFiles(credentialsFile(account));
  await expect(serviceAccount(page).getByLabel('Key ID')).toHaveValue(account.keyId);
  await expect(serviceAccount(page).getByLabel('Service account email')).toHaveValue(account.email);
  await expect(serviceAccount(page).getByLabel('Secret')).toHaveAttribute('type', 'password');
  expect(await requests(emulator)).toEqual([]);
  await signInButton(page).click();
  await expectProjects(page);
});

test('a dropped credentials file fills the form', async ({ page, emulator }) => {
  const account = emulator.account('project.developer');
  await page.goto('/');
  const content = credentialsFile(account).buffer.toString();
  const dataTransfer = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'credentials.json', { type: 'application/json' }));
    return transfer;
  }, content);
  await page.getByText(/Drop the credentials file here/).dispatchEvent('drop', { dataTransfer });
  await expect(serviceAccount(page).getByLabel('Key ID')).toHaveValue(account.keyId);
  await signInButton(page).click();
  await expectProjects(page);
});

for (const [what, content, complaint] of [
  ['no JSON', 'keyId=abc', /This file is not JSON\./],
  ['JSON of something else', '{"type":"HTTP_PUSH"}', /This file has no “serviceAccount”\./],
  ['a service account without a secret', '{"serviceAccount":{"keyId":"k","email":"e"}}', /secret/],
  [
    'a key for another algorithm',
    '{"serviceAccount":{"keyId":"k","secret":"s","email":"e","algorithm":"RS256"}}',
    /RS256/,
  ],
] as const) {
  test(`a file with ${what} says so and fills nothing`, async ({ page }) => {
    await page.goto('/');
    const file = { name: 'credentials.json', mimeType: 'application/json', buffer: Buffer.from(content) };
    await serviceAccount(page).getByLabel(/Drop the credentials file here/).setInputFiles(file);
    await expect(serviceAccount(page).getByRole('alert')).toHaveText(complaint);
    await expect(serviceAccount(page).getByLabel('Key ID')).toHaveValue('');
  });
}

test('a file that is not accepted can be followed by one that is', async ({ page, emulator }) => {
  const account = emulator.account('project.developer');
  await page.goto('/');
  const choose = serviceAccount(page).getByLabel(/Drop the credentials file here/);
  await choose.setInputFiles({ ...credentialsFile(account), buffer: Buffer.from('{') });
  await expect(serviceAccount(page).getByRole('alert')).toHaveText(/not JSON/);
  await choose.setInputFiles(credentialsFile(account));
  await expect(serviceAccount(page).getByLabel('Key ID')).toHaveValue(account.keyId);
  await expect(serviceAccount(page).getByText(/not JSON/)).toBeHidden();
});

test('a wrong secret is refused, says what to check, and leaves the rest to be corrected', async ({
  page,
  emulator,
  watch,
}) => {
  watch.allow(/status of 400 .*oauth2\/token/);
  const { keyId, secret, email } = emulator.account('project.developer');
  await page.goto('/');
  await serviceAccount(page).getByLabel('Key ID').fill(keyId);
  await serviceAccount(page).getByLabel('Secret').fill('0'.repeat(32));
  await serviceAccount(page).getByLabel('Service account email').fill(email);
  await signInButton(page).click();
  const failure = serviceAccount(page).getByRole('alert').filter({ hasText: 'DT Cloud did not accept these credentials' });
  await expect(failure).toContainText('Check the key ID, the secret and the email');
  await expect(serviceAccount(page).getByLabel('Key ID')).toHaveValue(keyId);
  expect(await requests(emulator)).toEqual(['POST /oauth2/token']);

  await serviceAccount(page).getByLabel('Secret').fill(secret);
  await signInButton(page).click();
  await expectProjects(page);
});

test('what is missing is named, the first of it gets the focus, and nothing is sent', async ({ page, emulator }) => {
  await page.goto('/');
  const missing = [
    ['Key ID', 'Enter the ID of the service account’s key.'],
    ['Secret', /Enter the secret that was shown when the key was created\./],
    ['Service account email', /Enter the service account’s email\./],
  ] as const;
  for (const [label] of missing) await expect(serviceAccount(page).getByLabel(label)).not.toHaveAttribute('aria-invalid');
  await signInButton(page).click();
  for (const [label, message] of missing) {
    await expect(serviceAccount(page).getByLabel(label)).toHaveAccessibleDescription(message);
    await expect(serviceAccount(page).getByLabel(label)).toHaveAttribute('aria-invalid', 'true');
  }
  await expect(serviceAccount(page).getByLabel('Key ID')).toBeFocused();
  expect(await requests(emulator)).toEqual([]);
});

test('an access token from elsewhere signs in as well, pasted with or without its scheme', async ({ page, emulator }) => {
  const api = await emulator.as('project.developer');
  await page.goto('/');
  await expect(accessToken(page)).toBeHidden();
  await page.getByText('Use an access token instead').click();
  await expect(accessToken(page).getByLabel('Access token')).toHaveAttribute('type', 'password');
  await accessToken(page).getByLabel('Access token').fill(`Bearer ${api.accessToken}`);
  await accessToken(page).getByRole('button', { name: 'Sign in with token' }).click();
  await expectProjects(page);
});

test('a missing access token is named, and nothing is sent', async ({ page, emulator }) => {
  await page.goto('/');
  await page.getByText('Use an access token instead').click();
  const field = accessToken(page).getByLabel('Access token');
  await accessToken(page).getByRole('button', { name: 'Sign in with token' }).click();
  await expect(field).toHaveAccessibleDescription(/Paste an access token\./);
  await expect(field).toBeFocused();
  expect(await requests(emulator)).toEqual([]);
});

test('password managers may fill the key in, and nothing else is offered to them', async ({ page }) => {
  await page.goto('/');
  await expect(serviceAccount(page).getByLabel('Key ID')).toHaveAttribute('autocomplete', 'username');
  await expect(serviceAccount(page).getByLabel('Secret')).toHaveAttribute('autocomplete', 'current-password');
});

test('browsers find what they need to save and fill a password: a form that is sent, its fields by name, and its end', async ({ page, emulator }) => {
  const { keyId, secret, email } = emulator.account('project.developer');
  await page.goto('/');
  const fields = await serviceAccount(page).evaluate((form) =>
    [...form.querySelectorAll('input')]
      .filter(({ type }) => type === 'text' || type === 'password')
      .map(({ name, type, autocomplete }) => [name, type, autocomplete]),
  );
  // The user name stands right before the password, where those look that do not go by `autocomplete`.
  expect(fields).toEqual([
    ['username', 'text', 'username'],
    ['password', 'password', 'current-password'],
    ['email', 'text', 'email'],
  ]);
  await page.evaluate(() => {
    addEventListener('submit', (event) => Object.assign(window, { sent: new FormData(event.target as HTMLFormElement).get('password') }), true);
  });
  await serviceAccount(page).getByLabel('Key ID').fill(keyId);
  await serviceAccount(page).getByLabel('Secret').fill(secret);
  await serviceAccount(page).getByLabel('Service account email').fill(email);
  await page.keyboard.press('Enter');
  await expectProjects(page);
  expect(await page.evaluate(() => (window as unknown as { sent: string }).sent)).toBe(secret);
  await expect(serviceAccount(page)).toBeHidden();
});

test('the secret is taken out of its field as soon as somebody is signed in', async ({ page, emulator }) => {
  const { keyId, secret, email } = emulator.account('project.developer');
  await page.goto('/');
  await serviceAccount(page).getByLabel('Key ID').fill(keyId);
  await serviceAccount(page).getByLabel('Secret').fill(secret);
  await serviceAccount(page).getByLabel('Service account email').fill(email);
  const field = await serviceAccount(page).getByLabel('Secret').elementHandle();
  await signInButton(page).click();
  await expectProjects(page);
  expect(await field?.evaluate((input) => (input as HTMLInputElement).value)).toBe('');
});

test('nothing but spaces is no secret', async ({ page, emulator }) => {
  const { keyId, email } = emulator.account('project.developer');
  await page.goto('/');
  await serviceAccount(page).getByLabel('Key ID').fill(keyId);
  await serviceAccount(page).getByLabel('Secret').fill('   ');
  await serviceAccount(page).getByLabel('Service account email').fill(email);
  await signInButton(page).click();
  await expect(serviceAccount(page).getByLabel('Secret')).toHaveAccessibleDescription(/Enter the secret/);
  await expect(serviceAccount(page).getByLabel('Secret')).toBeFocused();
  expect(await requests(emulator)).toEqual([]);
});
