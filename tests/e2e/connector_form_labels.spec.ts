import type { Locator } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import type { ConnectorEditor } from './fixtures/connector_editor.ts';

function entry(editor: ConnectorEditor): Locator {
  return editor.section('Labels').getByRole('combobox', { name: 'Label keys' });
}

function suggestion(editor: ConnectorEditor, text: string): Locator {
  return editor.section('Labels').getByRole('option').filter({ hasText: text });
}

/** The keys that stand as chips, in their order. */
async function expectChips(editor: ConnectorEditor, keys: string[]): Promise<void> {
  const removals = editor.section('Labels').getByRole('button', { name: /^Remove / });
  await expect(removals).toHaveCount(keys.length);
  for (const [index, key] of keys.entries()) {
    await expect(removals.nth(index)).toHaveAccessibleName(`Remove ${key}`);
  }
}

test('a typed key is added with Enter, and the keys are sent whole', async ({ editor }) => {
  await editor.open('Building operations');
  await expectChips(editor, ['name', 'room']);
  await entry(editor).fill('asset-number');
  await entry(editor).press('Enter');
  await expectChips(editor, ['name', 'room', 'asset-number']);
  await expect(editor.summary('1 change: Labels')).toBeVisible();
  await editor.update();
  expect(await editor.sent()).toEqual([{ labels: ['name', 'room', 'asset-number'] }]);
  expect(await editor.kept()).toEqual({ ...editor.before, labels: ['name', 'room', 'asset-number'] });
});

test('a comma adds a key, and so does leaving the input', async ({ editor }) => {
  await editor.open('Building operations');
  await entry(editor).pressSequentially('floor,wing');
  await editor.field('Display name').click();
  await expectChips(editor, ['name', 'room', 'floor', 'wing']);
  await editor.update();
  expect(await editor.sent()).toEqual([{ labels: ['name', 'room', 'floor', 'wing'] }]);
});

test('spaces around a key are dropped, and nothing is no key', async ({ editor }) => {
  await editor.open('Building operations');
  await entry(editor).fill('   ');
  await entry(editor).press('Enter');
  await expectChips(editor, ['name', 'room']);
  await entry(editor).fill('  floor ');
  await entry(editor).press('Enter');
  await expectChips(editor, ['name', 'room', 'floor']);
  await expect(entry(editor)).toHaveValue('');
});

test('a key that is already there is not added again, and the console says so', async ({ editor }) => {
  await editor.open('Building operations');
  await entry(editor).fill('room');
  await entry(editor).press('Enter');
  await expect(editor.section('Labels').getByRole('status').getByText('room is already there')).toBeAttached();
  await expectChips(editor, ['name', 'room']);
  await expect(editor.summary('No changes')).toBeVisible();
});

test('keys that differ in case are two keys', async ({ editor }) => {
  await editor.open('Building operations');
  await entry(editor).fill('Room');
  await entry(editor).press('Enter');
  await editor.update();
  expect((await editor.kept()).labels).toEqual(['name', 'room', 'Room']);
});

test('a removed key is no longer sent', async ({ editor }) => {
  await editor.open('Cleaning on demand');
  await editor.section('Labels').getByRole('button', { name: 'Remove floor' }).click();
  await expect(entry(editor)).toBeFocused();
  await editor.update();
  expect(await editor.sent()).toEqual([{ labels: ['name', 'room', 'customer-ID'] }]);
});

test('every key can be removed', async ({ editor }) => {
  await editor.open('Building operations');
  await entry(editor).focus();
  await entry(editor).press('Backspace');
  await expectChips(editor, ['name']);
  await entry(editor).press('Backspace');
  await expectChips(editor, []);
  await editor.update();
  expect(await editor.sent()).toEqual([{ labels: [] }]);
  expect((await editor.kept()).labels).toEqual([]);
});

test("the project's devices suggest keys, the most common first", async ({ editor }) => {
  await editor.open('Building operations');
  await entry(editor).click();
  const options = editor.section('Labels').getByRole('option');
  await expect(options.first()).toHaveText(/^floor ?22 of 22 devices$/);
  await expect(suggestion(editor, 'customer-ID')).toHaveText(/18 of 22 devices$/);
  await expect(suggestion(editor, 'description')).toHaveCount(1);
  await expect(suggestion(editor, 'name')).toHaveCount(0);
});

test('a suggestion is taken with a click', async ({ editor }) => {
  await editor.open('Building operations');
  await entry(editor).click();
  await suggestion(editor, 'customer-ID').click();
  await expectChips(editor, ['name', 'room', 'customer-ID']);
  await editor.update();
  expect(await editor.sent()).toEqual([{ labels: ['name', 'room', 'customer-ID'] }]);
});

test('typing narrows the suggestions, and the arrow keys choose among them', async ({ editor }) => {
  await editor.open('Building operations');
  await entry(editor).pressSequentially('c');
  await expect(editor.section('Labels').getByRole('option')).toHaveCount(2);
  await entry(editor).press('ArrowDown');
  const chosen = editor.section('Labels').getByRole('option', { selected: true });
  await expect(chosen).toHaveCount(1);
  await entry(editor).press('ArrowUp');
  await entry(editor).press('ArrowUp');
  await entry(editor).press('ArrowDown');
  const key = (await chosen.textContent())?.startsWith('customer-ID') ? 'customer-ID' : 'description';
  await entry(editor).press('Enter');
  await expectChips(editor, ['name', 'room', key]);
});

test('Escape closes the suggestions and keeps what is typed', async ({ editor }) => {
  await editor.open('Building operations');
  await entry(editor).pressSequentially('cus');
  await expect(entry(editor)).toHaveAttribute('aria-expanded', 'true');
  await entry(editor).press('Escape');
  await expect(entry(editor)).toHaveAttribute('aria-expanded', 'false');
  await expect(entry(editor)).toHaveValue('cus');
});

test('the form says where DT Studio keeps a name and a description', async ({ editor }) => {
  await editor.open('Building operations');
  await expect(entry(editor)).toHaveAccessibleDescription(
    'DT Studio keeps a device’s display name in “name” and its description in “description”.',
  );
});
