import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

/** The value that stands under a metric's name. */
function metric(page: Page, name: string): Locator {
  const names = ['Success', 'Error', '99P Latency'];
  return page.getByRole('main').getByRole('definition').nth(names.indexOf(name));
}

async function expectMetrics(page: Page, values: [string, string, string]): Promise<void> {
  await expect(page.getByRole('main').getByRole('term')).toHaveText(['Success', 'Error', '99P Latency']);
  await expect(page.getByRole('main').getByRole('definition')).toHaveText(values);
}

test('successes, errors and latency stand beside the name', async ({ editor, page }) => {
  await editor.open('Cleaning on demand');
  await expectMetrics(page, ['3,174', '12', '640 ms']);
});

test('a latency of more than a second is given in seconds', async ({ editor, page }) => {
  await editor.open('Gate log');
  await expectMetrics(page, ['2,250', '41', '1.87 s']);
});

test('metrics that are slow do not hold up the form', async ({ editor, page, emulator }) => {
  await emulator.fault({ path: '/v2/*:metrics', delay: 60_000 });
  await editor.open('Gate log');
  await expectMetrics(page, ['–', '–', '–']);
  await editor.field('Display name').fill('Gates');
  await editor.update();
  expect((await editor.kept()).displayName).toBe('Gates');
});

test('metrics that cannot be read say so and leave the form alone', async ({ editor, page, provoke, emulator }) => {
  await provoke({ path: '/v2/*:metrics', status: 500 });
  await editor.open('Gate log');
  const problem = page.getByText('The metrics could not be read: DT Cloud has a problem.');
  await expect(problem).toBeVisible();
  await expectMetrics(page, ['–', '–', '–']);
  await expect(editor.field('Display name')).toBeEditable();

  await emulator.clearFaults();
  await page.getByRole('button', { name: 'Refresh metrics' }).click();
  await expectMetrics(page, ['2,250', '41', '1.87 s']);
  await expect(problem).toBeHidden();
});

test('a refresh that fails keeps the last metrics', async ({ editor, page, provoke }) => {
  await editor.open('Gate log');
  await expect(metric(page, 'Success')).toHaveText('2,250');
  await provoke({ path: '/v2/*:metrics', status: 500 });
  await page.getByRole('button', { name: 'Refresh metrics' }).click();
  await expect(page.getByText(/The metrics could not be read/)).toBeVisible();
  await expectMetrics(page, ['2,250', '41', '1.87 s']);
});
