import { checkAccessibility, expect, test } from './fixtures.ts';
import { connectorCalled } from './fixtures/connectors.ts';
import { submitAccount } from './fixtures/sign_in.ts';
import { countViolations, expectHarmless } from './hostile/harmless.ts';
import { texts } from './hostile/texts.ts';

test.beforeEach(async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await countViolations(page);
});

for (const { what, text, shown } of texts) {
  test(`${what} in every field of a connector of an unknown type is shown as it is`, async ({ page, signIn, emulator }) => {
    const { name } = await connectorCalled(await emulator.as('project.user'), 'Gate log');
    const connector = { name, displayName: text, type: text, status: text, events: [text], labels: [text], extra: { [text]: [text] } };
    const list = name.split('/').slice(0, 3).join('/');
    await emulator.fault({ method: 'GET', path: `/v2/${name}`, body: connector });
    await emulator.fault({ method: 'GET', path: `/v2/${list}`, body: { dataConnectors: [connector], nextPageToken: '' } });
    await signIn('project.developer', `/${list}`);
    await expect(page.getByRole('rowheader')).toHaveText(shown);
    await expect(page.getByRole('cell').first()).toContainText(shown);
    await expectHarmless(page);
    await page.setViewportSize({ width: 1280, height: 800 });
    await expectHarmless(page);
    await page.setViewportSize({ width: 360, height: 800 });
    await page.getByRole('rowheader').getByRole('link').click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(shown);
    await page.getByText('Show the connector as JSON').click();
    await expect(page.getByRole('region', { name: 'The connector as JSON' })).toBeVisible();
    await page.getByText('As code').click();
    await expect(page.getByRole('region', { name: 'Code', exact: true })).toBeVisible();
    await expectHarmless(page);
  });
}

test('an endpoint and headers that would break out of the page or of the code stay where they are', async ({ editor, page, emulator }) => {
  const api = await emulator.as('project.developer');
  const { name, httpConfig } = await connectorCalled(api, 'Gate log');
  const url = `https://gates.example.com/"><script>window.takenOver=1</script>?a='$(id)\``;
  const headers = { 'X-Gate': `"><img src=x onerror=window.takenOver=1> '; rm -rf / #`, 'X-Name': '${window.takenOver=1} </code>' };
  await api.patch(name, { httpConfig: { ...httpConfig, url, headers } });
  await editor.open('Gate log');
  await expect(editor.field('Endpoint URL')).toHaveValue(url);
  await expect(editor.field('Value of X-Gate')).toHaveValue(headers['X-Gate']);
  await editor.field('Endpoint URL').fill(`${url}&b`);
  await page.getByText('As code').click();
  for (const language of ['cURL', 'Python', 'Terraform', 'JSON']) {
    await page.getByRole('radio', { name: language }).check();
    await expect(page.getByRole('region', { name: 'Code', exact: true })).toContainText('gates.example.com');
    await expectHarmless(page);
  }
  await page.getByText('What your receiver must do').click();
  await expectHarmless(page);
  await editor.update();
  expect((await editor.kept()).httpConfig).toMatchObject({ url: `${url}&b`, headers });
});

test('what somebody else renames a connector to meanwhile cannot pass for what it was', async ({ editor, page, emulator }) => {
  await editor.open('Gate log');
  await editor.field('Display name').fill('Gates');
  await (await emulator.as('organization.admin')).patch(editor.before.name, { displayName: 'Gate\u200b log' });
  await editor.updateButton.click();
  await expect(editor.review.getByRole('radio', { name: 'Theirs: Gate U+200B log' })).toBeVisible();
  await expectHarmless(page);
  await checkAccessibility(page, ['light']);
});

test('a name with a hidden character is told at the form, and mended there', async ({ editor, page }) => {
  await editor.open('Gate log');
  await editor.field('Display name').fill('Gate\u202egol');
  const advice = editor.form.getByRole('listitem').filter({ hasText: 'A hidden character' });
  await expect(advice).toContainText('It holds U+202E, which cannot be seen');
  await editor.updateButton.click();
  await expect(editor.review).toContainText('GateU+202Egol');
  await expectHarmless(page);
  await editor.review.getByRole('button', { name: 'Keep editing' }).click();
  await advice.getByRole('button', { name: 'Remove what is hidden' }).click();
  await expect(editor.field('Display name')).toHaveValue('Gategol');
  await expect(advice).toBeHidden();
  await editor.update();
  expect((await editor.kept()).displayName).toBe('Gategol');
});

test('an address that hides something is named as it is, and opens nothing', async ({ page, signIn }) => {
  await signIn('project.developer', '/nowhere/%E2%80%AElog%3Cscript%3Ewindow.takenOver=1%3C/script%3E');
  await expect(page.getByRole('heading', { level: 1, name: 'Page not found' })).toBeVisible();
  await expectHarmless(page);
  await page.goto('/projects/%3Cimg%20src=x%20onerror=alert(1)%3E/dataconnectors?q=%22%3E%3Cscript%3E');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectHarmless(page);
});

for (const { what, text } of texts) {
  test(`${what} as what the token endpoint says harms nothing`, async ({ page, emulator, provoke }) => {
    await provoke({ path: '/oauth2/token', status: 400, body: { error: text, error_description: text } });
    await page.goto('/');
    await submitAccount(page, emulator.account('project.developer'));
    const problem = page.getByRole('form', { name: 'Service account' }).getByRole('alert');
    await expect(problem).toContainText('Check the key ID, the secret and the email');
    await expect(problem).toContainText('DT Cloud said: “');
    await expectHarmless(page);
  });
}
