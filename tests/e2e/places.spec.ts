import { expect, test } from './fixtures.ts';
import { connectorCalled, projectCalled } from './fixtures/connectors.ts';
import { signInHere } from './fixtures/sign_in.ts';

test('a deep link asks to sign in first, and then shows the place', async ({ page, emulator }) => {
  const { name } = await connectorCalled(await emulator.as('project.user'), 'Gate log');
  const project = await projectCalled(await emulator.as('project.user'), 'Bergen warehouse');
  for (const [path, heading] of [
    [`/${name}`, 'Gate log'],
    [`/${project.name}/dataconnectors?q=gate`, 'Data Connectors'],
    [`/${project.name}/dataconnectors/new`, 'Add Data Connector'],
    ['/session', 'Session'],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
    await expect(page).toHaveURL(path);
    await signInHere(page, emulator.account('project.developer'));
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    await expect(page).toHaveURL(path);
    await expect(page).toHaveTitle(`${heading} – Data Connector Console`);
  }
});

for (const path of ['/nowhere', '/projects', '/projects/p/dataconnectors/d/more', '/Session']) {
  test(`${path} is told as no page, and leads back`, async ({ page, signIn }) => {
    await signIn('project.user', path);
    await expect(page.getByRole('heading', { level: 1, name: 'Page not found' })).toBeVisible();
    await expect(page.getByRole('main')).toContainText(`${path} leads nowhere.`);
    await page.getByRole('main').getByRole('link', { name: 'All projects' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Projects' })).toBeVisible();
    await expect(page).toHaveURL('/');
  });
}

test('an ID in the address is text, whatever is in it', async ({ page, signIn, watch }) => {
  watch.allow(/status of 40[04] /);
  await signIn('project.user', '/projects/%3Cimg%20src=x%20onerror=alert(1)%3E/dataconnectors');
  await expect(page.getByRole('alert')).toContainText('This is not there');
  await expect(page.getByRole('img')).toHaveCount(0);
});
