import { expect, test } from './fixtures.ts';
import { failures } from './fixtures/failures.ts';
import { signInHere } from './fixtures/sign_in.ts';

for (const status of [429, 503]) {
  test(`a read that is answered ${status} for a moment is repeated without asking`, async ({ list, page, emulator, signIn, provoke }) => {
    await list.open('Bergen warehouse');
    await expect(list.names).toHaveCount(4);
    await emulator.reset();
    await provoke({ path: list.apiPath, status, retryAfter: 1, times: 1 });
    await signIn('project.developer', list.path);
    await expect(list.names).toHaveCount(4);
    await expect(page.getByRole('alert')).toBeHidden();
    const reads = (await emulator.journal()).filter(({ path }) => path === list.apiPath);
    expect(reads.map((read) => read.status)).toEqual([status, 200]);
  });
}

test('a connector that does not exist says so and leads back', async ({ list, page, signIn, watch }) => {
  watch.allow(/status of 404 /);
  await list.open('Bergen warehouse');
  await signIn('project.developer', `${list.path}/nothing`);
  const problem = page.getByRole('alert').filter({ hasText: 'This is not there' });
  await expect(problem).toBeVisible();
  await problem.getByRole('link', { name: 'All projects' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Projects' })).toBeVisible();
});

test('a reading that a 401 ended is done after signing in again', async ({ list, page, emulator, provoke }) => {
  await list.open('Bergen warehouse');
  await expect(list.names).toHaveCount(4);
  await provoke({ path: '/v2/*', status: 401 });
  await list.names.filter({ hasText: 'Gate log' }).click();
  await expect(page.getByRole('dialog', { name: 'Your session has ended' })).toBeVisible();
  await emulator.clearFaults();
  await signInHere(page, emulator.account('project.developer'));
  await expect(page.getByRole('textbox', { name: 'Display name' })).toHaveValue('Gate log');
  await expect(page.getByRole('definition').first()).toHaveText('2,250');
  await expect(page.getByRole('alert')).toBeHidden();
});

test('without the permissions nothing is disabled, and DT Cloud’s refusal is told', async (
  { editor, list, page, emulator, provoke, watch },
) => {
  watch.allow(/status of 403 .*\/dataconnectors\//);
  const add = page.getByRole('button', { name: 'Add Data Connector' });
  await list.open('Bergen warehouse', 'project.user');
  await expect(add).toBeDisabled();
  for (const { fault } of failures) {
    await page.getByRole('button', { name: 'Session' }).click();
    await page.getByRole('menuitem', { name: 'Session' }).click();
    await provoke({ path: '/v2/projects/*/permissions', ...fault });
    await page.goBack();
    await expect(add).toBeEnabled();
    await emulator.clearFaults();
  }
  await list.names.filter({ hasText: 'Gate log' }).click();
  await editor.field('Display name').fill('Gates');
  await editor.save();
  await expect(page.getByRole('alert')).toContainText('Your role does not allow this');
  await expect(editor.field('Display name')).toHaveValue('Gates');
});
