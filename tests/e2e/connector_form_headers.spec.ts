import type { Locator } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import type { ConnectorEditor } from './fixtures/connector_editor.ts';

function headers(editor: ConnectorEditor): Locator {
  return editor.section('Custom headers');
}

/** Adds a row and fills it. */
async function add(editor: ConnectorEditor, row: number, key: string, value: string): Promise<void> {
  await headers(editor).getByRole('button', { name: 'Add header' }).click();
  await editor.field(`Key of header ${row}`).fill(key);
  await editor.field(`Value of ${key || `header ${row}`}`).fill(value);
}

test('a header is sent beside those that were there, with the endpoint and the secret', async ({ editor }) => {
  await editor.open('Cleaning on demand');
  await add(editor, 3, 'X-Site', 'oslo, "1st floor"; ø');
  await expect(editor.summary('1 change: Custom headers')).toBeVisible();
  await editor.update();
  const before = editor.before.httpConfig;
  const httpConfig = { ...before, headers: { ...before?.headers, 'X-Site': 'oslo, "1st floor"; ø' } };
  expect(await editor.sent()).toEqual([{ httpConfig }]);
  expect(await editor.kept()).toEqual({ ...editor.before, httpConfig });
});

test('the first headers of a connector that had none are sent', async ({ editor }) => {
  await editor.open('Gate log');
  await add(editor, 1, 'Authorization', 'Basic ZGVtbzpkZW1v');
  await add(editor, 2, 'X-Empty', '');
  await editor.update();
  expect((await editor.kept()).httpConfig?.headers).toEqual({ Authorization: 'Basic ZGVtbzpkZW1v', 'X-Empty': '' });
});

test('a new value replaces the old one', async ({ editor }) => {
  await editor.open('Cleaning on demand');
  await editor.field('Value of X-Tenant').fill('sydlys');
  await editor.update();
  expect((await editor.kept()).httpConfig).toEqual({
    ...editor.before.httpConfig,
    headers: { ...editor.before.httpConfig?.headers, 'X-Tenant': 'sydlys' },
  });
});

test('a renamed header is sent under its new name only', async ({ editor }) => {
  await editor.open('Cleaning on demand');
  await editor.field('Key of header 2').fill('X-Customer');
  await editor.update();
  const { Authorization } = editor.before.httpConfig?.headers ?? {};
  expect((await editor.kept()).httpConfig?.headers).toEqual({ Authorization, 'X-Customer': 'nordlys' });
});

test('a removed header is gone, and the focus is where the next one is added', async ({ editor }) => {
  await editor.open('Cleaning on demand');
  await headers(editor).getByRole('button', { name: 'Remove header 1' }).click();
  await expect(headers(editor).getByRole('button', { name: 'Add header' })).toBeFocused();
  await expect(editor.field('Key of header 1')).toHaveValue('X-Tenant');
  await editor.update();
  const httpConfig = { ...editor.before.httpConfig, headers: { 'X-Tenant': 'nordlys' } };
  expect(await editor.sent()).toEqual([{ httpConfig }]);
});

test('every header can be removed', async ({ editor }) => {
  await editor.open('Cleaning on demand');
  await headers(editor).getByRole('button', { name: 'Remove header 2' }).click();
  await headers(editor).getByRole('button', { name: 'Remove header 1' }).click();
  await editor.update();
  expect((await editor.kept()).httpConfig).toEqual({ ...editor.before.httpConfig, headers: {} });
});

test('a row that was added and left empty counts for nothing', async ({ editor }) => {
  await editor.open('Cleaning on demand');
  await headers(editor).getByRole('button', { name: 'Add header' }).click();
  await expect(editor.field('Key of header 3')).toBeFocused();
  await expect(editor.summary('No changes')).toBeVisible();
  await editor.field('Display name').fill('Cleaning');
  await editor.update();
  expect(await editor.sent()).toEqual([{ displayName: 'Cleaning' }]);
});

test('a name that differs from another only in case is not sent', async ({ editor }) => {
  await editor.open('Cleaning on demand');
  await add(editor, 3, 'x-tenant', 'other');
  await editor.updateButton.click();
  const name = editor.field('Key of header 3');
  await expect(name).toHaveAccessibleDescription(/an earlier row has the same name/);
  await expect(name).toBeFocused();
  expect(await editor.sent()).toEqual([]);
});

for (const [key, problem] of [
  ['X Tenant', /Use only letters, digits and/],
  ['X-Tenant:', /Use only letters, digits and/],
  ['Ærlig', /Use only letters, digits and/],
  ['', /Enter a name for this header, or remove its value\./],
] as const) {
  test(`a header named ${JSON.stringify(key)} is not sent, and the field says what to do`, async ({ editor }) => {
    await editor.open('Gate log');
    await add(editor, 1, key, 'value');
    const name = editor.field('Key of header 1');
    await editor.updateButton.click();
    await expect(name).toHaveAccessibleDescription(problem);
    await expect(name).toHaveAttribute('aria-invalid', 'true');
    await expect(name).toBeFocused();
    expect(await editor.sent()).toEqual([]);
  });
}

test('a value with a control character is not sent, and the field says what to do', async ({ editor }) => {
  await editor.open('Gate log');
  await add(editor, 1, 'X-Site', 'oslo\u0007');
  await editor.updateButton.click();
  const value = editor.field('Value of X-Site');
  await expect(value).toHaveAccessibleDescription(/Remove the line breaks and control characters/);
  await expect(value).toBeFocused();
  expect(await editor.sent()).toEqual([]);
});

test('a value whose header looks like a credential is masked until it is revealed', async ({ editor }) => {
  await editor.open('Cleaning on demand');
  const value = editor.field('Value of Authorization');
  await expect(value).toHaveValue('Bearer demo-token-that-opens-nothing');
  await expect(value).toHaveAttribute('type', 'password');
  await expect(editor.field('Value of X-Tenant')).toHaveAttribute('type', 'text');
  await headers(editor).getByRole('button', { name: 'Reveal Value of Authorization' }).click();
  await expect(value).toHaveAttribute('type', 'text');
  await headers(editor).getByRole('button', { name: 'Hide Value of Authorization' }).click();
  await expect(value).toHaveAttribute('type', 'password');
});

test('a value becomes masked when its header is named like a credential', async ({ editor }) => {
  await editor.open('Cleaning on demand');
  await editor.field('Key of header 2').fill('X-Api-Key');
  const value = editor.field('Value of X-Api-Key');
  await expect(value).toHaveAttribute('type', 'password');
  await expect(value).toHaveValue('nordlys');
});

test('revealing one value reveals no other, also when rows move up', async ({ editor }) => {
  await editor.open('Cleaning on demand');
  await add(editor, 3, 'X-Api-Key', 'demo-key');
  await headers(editor).getByRole('button', { name: 'Remove header 2' }).click();
  await headers(editor).getByRole('button', { name: 'Reveal Value of Authorization' }).click();
  await expect(editor.field('Value of X-Api-Key')).toHaveAttribute('type', 'password');
  await headers(editor).getByRole('button', { name: 'Remove header 1' }).click();
  await expect(editor.field('Value of X-Api-Key')).toHaveValue('demo-key');
  await expect(editor.field('Value of X-Api-Key')).toHaveAttribute('type', 'password');
});
