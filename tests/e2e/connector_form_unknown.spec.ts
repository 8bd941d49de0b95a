import { expect, test } from './fixtures.ts';
import { connectorCalled, type Connector } from './fixtures/connectors.ts';

const future = { retention: { days: 3 }, tags: ['a', 'b'] };

test('fields that this console does not know survive a change of the configuration', async ({ editor, emulator }) => {
  const api = await emulator.as('project.developer');
  const { name, httpConfig, ...rest } = await connectorCalled(api, 'Cleaning on demand');
  const answer = { ...rest, name, ...future, httpConfig: { ...httpConfig, tls: { minimum: '1.3' } } };
  await emulator.fault({ method: 'GET', path: `/v2/${name}`, body: answer });
  await editor.open('Cleaning on demand');
  await editor.field('Endpoint URL').fill('https://cleaning.example.com/v2');
  await editor.update();
  const url = 'https://cleaning.example.com/v2';
  expect(await editor.sent()).toEqual([{ httpConfig: { ...httpConfig, tls: { minimum: '1.3' }, url } }]);
});

test('a type that this console does not know is shown as JSON once asked for', async ({ editor, emulator, page }) => {
  const connector = await pretendType(emulator.as('project.developer'));
  await emulator.fault({ method: 'GET', path: `/v2/${connector.name}`, body: connector });
  await editor.open('Gate log');
  const json = page.getByRole('region', { name: 'The connector as JSON' });
  await expect(page.getByText('This console does not know this type')).toBeVisible();
  await expect(json).toBeHidden();
  await page.getByText('Show the connector as JSON').click();
  await expect(json).toContainText(/"carrierPigeonConfig".*"loft": "Bergen"/s);
});

test('a type that this console does not know can be renamed and disabled, and keeps its configuration', async ({
  editor,
  emulator,
}) => {
  const connector = await pretendType(emulator.as('project.developer'));
  await emulator.fault({ method: 'GET', path: `/v2/${connector.name}`, body: connector });
  await editor.open('Gate log');
  await editor.field('Display name').fill('Pigeons');
  await editor.form.getByRole('switch', { name: 'Data Connector enabled' }).click();
  await editor.update();
  expect(await editor.sent()).toEqual([{ displayName: 'Pigeons', status: 'USER_DISABLED' }]);
});

test('a status that this console does not know is shown as it is, and sent by no other change', async ({
  editor,
  emulator,
  page,
}) => {
  const api = await emulator.as('project.developer');
  const connector = await connectorCalled(api, 'Gate log');
  const paused = { ...connector, status: 'PAUSED_BY_BILLING' };
  await emulator.fault({ method: 'GET', path: `/v2/${connector.name}`, body: paused });
  await editor.open('Gate log');
  await expect(page.getByRole('main').getByText('▲PAUSED_BY_BILLING')).toBeVisible();
  await editor.field('Display name').fill('Gates');
  await editor.update();
  expect(await editor.sent()).toEqual([{ displayName: 'Gates' }]);
});

/** `Gate log` as it would be with a type of the future. */
async function pretendType(api: Promise<import('./fixtures/api.ts').Api>): Promise<Connector> {
  const { httpConfig: _, ...connector } = await connectorCalled(await api, 'Gate log');
  return { ...connector, type: 'CARRIER_PIGEON', carrierPigeonConfig: { loft: 'Bergen' } };
}
