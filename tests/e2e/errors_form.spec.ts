import { expect, test } from './fixtures.ts';
import { connectorsIn } from './fixtures/connectors.ts';
import { failures } from './fixtures/failures.ts';

const url = 'https://gates.example.org/new';

for (const { what, fault, title, nextStep } of failures) {
  test(`a save that ends in ${what} keeps what was entered, is sent once, and works when tried again`, async (
    { editor, page, emulator, provoke, watch },
  ) => {
    await editor.open('Gate log');
    const path = `/v2/${editor.before.name}`;
    await editor.field('Display name').fill('Gates');
    await editor.field('Endpoint URL').fill(url);
    await editor.section('Custom headers').getByRole('button', { name: 'Add header' }).click();
    await editor.field('Key of header 1').fill('X-Gate');
    await editor.field('Value of X-Gate').fill('north');

    await provoke({ path, method: 'PATCH', ...fault });
    await editor.save();
    const problem = editor.form.getByRole('alert').filter({ hasText: title });
    await expect(problem).toContainText(nextStep);
    expect(watch.writes()).toEqual([`PATCH ${path}`]);
    await expect(editor.field('Display name')).toHaveValue('Gates');
    await expect(editor.field('Endpoint URL')).toHaveValue(url);
    await expect(editor.field('Value of X-Gate')).toHaveValue('north');
    await expect(editor.form.getByText('3 changes: ')).toBeVisible();
    await expect(page.getByRole('heading', { level: 1, name: 'Gate log' })).toBeVisible();

    await emulator.clearFaults();
    await editor.update();
    await expect(problem).toBeHidden();
    expect(await editor.kept()).toEqual({
      ...editor.before,
      displayName: 'Gates',
      httpConfig: { ...editor.before.httpConfig, url, headers: { 'X-Gate': 'north' } },
    });
  });

  test(`a new Data Connector that ends in ${what} keeps what was entered, and is sent once`, async (
    { list, page, emulator, provoke, watch },
  ) => {
    await list.open('Bergen warehouse');
    await page.getByRole('button', { name: 'Add Data Connector' }).click();
    const form = page.getByRole('form', { name: 'Add Data Connector' });
    const field = (name: string) => form.getByRole('textbox', { name, exact: true });
    await field('Display name').fill('New gates');
    await field('Endpoint URL').fill(url);
    await form.getByRole('combobox', { name: 'Label keys' }).fill('room');
    await form.getByRole('combobox', { name: 'Label keys' }).press('Enter');

    await provoke({ path: list.apiPath, method: 'POST', ...fault });
    await form.getByRole('button', { name: 'Add Data Connector' }).click();
    const problem = form.getByRole('alert').filter({ hasText: title });
    await expect(problem).toContainText(nextStep);
    const mayBeDone = fault.status === undefined || fault.status >= 500;
    await expect(problem.filter({ hasText: 'may have been added all the same' })).toHaveCount(mayBeDone ? 1 : 0);
    expect(watch.writes()).toEqual([`POST ${list.apiPath}`]);
    await expect(field('Display name')).toHaveValue('New gates');
    await expect(field('Endpoint URL')).toHaveValue(url);
    await expect(form.getByRole('button', { name: 'Remove room' })).toBeVisible();

    await emulator.clearFaults();
    await form.getByRole('button', { name: 'Add Data Connector' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'New gates' })).toBeVisible();
    const kept = await connectorsIn(await emulator.as('project.user'), list.project);
    expect(kept.at(-1)).toMatchObject({ displayName: 'New gates', labels: ['room'], httpConfig: { url } });
  });
}
