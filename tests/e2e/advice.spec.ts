import type { Locator } from '@playwright/test';
import { checkAccessibility, expect, test } from './fixtures.ts';
import type { ConnectorEditor } from './fixtures/connector_editor.ts';

/** The advice in a section of the form. */
const advice = (editor: ConnectorEditor, section: string): Locator =>
  editor.section(section).getByRole('listitem').filter({ hasText: /^(Warning|Note): / });

test('credentials in the URL can be moved to a header, and nothing is lost', async ({ editor }) => {
  await editor.open('Gate log');
  await editor.field('Endpoint URL').fill('https://user:p%40ss@gates.example.org/log#top');
  const told = advice(editor, 'Data Connector');
  await told.getByRole('button', { name: 'Move to an Authorization header' }).click();
  await told.getByRole('button', { name: 'Remove the part from # on' }).click();
  await expect(told.filter({ hasText: /^Warning/ })).toHaveCount(0);
  await editor.update();
  expect((await editor.kept()).httpConfig).toMatchObject({
    url: 'https://gates.example.org/log',
    headers: { Authorization: `Basic ${btoa('user:p@ss')}` },
  });
});

test('a private host, quotes around a header and a short secret are told of', async ({ editor, page }) => {
  await editor.open('Gate log');
  await editor.field('Endpoint URL').fill('https://192.168.1.20/log');
  await expect(advice(editor, 'Data Connector')).toContainText([/DT Cloud cannot reach/i]);
  await editor.section('Custom headers').getByRole('button', { name: 'Add header' }).click();
  await editor.field('Key of header 1').fill('X-Site');
  await editor.field('Value of X-Site').fill('"bergen"');
  await advice(editor, 'Custom headers').getByRole('button', { name: 'Remove the quotes' }).click();
  await expect(editor.field('Value of X-Site')).toHaveValue('bergen');
  await editor.field('Signature secret').fill('secret');
  const secret = advice(editor, 'Signature').first();
  await expect(secret).toContainText('Warning: ');
  await checkAccessibility(page);
  await editor.section('Signature').getByRole('button', { name: 'Generate' }).click();
  await expect(advice(editor, 'Signature')).toHaveCount(0);
});

test('a label key that no device has is replaced by the one that is meant', async ({ editor }) => {
  await editor.open('Building operations');
  const keys = editor.section('Labels').getByRole('combobox', { name: 'Label keys' });
  await keys.fill('customer_id');
  await keys.press('Enter');
  await advice(editor, 'Labels').getByRole('button', { name: 'Use “customer-ID”' }).click();
  await editor.update();
  expect((await editor.kept()).labels).toEqual(['name', 'room', 'customer-ID']);
});

test('event types that no device here reports, and those that stay behind, are told of', async ({ editor }) => {
  await editor.open('Food safety log');
  await editor.form.getByRole('checkbox', { name: 'co2' }).check();
  const told = advice(editor, 'Events to forward');
  await told.getByRole('button', { name: 'Deselect co2' }).click();
  await expect(editor.form.getByRole('checkbox', { name: 'co2' })).not.toBeChecked();
  await expect(told).toContainText([/^Note: /]);
});

test('a second connector that forwards the same events to the same endpoint is told of by name', async ({ editor }) => {
  await editor.open('Gate log');
  await editor.field('Endpoint URL').fill('https://GATES.example.org:443/log');
  await expect(advice(editor, 'Data Connector')).toHaveCount(0);
  await editor.open('Inbox on this machine');
  await editor.field('Endpoint URL').fill('https://ops.example.com/dt');
  await expect(advice(editor, 'Data Connector')).toContainText([/Building operations/]);
});

test('who may not change anything is told, but offered nothing', async ({ editor }) => {
  await editor.open('Food safety log', 'project.user');
  const told = advice(editor, 'Events to forward');
  await expect(told.getByRole('button').first()).toBeDisabled();
});
