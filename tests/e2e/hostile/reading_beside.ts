import { expect } from '@playwright/test';
import { connectorCalled, projectCalled } from '../fixtures/connectors.ts';
import type { Operation, Scene } from './operation.ts';
import { comeBack, enter, silent } from './reading.ts';

const developer = 'project.developer';

const bergen = async ({ emulator }: Scene) => (await projectCalled(await emulator.as(developer), 'Bergen warehouse')).name;

/** Comes to a page of the project, which then asks to sign in. Gives the project. */
async function goto(scene: Scene, page: 'list' | 'connector'): Promise<string> {
  const project = await bergen(scene);
  const gateLog = await connectorCalled(await scene.emulator.as(developer), 'Gate log');
  await scene.page.goto(page === 'list' ? `/${project}/dataconnectors` : `/${gateLog.name}`);
  return project;
}

const formIsUsable = async ({ editor }: Scene) => {
  await editor.field('Display name').fill('Gates');
  await expect(editor.updateButton).toBeEnabled();
  await editor.form.getByRole('button', { name: 'Discard' }).click();
};

/** What is read beside what a page is about, and without which everything else works. */
export const readingBeside: readonly Operation[] = [
  {
    what: 'reading what a project is called',
    request: 'GET /v2/projects/{project}',
    arrange: async (scene) => `/v2/${await goto(scene, 'list')}`,
    act: enter,
    outcome: silent,
    keeps: ({ list }) => expect(list.names).toHaveCount(4),
    again: ({ page }) => comeBack(page),
    ends: ({ page }) =>
      expect(page.getByRole('navigation', { name: 'Breadcrumbs' }).getByRole('link', { name: 'Bergen warehouse' })).toBeVisible(),
  },
  {
    what: 'reading what the account may do',
    request: 'GET /v2/projects/{project}/permissions',
    arrange: async (scene) => `/v2/${await goto(scene, 'list')}/permissions`,
    act: enter,
    outcome: silent,
    keeps: ({ list }) => expect(list.names).toHaveCount(4),
    again: ({ page }) => comeBack(page),
    ends: async ({ page, list }) => {
      await expect(list.names).toHaveCount(4);
      await expect(page.getByRole('button', { name: 'Add Data Connector' })).toBeEnabled();
    },
  },
  {
    what: 'reading the devices beside a form',
    request: 'GET /v2/projects/{project}/devices',
    arrange: async (scene) => `/v2/${await goto(scene, 'connector')}/devices`,
    act: enter,
    outcome: silent,
    keeps: formIsUsable,
    again: ({ page }) => comeBack(page),
    ends: async ({ editor }) => {
      await editor.form.getByRole('combobox', { name: 'Label keys' }).fill('room');
      await expect(editor.form.getByRole('option', { name: /^room/ })).toBeVisible();
    },
  },
  {
    what: 'reading the other connectors beside a form',
    request: 'GET /v2/projects/{project}/dataconnectors',
    arrange: async (scene) => {
      const api = await scene.emulator.as(developer);
      const { name: _, ...twin } = await connectorCalled(api, 'Gate log');
      const project = await goto(scene, 'connector');
      await api.post(`${project}/dataconnectors`, { ...twin, displayName: 'Twin' });
      return `/v2/${project}/dataconnectors`;
    },
    act: enter,
    outcome: silent,
    keeps: formIsUsable,
    again: ({ page }) => comeBack(page),
    ends: ({ editor }) => expect(editor.form.getByRole('listitem').filter({ hasText: 'Twin' })).toBeVisible(),
  },
];
