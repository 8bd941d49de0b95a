import { expect, type Page } from '@playwright/test';
import { connectorsIn } from '../fixtures/connectors.ts';
import type { Condition, Outcome } from './conditions.ts';
import type { Operation, Scene } from './operation.ts';

const url = 'https://gates.example.org/new';

/** Whether the request may have been carried out although the answer does not say so. */
const mayBeDone = ({ fault, outcome }: Condition) =>
  typeof outcome === 'object' && (fault.status === undefined || fault.status >= 500);

/** An answer that has nothing in it but that it is one, says enough. */
const emptyIsFine = ({ fault }: Condition): Outcome | undefined => (fault.body === '' ? 'mended' : undefined);

/** The names of a project's connectors, as DT Cloud has them. */
export async function namesIn({ emulator }: Scene, project: string): Promise<string[]> {
  const connectors = await connectorsIn(await emulator.as('project.developer'), project);
  return connectors.map(({ displayName }) => displayName);
}

/** The project of the connector that the editor has open. */
export const projectOf = ({ editor }: Scene) => editor.before.name.split('/').slice(0, 2).join('/');

const newForm = (page: Page) => page.getByRole('form', { name: 'Add Data Connector' });

async function fillIn({ page, editor }: Scene): Promise<void> {
  await editor.field('Display name').fill('Gates');
  await editor.field('Endpoint URL').fill(url);
  await editor.section('Custom headers').getByRole('button', { name: 'Add header' }).click();
  await editor.field('Key of header 1').fill('X-Gate');
  await editor.field('Value of X-Gate').fill('north');
  await expect(page.getByText('3 changes: ')).toBeVisible();
}

async function isFilledIn({ editor }: Scene): Promise<void> {
  await expect(editor.field('Display name')).toHaveValue('Gates');
  await expect(editor.field('Endpoint URL')).toHaveValue(url);
  await expect(editor.field('Value of X-Gate')).toHaveValue('north');
  await expect(editor.form.getByText('3 changes: ')).toBeVisible();
}

async function isSaved({ page, editor }: Scene): Promise<void> {
  await expect(editor.summary('No changes')).toBeVisible();
  await expect(editor.form.getByRole('alert')).toBeHidden();
  await expect(page.getByRole('heading', { level: 1, name: 'Gates' })).toBeVisible();
  expect(await editor.kept()).toEqual({
    ...editor.before,
    displayName: 'Gates',
    httpConfig: { ...editor.before.httpConfig, url, headers: { 'X-Gate': 'north' } },
  });
}

/** Saves once more. When the first time was carried out after all, the review says so, and may do it after it was confirmed. */
async function updateAgain({ editor }: Scene): Promise<void> {
  await editor.updateButton.click();
  await expect(async () => {
    if (await editor.review.isVisible()) await editor.confirmButton.click({ timeout: 500 });
    await expect(editor.summary('No changes')).toBeVisible({ timeout: 500 });
  }).toPass();
}

const deletion = (page: Page) => page.getByRole('dialog', { name: 'Delete Gate log?' });

/** What changes something in DT Cloud. */
export const writing: readonly Operation[] = [
  {
    what: 'reading a connector again before it is updated',
    request: 'GET /v2/projects/{project}/dataconnectors/{connector}',
    byHand: true,
    arrange: async (scene) => {
      await scene.editor.open('Gate log');
      await fillIn(scene);
      return `/v2/${scene.editor.before.name}`;
    },
    act: async ({ editor }, { fault }) => {
      await editor.updateButton.click();
      // A session that ends closes the review, and one that says the connector is gone has nothing to confirm.
      if (fault.status !== 404 && (fault.status !== 401 || fault.times)) await editor.confirmButton.click();
    },
    told: ({ page, editor }) => editor.form.getByRole('alert').or(page.getByRole('dialog')),
    outcome: ({ fault }) =>
      fault.status === 404
        ? { title: 'This Data Connector was deleted meanwhile', nextStep: 'What you entered is still here.' }
        : undefined,
    keeps: isFilledIn,
    again: async ({ page, editor }, { fault, outcome }) => {
      if (fault.status === 404) await page.getByRole('dialog').getByRole('button', { name: 'Keep editing' }).click();
      if (outcome === 'ended') await expect(editor.updateButton).toBeVisible();
      await editor.update();
    },
    ends: isSaved,
  },
  {
    what: 'updating a connector',
    request: 'PATCH /v2/projects/{project}/dataconnectors/{connector}',
    byHand: true,
    arrange: async (scene) => {
      await scene.editor.open('Gate log');
      await fillIn(scene);
      return `/v2/${scene.editor.before.name}`;
    },
    act: ({ editor }) => editor.save(),
    told: ({ editor }) => editor.form.getByRole('alert'),
    keeps: isFilledIn,
    again: updateAgain,
    ends: isSaved,
  },
  {
    what: 'adding a connector',
    request: 'POST /v2/projects/{project}/dataconnectors',
    byHand: true,
    arrange: async ({ page, list }) => {
      await list.open('Bergen warehouse');
      await page.getByRole('button', { name: 'Add Data Connector' }).click();
      await newForm(page).getByRole('textbox', { name: 'Display name' }).fill('New gates');
      await newForm(page).getByRole('textbox', { name: 'Endpoint URL' }).fill(url);
      await newForm(page).getByRole('combobox', { name: 'Label keys' }).fill('room');
      await newForm(page).getByRole('combobox', { name: 'Label keys' }).press('Enter');
      return list.apiPath;
    },
    act: ({ page }) => newForm(page).getByRole('button', { name: 'Add Data Connector' }).click(),
    told: ({ page }) => newForm(page).getByRole('alert'),
    outcome: (condition) =>
      mayBeDone(condition) && typeof condition.outcome === 'object'
        ? { ...condition.outcome, nextStep: 'may have been added all the same' }
        : undefined,
    keeps: async ({ page }) => {
      await expect(newForm(page).getByRole('textbox', { name: 'Display name' })).toHaveValue('New gates');
      await expect(newForm(page).getByRole('textbox', { name: 'Endpoint URL' })).toHaveValue(url);
      await expect(newForm(page).getByRole('button', { name: 'Remove room' })).toBeVisible();
    },
    again: ({ page }) => newForm(page).getByRole('button', { name: 'Add Data Connector' }).click(),
    ends: async (scene) => {
      await expect(scene.page.getByRole('heading', { level: 1, name: 'New gates' })).toBeVisible();
      expect((await namesIn(scene, scene.list.project)).filter((name) => name === 'New gates')).toHaveLength(1);
    },
  },
  {
    what: 'deleting a connector',
    request: 'DELETE /v2/projects/{project}/dataconnectors/{connector}',
    byHand: true,
    arrange: async ({ page, editor, watch }) => {
      // What the second attempt is answered after the first has deleted it.
      watch.allow(/status of 404 .*\/dataconnectors\//);
      await editor.open('Gate log');
      await page.getByRole('button', { name: 'Delete Data Connector' }).click();
      await deletion(page).getByRole('textbox').fill('Gate log');
      return `/v2/${editor.before.name}`;
    },
    act: ({ page }) => deletion(page).getByRole('button', { name: 'Delete Data Connector' }).click(),
    told: ({ page }) => deletion(page).getByRole('alert'),
    outcome: emptyIsFine,
    keeps: ({ page }) => expect(deletion(page).getByRole('textbox')).toHaveValue('Gate log'),
    again: ({ page }) => deletion(page).getByRole('button', { name: 'Delete Data Connector' }).click(),
    ends: async (scene) => {
      await expect(scene.page.getByRole('heading', { level: 1, name: 'Data Connectors' })).toBeVisible();
      await expect(scene.page.getByRole('region', { name: 'Notifications' })).toContainText('Gate log deleted.');
      expect(await namesIn(scene, projectOf(scene))).not.toContain('Gate log');
    },
  },
  {
    what: 'synchronizing a connector',
    request: 'POST /v2/projects/{project}/dataconnectors/{connector}:sync',
    byHand: true,
    arrange: async ({ editor }) => {
      await editor.open('Gate log');
      return `/v2/${editor.before.name}:sync`;
    },
    act: ({ page }) => page.getByRole('button', { name: 'Synchronize Data Connector' }).click(),
    told: ({ editor }) => editor.section('Synchronize').getByRole('alert'),
    outcome: emptyIsFine,
    again: ({ page }) => page.getByRole('button', { name: 'Synchronize Data Connector' }).click(),
    ends: async ({ page, editor, emulator }) => {
      await expect(page.getByText('Synchronization requested')).toBeVisible();
      await expect(editor.section('Synchronize').getByRole('alert')).toBeHidden();
      expect((await emulator.journal()).at(-1)?.status).toBe(200);
    },
  },
  {
    what: 'adding a connector again that was deleted meanwhile',
    request: 'POST /v2/projects/{project}/dataconnectors',
    byHand: true,
    arrange: async (scene) => {
      await scene.editor.open('Gate log');
      await fillIn(scene);
      await (await scene.emulator.as('organization.admin')).delete(scene.editor.before.name);
      scene.watch.allow(/status of 404 .*\/dataconnectors\//);
      await scene.editor.updateButton.click();
      return `/v2/${projectOf(scene)}/dataconnectors`;
    },
    act: ({ page }) => page.getByRole('button', { name: 'Add it again' }).click(),
    told: ({ editor }) => editor.form.getByRole('alert'),
    keeps: isFilledIn,
    again: async ({ page, editor }) => {
      await editor.updateButton.click();
      await page.getByRole('button', { name: 'Add it again' }).click();
    },
    ends: async (scene) => {
      await expect(scene.page.getByRole('heading', { level: 1, name: 'Gates' })).toBeVisible();
      await expect(scene.editor.summary('No changes')).toBeVisible();
      expect((await namesIn(scene, projectOf(scene))).filter((name) => name === 'Gates')).toHaveLength(1);
    },
  },
];
