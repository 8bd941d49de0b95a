import { expect, test } from './fixtures.ts';
import { connectorsIn } from './fixtures/connectors.ts';
import { failures } from './fixtures/failures.ts';

/** The answers to a synchronization and to a deletion are empty, so that there is nothing in them to misread. */
const readable = failures.filter(({ fault }) => !fault.brokenJson);

for (const { what, fault, title, nextStep } of readable) {
  test(`a synchronization that ends in ${what} is told, sent once, and works when asked for again`, async (
    { editor, page, emulator, provoke, watch },
  ) => {
    await editor.open('Gate log');
    const path = `/v2/${editor.before.name}:sync`;
    await provoke({ path, ...fault });
    const section = editor.section('Synchronize');
    const synchronize = section.getByRole('button', { name: 'Synchronize Data Connector' });
    await synchronize.click();
    const problem = section.getByRole('alert').filter({ hasText: title });
    await expect(problem).toContainText(nextStep);
    expect(watch.writes()).toEqual([`POST ${path}`]);
    await emulator.clearFaults();
    await synchronize.click();
    await expect(problem).toBeHidden();
    await expect(page.getByText('Synchronization requested')).toBeVisible();
    expect((await emulator.journal()).filter((entry) => entry.path === path).at(-1)?.status).toBe(200);
  });

  test(`a deletion that ends in ${what} is told in its dialog, and done when tried again`, async (
    { editor, page, emulator, provoke, watch },
  ) => {
    await editor.open('Gate log');
    const path = `/v2/${editor.before.name}`;
    await page.getByRole('button', { name: 'Delete Data Connector' }).click();
    const dialog = page.getByRole('dialog', { name: 'Delete Gate log?' });
    const confirm = dialog.getByRole('button', { name: 'Delete Data Connector' });
    await dialog.getByRole('textbox').fill('Gate log');
    await provoke({ path, method: 'DELETE', ...fault });
    await confirm.click();
    const problem = dialog.getByRole('alert').filter({ hasText: title });
    await expect(problem).toContainText(nextStep);
    expect(watch.writes()).toEqual([`DELETE ${path}`]);
    await expect(dialog.getByRole('textbox')).toHaveValue('Gate log');
    await emulator.clearFaults();
    await confirm.click();
    await expect(page.getByRole('heading', { level: 1, name: 'Data Connectors' })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Notifications' })).toContainText('Gate log deleted.');
    const project = editor.before.name.split('/').slice(0, 2).join('/');
    const kept = await connectorsIn(await emulator.as('project.user'), project);
    expect(kept.map(({ displayName }) => displayName)).not.toContain('Gate log');
  });
}

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
