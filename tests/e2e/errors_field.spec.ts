import type { Locator } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import type { ConnectorEditor } from './fixtures/connector_editor.ts';

/** The part of a connector that a 400 names, and the control that it is about. */
const controls: readonly { field: string; connector: string; control: (editor: ConnectorEditor) => Locator }[] = [
  { field: 'displayName', connector: 'Cleaning on demand', control: (editor) => editor.field('Display name') },
  { field: 'httpConfig.url', connector: 'Cleaning on demand', control: (editor) => editor.field('Endpoint URL') },
  { field: 'httpConfig.headers', connector: 'Cleaning on demand', control: (editor) => editor.field('Key of header 1') },
  {
    field: 'httpConfig.signatureSecret',
    connector: 'Cleaning on demand',
    control: (editor) => editor.form.getByLabel('Signature secret', { exact: true }),
  },
  {
    field: 'labels',
    connector: 'Cleaning on demand',
    control: (editor) => editor.form.getByRole('combobox', { name: 'Label keys' }),
  },
  {
    field: 'events',
    connector: 'Cleaning on demand',
    control: (editor) => editor.form.getByRole('group', { name: 'Event types' }),
  },
  { field: 'azureServiceBusConfig.tenantId', connector: 'Work orders', control: (editor) => editor.field('Tenant ID') },
  { field: 'pubsubConfig.topic', connector: 'Occupancy analytics', control: (editor) => editor.field('Topic') },
  { field: 'awsSqsConfig.awsRoleArn', connector: 'Leak alarms', control: (editor) => editor.field('AWS role ARN') },
];

const refusal = (field: string) => ({ error: `${field}: is not to our liking`, code: 400, help: '' });

for (const { field, connector, control } of controls) {
  test(`a 400 about ${field} stands at its control, until that is edited`, async ({ editor, emulator, provoke }) => {
    await editor.open(connector);
    await editor.field('Display name').fill('Changed');
    await provoke({ path: `/v2/${editor.before.name}`, method: 'PATCH', status: 400, body: refusal(field) });
    await editor.save();
    await expect(control(editor)).toHaveAccessibleDescription(/DT Cloud said: “is not to our liking”\./);
    await expect(control(editor)).toHaveAttribute('aria-invalid', 'true');
    await expect(editor.form.getByRole('alert')).toHaveCount(0);
    await expect(editor.field('Display name')).toHaveValue('Changed');
    await emulator.clearFaults();
    await editor.field('Display name').fill('Changed again');
    await expect(control(editor)).not.toHaveAttribute('aria-invalid', 'true');
    await editor.update();
    expect((await editor.kept()).displayName).toBe('Changed again');
  });
}

for (const [what, field] of [
  ['the status, whose switch has no message', 'status'],
  ['events while all are forwarded', 'events'],
  ['headers while there are none', 'httpConfig.headers'],
  ['something unknown', 'httpConfig.retries'],
] as const) {
  test(`a 400 about ${what} stands above the buttons`, async ({ editor, provoke }) => {
    await editor.open('Building operations');
    await editor.field('Display name').fill('Changed');
    await provoke({ path: `/v2/${editor.before.name}`, method: 'PATCH', status: 400, body: refusal(field) });
    await editor.save();
    const problem = editor.form.getByRole('alert').filter({ hasText: 'DT Cloud did not accept this' });
    await expect(problem).toContainText(`DT Cloud said: “${field}: is not to our liking”.`);
    await expect(problem).toContainText('Correct it and try again; nothing was changed.');
    await expect(editor.field('Display name')).toHaveValue('Changed');
  });
}

test('a 400 leads the keyboard to the control it is about', async ({ editor, provoke }) => {
  await editor.open('Cleaning on demand');
  await editor.field('Endpoint URL').fill('https://cleaning.example.com/new');
  await provoke({ path: `/v2/${editor.before.name}`, method: 'PATCH', status: 400, body: refusal('httpConfig.url') });
  await editor.save();
  await expect(editor.field('Endpoint URL')).toBeFocused();
});

test('a 400 about a new Data Connector stands at its control, and nothing is lost', async ({ list, page, emulator, provoke }) => {
  await list.open('Bergen warehouse');
  await page.getByRole('button', { name: 'Add Data Connector' }).click();
  const url = page.getByRole('textbox', { name: 'Endpoint URL' });
  await page.getByRole('textbox', { name: 'Display name' }).fill('New gates');
  await url.fill('https://gates.example.org/new');
  await provoke({ path: list.apiPath, method: 'POST', status: 400, body: refusal('httpConfig.url'), times: 1 });
  await page.getByRole('form').getByRole('button', { name: 'Add Data Connector' }).click();
  await expect(url).toHaveAccessibleDescription(/DT Cloud said: “is not to our liking”\./);
  await expect(page.getByRole('textbox', { name: 'Display name' })).toHaveValue('New gates');
  await url.fill('https://gates.example.org/newer');
  await page.getByRole('form').getByRole('button', { name: 'Add Data Connector' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'New gates' })).toBeVisible();
  expect((await emulator.writes()).length).toBe(2);
});
