import { expect, test } from './fixtures.ts';

test('a deletion that is given up after it failed leaves everything as it was', async ({ editor, page, emulator, provoke }) => {
  await editor.open('Gate log');
  await editor.field('Display name').fill('Gates');
  await page.getByRole('button', { name: 'Delete Data Connector' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete Gate log?' });
  await dialog.getByRole('textbox').fill('Gate log');
  await provoke({ path: `/v2/${editor.before.name}`, method: 'DELETE', status: 500 });
  await dialog.getByRole('button', { name: 'Delete Data Connector' }).click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toBeHidden();
  await expect(editor.field('Display name')).toHaveValue('Gates');
  await page.getByRole('button', { name: 'Delete Data Connector' }).click();
  await expect(dialog.getByRole('alert')).toBeHidden();
  await emulator.clearFaults();
  expect(await editor.kept()).toEqual(editor.before);
});

test('pressing Update or Enter again while an update is under way sends nothing more', async ({ editor, page, emulator, watch }) => {
  await editor.open('Gate log');
  const path = `/v2/${editor.before.name}`;
  await editor.field('Display name').fill('Gates');
  await emulator.fault({ path, method: 'PATCH', delay: 120_000 });
  await editor.save();
  const busy = page.getByRole('button', { name: 'Updating…' });
  await expect(busy).toHaveAttribute('aria-busy', 'true');
  await busy.click({ force: true });
  await busy.press('Enter');
  await editor.field('Display name').press('Enter');
  await expect(busy).toBeVisible();
  expect(watch.writes()).toEqual([`PATCH ${path}`]);
});
