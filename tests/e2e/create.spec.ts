import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { connectorsIn, projectCalled, type Connector } from './fixtures/connectors.ts';
import type { Emulator } from './fixtures/emulator.ts';

const form = (page: Page): Locator => page.getByRole('form', { name: 'Add Data Connector' });
const field = (page: Page, name: string): Locator => form(page).getByRole('textbox', { name, exact: true });
const type = (page: Page): Locator => page.getByRole('combobox', { name: 'Type' });
const add = (page: Page): Locator => form(page).getByRole('button', { name: 'Add Data Connector' });

/** The bodies of the POSTs that would have made a connector. */
async function sent(emulator: Emulator): Promise<unknown[]> {
  const journal = await emulator.journal();
  return journal.filter(({ method, path }) => method === 'POST' && path.endsWith('/dataconnectors')).map(({ body }) => body);
}

/** The connector whose page is on screen, as DT Cloud has it. */
async function created(page: Page, emulator: Emulator): Promise<Connector> {
  const api = await emulator.as('project.developer');
  return api.get<Connector>(new URL(page.url()).pathname.slice(1));
}

test.beforeEach(async ({ signIn, emulator, page }) => {
  const project = await projectCalled(await emulator.as('project.developer'), 'Trondheim cold storage');
  await signIn('project.developer', `/${project.name}/dataconnectors`);
  await page.getByRole('button', { name: 'Add Data Connector' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Add Data Connector' })).toBeVisible();
});

test('a URL is enough for an HTTP Push connector that forwards all', async ({ page, emulator }) => {
  await expect(type(page)).toHaveValue('HTTP_PUSH');
  await field(page, 'Endpoint URL').fill('https://new.example.com/dt');
  await add(page).click();
  await expect(page.getByRole('form', { name: 'Data Connector', exact: true })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Notifications' })).toContainText('Data Connector added.');
  const httpConfig = { url: 'https://new.example.com/dt', signatureSecret: '', headers: {} };
  const body = { type: 'HTTP_PUSH', status: 'ACTIVE', events: [], labels: [], httpConfig };
  expect(await sent(emulator)).toEqual([body]);
  const { name, ...rest } = await created(page, emulator);
  expect(rest).toEqual({ ...body, displayName: '' });
  await expect(page.getByRole('heading', { level: 1, name: name.split('/').at(-1) ?? '' })).toBeVisible();
});

test('everything that is chosen is sent and kept', async ({ page, emulator }) => {
  await form(page).getByRole('switch', { name: 'Data Connector enabled' }).click();
  await field(page, 'Display name').fill('Cold chain');
  await field(page, 'Endpoint URL').fill('https://new.example.com/dt');
  await form(page).getByRole('switch', { name: 'Forward All Events' }).click();
  await form(page).getByRole('checkbox', { name: 'temperature', exact: true }).check();
  await form(page).getByRole('checkbox', { name: 'contact', exact: true }).check();
  await form(page).getByRole('combobox', { name: 'Label keys' }).fill('room');
  await form(page).getByRole('combobox', { name: 'Label keys' }).press('Enter');
  await form(page).getByRole('button', { name: 'Add header' }).click();
  await field(page, 'Key of header 1').fill('X-Site');
  await field(page, 'Value of X-Site').fill('trondheim');
  await field(page, 'Signature secret').fill('a-new-demo-secret');
  await add(page).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Cold chain' })).toBeVisible();
  const { name: _, ...kept } = await created(page, emulator);
  expect(kept).toEqual({
    displayName: 'Cold chain',
    type: 'HTTP_PUSH',
    status: 'USER_DISABLED',
    events: ['temperature', 'contact'],
    labels: ['room'],
    httpConfig: {
      url: 'https://new.example.com/dt',
      signatureSecret: 'a-new-demo-secret',
      headers: { 'X-Site': 'trondheim' },
    },
  });
  expect(await sent(emulator)).toHaveLength(1);
});

for (const [word, kind, fields, config] of [
  [
    'Azure Service Bus',
    'AZURE_SERVICE_BUS',
    { 'Topic URL': 'sb://n.servicebus.windows.net/t', 'Tenant ID': 'tenant', 'Client ID': 'client', 'Correlation ID': 'c' },
    {
      azureServiceBusConfig: {
        url: 'sb://n.servicebus.windows.net/t',
        authenticationConfig: { tenantId: 'tenant', clientId: 'client' },
        brokerProperties: { correlationId: 'c' },
      },
    },
  ],
  [
    'Azure Event Hub',
    'AZURE_EVENT_HUB',
    { 'Event hub URL': 'sb://n.servicebus.windows.net/e', 'Tenant ID': 'tenant', 'Client ID': 'client' },
    {
      azureEventHubConfig: {
        url: 'sb://n.servicebus.windows.net/e',
        authenticationConfig: { tenantId: 'tenant', clientId: 'client' },
      },
    },
  ],
  [
    'Google Cloud Pub/Sub',
    'GOOGLE_CLOUD_PUBSUB',
    { Topic: 'projects/p/topics/t', Audience: '//iam.googleapis.com/projects/1' },
    { pubsubConfig: { topic: 'projects/p/topics/t', audience: '//iam.googleapis.com/projects/1' } },
  ],
  [
    'AWS SQS',
    'AWS_SQS',
    { 'Queue URL': 'https://sqs.eu-west-1.amazonaws.com/1/q', 'AWS role ARN': 'arn:aws:iam::1:role/r', Audience: 'sts' },
    { awsSqsConfig: { queueUrl: 'https://sqs.eu-west-1.amazonaws.com/1/q', awsRoleArn: 'arn:aws:iam::1:role/r', audience: 'sts' } },
  ],
] as const) {
  test(`a connector of type ${word} is made from its own fields`, async ({ page, emulator }) => {
    await type(page).selectOption(word);
    await field(page, 'Display name').fill(`To ${word}`);
    for (const [label, value] of Object.entries(fields)) await field(page, label).fill(value);
    await add(page).click();
    await expect(page.getByRole('heading', { level: 1, name: `To ${word}` })).toBeVisible();
    const body = { type: kind, status: 'ACTIVE', events: [], labels: [], displayName: `To ${word}`, ...config };
    expect(await sent(emulator)).toEqual([body]);
    const { name: _, ...kept } = await created(page, emulator);
    expect(kept).toEqual(body);
  });
}

test('a form with nothing in it is not sent, and leads to what is missing', async ({ page, emulator }) => {
  await add(page).click();
  await expect(field(page, 'Endpoint URL')).toHaveAccessibleDescription(/Enter the URL that events are sent to\./);
  await expect(field(page, 'Endpoint URL')).toBeFocused();
  expect(await sent(emulator)).toEqual([]);
});

test('no event type is not sent, because it would mean all', async ({ page, emulator }) => {
  await field(page, 'Endpoint URL').fill('https://new.example.com/dt');
  await form(page).getByRole('switch', { name: 'Forward All Events' }).click();
  await add(page).click();
  await expect(form(page).getByRole('group', { name: 'Event types' })).toHaveAttribute('aria-invalid', 'true');
  expect(await sent(emulator)).toEqual([]);
});

test('what every type has stays when another type is chosen', async ({ page }) => {
  await field(page, 'Display name').fill('Cold chain');
  await form(page).getByRole('combobox', { name: 'Label keys' }).fill('room');
  await form(page).getByRole('combobox', { name: 'Label keys' }).press('Enter');
  await type(page).selectOption('AWS SQS');
  await expect(field(page, 'Queue URL')).toBeVisible();
  await expect(field(page, 'Display name')).toHaveValue('Cold chain');
  await expect(form(page).getByRole('button', { name: 'Remove room' })).toBeVisible();
});

test('one connector too many is refused with what DT Cloud says, and nothing entered is lost', async ({
  page,
  emulator,
  watch,
}) => {
  watch.allow(/status of 400 .*\/dataconnectors/);
  const api = await emulator.as('project.developer');
  const project = new URL(page.url()).pathname.split('/').slice(1, 3).join('/');
  const room = 10 - (await connectorsIn(api, project)).length;
  const minimal = { type: 'HTTP_PUSH', httpConfig: { url: 'https://a.example.com' } };
  for (let made = 0; made < room; made += 1) await api.post(`${project}/dataconnectors`, minimal);

  await field(page, 'Endpoint URL').fill('https://new.example.com/dt');
  await add(page).click();
  await expect(form(page).getByRole('alert')).toContainText('at most 10 Data Connectors');
  await expect(field(page, 'Endpoint URL')).toHaveValue('https://new.example.com/dt');
  expect(await connectorsIn(api, project)).toHaveLength(10);
});

test('pressing the button twice makes one connector', async ({ page, emulator }) => {
  await emulator.fault({ method: 'POST', path: '/v2/*/dataconnectors', delay: 700 });
  await field(page, 'Endpoint URL').fill('https://new.example.com/dt');
  await add(page).dblclick();
  await expect(page.getByRole('form', { name: 'Data Connector', exact: true })).toBeVisible();
  expect(await sent(emulator)).toHaveLength(1);
});

test('Back from a connector that was just made leads to the list, which has it', async ({ page }) => {
  await field(page, 'Display name').fill('Cold chain');
  await field(page, 'Endpoint URL').fill('https://new.example.com/dt');
  await add(page).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Cold chain' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'Data Connectors' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Cold chain' })).toBeVisible();
});

test('discarding leads back to the list and makes nothing', async ({ page, emulator }) => {
  await form(page).getByRole('button', { name: 'Discard' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Data Connectors' })).toBeVisible();
  expect(await sent(emulator)).toEqual([]);
});

test('what is typed while it is being added stays, and goes with the first update', async ({ page, emulator }) => {
  await field(page, 'Endpoint URL').fill('https://new.example.com/dt');
  await emulator.fault({ method: 'POST', path: '/v2/*', delay: 700, times: 1 });
  await add(page).click();
  await field(page, 'Display name').fill('Cold chain');
  const opened = page.getByRole('form', { name: 'Data Connector', exact: true });
  await expect(opened.getByRole('textbox', { name: 'Display name' })).toHaveValue('Cold chain');
  await expect(opened.getByText('1 change: Display name', { exact: true })).toBeVisible();
  await opened.getByRole('button', { name: 'Update Data Connector' }).click();
  const review = page.getByRole('dialog', { name: 'Review changes' });
  await review.getByRole('button', { name: 'Update Data Connector' }).click();
  await expect(opened.getByText('No changes', { exact: true })).toBeVisible();
  expect(await created(page, emulator)).toMatchObject({ displayName: 'Cold chain' });
});
