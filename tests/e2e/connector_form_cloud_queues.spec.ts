import { expect, test } from './fixtures.ts';

/** A connector of the demo for each cloud queue, its fields with a new value each, and what is sent for them. */
const queues = [
  {
    connector: 'Facility data lake',
    type: 'Azure Event Hub',
    member: 'azureEventHubConfig',
    fields: [
      ['Event hub URL', 'sb://sydlys.servicebus.windows.net/readings'],
      ['Tenant ID', '00000000-0000-4000-8000-0000000000aa'],
      ['Client ID', '00000000-0000-4000-8000-0000000000bb'],
    ],
    sent: {
      url: 'sb://sydlys.servicebus.windows.net/readings',
      authenticationConfig: {
        tenantId: '00000000-0000-4000-8000-0000000000aa',
        clientId: '00000000-0000-4000-8000-0000000000bb',
      },
    },
  },
  {
    connector: 'Work orders',
    type: 'Azure Service Bus',
    member: 'azureServiceBusConfig',
    fields: [
      ['Topic URL', 'sb://sydlys.servicebus.windows.net/tasks'],
      ['Tenant ID', '00000000-0000-4000-8000-0000000000aa'],
      ['Client ID', '00000000-0000-4000-8000-0000000000bb'],
      ['Correlation ID', 'bergen'],
    ],
    sent: {
      url: 'sb://sydlys.servicebus.windows.net/tasks',
      authenticationConfig: {
        tenantId: '00000000-0000-4000-8000-0000000000aa',
        clientId: '00000000-0000-4000-8000-0000000000bb',
      },
      brokerProperties: { correlationId: 'bergen' },
    },
  },
  {
    connector: 'Occupancy analytics',
    type: 'Google Cloud Pub/Sub',
    member: 'pubsubConfig',
    fields: [
      ['Topic', 'projects/sydlys/topics/readings'],
      ['Audience', '//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/p/providers/q'],
    ],
    sent: {
      topic: 'projects/sydlys/topics/readings',
      audience: '//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/p/providers/q',
    },
  },
  {
    connector: 'Leak alarms',
    type: 'AWS SQS',
    member: 'awsSqsConfig',
    fields: [
      ['Queue URL', 'https://sqs.eu-west-1.amazonaws.com/210987654321/leaks'],
      ['AWS role ARN', 'arn:aws:iam::210987654321:role/sydlys'],
      ['Audience', 'sts.eu-west-1.amazonaws.com'],
    ],
    sent: {
      queueUrl: 'https://sqs.eu-west-1.amazonaws.com/210987654321/leaks',
      awsRoleArn: 'arn:aws:iam::210987654321:role/sydlys',
      audience: 'sts.eu-west-1.amazonaws.com',
    },
  },
] as const;

for (const { connector, type, member, fields, sent } of queues) {
  test(`every field of ${type} can be changed, and is sent with the others of its type`, async ({ editor, page }) => {
    await editor.open(connector);
    await expect(page.getByRole('main').getByText(type, { exact: true })).toBeVisible();
    for (const [label, value] of fields) await editor.field(label).fill(value);
    await editor.update();
    expect(await editor.sent()).toEqual([{ [member]: sent }]);
    expect(await editor.masks(), 'nobody is known to name these fields').toEqual([null]);
    expect(await editor.kept()).toEqual({ ...editor.before, [member]: sent });
  });

  test(`one field of ${type} keeps the others`, async ({ editor }) => {
    await editor.open(connector);
    const [label, value] = fields.at(-1) ?? fields[0];
    await editor.field(label).fill(value);
    await expect(editor.summary(`1 change: ${label}`)).toBeVisible();
    await editor.update();
    const before = editor.before[member] as object;
    const kept = (await editor.kept())[member] as object;
    expect(Object.keys(kept)).toEqual(Object.keys(before));
    expect(JSON.stringify(kept)).toContain(value);
    expect(await editor.sent()).toEqual([{ [member]: kept }]);
  });

  test(`${type} has no endpoint, headers or secret of a webhook`, async ({ editor }) => {
    await editor.open(connector);
    await expect(editor.field('Endpoint URL')).toHaveCount(0);
    await expect(editor.section('Custom headers')).toHaveCount(0);
    await expect(editor.section('Signature')).toHaveCount(0);
  });

  test(`a required field of ${type} that is emptied is not sent`, async ({ editor }) => {
    await editor.open(connector);
    const required = fields.filter(([label]) => label !== 'Correlation ID');
    for (const [label] of required) {
      await editor.field(label).clear();
      await expect(editor.field(label)).toHaveAttribute('required');
    }
    await editor.updateButton.click();
    for (const [label] of required) {
      await expect(editor.field(label)).toHaveAttribute('aria-invalid', 'true');
      await expect(editor.field(label)).toHaveAccessibleDescription(/Enter the /);
    }
    await expect(editor.field(required[0]?.[0] ?? '')).toBeFocused();
    expect(await editor.sent()).toEqual([]);
  });
}

test('a correlation ID can be removed', async ({ editor }) => {
  await editor.open('Work orders');
  await editor.field('Correlation ID').clear();
  await editor.update();
  const [sent] = (await editor.sent()) as [{ azureServiceBusConfig: { brokerProperties: unknown } }];
  expect(sent.azureServiceBusConfig.brokerProperties).toEqual({ correlationId: '' });
  const kept = (await editor.kept())['azureServiceBusConfig'] as { brokerProperties?: { correlationId: string } };
  expect(kept.brokerProperties?.correlationId ?? '').toBe('');
});

for (const [connector, field, value] of [
  ['Facility data lake', 'Event hub URL', 'https://nordlys.servicebus.windows.net/sensor-events'],
  ['Work orders', 'Topic URL', 'sb://nordlys.servicebus.windows.net'],
  ['Occupancy analytics', 'Topic', 'sensor-events'],
  ['Leak alarms', 'Queue URL', 'leak-alarms'],
  ['Leak alarms', 'AWS role ARN', 'arn:aws:iam::123456789012:user/dt'],
] as const) {
  test(`the ${field} ${value} is not sent, and the field shows what one looks like`, async ({ editor }) => {
    await editor.open(connector);
    await editor.field(field).fill(value);
    await editor.updateButton.click();
    await expect(editor.field(field)).toHaveAccessibleDescription(/Enter the .* such as /);
    await expect(editor.field(field)).toBeFocused();
    expect(await editor.sent()).toEqual([]);
  });
}
