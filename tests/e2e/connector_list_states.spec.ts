import { expect, test } from './fixtures.ts';

/** Milliseconds that no test waits for. */
const longerThanATest = 120_000;
const longList = { seed: 'fleet', projects: 1, connectorsPerProject: 101 };
const emptyList = { seed: 'fleet', projects: 1, connectorsPerProject: 0 };
/** The project of both. */
const project = 'Warehouse 0001';

test('while the list loads the page says so', async ({ list, page, signIn, emulator }) => {
  await list.open('Oslo office');
  await emulator.fault({ path: list.apiPath, delay: longerThanATest });
  await signIn('project.developer', list.path);
  await expect(page.getByRole('status').filter({ hasText: 'Loading Data Connectors' })).toHaveAttribute('aria-busy', 'true');
  await expect(page.getByText('No Data Connector yet')).toBeHidden();
});

test('an empty list says what a Data Connector is and leads to the form', async ({ list, page, emulator }) => {
  await emulator.reset(emptyList);
  await list.open(project);
  await expect(page.getByRole('heading', { name: 'No Data Connector yet' })).toBeVisible();
  await expect(page.getByText('forwards the events of every device in this project')).toBeVisible();
  await page.getByRole('button', { name: 'Add Data Connector' }).last().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Add Data Connector' })).toBeVisible();
  await expect(page).toHaveURL(`${list.path}/new`);
});

test('a view that matches nothing says so and can be cleared', async ({ list, page }) => {
  await list.open('Trondheim cold storage', 'project.developer', '?q=nothing&status=ACTIVE&type=AWS_SQS&sort=type');
  await expect(page.getByRole('heading', { name: 'No Data Connector matches' })).toBeVisible();
  await expect(page.getByText('0 of 2')).toBeVisible();
  await page.getByRole('button', { name: 'Clear search and filters' }).click();
  await expect(list.names).toHaveText(['Door alerts', 'Food safety log']);
  await expect(list.search).toHaveValue('');
  await expect(list.status).toHaveValue('');
  await expect(list.type).toHaveValue('');
});

test('a list whose pages lead in a circle is read once, and not taken for the whole list', async ({ list, emulator, signIn }) => {
  await list.open('Bergen warehouse');
  await expect(list.names).toHaveCount(4);
  for (const nextPageToken of ['one', 'other', 'one']) {
    await emulator.fault({ path: list.apiPath, body: { dataConnectors: [], nextPageToken }, times: 1 });
  }
  const asked = async () => (await emulator.journal()).filter(({ path }) => path === list.apiPath).map(({ query }) => query);
  const before = (await asked()).length;
  await signIn('project.developer', list.path);
  const problem = list.page.getByRole('alert').filter({ hasText: 'nextPageToken' });
  await expect(problem).toBeVisible();
  expect((await asked()).slice(before)).toEqual(['pageSize=100', 'pageSize=100&pageToken=one', 'pageSize=100&pageToken=other']);
  await problem.getByRole('button', { name: 'Try again' }).click();
  await expect(list.names).toHaveCount(4);
});

test('connectors show as their pages arrive', async ({ list, page, signIn, emulator }) => {
  await emulator.reset(longList);
  await list.open(project);
  await expect(list.names).toHaveCount(101);
  await emulator.fault({ path: list.apiPath, times: 1 });
  await emulator.fault({ path: list.apiPath, delay: longerThanATest });
  await signIn('project.developer', list.path);
  await expect(list.names).toHaveCount(100);
  await expect(page.getByText('100 of 100')).toBeVisible();
  await expect(list.refresh).toHaveAttribute('aria-busy', 'true');
});

test('a page that cannot be read leaves those before it on screen, and a retry reads all', async (
  { list, page, signIn, emulator, provoke },
) => {
  await emulator.reset(longList);
  await list.open(project);
  await expect(list.names).toHaveCount(101);
  await emulator.fault({ path: list.apiPath, times: 1 });
  await provoke({ path: list.apiPath, status: 500 });
  await signIn('project.developer', list.path);
  const problem = page.getByRole('status').filter({ hasText: 'DT Cloud has a problem' });
  await expect(problem).toBeVisible();
  await expect(list.names).toHaveCount(100);
  await emulator.clearFaults();
  await problem.getByRole('button', { name: 'Try again' }).click();
  await expect(list.names).toHaveCount(101);
  await expect(problem).toBeHidden();
});

test('a first reading that fails says so, offers a retry, and does not call the list empty', async (
  { list, page, signIn, emulator, provoke },
) => {
  await list.open('Bergen warehouse');
  await provoke({ path: list.apiPath, status: 500 });
  await signIn('project.developer', list.path);
  const problem = page.getByRole('alert').filter({ hasText: 'DT Cloud has a problem' });
  await expect(problem).toContainText('Wait a moment and try again.');
  await expect(problem).not.toContainText('What is shown below');
  await expect(page.getByText('No Data Connector yet')).toBeHidden();
  await expect(page.getByText('Loading Data Connectors')).toBeHidden();
  await emulator.clearFaults();
  await problem.getByRole('button', { name: 'Try again' }).click();
  await expect(list.names).toHaveCount(4);
  await expect(problem).toBeHidden();
});

test('a refresh that fails keeps what was read before, and says that it is old', async ({ list, page, emulator, provoke }) => {
  await list.open('Bergen warehouse');
  await expect(list.names).toHaveCount(4);
  await provoke({ path: list.apiPath, status: 500 });
  await list.refresh.click();
  const problem = page.getByRole('status').filter({ hasText: 'DT Cloud has a problem' });
  await expect(problem).toContainText('What is shown below is what was read before.');
  await expect(list.names).toHaveCount(4);
  await emulator.clearFaults();
  await list.refresh.click();
  await expect(problem).toBeHidden();
  await expect(list.names).toHaveCount(4);
});

test('a refresh shows what others have changed, in the same view', async ({ list, page, emulator }) => {
  await list.open('Bergen warehouse', 'project.developer', '?status=ACTIVE');
  await expect(list.names).toHaveText(['Gate log', 'Shipping partner', 'Warehouse monitoring']);
  const name = (await list.names.first().getAttribute('href'))?.slice(1) ?? '';
  await (await emulator.as('organization.admin')).patch(name, { status: 'USER_DISABLED' });
  await list.refresh.click();
  await expect(list.names).toHaveText(['Shipping partner', 'Warehouse monitoring']);
  await expect(page.getByText('2 of 4')).toBeVisible();
});
