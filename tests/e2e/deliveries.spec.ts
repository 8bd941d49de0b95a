import { createHash, createHmac, createPublicKey, verify, type JsonWebKey } from 'node:crypto';
import { expect, test } from './fixtures.ts';
import type { ConnectorEditor } from './fixtures/connector_editor.ts';
import { connectorCalled } from './fixtures/connectors.ts';
import { devicesBeside } from './fixtures/devices.ts';
import type { Push } from './fixtures/emulator.ts';

const secret = 'correct horse battery staple';

interface Body {
  event: { eventId: string; eventType: string; targetName: string };
  labels: Record<string, string>;
  metadata: { projectId: string };
}

const bodyOf = (push: Push): Body => JSON.parse(push.body) as Body;

/** The claims of a compact token. */
function claims(token: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;
}

async function configure(editor: ConnectorEditor, url: string): Promise<void> {
  await editor.field('Endpoint URL').fill(url);
  await editor.field('Signature secret').fill(secret);
  await editor.section('Custom headers').getByRole('button', { name: 'Add header' }).click();
  await editor.field('Key of header 1').fill('X-Building');
  await editor.field('Value of X-Building').fill('oslo');
  const labels = editor.section('Labels').getByRole('combobox', { name: 'Label keys' });
  await labels.fill('floor');
  await labels.press('Enter');
}

async function synchronize(editor: ConnectorEditor): Promise<void> {
  const section = editor.page.getByRole('region', { name: 'Synchronize' });
  await section.getByRole('button', { name: 'Synchronize Data Connector' }).click();
  await expect(section).toContainText('Synchronization requested');
}

test('what is configured is what arrives: every latest event, signed, with its labels and headers', async ({
  editor,
  emulator,
}) => {
  await editor.open('Building operations');
  await configure(editor, `${emulator.api}/inbox/mine`);
  await editor.update();
  await synchronize(editor);

  const devices = await devicesBeside(await emulator.as('project.developer'), editor.before.name);
  const expected = devices.flatMap((device) => Object.keys(device.reported).map((type) => `${device.name} ${type}`));
  await expect.poll(async () => (await emulator.inbox('mine')).length).toBe(expected.length);

  const pushes = await emulator.inbox('mine');
  const told = pushes.map((push) => bodyOf(push).event).map(({ targetName, eventType }) => `${targetName} ${eventType}`);
  expect(told.sort()).toEqual(expected.sort());

  const keys = (await (await fetch(`${emulator.api}/data-connector/jwks`)).json()) as { keys: JsonWebKey[] };
  for (const push of pushes) {
    const device = devices.find(({ name }) => name === bodyOf(push).event.targetName);
    const wanted = Object.entries(device?.labels ?? {}).filter(([key]) => ['name', 'room', 'floor'].includes(key));
    expect(bodyOf(push).labels).toEqual(Object.fromEntries(wanted));
    expect(push.headers['x-building']).toBe('oslo');

    const checksum = createHash('sha256').update(push.body).digest('hex');
    const [signed, signature] = split(push.headers['x-dt-signature']);
    expect(signature).toBe(createHmac('sha256', secret).update(signed).digest('base64url'));
    expect(claims(signed)['checksum_sha256']).toBe(checksum);

    const [asymmetric, proof] = split(push.headers['dt-asymmetric-signature']);
    const key = createPublicKey({ key: keys.keys[0] ?? {}, format: 'jwk' });
    const genuine = { key, dsaEncoding: 'ieee-p1363' } as const;
    expect(verify('sha256', Buffer.from(asymmetric), genuine, Buffer.from(proof, 'base64url'))).toBe(true);
    expect(claims(asymmetric)['checksum_sha256']).toBe(checksum);
  }
});

function split(token = ''): [string, string] {
  const dot = token.lastIndexOf('.');
  return [token.slice(0, dot), token.slice(dot + 1)];
}

test('only the event types that are selected arrive', async ({ editor, emulator }) => {
  await editor.open('Building operations');
  await editor.field('Endpoint URL').fill(`${emulator.api}/inbox/selected`);
  const events = editor.section('Events to forward');
  await events.getByRole('switch', { name: 'Forward All Events' }).click();
  await events.getByRole('checkbox', { name: /^co2/i }).check();
  await editor.update();
  expect((await editor.kept()).events).toEqual(['co2']);
  await synchronize(editor);
  await expect.poll(async () => (await emulator.inbox('selected')).length).toBe(2);
  const types = (await emulator.inbox('selected')).map((push) => bodyOf(push).event.eventType);
  expect(types).toEqual(['co2', 'co2']);
});

test('the metrics count what was really delivered', async ({ editor, emulator, page }) => {
  await editor.open('Old intranet');
  await editor.form.getByRole('switch', { name: 'Data Connector enabled' }).click();
  await editor.field('Endpoint URL').fill(`${emulator.api}/inbox/counted`);
  await editor.update();
  const metrics = page.getByRole('main').getByRole('definition');
  await expect(metrics.first()).toHaveText('0');
  await synchronize(editor);
  const arrived = async () => (await emulator.inbox('counted')).length;
  await expect.poll(arrived).toBeGreaterThan(50);
  // What arrived last may not have been answered yet.
  await expect(async () => {
    await page.getByRole('button', { name: 'Refresh metrics' }).click();
    await expect(metrics.first()).toHaveText(String(await arrived()), { timeout: 500 });
  }).toPass();
  await expect(metrics.nth(1)).toHaveText('0');
});

test('an endpoint that fails for five days is disabled, and the console says so', async ({ editor, emulator, page }) => {
  await emulator.behave('gates.example.org', { status: 503 });
  const { name } = await connectorCalled(await emulator.as('project.developer'), 'Gate log');
  for (let day = 0; day < 6; day++) {
    await (await emulator.as('project.developer')).post(`${name}:sync`);
    await emulator.advance('1d');
  }
  await editor.open('Gate log');
  expect(editor.before.status).toBe('SYSTEM_DISABLED');
  await expect(page.getByRole('main')).toContainText('Disabled by DT Cloud');
  await expect(editor.form.getByRole('switch', { name: 'Data Connector enabled' })).not.toBeChecked();
});
