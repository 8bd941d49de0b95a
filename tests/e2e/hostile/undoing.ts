import { expect, type Page } from '@playwright/test';
import type { Condition, Outcome } from './conditions.ts';
import type { Operation, Scene } from './operation.ts';
import { namesIn, projectOf } from './writing.ts';

const notifications = (page: Page) => page.getByRole('region', { name: 'Notifications' });

const undo = ({ page }: Scene) => notifications(page).getByRole('button', { name: 'Undo' }).click();

const told = ({ page }: Scene) => notifications(page).getByRole('listitem').filter({ hasText: 'Not undone.' });

/** What has no answer to be read is content with none. */
const emptyIsFine = ({ fault }: Condition): Outcome | undefined => (fault.body === '' ? 'mended' : undefined);

/** The message is gone once it was used; the history has it for as long as the session. */
async function fromHistory({ page }: Scene, called: string): Promise<void> {
  await page.getByRole('button', { name: 'Session' }).click();
  await page.getByRole('menuitem', { name: 'History' }).click();
  const history = page.getByRole('dialog', { name: 'History' });
  await history.getByRole('button', { name: `Undo ${called}` }).click();
  await expect(history.getByText('Undone')).toBeVisible();
  await page.keyboard.press('Escape');
}

async function updated({ editor }: Scene): Promise<string> {
  await editor.open('Gate log');
  await editor.field('Display name').fill('Gates');
  await editor.update();
  return `/v2/${editor.before.name}`;
}

async function isAsItWas({ editor }: Scene): Promise<void> {
  await expect(editor.field('Display name')).toHaveValue('Gate log');
  expect(await editor.kept()).toEqual(editor.before);
}

/** Taking back what was written. */
export const undoing: readonly Operation[] = [
  {
    what: 'reading a connector to undo an update',
    request: 'GET /v2/projects/{project}/dataconnectors/{connector}',
    byHand: true,
    arrange: updated,
    act: undo,
    told,
    again: async (scene) => fromHistory(scene, 'Gates'),
    ends: isAsItWas,
  },
  {
    what: 'undoing an update',
    request: 'PATCH /v2/projects/{project}/dataconnectors/{connector}',
    byHand: true,
    arrange: updated,
    act: undo,
    told,
    again: async (scene) => fromHistory(scene, 'Gates'),
    ends: isAsItWas,
  },
  {
    what: 'undoing an addition',
    request: 'DELETE /v2/projects/{project}/dataconnectors/{connector}',
    byHand: true,
    arrange: async ({ page, list, watch }) => {
      watch.allow(/status of 404 .*\/dataconnectors\//);
      await list.open('Bergen warehouse');
      await page.getByRole('button', { name: 'Add Data Connector' }).click();
      await page.getByRole('textbox', { name: 'Display name' }).fill('New gates');
      await page.getByRole('textbox', { name: 'Endpoint URL' }).fill('https://gates.example.org/new');
      await page.getByRole('form').getByRole('button', { name: 'Add Data Connector' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'New gates' })).toBeVisible();
      return `/v2${new URL(page.url()).pathname}`;
    },
    act: undo,
    told,
    outcome: emptyIsFine,
    again: (scene) => fromHistory(scene, 'New gates'),
    ends: async (scene) => {
      await expect(notifications(scene.page)).toContainText('New gates is deleted again.');
      expect(await namesIn(scene, scene.list.project)).not.toContain('New gates');
    },
  },
  {
    what: 'undoing a deletion',
    request: 'POST /v2/projects/{project}/dataconnectors',
    byHand: true,
    arrange: async (scene) => {
      await scene.editor.open('Gate log');
      await scene.page.getByRole('button', { name: 'Delete Data Connector' }).click();
      const dialog = scene.page.getByRole('dialog', { name: 'Delete Gate log?' });
      await dialog.getByRole('textbox').fill('Gate log');
      await dialog.getByRole('button', { name: 'Delete Data Connector' }).click();
      await expect(scene.page.getByRole('heading', { level: 1, name: 'Data Connectors' })).toBeVisible();
      return `/v2/${projectOf(scene)}/dataconnectors`;
    },
    act: undo,
    told,
    again: (scene) => fromHistory(scene, 'Gate log'),
    ends: async (scene) => {
      await expect(notifications(scene.page)).toContainText('Gate log is added again');
      expect((await namesIn(scene, projectOf(scene))).filter((name) => name === 'Gate log')).toHaveLength(1);
    },
  },
];
