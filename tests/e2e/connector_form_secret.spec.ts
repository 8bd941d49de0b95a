import { expect, test } from './fixtures.ts';
import type { ConnectorEditor } from './fixtures/connector_editor.ts';

const demoSecret = 'a-demo-secret-that-protects-nothing';

async function press(editor: ConnectorEditor, button: string): Promise<void> {
  await editor.section('Signature').getByRole('button', { name: button, exact: true }).click();
}

test('a secret that is not touched is kept', async ({ editor }) => {
  await editor.open('Cleaning on demand');
  const secret = editor.field('Signature secret');
  await expect(secret).toHaveAccessibleDescription(/Receivers verify X-Dt-Signature with it\./);
  await editor.field('Display name').fill('Cleaning');
  await editor.update();
  expect(await editor.sent()).toEqual([{ displayName: 'Cleaning' }]);
  expect((await editor.kept()).httpConfig?.signatureSecret).toBe(demoSecret);
});

test('a secret that was only looked at is kept', async ({ editor }) => {
  await editor.open('Cleaning on demand');
  await press(editor, 'Reveal Signature secret');
  await editor.field('Signature secret').click();
  await press(editor, 'Hide Signature secret');
  await expect(editor.summary('No changes')).toBeVisible();
});

test('a new secret replaces the old one, and the form says what that means', async ({ editor }) => {
  await editor.open('Cleaning on demand');
  await editor.field('Signature secret').fill('correct horse battery staple ÆØÅ "\\');
  await expect(editor.field('Signature secret')).toHaveAccessibleDescription(/Replaced on update\./);
  await expect(editor.summary('1 change: Signature secret')).toBeVisible();
  await editor.update();
  const httpConfig = { ...editor.before.httpConfig, signatureSecret: 'correct horse battery staple ÆØÅ "\\' };
  expect(await editor.sent()).toEqual([{ httpConfig }]);
  expect(await editor.kept()).toEqual({ ...editor.before, httpConfig });
});

test('a connector without a secret can be given one', async ({ editor }) => {
  await editor.open('Gate log');
  const secret = editor.field('Signature secret');
  await expect(secret).toHaveAccessibleDescription(/Not set: events carry no X-Dt-Signature\./);
  await secret.fill('a-new-demo-secret');
  await expect(secret).toHaveAccessibleDescription(/Set on update\./);
  await editor.update();
  expect((await editor.kept()).httpConfig).toEqual({ ...editor.before.httpConfig, signatureSecret: 'a-new-demo-secret' });
});

test('a generated secret is strong, never the same, and sent as it is shown', async ({ editor }) => {
  await editor.open('Cleaning on demand');
  await press(editor, 'Generate');
  const first = await editor.field('Signature secret').inputValue();
  await press(editor, 'Generate');
  const second = await editor.field('Signature secret').inputValue();
  expect(first).toMatch(/^[0-9a-f]{64}$/);
  expect(second).toMatch(/^[0-9a-f]{64}$/);
  expect(second).not.toBe(first);
  await editor.update();
  expect((await editor.kept()).httpConfig?.signatureSecret).toBe(second);
});

test('clearing removes the secret, and the form says what that means', async ({ editor }) => {
  await editor.open('Cleaning on demand');
  await press(editor, 'Clear');
  await expect(editor.field('Signature secret')).toHaveValue('');
  await expect(editor.field('Signature secret')).toHaveAccessibleDescription(/Removed on update\./);
  await editor.update();
  const httpConfig = { ...editor.before.httpConfig, signatureSecret: '' };
  expect(await editor.sent()).toEqual([{ httpConfig }]);
  expect(await editor.kept()).toEqual({ ...editor.before, httpConfig });
});

test('emptying the field removes the secret too', async ({ editor }) => {
  await editor.open('Cleaning on demand');
  await editor.field('Signature secret').clear();
  await expect(editor.field('Signature secret')).toHaveAccessibleDescription(/Removed on update\./);
  await editor.update();
  expect((await editor.kept()).httpConfig?.signatureSecret).toBe('');
});

test('typing the old secret again is no change', async ({ editor }) => {
  await editor.open('Cleaning on demand');
  await press(editor, 'Clear');
  await editor.field('Signature secret').fill(demoSecret);
  await expect(editor.summary('No changes')).toBeVisible();
});

test('the secret is masked until it is revealed', async ({ editor }) => {
  await editor.open('Cleaning on demand');
  const secret = editor.field('Signature secret');
  await expect(secret).toHaveValue(demoSecret);
  await expect(secret).toHaveAttribute('type', 'password');
  await press(editor, 'Reveal Signature secret');
  await expect(secret).toHaveAttribute('type', 'text');
  await press(editor, 'Hide Signature secret');
  await expect(secret).toHaveAttribute('type', 'password');
});

test('the secret can be copied without revealing it', async ({ editor, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await editor.open('Cleaning on demand');
  await press(editor, 'Copy Signature secret');
  await expect(editor.section('Signature').getByRole('status').getByText('Copied')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(demoSecret);
  await expect(editor.field('Signature secret')).toHaveAttribute('type', 'password');
});
