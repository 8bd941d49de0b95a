import { expect, test } from './fixtures.ts';
import { connectorCalled } from './fixtures/connectors.ts';
import { signInHere } from './fixtures/sign_in.ts';
import { Traces } from './fixtures/traces.ts';
import { watchMemory } from './fixtures/program_memory.ts';

const signatureSecret = 'a-demo-secret-that-protects-nothing';
const credentialHeader = 'Bearer demo-token-that-opens-nothing';

test('neither the secret nor a token of a service account is left anywhere', async ({ page, context, emulator, signIn }) => {
  const traces = new Traces(page, context, emulator);
  const { secret } = emulator.account('project.developer');
  await signIn('project.developer');
  await expect(page.getByRole('link', { name: 'Oslo office' })).toBeVisible();
  expect(traces.credentials.size, 'an assertion and a token').toBe(2);
  await traces.expectNone([secret, ...traces.credentials]);

  await page.getByRole('button', { name: 'Session' }).click();
  await page.getByRole('menuitem', { name: 'Session' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Session' })).toBeVisible();
  await traces.expectNone([secret, ...traces.credentials]);

  await page.getByRole('main').getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  await traces.expectNone([secret, ...traces.credentials]);
});

test('a secret that is refused is left nowhere either', async ({ page, context, emulator, watch }) => {
  watch.allow(/status of 400 .*oauth2\/token/);
  const traces = new Traces(page, context, emulator);
  await page.goto('/');
  await page.getByLabel('Key ID').fill('f3eudpft57o5fjjj060k');
  await page.getByLabel('Secret').fill('a-secret-that-is-not-right');
  await page.getByLabel('Service account email').fill('nobody@example.serviceaccount.d21s.com');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByText('DT Cloud did not accept these credentials')).toBeVisible();
  await traces.expectNone(['a-secret-that-is-not-right', ...traces.credentials]);
});

test('a pasted access token is left nowhere', async ({ page, context, emulator }) => {
  const { accessToken } = await emulator.as('project.developer');
  const traces = new Traces(page, context, emulator);
  await page.goto('/');
  await page.getByText('Use an access token instead').click();
  await page.getByRole('textbox', { name: 'Access token' }).fill(accessToken);
  await page.getByRole('button', { name: 'Sign in with token' }).click();
  await expect(page.getByRole('link', { name: 'Oslo office' })).toBeVisible();
  expect([...traces.credentials]).toEqual([accessToken]);
  await traces.expectNone([accessToken]);
});

test('the secrets of a connector are in its fields alone, revealed or not', async ({ editor, page, context, emulator }) => {
  const traces = new Traces(page, context, emulator);
  await editor.open('Cleaning on demand');
  await expect(editor.field('Signature secret')).toHaveValue(signatureSecret);
  await expect(editor.field('Value of Authorization')).toHaveValue(credentialHeader);
  await traces.expectNone([signatureSecret, credentialHeader]);

  await page.getByRole('button', { name: 'Reveal Signature secret' }).click();
  await page.getByRole('button', { name: 'Reveal Value of Authorization' }).click();
  await editor.field('Signature secret').fill('another-secret-that-is-typed');
  await editor.update();
  await traces.expectNone([signatureSecret, credentialHeader, 'another-secret-that-is-typed', ...traces.credentials]);
});

test('the list of connectors shows none of their secrets', async ({ list, page, context, emulator }) => {
  const traces = new Traces(page, context, emulator);
  await list.open('Oslo office');
  await expect(list.names).toHaveCount(9);
  await traces.expectNone([signatureSecret, credentialHeader, ...traces.credentials]);
});

test('a type that this console does not know may hold secrets, and is not in the page until asked for', async ({
  editor,
  page,
  context,
  emulator,
}) => {
  const traces = new Traces(page, context, emulator);
  const { httpConfig: _, ...connector } = await connectorCalled(await emulator.as('project.user'), 'Gate log');
  const body = { ...connector, type: 'CARRIER_PIGEON', carrierPigeonConfig: { password: 'only-for-pigeons' } };
  await emulator.fault({ method: 'GET', path: `/v2/${connector.name}`, body });
  await editor.open('Gate log');
  await traces.expectNone(['only-for-pigeons']);
  await page.getByText('Show the connector as JSON').click();
  await expect(page.getByText('only-for-pigeons')).toBeVisible();
});

test('these tests see what a page leaves', async ({ page, context, emulator, signIn }) => {
  const traces = new Traces(page, context, emulator);
  await signIn('project.developer', '/?planted-in-the-address');
  await page.evaluate(async () => {
    console.info('planted-in-the-console');
    localStorage.setItem('planted-in-local-storage', '');
    sessionStorage.setItem('planted-in-session-storage', '');
    document.cookie = 'planted=in-a-cookie';
    document.body.dataset['planted'] = 'in-the-document';
    history.replaceState('planted-in-the-history', '');
    const opening = indexedDB.open('planted-in-a-database');
    await new Promise((done) => {
      opening.onupgradeneeded = () => opening.result.createObjectStore('planted-in-a-store', { autoIncrement: true });
      opening.onsuccess = done;
    });
    opening.result.close();
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['planted-in-a-download']));
    link.download = 'planted.txt';
    link.click();
  });
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(() => navigator.clipboard.writeText('planted-in-the-clipboard'));
  const all = await traces.collect();
  for (const planted of [
    'planted-in-the-address',
    'planted-in-the-console',
    'planted-in-local-storage',
    'planted-in-session-storage',
    'in-a-cookie',
    'in-the-document',
    'planted-in-the-history',
    'planted-in-a-database',
    'planted-in-a-download',
    'planted-in-the-clipboard',
  ]) {
    expect(all).toContain(planted);
  }
});

test('nothing is left of a secret in the program’s memory once it has become a key', async ({ page, emulator }) => {
  const memory = await watchMemory(page);
  const account = emulator.account('project.developer');
  await page.goto('/');
  await signInHere(page, account);
  await expect(page.getByRole('link', { name: 'Oslo office' })).toBeVisible();
  expect(await memory.holds(account.email), 'this test sees what is there').toBe(true);
  expect(await memory.holds(account.secret)).toBe(false);
});

test('nothing is left of tokens and assertions in the program’s memory once somebody has signed out', async ({ page, context, emulator }) => {
  const memory = await watchMemory(page);
  const traces = new Traces(page, context, emulator);
  await page.goto('/');
  await signInHere(page, emulator.account('project.developer'));
  await page.getByRole('link', { name: 'Bergen warehouse' }).click();
  await expect(page.getByRole('link', { name: 'Gate log' })).toBeVisible();
  const [assertion, token] = [...traces.credentials];
  if (!assertion || !token) throw new Error('no assertion or no token was sent');
  expect(await memory.holds(token), 'the token is in use').toBe(true);
  expect(await memory.holds(assertion)).toBe(false);
  await page.getByRole('button', { name: 'Session' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  expect(await memory.holds(token)).toBe(false);
});

test('nothing is left of a chosen credentials file in the program’s memory either', async ({ page, emulator }) => {
  const memory = await watchMemory(page);
  const { keyId, secret, email } = emulator.account('project.developer');
  await page.goto('/');
  const form = page.getByRole('form', { name: 'Service account' });
  await form.getByLabel(/Drop the credentials file here/).setInputFiles({
    name: 'credentials.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify({ serviceAccount: { keyId, secret, email } })),
  });
  await expect(form.getByLabel('Key ID')).toHaveValue(keyId);
  await form.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('link', { name: 'Oslo office' })).toBeVisible();
  expect(await memory.holds(secret)).toBe(false);
});

test('copying what the console offers to copy puts no secret onto the clipboard', async ({ editor, page, context, emulator }) => {
  const traces = new Traces(page, context, emulator);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await editor.open('Cleaning on demand');
  await editor.field('Display name').fill('Cleaning');
  await editor.update();
  await page.getByRole('button', { name: 'Session' }).click();
  await page.getByRole('menuitem', { name: 'History' }).click();
  await page.getByRole('button', { name: 'Copy the history' }).click();
  await expect(page.getByText('Copied')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('Updated: Display name');
  await traces.expectNone([signatureSecret, credentialHeader, emulator.account('project.developer').secret, ...traces.credentials]);
});

test('a connector as code is copied without its secrets, in every language', async ({ editor, page, context, emulator }) => {
  const traces = new Traces(page, context, emulator);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await editor.open('Cleaning on demand');
  await editor.field('Display name').fill('Cleaning');
  const pane = page.getByRole('complementary', { name: 'As code' });
  await pane.getByText('As code', { exact: true }).click();
  for (const language of ['cURL', 'Python', 'Terraform', 'JSON']) {
    await page.evaluate(() => navigator.clipboard.writeText(''));
    await pane.getByRole('radio', { name: language }).check();
    await pane.getByRole('button', { name: 'Copy the code' }).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('Cleaning');
    await traces.expectNone([signatureSecret, credentialHeader, ...traces.credentials]);
  }
});

test('a secret reaches the clipboard when somebody asks for just that, and not before', async ({ editor, page, context, emulator }) => {
  const traces = new Traces(page, context, emulator);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await editor.open('Cleaning on demand');
  await page.getByRole('button', { name: 'Reveal Signature secret' }).click();
  await traces.expectNone([signatureSecret]);
  await editor.form.getByRole('button', { name: 'Copy Signature secret' }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(signatureSecret);
});
