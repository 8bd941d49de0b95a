import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import type { Emulator } from './fixtures/emulator.ts';
import { connectorCalled } from './fixtures/connectors.ts';

const signatureSecret = 'a-demo-secret-that-protects-nothing';
const credentialHeader = 'Bearer demo-token-that-opens-nothing';

/** Collects what a page shows to whoever looks into it: addresses, the console, and what it stores. */
class Traces {
  /** Access tokens and assertions, as the page sent and received them. */
  readonly credentials = new Set<string>();
  private readonly seen: string[] = [];

  constructor(
    private readonly page: Page,
    private readonly context: BrowserContext,
    { api }: Emulator,
  ) {
    page.on('console', (message) => this.seen.push(message.text()));
    page.on('framenavigated', (frame) => this.seen.push(frame.url()));
    page.on('request', async (request) => {
      this.seen.push(request.url(), request.headers()['referer'] ?? '');
      const bearer = /^Bearer (.+)/.exec(request.headers()['authorization'] ?? '')?.[1];
      if (bearer) this.credentials.add(bearer);
      const assertion = new URLSearchParams(request.postData() ?? '').get('assertion');
      if (assertion && request.url() === `${api}/oauth2/token`) this.credentials.add(assertion);
    });
  }

  /** Everything there is, as one text. */
  async collect(): Promise<string> {
    const stored = await this.context.storageState({ indexedDB: true });
    const inPage = await this.page.evaluate(async () => {
      const caches = await window.caches.keys();
      const session = Object.entries({ ...window.sessionStorage });
      const state = [document.cookie, document.title, window.name, history.state, location.href, caches, session];
      return JSON.stringify(state) + document.documentElement.outerHTML;
    });
    return [...this.seen, JSON.stringify(stored), inPage].join('\n');
  }

  /** Fails when one of these is anywhere. */
  async expectNone(secrets: Iterable<string>): Promise<void> {
    const all = await this.collect();
    for (const secret of secrets) {
      expect(secret.length).toBeGreaterThan(10);
      expect(all.includes(secret), `a secret that starts with ${secret.slice(0, 4)} is nowhere`).toBe(false);
      expect(all.includes(encodeURIComponent(secret)), 'nor is it encoded').toBe(false);
    }
  }
}

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
  });
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
  ]) {
    expect(all).toContain(planted);
  }
});
