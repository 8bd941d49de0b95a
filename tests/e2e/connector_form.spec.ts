import { expect, test } from './fixtures.ts';

test('a new display name is all that is sent, and all that changes', async ({ editor, page }) => {
  await editor.open('Building operations');
  await editor.field('Display name').fill('Building operations – Øst');
  await expect(editor.summary('1 change: Display name')).toBeVisible();
  await editor.update();
  expect(await editor.sent()).toEqual([{ displayName: 'Building operations – Øst' }]);
  expect(await editor.kept()).toEqual({ ...editor.before, displayName: 'Building operations – Øst' });
  await expect(page.getByRole('heading', { level: 1, name: 'Building operations – Øst' })).toBeVisible();
  const here = page.getByRole('navigation', { name: 'Breadcrumbs' }).getByRole('listitem').last();
  await expect(here).toHaveText('Building operations – Øst');
  await expect(page.getByRole('region', { name: 'Notifications' })).toContainText('Data Connector updated.');
});

test('a display name can be removed, and the connector goes by its ID', async ({ editor, page }) => {
  await editor.open('Gate log');
  await editor.field('Display name').clear();
  await editor.update();
  expect(await editor.sent()).toEqual([{ displayName: '' }]);
  expect(await editor.kept()).toEqual({ ...editor.before, displayName: '' });
  const id = editor.before.name.split('/').at(-1) ?? '';
  await expect(page.getByRole('heading', { level: 1, name: id })).toBeVisible();
});

test('turning the switch off disables the connector and says what is lost', async ({ editor, page }) => {
  await editor.open('Building operations');
  const enabled = editor.form.getByRole('switch', { name: 'Data Connector enabled' });
  await expect(enabled).toBeChecked();
  await enabled.click();
  await expect(enabled).toHaveAccessibleDescription(/Undelivered events will be dropped\./);
  await expect(enabled).toHaveAccessibleDescription(/not forwarded later/);
  await editor.update();
  expect(await editor.sent()).toEqual([{ status: 'USER_DISABLED' }]);
  expect(await editor.kept()).toEqual({ ...editor.before, status: 'USER_DISABLED' });
  await expect(page.getByRole('main').getByText('○Disabled by user')).toBeVisible();
});

test('turning the switch on enables a connector that a person disabled', async ({ editor, page }) => {
  await editor.open('Old intranet');
  const enabled = editor.form.getByRole('switch', { name: 'Data Connector enabled' });
  await expect(enabled).not.toBeChecked();
  await enabled.click();
  await editor.update();
  expect(await editor.sent()).toEqual([{ status: 'ACTIVE' }]);
  expect(await editor.kept()).toEqual({ ...editor.before, status: 'ACTIVE' });
  await expect(page.getByRole('main').getByText('●Active')).toBeVisible();
});

test('a connector that DT Cloud disabled says why and can be enabled again', async ({ editor, page }) => {
  await editor.open('Energy dashboard');
  const notice = page.getByRole('alert').filter({ hasText: 'Disabled by DT Cloud' });
  await expect(notice).toContainText('5 days without a single success');
  await expect(notice).toContainText('Events since then are not forwarded later.');
  await notice.getByRole('button', { name: 'Enable again' }).click();
  await expect(editor.form.getByRole('switch', { name: 'Data Connector enabled' })).toBeChecked();
  await editor.update();
  expect(await editor.sent()).toEqual([{ status: 'ACTIVE' }]);
  expect((await editor.kept()).status).toBe('ACTIVE');
  await expect(notice).toBeHidden();
});

test('changing anything else leaves a connector that DT Cloud disabled disabled', async ({ editor }) => {
  await editor.open('Energy dashboard');
  await editor.field('Display name').fill('Energy');
  await editor.update();
  expect(await editor.sent()).toEqual([{ displayName: 'Energy' }]);
  expect((await editor.kept()).status).toBe('SYSTEM_DISABLED');
});

test('a new endpoint URL goes along with the secret and the headers that are kept', async ({ editor }) => {
  await editor.open('Cleaning on demand');
  const url = 'https://user:pass@cleaning.example.com:8443/v2/events?site=oslo&floor=2#part';
  await editor.field('Endpoint URL').fill(url);
  await editor.update();
  const httpConfig = { ...editor.before.httpConfig, url };
  expect(await editor.sent()).toEqual([{ httpConfig }]);
  expect(await editor.kept()).toEqual({ ...editor.before, httpConfig });
});

test('an endpoint on this machine may be plain HTTP, as the emulator allows', async ({ editor }) => {
  await editor.open('Building operations');
  await editor.field('Endpoint URL').fill('http://localhost:9000/events');
  await editor.update();
  expect((await editor.kept()).httpConfig?.url).toBe('http://localhost:9000/events');
});

for (const [url, problem] of [
  ['', 'Enter the URL that events are sent to.'],
  ['ops.example.com/dt', 'Start the URL with https://.'],
  ['http://ops.example.com/dt', 'Start the URL with https:// instead of http://'],
  ['https://ops example.com', 'Remove the spaces and line breaks from the URL.'],
  ['https:///dt', 'Add a host name after https://'],
  ['https://ops.example.com:99999/dt', 'Correct the port in the URL'],
] as const) {
  test(`the endpoint URL ${JSON.stringify(url)} is not sent, and the field says what to do`, async ({ editor }) => {
    await editor.open('Building operations');
    const field = editor.field('Endpoint URL');
    await field.fill(url);
    await expect(field).not.toHaveAttribute('aria-invalid');
    await editor.updateButton.click();
    await expect(field).toHaveAccessibleDescription(new RegExp(problem.replaceAll(/[./]/g, '\\$&')));
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(field).toBeFocused();
    expect(await editor.sent()).toEqual([]);
  });
}

test('a click that leaves a wrong field does what it was for, though the message then moves the page', async ({
  editor,
  page,
}) => {
  await editor.open('Building operations');
  const field = editor.field('Endpoint URL');
  const guide = page.getByText('What your receiver must do', { exact: true });
  await field.clear();
  await guide.click();
  await expect(page.getByRole('heading', { level: 3, name: 'Check the signature' })).toBeVisible();
  await expect(field).toHaveAccessibleDescription(/Enter the URL that events are sent to\./);
});

test('several changes go in one request, named beforehand', async ({ editor }) => {
  await editor.open('Gate log');
  await editor.field('Display name').fill('Gates');
  await editor.form.getByRole('switch', { name: 'Data Connector enabled' }).click();
  await editor.field('Endpoint URL').fill('https://gates.example.org/v2');
  await expect(editor.summary('3 changes: Data Connector enabled, Display name, Endpoint URL')).toBeVisible();
  await editor.update();
  const httpConfig = { url: 'https://gates.example.org/v2', signatureSecret: '', headers: {} };
  const changes = { displayName: 'Gates', status: 'USER_DISABLED', httpConfig };
  expect(await editor.sent()).toEqual([changes]);
  expect(await editor.kept()).toEqual({ ...editor.before, ...changes });
});

test('what was changed and changed back is no change', async ({ editor }) => {
  await editor.open('Gate log');
  const name = editor.field('Display name');
  await name.fill('Gates');
  await expect(name).toHaveAccessibleDescription(/Changed\./);
  await name.fill('Gate log');
  await expect(name).not.toHaveAccessibleDescription(/Changed\./);
  await expect(editor.summary('No changes')).toBeVisible();
  await expect(editor.updateButton).toHaveAccessibleDescription('Nothing has changed');
});

test('discarding shows what DT Cloud keeps and sends nothing', async ({ editor }) => {
  await editor.open('Gate log');
  await editor.field('Display name').fill('Gates');
  await editor.field('Endpoint URL').fill('nonsense');
  await editor.form.getByRole('button', { name: 'Discard' }).click();
  await expect(editor.field('Display name')).toHaveValue('Gate log');
  await expect(editor.field('Endpoint URL')).toHaveValue('https://gates.example.org/log');
  await expect(editor.summary('No changes')).toBeVisible();
  expect(await editor.sent()).toEqual([]);
});

test('after an update the next one sends only what has changed since', async ({ editor }) => {
  await editor.open('Gate log');
  await editor.field('Display name').fill('Gates');
  await editor.update();
  await editor.form.getByRole('switch', { name: 'Data Connector enabled' }).click();
  await editor.update();
  expect(await editor.sent()).toEqual([{ displayName: 'Gates' }, { status: 'USER_DISABLED' }]);
});

test('an update that takes long says so, and is sent once', async ({ editor, emulator }) => {
  await editor.open('Gate log');
  await editor.field('Display name').fill('Gates');
  await emulator.fault({ method: 'PATCH', path: '/v2/*', delay: 700 });
  await editor.updateButton.click();
  await editor.confirmButton.dblclick();
  await expect(editor.form.getByRole('button', { name: 'Updating…' })).toHaveAttribute('aria-busy', 'true');
  await expect(editor.summary('No changes')).toBeVisible();
  expect(await editor.sent()).toEqual([{ displayName: 'Gates' }]);
});

test('what is typed while an update is under way stays, and goes with the next one', async ({ editor, emulator, page }) => {
  await editor.open('Gate log');
  await editor.field('Display name').fill('Gates');
  await emulator.fault({ method: 'PATCH', path: '/v2/*', delay: 700, times: 1 });
  await editor.save();
  await editor.field('Endpoint URL').fill('https://gates.example.org/v2');
  await expect(editor.summary('1 change: Endpoint URL')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Notifications' })).toContainText(
    'Data Connector updated. What you entered meanwhile is not saved yet.',
  );
  await expect(editor.field('Endpoint URL')).toHaveValue('https://gates.example.org/v2');
  await editor.update();
  const httpConfig = { url: 'https://gates.example.org/v2', signatureSecret: '', headers: {} };
  expect(await editor.sent()).toEqual([{ displayName: 'Gates' }, { httpConfig }]);
  expect(await editor.kept()).toEqual({ ...editor.before, displayName: 'Gates', httpConfig });
});

test('the ID of a connector is copied with one click', async ({ editor, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await editor.open('Gate log');
  await page.getByRole('button', { name: 'Copy Data Connector ID' }).click();
  await expect(page.getByRole('status').getByText('Copied')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(editor.before.name.split('/').at(-1));
});
