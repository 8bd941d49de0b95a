import { expect, test as base } from './fixtures.ts';
import { connectorCalled } from './fixtures/connectors.ts';
import { expectImmutable, expectRevalidated, expectSecurity } from './fixtures/policy.ts';
import { signInHere } from './fixtures/sign_in.ts';
import { WebServer, type ServerName, type Variant } from './fixtures/web_server.ts';

const servers: ServerName[] = ['nginx', 'caddy'];
const variants: Variant[] = ['cross-origin', 'same-origin'];

for (const name of servers) {
  for (const variant of variants) {
    const test = base.extend<object, { server: WebServer }>({
      server: [
        async ({ emulator }, use) => {
          const server = await WebServer.start(name, variant, emulator.api);
          await use(server);
          await server.stop();
        },
        { scope: 'worker' },
      ],
      baseURL: ({ server }, use) => use(server.origin),
    });

    test.describe(`${name}, ${variant}`, () => {
      /** The other origin that the page calls. */
      const other = (api: string) => (variant === 'cross-origin' ? api : undefined);

      test('serves the page at every place, with the headers that keep it to itself', async ({ request, emulator }) => {
        for (const path of ['/', '/index.html', '/sign-in', '/projects/p/dataconnectors/d?tab=metrics', '/nowhere']) {
          const answer = await request.get(path);
          expect(answer.status(), path).toBe(200);
          expect(await answer.text(), path).toContain('<title>Data Connectors</title>');
          expect(answer.headers()['content-type'], path).toMatch(/^text\/html/);
          expectSecurity(answer, other(emulator.api));
          expectRevalidated(answer);
        }
        const config = await request.get('/config.json');
        expectSecurity(config, other(emulator.api));
        expectRevalidated(config);
      });

      test('answers a missing file with 404, which does not last', async ({ request, emulator }) => {
        const missing = ['/assets/x-0123456789abcdef.js', '/assets/x', '/assets/', '/favicon.ico', '/projects/p/style.css'];
        for (const path of missing) {
          const answer = await request.get(path);
          expect(answer.status(), path).toBe(404);
          expect(await answer.text(), path).not.toContain('Data Connectors');
          expectSecurity(answer, other(emulator.api));
          expectRevalidated(answer);
        }
      });

      test('serves what is compressed already, and lets it last', async ({ request, emulator }) => {
        const page = await (await request.get('/')).text();
        const files = [...page.matchAll(/(?:src|href)="?(\/assets\/[^" >]+)/g)].map(([, path]) => path ?? '');
        expect(files.length).toBeGreaterThanOrEqual(5);
        for (const path of files) {
          for (const [accepted, expected] of [
            ['br, gzip', 'br'],
            ['gzip', 'gzip'],
            ['identity', undefined],
          ] as const) {
            const answer = await request.get(path, { headers: { 'Accept-Encoding': accepted } });
            expect(answer.status(), path).toBe(200);
            expect(answer.headers()['content-encoding'], `${path} for ${accepted}`).toBe(expected);
            expectSecurity(answer, other(emulator.api));
            expectImmutable(answer);
          }
        }
      });

      test('a connector is found, changed and saved', async ({ page, server, emulator, watch }) => {
        watch.allow(new RegExp(`^request to ${server.origin}$`));
        const api = await emulator.as('project.developer');
        const { name } = await connectorCalled(api, 'Gate log');
        const called = new Set<string>();
        page.on('request', (request) => called.add(new URL(request.url()).origin));
        await page.goto(`/${name}`);
        const told = { 'cross-origin': 'straight from this browser tab', 'same-origin': 'go through that host' };
        await expect(page.getByText(told[variant])).toBeVisible();
        await signInHere(page, emulator.account('project.developer'));
        const form = page.getByRole('form', { name: 'Data Connector', exact: true });
        await form.getByRole('textbox', { name: 'Display name', exact: true }).fill('Gate log by the river');
        await form.getByRole('button', { name: 'Update Data Connector' }).click();
        const review = page.getByRole('dialog', { name: 'Review changes' });
        await review.getByRole('button', { name: 'Update Data Connector' }).click();
        await expect(form.getByText('No changes', { exact: true })).toBeVisible();
        expect((await api.get(name))['displayName']).toBe('Gate log by the river');
        expect([...called].sort()).toEqual(
          (variant === 'cross-origin' ? [server.origin, emulator.api] : [server.origin]).sort(),
        );
      });

      if (variant === 'same-origin') {
        test('forwards to DT with what it needs and no more, and keeps no answer', async ({ request, emulator }) => {
          const api = await emulator.as('project.user');
          const headers = { Authorization: `Bearer ${api.accessToken}`, Origin: 'https://elsewhere.example.com' };
          const answer = await request.get('/v2/projects?page_size=1', { headers });
          expect(answer.status()).toBe(200);
          expect((await answer.json()).projects).toHaveLength(1);
          expect(answer.headers()['cache-control']).toBe('no-store');
          expectSecurity(answer);
          expect((await request.get('/v2/projects')).status()).toBe(401);
          expect((await request.post('/oauth2/token', { form: {} })).status()).toBe(400);
          // What else is on DT's hosts is not forwarded.
          expect((await request.get('/_emulator/accounts')).headers()['content-type']).toMatch(/^text\/html/);
          expect((await request.get('/oauth2/other.json')).status()).toBe(404);
        });
      }
    });
  }
}
