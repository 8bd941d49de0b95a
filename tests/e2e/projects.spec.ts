import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { projectCalled } from './fixtures/connectors.ts';

const listing = '/v2/projects';
/** Milliseconds that no test waits for. */
const longerThanATest = 120_000;

const cells = (page: Page, project: string) =>
  page.getByRole('row').filter({ has: page.getByRole('link', { name: project }) }).getByRole('cell');

const projectLinks = (page: Page) => page.getByRole('table').getByRole('link');

const search = (page: Page) => page.getByRole('searchbox', { name: 'Search name, organization or ID' });

test('each project shows its organization, its devices and its Data Connectors by status', async ({ page, signIn }) => {
  await signIn('project.developer');
  await expect(page.getByRole('heading', { level: 1, name: 'Projects' })).toBeVisible();
  await expect(page.getByRole('columnheader')).toHaveText(
    ['Project', 'Organization', 'Sensors', 'Cloud Connectors', 'Data Connectors'],
  );
  for (const [project, sensors, cloudConnectors, connectors] of [
    ['Oslo office', '20', '2', '▲1 disabled by DT Cloud●7 active○1 disabled by user'],
    ['Bergen warehouse', '16', '2', '●3 active○1 disabled by user'],
    ['Trondheim cold storage', '14', '1', '●2 active'],
  ] as const) {
    await expect(cells(page, project)).toHaveText(['Nordlys Properties', sensors, cloudConnectors, connectors]);
  }
  await expect(projectLinks(page)).toHaveCount(3);
});

test('a project leads to its Data Connectors', async ({ page, signIn, emulator }) => {
  const { name } = await projectCalled(await emulator.as('project.developer'), 'Bergen warehouse');
  await signIn('project.developer');
  await page.getByRole('link', { name: 'Bergen warehouse' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Data Connectors' })).toBeVisible();
  await expect(page).toHaveURL(`/${name}/dataconnectors`);
  await expect(page.getByRole('row').filter({ hasText: 'Gate log' })).toBeVisible();
});

test('a project without a Data Connector says so', async ({ page, signIn, emulator }) => {
  await emulator.reset({ seed: 'fleet', projects: 1, connectorsPerProject: 0 });
  await signIn('project.developer');
  await expect(cells(page, 'Warehouse 0001').last()).toHaveText('None');
});

for (const [by, text, found] of [
  ['name, in any case', ' BERGEN ', ['Bergen warehouse']],
  ['organization', 'nordlys', ['Oslo office', 'Bergen warehouse', 'Trondheim cold storage']],
] as const) {
  test(`the search finds a project by its ${by}`, async ({ page, signIn }) => {
    await signIn('project.developer');
    await expect(page.getByText('3 of 3')).toBeVisible();
    await search(page).fill(text);
    await expect(page.getByText(`${found.length} of 3`)).toBeVisible();
    await expect(projectLinks(page)).toHaveText([...found]);
  });
}

test('the search finds a project by its ID', async ({ page, signIn, emulator }) => {
  const { name } = await projectCalled(await emulator.as('project.developer'), 'Oslo office');
  await signIn('project.developer');
  await expect(projectLinks(page)).toHaveCount(3);
  await search(page).fill(name.replace('projects/', ''));
  await expect(projectLinks(page)).toHaveText(['Oslo office']);
});

test('a search that finds nothing says so and can be cleared', async ({ page, signIn }) => {
  await signIn('project.developer');
  await search(page).fill('Stavanger');
  await expect(page.getByRole('heading', { name: 'No project matches' })).toBeVisible();
  await page.getByRole('button', { name: 'Clear search' }).click();
  await expect(projectLinks(page)).toHaveCount(3);
  await expect(search(page)).toHaveValue('');
});

test('an account without a role anywhere is told what to do', async ({ page, signIn, emulator }) => {
  await emulator.reset({ seed: 'empty' });
  await signIn('project.developer');
  await expect(page.getByRole('heading', { name: 'This account sees no project' })).toBeVisible();
  await expect(page.getByText('In DT Studio, give it a role')).toBeVisible();
});

test('while the projects load the page says so', async ({ page, signIn, emulator }) => {
  await emulator.fault({ path: listing, delay: longerThanATest });
  await signIn('project.developer');
  await expect(page.getByRole('status').filter({ hasText: 'Loading projects' })).toHaveAttribute('aria-busy', 'true');
  await expect(page.getByText('This account sees no project')).toBeHidden();
});

test('projects show as their pages arrive', async ({ page, signIn, emulator }) => {
  await emulator.reset({ seed: 'fleet', projects: 101, connectorsPerProject: 0 });
  await emulator.fault({ path: listing, times: 1 });
  await emulator.fault({ path: listing, delay: longerThanATest });
  await signIn('project.developer');
  await expect(projectLinks(page)).toHaveCount(100);
  await expect(page.getByRole('button', { name: 'Refresh' })).toHaveAttribute('aria-busy', 'true');
});

test('the list of projects is followed to its last page', async ({ page, signIn, emulator }) => {
  await emulator.reset({ seed: 'fleet', projects: 101, connectorsPerProject: 0 });
  await signIn('project.developer');
  await expect(projectLinks(page)).toHaveCount(101);
  await expect(page.getByRole('link', { name: 'Hotel 0100' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Cold storage 0101' })).toBeVisible();
});

test('a refresh that fails keeps what was read before, and a retry mends it', async ({ page, signIn, emulator, provoke }) => {
  await signIn('project.developer');
  await expect(projectLinks(page)).toHaveCount(3);
  await provoke({ path: listing, status: 500 });
  await page.getByRole('button', { name: 'Refresh' }).click();
  const problem = page.getByRole('status').filter({ hasText: 'DT Cloud has a problem' });
  await expect(problem).toContainText('What is shown below is what was read before.');
  await expect(projectLinks(page)).toHaveCount(3);
  await emulator.clearFaults();
  await problem.getByRole('button', { name: 'Try again' }).click();
  await expect(problem).toBeHidden();
  await expect(projectLinks(page)).toHaveCount(3);
});

test('a project whose connectors cannot be read says so in its own row only', async ({ page, signIn, emulator, provoke }) => {
  const { name } = await projectCalled(await emulator.as('project.developer'), 'Oslo office');
  await provoke({ path: `/v2/${name}/dataconnectors`, status: 500 });
  await signIn('project.developer');
  const counts = cells(page, 'Oslo office').last();
  await expect(counts).toContainText('DT Cloud has a problem');
  await expect(cells(page, 'Bergen warehouse').last()).toContainText('3 active');
  await emulator.clearFaults();
  await counts.getByRole('button', { name: 'Try again' }).click();
  await expect(counts).toContainText('7 active');
});

test('a refresh counts the Data Connectors anew', async ({ page, signIn, emulator }) => {
  const api = await emulator.as('project.developer');
  const { name } = await projectCalled(api, 'Trondheim cold storage');
  await signIn('project.developer');
  await expect(cells(page, 'Trondheim cold storage').last()).toHaveText('●2 active');
  const httpConfig = { url: 'https://new.example.com', signatureSecret: '', headers: {} };
  await api.post(`${name}/dataconnectors`, { type: 'HTTP_PUSH', displayName: 'New', httpConfig });
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(cells(page, 'Trondheim cold storage').last()).toHaveText('●3 active');
});

test('counting the connectors of many projects does not hold up the project that is opened', async ({ page, signIn, emulator }) => {
  await emulator.reset({ seed: 'fleet', projects: 100, connectorsPerProject: 1 });
  await signIn('project.developer');
  await expect(projectLinks(page)).toHaveCount(100);
  await page.getByRole('link', { name: 'Warehouse 0001' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Data Connectors' })).toBeVisible();
  // Within the window of the rate limit, and not after the counts that nobody waits for any more.
  await expect(page.getByRole('link', { name: 'Analytics 1' })).toBeVisible({ timeout: 10_000 });
});
