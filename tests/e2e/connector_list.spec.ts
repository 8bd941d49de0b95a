import { expect, test } from './fixtures.ts';
import { signInHere } from './fixtures/sign_in.ts';

const byName = [
  'Building operations',
  'Cleaning on demand',
  'Energy dashboard',
  'Facility data lake',
  'Inbox on this machine',
  'Leak alarms',
  'Occupancy analytics',
  'Old intranet',
  'Work orders',
];

test('each connector shows status, type, endpoint, events and labels', async ({ list }) => {
  await list.open('Oslo office');
  await expect(list.names).toHaveText(byName);
  for (const [name, ...cells] of [
    ['Building operations', '●Active', 'HTTP Push', 'https://ops.example.com/dt', 'All', 'name, room'],
    ['Energy dashboard', '▲Disabled by DT Cloud', 'HTTP Push', 'https://energy.example.com/hooks/dt', '2', 'name, floor'],
    ['Old intranet', '○Disabled by user', 'HTTP Push', 'https://intranet.example.com/sensors', 'All', ''],
    ['Facility data lake', '●Active', 'Azure Event Hub', 'sb://nordlys.servicebus.windows.net/sensor-events', 'All', ''],
    ['Work orders', '●Active', 'Azure Service Bus', 'sb://nordlys.servicebus.windows.net/work-orders', '2', 'name'],
    ['Occupancy analytics', '●Active', 'Google Cloud Pub/Sub', 'projects/nordlys-analytics/topics/sensor-events', 'All', ''],
    ['Leak alarms', '●Active', 'AWS SQS', 'https://sqs.eu-north-1.amazonaws.com/123456789012/leak-alarms', '1', 'name, floor, room'],
  ] as const) {
    await expect(list.cells(name)).toHaveText([...cells]);
  }
});

for (const [by, text, found] of [
  ['its name, in any case', 'ENERGY', ['Energy dashboard']],
  ['its endpoint', 'servicebus.windows.net', ['Facility data lake', 'Work orders']],
  ['its label', 'customer-ID', ['Cleaning on demand']],
  ['its header', 'x-tenant', ['Cleaning on demand']],
  ['several words in any order', 'room building', ['Building operations']],
] as const) {
  test(`the search finds a connector by ${by}`, async ({ list, page }) => {
    await list.open('Oslo office');
    await expect(page.getByText('9 of 9')).toBeVisible();
    await list.search.fill(text);
    await expect(list.names).toHaveText([...found]);
    await expect(page.getByText(`${found.length} of 9`)).toBeVisible();
  });
}

test('the search finds a connector by its ID', async ({ list }) => {
  await list.open('Oslo office');
  const id = (await list.names.filter({ hasText: 'Leak alarms' }).getAttribute('href'))?.split('/').at(-1) ?? '';
  await list.search.fill(id);
  await expect(list.names).toHaveText(['Leak alarms']);
});

test('the search does not find a header by its value', async ({ list, page }) => {
  await list.open('Oslo office');
  await list.search.fill('demo-token');
  await expect(page.getByRole('heading', { name: 'No Data Connector matches' })).toBeVisible();
});

test('the filter by status shows connectors of that status only', async ({ list }) => {
  await list.open('Oslo office');
  for (const [status, found] of [
    ['Active', byName.filter((name) => name !== 'Energy dashboard' && name !== 'Old intranet')],
    ['Disabled by user', ['Old intranet']],
    ['Disabled by DT Cloud', ['Energy dashboard']],
    ['Any status', byName],
  ] as const) {
    await list.status.selectOption(status);
    await expect(list.names).toHaveText([...found]);
  }
});

test('the filter by type shows connectors of that type only', async ({ list }) => {
  await list.open('Oslo office');
  for (const [type, found] of [
    ['HTTP Push', byName.filter((name) => /operations|Cleaning|Energy|Inbox|intranet/.test(name))],
    ['Azure Service Bus', ['Work orders']],
    ['Azure Event Hub', ['Facility data lake']],
    ['Google Cloud Pub/Sub', ['Occupancy analytics']],
    ['AWS SQS', ['Leak alarms']],
    ['Any type', byName],
  ] as const) {
    await list.type.selectOption(type);
    await expect(list.names).toHaveText([...found]);
  }
});

const endpointOrder = [
  'Inbox on this machine',
  'Cleaning on demand',
  'Energy dashboard',
  'Old intranet',
  'Building operations',
  'Leak alarms',
  'Occupancy analytics',
  'Facility data lake',
  'Work orders',
];

for (const [column, sorted] of [
  ['Name', byName],
  ['Endpoint', endpointOrder],
  ['Type', [
    'Leak alarms',
    'Facility data lake',
    'Work orders',
    'Occupancy analytics',
    'Building operations',
    'Cleaning on demand',
    'Energy dashboard',
    'Inbox on this machine',
    'Old intranet',
  ]],
  ['Status', [
    ...byName.filter((name) => name !== 'Energy dashboard' && name !== 'Old intranet'),
    'Energy dashboard',
    'Old intranet',
  ]],
] as const) {
  test(`the list sorts by ${column.toLowerCase()}, both ways`, async ({ list }) => {
    await list.open('Oslo office', 'project.developer', column === 'Name' ? '?sort=status' : '');
    const sort = list.column(column).getByRole('button');
    await sort.click();
    await expect(list.names).toHaveText([...sorted]);
    await expect(list.column(column)).toHaveAttribute('aria-sort', 'ascending');
    await sort.click();
    await expect(list.names).toHaveText([...sorted].reverse());
    await expect(list.column(column)).toHaveAttribute('aria-sort', 'descending');
  });
}

test('a row leads to the connector', async ({ list, page }) => {
  await list.open('Bergen warehouse');
  await list.names.filter({ hasText: 'Gate log' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Gate log' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Endpoint URL' })).toHaveValue('https://gates.example.org/log');
});

test('search, filters and sort stay in the address through a reload and signing in again', async ({ list, page, emulator }) => {
  await list.open('Oslo office');
  await list.search.fill('example.com hook');
  await list.status.selectOption('Disabled by DT Cloud');
  await list.type.selectOption('HTTP Push');
  await list.column('Endpoint').getByRole('button').click();
  await list.column('Endpoint').getByRole('button').click();
  const address = `${list.path}?q=example.com%20hook&status=SYSTEM_DISABLED&type=HTTP_PUSH&sort=endpoint&order=desc`;
  await expect(page).toHaveURL(address);
  await page.reload();
  await signInHere(page, emulator.account('project.developer'));
  await expect(page).toHaveURL(address);
  await expect(list.search).toHaveValue('example.com hook');
  await expect(list.status).toHaveValue('SYSTEM_DISABLED');
  await expect(list.type).toHaveValue('HTTP_PUSH');
  await expect(list.column('Endpoint')).toHaveAttribute('aria-sort', 'descending');
  await expect(list.names).toHaveText(['Energy dashboard']);
});

test('Back from a connector brings the same view of the list back', async ({ list, page }) => {
  await list.open('Oslo office');
  await list.search.fill('Work');
  await list.type.selectOption('Azure Service Bus');
  await list.names.filter({ hasText: 'Work orders' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Work orders' })).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(`${list.path}?q=Work&type=AZURE_SERVICE_BUS`);
  await expect(list.search).toHaveValue('Work');
  await expect(list.type).toHaveValue('AZURE_SERVICE_BUS');
  await expect(list.names).toHaveText(['Work orders']);
});

test('changing the view of the list makes no entries in the history', async ({ list, page }) => {
  await list.open('Oslo office');
  await page.getByRole('link', { name: 'All projects' }).click();
  await page.getByRole('link', { name: 'Bergen warehouse' }).click();
  await list.search.fill('Gate');
  await list.status.selectOption('Active');
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'Projects' })).toBeVisible();
});

test('a view of the list that is not the default is cleared by the menu', async ({ list, page }) => {
  await list.open('Oslo office', 'project.developer', '?q=Leak');
  await expect(list.names).toHaveText(['Leak alarms']);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Data Connectors' }).click();
  await expect(page).toHaveURL(list.path);
  await expect(list.search).toHaveValue('');
  await expect(list.names).toHaveText(byName);
});
