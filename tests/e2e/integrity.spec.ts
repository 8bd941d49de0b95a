import { createHash } from 'node:crypto';
import type { APIRequestContext } from '@playwright/test';
import { expect } from './fixtures.ts';
import { configOf, test } from './fixtures/hosted.ts';
import { signInHere } from './fixtures/sign_in.ts';

const loading = 'Loading the console…';

async function text(request: APIRequestContext, path: string): Promise<string> {
  const answer = await request.get(path);
  expect(answer.status(), path).toBe(200);
  return answer.text();
}

test('every script, stylesheet and WebAssembly is named with the hash of what is served', async ({ request }) => {
  const page = await text(request, '/');
  const elements = page.match(/<(script|link)\b[^>]*>/g) ?? [];
  const named = elements.flatMap((element) => {
    const [, path] = /(?:src|href)="?([^" >]+)/.exec(element) ?? [];
    const [, hash] = /integrity="?([^" >]+)/.exec(element) ?? [];
    return path ? [{ path, hash }] : [];
  });
  const scripts = named.filter(({ path }) => path.endsWith('.js'));
  for (const { path } of scripts) {
    for (const [, name, hash] of (await text(request, path)).matchAll(/"([^"]+\.wasm)".{0,40}?integrity: ?"([^"]+)"/g)) {
      named.push({ path: new URL(name ?? '', `http://localhost${path}`).pathname, hash });
    }
  }
  const kinds = named.map(({ path }) => path.slice(path.lastIndexOf('.') + 1)).sort();
  expect(kinds).toEqual(['css', 'js', 'js', 'js', 'svg', 'wasm', 'wasm']);
  for (const { path, hash } of named) {
    const body = await (await request.get(path)).body();
    expect(hash, path).toBe(`sha384-${createHash('sha384').update(body).digest('base64')}`);
  }
});

for (const file of [/\/loader-/, /\/data-connector-console-[0-9a-f]{16}\.js$/, /_bg\.wasm$/]) {
  test(`a changed ${file.source} is not run`, async ({ page, host, emulator, watch }) => {
    watch.allow(/digest.*integrity|SRI|Failed to fetch|^uncaught /);
    host.config = { status: 200, body: await configOf(emulator.console) };
    host.tampered = file;
    const refused = page.waitForEvent('console', (message) => /valid digest in the 'integrity'/.test(message.text()));
    await page.goto(host.origin);
    await refused;
    await expect(page.getByRole('status')).toHaveText(/The console could not be loaded|Loading the console/);
    await expect(page.getByRole('heading', { level: 1 })).toBeHidden();
    host.tampered = undefined;
    await page.reload();
    await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
    await expect(page.getByText(loading)).toBeHidden();
  });
}

test('a changed stylesheet is not applied', async ({ page, host, emulator, watch }) => {
  watch.allow(/digest.*integrity/);
  host.config = { status: 200, body: await configOf(emulator.console) };
  host.tampered = /\.css$/;
  const refused = page.waitForEvent('console', (message) => /valid digest in the 'integrity'.*\.css/.test(message.text()));
  await page.goto(host.origin);
  await refused;
  expect(await page.evaluate(() => document.styleSheets.length)).toBe(0);
});

test('a changed deferred part is not run', async ({ page, host, emulator, watch }) => {
  watch.allow(/(digest|Fetch API).*\/deferred-|^console error: TypeError: Failed to fetch/);
  host.config = { status: 200, body: await configOf(emulator.console) };
  host.tampered = /\/deferred-/;
  await page.goto(host.origin);
  await signInHere(page, emulator.account('project.user'));
  await expect(page.getByRole('heading', { level: 1, name: 'The console is not complete' })).toBeVisible();
});
