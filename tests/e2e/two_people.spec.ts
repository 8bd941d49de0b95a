import type { Page } from '@playwright/test';
import { expect, test as base } from './fixtures.ts';
import type { ConnectorEditor } from './fixtures/connector_editor.ts';
import { connectorsIn } from './fixtures/connectors.ts';
import { signInAs } from './fixtures/sign_in.ts';

/** What somebody else does at the same connector, in a browser of their own. */
interface Colleague {
  page: Page;
  /** Opens the connector that the editor has open. */
  open(editor: ConnectorEditor): Promise<void>;
  fill(label: string, text: string): Promise<void>;
  /** Saves without an objection. */
  save(): Promise<void>;
}

const test = base.extend<{ colleague: Colleague }>({
  colleague: async ({ browser, emulator }, use) => {
    const context = await browser.newContext({ baseURL: emulator.console });
    const page = await context.newPage();
    const form = page.getByRole('form', { name: 'Data Connector', exact: true });
    await use({
      page,
      open: (editor) => signInAs(page, emulator.account('organization.admin'), `/${editor.before.name}`),
      fill: (label, text) => form.getByRole('textbox', { name: label, exact: true }).fill(text),
      save: async () => {
        await form.getByRole('button', { name: 'Update Data Connector' }).click();
        const review = page.getByRole('dialog', { name: 'Review changes' });
        await review.getByRole('button', { name: 'Update Data Connector' }).click();
        await expect(form.getByText('No changes', { exact: true })).toBeVisible();
      },
    });
    await context.close();
  },
});

test('two people who change different things both get what they wanted', async ({ editor, colleague }) => {
  await editor.open('Cleaning on demand');
  await colleague.open(editor);
  await editor.field('Display name').fill('Cleaning');
  await colleague.fill('Value of X-Tenant', 'sydlys');
  await colleague.save();

  await editor.updateButton.click();
  await expect(editor.review).toContainText('X-Tenant: nordlys → sydlys');
  await editor.confirmButton.click();
  await expect(editor.summary('No changes')).toBeVisible();
  await expect(editor.field('Value of X-Tenant')).toHaveValue('sydlys');
  const kept = await editor.kept();
  expect(kept.displayName).toBe('Cleaning');
  expect(kept.httpConfig).toEqual({
    ...editor.before.httpConfig,
    headers: { ...editor.before.httpConfig?.headers, 'X-Tenant': 'sydlys' },
  });
});

test('of two people who change the same the second decides, and nobody is overwritten unseen', async ({ editor, colleague }) => {
  await editor.open('Gate log');
  await colleague.open(editor);
  await colleague.fill('Endpoint URL', 'https://gates.example.org/theirs');
  await colleague.save();

  await editor.field('Endpoint URL').fill('https://gates.example.org/mine');
  await editor.updateButton.click();
  const clash = editor.review.getByRole('group', { name: 'Endpoint URL' });
  await clash.getByRole('radio', { name: 'Theirs: https://gates.example.org/theirs' }).check();
  await expect(editor.review).toContainText('Nothing is left to change');
  await clash.getByRole('radio', { name: 'Mine: https://gates.example.org/mine' }).check();
  await editor.confirmButton.click();
  await expect(editor.summary('No changes')).toBeVisible();
  expect((await editor.kept()).httpConfig?.url).toBe('https://gates.example.org/mine');
});

test('who saves what somebody else has deleted is told, and can add it again', async ({ editor, colleague, emulator, watch, page }) => {
  watch.allow(/status of 404 /);
  await editor.open('Gate log');
  await colleague.open(editor);
  await colleague.page.getByRole('button', { name: 'Delete Data Connector' }).click();
  const deletion = colleague.page.getByRole('dialog', { name: 'Delete Gate log?' });
  await deletion.getByRole('textbox').fill('Gate log');
  await deletion.getByRole('button', { name: 'Delete Data Connector' }).click();
  await expect(colleague.page.getByRole('heading', { level: 1, name: 'Data Connectors' })).toBeVisible();

  await editor.field('Display name').fill('Gates');
  await editor.updateButton.click();
  const gone = page.getByRole('dialog', { name: 'This Data Connector was deleted meanwhile' });
  await gone.getByRole('button', { name: 'Add it again' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Gates' })).toBeVisible();
  const project = editor.before.name.split('/dataconnectors/')[0] ?? '';
  const names = (await connectorsIn(await emulator.as('project.developer'), project)).map((it) => it.displayName);
  expect(names.filter((name) => /^Gate/.test(name))).toEqual(['Gates']);
});
