import { expect, test } from './fixtures.ts';
import { expectRevalidated, expectSecurity } from './fixtures/policy.ts';

for (const path of ['/', '/projects/p/dataconnectors', '/nowhere', '/config.json']) {
  test(`${path} comes with the headers that keep the console to itself`, async ({ request, emulator }) => {
    const answer = await request.get(path);
    expect(answer.status()).toBe(200);
    expectSecurity(answer, emulator.api);
    expectRevalidated(answer);
  });
}

test('what the first screen loads is compressed, and lasts where its name changes with its content', async ({ page }) => {
  const loaded = new Map<string, Record<string, string>>();
  page.on('response', (response) => loaded.set(new URL(response.url()).pathname, response.headers()));
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  const files = [...loaded].filter(([path]) => /\.(js|css|wasm)$/.test(path));
  expect(files.length).toBeGreaterThanOrEqual(4);
  for (const [path, headers] of files) {
    expect(path).toMatch(/^\/assets\/.*-[0-9a-f]{16}[._]/);
    expect(headers['cache-control'], path).toBe('public, max-age=31536000, immutable');
    expect(headers['content-encoding'], path).toMatch(/^(br|gzip)$/);
  }
});

for (const path of ['/assets/console-0123456789abcdef_bg.wasm', '/assets/loader', '/loader.js', '/favicon.ico', '/projects/p/style.css']) {
  test(`the missing file ${path} is missing, and not the console’s page`, async ({ request, emulator }) => {
    const answer = await request.get(path);
    expect(answer.status()).toBe(404);
    expect(await answer.text()).not.toContain('<html');
    expectSecurity(answer, emulator.api);
    expectRevalidated(answer);
  });
}

test('the page can send nothing to another origin', async ({ page, watch }) => {
  watch.allow(/elsewhere\.example\.com\/.* Content Security Policy/);
  watch.allow(/^request to https:\/\/elsewhere\.example\.com$/);
  await page.goto('/');
  const violated = page.evaluate(() => {
    const violation = new Promise((tell) =>
      document.addEventListener('securitypolicyviolation', (event) => tell(event.effectiveDirective)),
    );
    void fetch('https://elsewhere.example.com/').catch(() => undefined);
    return violation;
  });
  expect(await violated).toBe('connect-src');
});
