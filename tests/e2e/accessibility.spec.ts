import type { Locator, Page } from '@playwright/test';
import { checkAccessibility, expect, test } from './fixtures.ts';
import type { ConnectorEditor } from './fixtures/connector_editor.ts';
import { connectorCalled, projectCalled } from './fixtures/connectors.ts';

const narrow = { width: 360, height: 740 };

/** Fails when the page is wider than its window. */
async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const excess = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await expect.poll(excess, 'how much wider the page is than its window').toBeLessThanOrEqual(0);
}

/** Checks what is on screen, in light and dark, as wide as on a desk and as narrow as on a phone. */
async function check(page: Page): Promise<void> {
  await checkAccessibility(page);
  await page.setViewportSize(narrow);
  await expectNoSidewaysScroll(page);
  await checkAccessibility(page, ['dark']);
}

const heading = (page: Page, name: string): Locator => page.getByRole('heading', { level: 1, name });

/** Brings every problem that the form can have on screen. */
async function spoil(editor: ConnectorEditor): Promise<void> {
  await editor.field('Endpoint URL').fill('nonsense');
  await editor.form.getByRole('button', { name: 'Clear selection' }).click();
  await editor.form.getByRole('button', { name: 'Add header' }).click();
  await editor.field('Key of header 3').fill('x tenant');
  await editor.field('Value of x tenant').fill('a\u0007');
  await editor.updateButton.click();
  await expect(editor.field('Value of x tenant')).toHaveAttribute('aria-invalid', 'true');
}

test.describe(() => {
  test.slow();

  test('the sign-in page', async ({ page }) => {
    await page.goto('/');
    await expect(heading(page, 'Sign in')).toBeVisible();
    await check(page);
  });

  test('the sign-in page with both forms and what is missing in them', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('Use an access token instead').click();
    await page.getByRole('button', { name: 'Sign in with token' }).click();
    await expect(page.getByText('Paste an access token.')).toBeVisible();
    await check(page);
  });

  test('the projects', async ({ page, signIn }) => {
    await signIn('project.developer');
    await expect(page.getByText('7 active')).toBeVisible();
    await check(page);
  });

  test("a project's connectors", async ({ list, page }) => {
    await list.open('Oslo office');
    await expect(list.names).toHaveCount(9);
    await check(page);
  });

  test('a list in which nothing matches', async ({ list, page }) => {
    await list.open('Oslo office', 'project.user', '?q=atlantis');
    await expect(page.getByText('No Data Connector matches')).toBeVisible();
    await check(page);
  });

  test('the session', async ({ page, signIn }) => {
    await signIn('project.developer', '/session');
    await expect(heading(page, 'Session')).toBeVisible();
    await check(page);
  });

  test('an address where nothing is', async ({ page, signIn }) => {
    await signIn('project.developer', '/no/such/place/with/a/very/long/address/that/must/not/widen/the/page');
    await expect(heading(page, 'Page not found')).toBeVisible();
    await check(page);
  });

  for (const type of ['HTTP Push', 'Azure Service Bus', 'Azure Event Hub', 'Google Cloud Pub/Sub', 'AWS SQS']) {
    test(`the form that adds a connector of type ${type}, with what is missing in it`, async ({ page, signIn, emulator }) => {
      const project = await projectCalled(await emulator.as('project.developer'), 'Oslo office');
      await signIn('project.developer', `/${project.name}/dataconnectors/new`);
      await page.getByRole('combobox', { name: 'Type' }).selectOption(type);
      await page.getByRole('switch', { name: 'Forward All Events' }).click();
      await page.getByRole('button', { name: 'Add Data Connector' }).click();
      await expect(page.getByText('Choose at least one event type')).toBeVisible();
      await check(page);
    });
  }

  for (const connector of ['Energy dashboard', 'Work orders']) {
    test(`the page of ${connector}`, async ({ editor, page }) => {
      await editor.open(connector);
      await check(page);
    });
  }

  test('the page of a connector with headers, labels, a selection and a secret', async ({ editor, page }) => {
    await editor.open('Cleaning on demand');
    await page.getByRole('button', { name: 'Reveal Signature secret' }).click();
    await check(page);
  });

  test('the page of a connector with every problem a form can have', async ({ editor, page }) => {
    await editor.open('Cleaning on demand');
    await spoil(editor);
    await check(page);
  });

  test('the suggestions of label keys', async ({ editor, page }) => {
    await editor.open('Building operations');
    await editor.form.getByRole('combobox', { name: 'Label keys' }).press('ArrowDown');
    await expect(editor.form.getByRole('option', { selected: true })).toBeVisible();
    await check(page);
  });

  test('the page of a connector that may only be looked at', async ({ editor, page }) => {
    await editor.open('Cleaning on demand', 'project.user');
    await expect(page.getByText('Needs Project Developer').first()).toBeAttached();
    await check(page);
  });

  test('the page of a connector of an unknown type', async ({ editor, page, emulator }) => {
    const { httpConfig: _, ...connector } = await connectorCalled(await emulator.as('project.user'), 'Gate log');
    const body = { ...connector, type: 'CARRIER_PIGEON', carrierPigeonConfig: { loft: 'x'.repeat(200) } };
    await emulator.fault({ method: 'GET', path: `/v2/${connector.name}`, body });
    await editor.open('Gate log');
    await page.getByText('Show the connector as JSON').click();
    await expect(page.getByText('"carrierPigeonConfig"')).toBeVisible();
    await check(page);
  });

  test('what came of an update and of a synchronization', async ({ editor, page }) => {
    await editor.open('Building operations');
    await editor.field('Display name').fill('Building operations 2');
    await editor.update();
    await page.getByRole('button', { name: 'Synchronize Data Connector' }).click();
    await expect(page.getByText('Synchronization requested')).toBeVisible();
    await check(page);
  });

  test('a page that cannot be read', async ({ list, page, provoke }) => {
    await provoke({ path: '/v2/*/dataconnectors', status: 500 });
    await list.open('Oslo office');
    await expect(page.getByText('DT Cloud has a problem')).toBeVisible();
    await check(page);
  });
});

test('the dialog that asks before deleting', async ({ editor, page }) => {
  await editor.open('Cleaning on demand');
  await page.getByRole('button', { name: 'Delete Data Connector' }).click();
  await expect(page.getByRole('dialog', { name: 'Delete Cleaning on demand?' })).toBeVisible();
  await check(page);
});

test('the dialog that asks before leaving', async ({ editor, page }) => {
  await editor.open('Gate log');
  await editor.field('Display name').fill('Gates');
  await page.getByRole('link', { name: 'All projects' }).click();
  await expect(page.getByRole('dialog', { name: 'Leave without saving?' })).toBeVisible();
  await check(page);
});

test('the dialog that asks to sign in again', async ({ editor, page, provoke }) => {
  await editor.open('Gate log');
  await editor.field('Display name').fill('Gates');
  await provoke({ path: '/v2/*', status: 401 });
  await editor.updateButton.click();
  await expect(page.getByRole('dialog', { name: 'Your session has ended' })).toBeVisible();
  await check(page);
});

for (const [name, key] of [
  ['Jump to', 'Control+k'],
  ['Keys', '?'],
] as const) {
  test(`the dialog “${name}”`, async ({ list, page }) => {
    await list.open('Oslo office');
    await page.keyboard.press(key);
    await expect(page.getByRole('dialog', { name })).toBeVisible();
    await check(page);
  });
}

for (const menu of ['Colour theme', 'Session']) {
  test(`the menu “${menu}”`, async ({ list, page }) => {
    await list.open('Oslo office');
    await page.getByRole('button', { name: menu }).click();
    await expect(page.getByRole('menu', { name: menu })).toBeVisible();
    await check(page);
  });
}

test('the side menu of a narrow window', async ({ list, page }) => {
  await page.setViewportSize(narrow);
  await list.open('Oslo office');
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden();
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  await checkAccessibility(page);
  await expectNoSidewaysScroll(page);
});

test('these checks see a control without a name, colours for one scheme only, and a page that is too wide', async ({ page }) => {
  await page.goto('/');
  await expect(heading(page, 'Sign in')).toBeVisible();
  const style = (css: string) =>
    page.evaluate((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      document.adoptedStyleSheets = [sheet];
    }, css);
  await style('@media (prefers-color-scheme: dark) { h1 { color: #222 } }');
  await expect(checkAccessibility(page)).rejects.toThrow(/accessibility in dark[^]*color-contrast/);
  await style('h1 { inline-size: 500vw }');
  await expect(expectNoSidewaysScroll(page)).rejects.toThrow('how much wider the page is than its window');
  await style('');
  await page.evaluate(() => document.body.append(document.createElement('button')));
  await expect(checkAccessibility(page)).rejects.toThrow(/accessibility in light[^]*button-name/);
});
