import { expect, type Page } from '@playwright/test';
import { connectorCalled, projectCalled } from '../fixtures/connectors.ts';
import { submitAccount } from '../fixtures/sign_in.ts';
import type { Condition, Outcome } from './conditions.ts';
import type { Operation, Scene } from './operation.ts';

const developer = 'project.developer';

const problem = ({ page }: Scene) => page.getByRole('main').getByRole('alert');

const tryAgain = ({ page }: Scene) => page.getByRole('main').getByRole('button', { name: 'Try again' }).click();

const project = async ({ emulator }: Scene, name: string) => (await projectCalled(await emulator.as(developer), name)).name;

const gateLog = async ({ emulator }: Scene) => (await connectorCalled(await emulator.as(developer), 'Gate log')).name;

/** Signs in where the page is, which then reads what it shows. */
export const enter = ({ page, emulator }: Scene) => submitAccount(page, emulator.account(developer));

/** Where there is no room for what to do, a button beside it does it. */
const brief = ({ outcome }: Condition): Outcome | undefined => (typeof outcome === 'object' ? { ...outcome, nextStep: '' } : undefined);

/** Every condition that neither mends itself nor ends the session goes unnoticed. */
export const silent = ({ outcome }: Condition): Outcome => (typeof outcome === 'object' ? 'unnoticed' : outcome);

async function toSession(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Session' }).click();
  await page.getByRole('menuitem', { name: 'Session' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Session' })).toBeVisible();
}

/** Leaves the project and comes back, which reads all of it anew. */
export async function comeBack(page: Page): Promise<void> {
  await toSession(page);
  await page.goBack();
}

const toProjects = ({ page }: Scene) => page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'All projects' }).click();

const countsOfOslo = ({ page }: Scene) =>
  page.getByRole('row').filter({ has: page.getByRole('link', { name: 'Oslo office' }) }).getByRole('cell').last();

/** What is read for a page that shows it. */
export const reading: readonly Operation[] = [
  {
    what: 'reading the projects',
    request: 'GET /v2/projects',
    arrange: async ({ signIn }) => {
      await signIn(developer, '/session');
      return '/v2/projects';
    },
    act: toProjects,
    told: problem,
    again: tryAgain,
    ends: ({ page }) => expect(page.getByRole('rowheader')).toHaveText(['Oslo office', 'Bergen warehouse', 'Trondheim cold storage']),
  },
  {
    what: 'counting the connectors of a project',
    request: 'GET /v2/projects/{project}/dataconnectors',
    arrange: async (scene) => {
      await scene.signIn(developer, '/session');
      return `/v2/${await project(scene, 'Oslo office')}/dataconnectors`;
    },
    act: toProjects,
    told: countsOfOslo,
    outcome: brief,
    keeps: ({ page }) => expect(page.getByRole('cell', { name: '3 active' })).toBeVisible(),
    again: (scene) => countsOfOslo(scene).getByRole('button', { name: 'Try again' }).click(),
    ends: (scene) => expect(countsOfOslo(scene)).toContainText('7 active'),
  },
  {
    what: 'reading the connectors',
    request: 'GET /v2/projects/{project}/dataconnectors',
    arrange: async (scene) => {
      const path = `${await project(scene, 'Bergen warehouse')}/dataconnectors`;
      await scene.page.goto(`/${path}`);
      return `/v2/${path}`;
    },
    act: enter,
    told: problem,
    again: tryAgain,
    ends: ({ list }) => expect(list.names).toHaveCount(4),
  },
  {
    what: 'refreshing the connectors',
    request: 'GET /v2/projects/{project}/dataconnectors',
    arrange: async ({ list }) => {
      await list.open('Bergen warehouse', developer, '?q=log');
      await expect(list.names).toHaveText(['Gate log']);
      return list.apiPath;
    },
    act: ({ list }) => list.refresh.click(),
    told: ({ page }) => page.getByRole('status').filter({ hasText: 'What is shown below is what was read before.' }),
    keeps: async ({ list }) => {
      await expect(list.names).toHaveText(['Gate log']);
      await expect(list.search).toHaveValue('log');
    },
    again: tryAgain,
    ends: async ({ page, list }) => {
      await expect(page.getByText('What is shown below is what was read before.')).toBeHidden();
      await expect(list.names).toHaveText(['Gate log']);
    },
  },
  {
    what: 'reading a connector',
    request: 'GET /v2/projects/{project}/dataconnectors/{connector}',
    arrange: async (scene) => {
      const name = await gateLog(scene);
      await scene.page.goto(`/${name}`);
      return `/v2/${name}`;
    },
    act: enter,
    told: problem,
    again: tryAgain,
    ends: ({ editor }) => expect(editor.field('Display name')).toHaveValue('Gate log'),
  },
  {
    what: 'reading the metrics',
    request: 'GET /v2/projects/{project}/dataconnectors/{connector}:metrics',
    arrange: async ({ page, editor }) => {
      await editor.open('Gate log');
      await editor.field('Display name').fill('Gates');
      await expect(page.getByRole('definition').first()).toHaveText('2,250');
      return `/v2/${editor.before.name}:metrics`;
    },
    act: ({ page }) => page.getByRole('button', { name: 'Refresh metrics' }).click(),
    told: ({ page }) => page.getByRole('status').filter({ hasText: 'The metrics could not be read' }),
    outcome: brief,
    keeps: async ({ page, editor }) => {
      await expect(page.getByRole('definition').first()).toHaveText('2,250');
      await expect(editor.field('Display name')).toHaveValue('Gates');
    },
    again: ({ page }) => page.getByRole('button', { name: 'Refresh metrics' }).click(),
    ends: async ({ page, editor }) => {
      await expect(page.getByText('The metrics could not be read')).toBeHidden();
      await expect(page.getByRole('definition').first()).toHaveText('2,250');
      await expect(editor.field('Display name')).toHaveValue('Gates');
    },
  },
  {
    what: 'reading the projects to jump to',
    request: 'GET /v2/projects',
    arrange: async ({ signIn }) => {
      await signIn(developer, '/session');
      return '/v2/projects';
    },
    act: ({ page }) => page.keyboard.press('Control+k'),
    told: ({ page }) => page.getByRole('dialog', { name: 'Jump to' }).getByRole('status'),
    outcome: brief,
    again: async ({ page }) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+k');
    },
    ends: ({ page }) => expect(page.getByRole('dialog', { name: 'Jump to' }).getByRole('link', { name: 'Oslo office' })).toBeVisible(),
  },
  {
    what: 'reading the projects to duplicate into',
    request: 'GET /v2/projects',
    arrange: async ({ editor }) => {
      await editor.open('Gate log');
      return '/v2/projects';
    },
    act: ({ page }) => page.getByRole('button', { name: 'Duplicate…' }).click(),
    told: ({ page }) => page.getByRole('dialog', { name: 'Duplicate' }),
    outcome: brief,
    again: async ({ page }) => {
      await page.getByRole('dialog', { name: 'Duplicate' }).getByRole('button', { name: 'Cancel' }).click();
      await page.getByRole('button', { name: 'Duplicate…' }).click();
    },
    ends: ({ page }) =>
      expect(page.getByRole('combobox', { name: 'Project' }).getByRole('option', { name: 'Oslo office' })).toBeAttached(),
  },
];
