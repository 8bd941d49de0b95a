import type { Locator } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import type { ConnectorEditor } from './fixtures/connector_editor.ts';
import { connectorCalled } from './fixtures/connectors.ts';

/** Every event type, in DT's order (`dt-api.md` §5.5). */
const eventTypes = [
  'touch',
  'temperature',
  'objectPresent',
  'humidity',
  'objectPresentCount',
  'touchCount',
  'waterPresent',
  'co2',
  'pressure',
  'motion',
  'deskOccupancy',
  'contact',
  'probeWireStatus',
  'networkStatus',
  'batteryStatus',
  'labelsChanged',
  'connectionStatus',
  'ethernetStatus',
  'cellularStatus',
];

function forwardAll(editor: ConnectorEditor): Locator {
  return editor.form.getByRole('switch', { name: 'Forward All Events' });
}

function picker(editor: ConnectorEditor): Locator {
  return editor.form.getByRole('group', { name: 'Event types' });
}

function eventType(editor: ConnectorEditor, name: string): Locator {
  return picker(editor).getByRole('checkbox', { name, exact: true });
}

test('each checkbox stands for its own event type', async ({ editor }) => {
  await editor.open('Building operations');
  await forwardAll(editor).click();
  await expect(picker(editor).getByRole('checkbox')).toHaveCount(eventTypes.length);
  // No two event types are in the same of these selections, so that a mix-up shows in one of them.
  const selections = [1, 2, 4, 8, 16].map((bit) => eventTypes.filter((_, index) => (index + 1) & bit));
  for (const selection of selections) {
    await picker(editor).getByRole('button', { name: 'Clear selection' }).click();
    for (const name of selection) await eventType(editor, name).check();
    await editor.update();
  }
  const sent = (await editor.sent()) as { events: string[] }[];
  expect(sent.map(({ events }) => events.toSorted())).toEqual(selections.map((selection) => selection.toSorted()));
});

test('a selection is sent whole, and nothing besides', async ({ editor }) => {
  await editor.open('Cleaning on demand');
  await expect(forwardAll(editor)).not.toBeChecked();
  for (const name of eventTypes) {
    await expect(eventType(editor, name)).toBeChecked({ checked: editor.before.events.includes(name) });
  }
  await eventType(editor, 'motion').uncheck();
  await eventType(editor, 'contact').check();
  await expect(editor.summary('1 change: Events to forward')).toBeVisible();
  await editor.update();
  const [sent] = (await editor.sent()) as [{ events: string[] }];
  expect(Object.keys(sent)).toEqual(['events']);
  expect(sent.events.toSorted()).toEqual(['contact', 'deskOccupancy', 'touch', 'touchCount']);
  expect(await editor.kept()).toEqual({ ...editor.before, events: sent.events });
});

test('forwarding all sends the empty list that means all', async ({ editor }) => {
  await editor.open('Cleaning on demand');
  await forwardAll(editor).click();
  await expect(picker(editor)).toBeHidden();
  await editor.update();
  expect(await editor.sent()).toEqual([{ events: [] }]);
  expect(await editor.kept()).toEqual({ ...editor.before, events: [] });
});

test('an empty selection is never sent, because it would mean all', async ({ editor }) => {
  await editor.open('Building operations');
  await forwardAll(editor).click();
  await expect(picker(editor)).toContainText('0 of 19 selected');
  await editor.updateButton.click();
  await expect(picker(editor)).toHaveAccessibleDescription(/Choose at least one event type, or turn Forward All Events on\./);
  await expect(picker(editor)).toHaveAttribute('aria-invalid', 'true');
  expect(await editor.sent()).toEqual([]);

  await eventType(editor, 'touch').check();
  await editor.update();
  expect(await editor.sent()).toEqual([{ events: ['touch'] }]);
});

test('unchecking the last event type is not sent either', async ({ editor }) => {
  await editor.open('Leak alarms');
  await eventType(editor, 'waterPresent').uncheck();
  await editor.updateButton.click();
  await expect(picker(editor)).toHaveAttribute('aria-invalid', 'true');
  expect(await editor.sent()).toEqual([]);
  expect(await editor.kept()).toEqual(editor.before);
});

test('the selection waits while all events are forwarded for a moment', async ({ editor }) => {
  await editor.open('Leak alarms');
  await forwardAll(editor).click();
  await expect(editor.summary('1 change: Events to forward')).toBeVisible();
  await forwardAll(editor).click();
  await expect(eventType(editor, 'waterPresent')).toBeChecked();
  await expect(editor.summary('No changes')).toBeVisible();
});

test('the search shows the event types that match, and all shown can be chosen at once', async ({ editor }) => {
  await editor.open('Building operations');
  await forwardAll(editor).click();
  await picker(editor).getByRole('searchbox', { name: 'Filter event types' }).fill('ethernet');
  await expect(picker(editor).getByRole('checkbox')).toHaveCount(2);
  await expect(eventType(editor, 'connectionStatus')).toBeVisible();
  await expect(eventType(editor, 'ethernetStatus')).toBeVisible();
  await picker(editor).getByRole('button', { name: 'Select all shown' }).click();
  await expect(picker(editor)).toContainText('2 of 19 selected');
  await editor.update();
  expect(await editor.sent()).toEqual([{ events: ['connectionStatus', 'ethernetStatus'] }]);
});

test('a search that finds no event type says so, and selects nothing', async ({ editor }) => {
  await editor.open('Building operations');
  await forwardAll(editor).click();
  await picker(editor).getByRole('searchbox', { name: 'Filter event types' }).fill('no such thing');
  await expect(picker(editor).getByRole('checkbox')).toHaveCount(0);
  await expect(picker(editor).getByText('No event type matches.')).toBeVisible();
  await picker(editor).getByRole('button', { name: 'Select all shown' }).click();
  await expect(picker(editor)).toContainText('0 of 19 selected');
});

test('Enter in the search filters and does not save', async ({ editor }) => {
  await editor.open('Leak alarms');
  await eventType(editor, 'touch').check();
  const search = picker(editor).getByRole('searchbox', { name: 'Filter event types' });
  await search.fill('touch');
  await search.press('Enter');
  await eventType(editor, 'touch').uncheck();
  await expect(editor.summary('No changes')).toBeVisible();
  expect(await editor.sent()).toEqual([]);
});

test('the event types stand in groups with a description each', async ({ editor }) => {
  await editor.open('Leak alarms');
  for (const [group, count] of [['Sensors', 10], ['Counts', 2], ['Device status', 3], ['Connectivity', 4]] as const) {
    await expect(picker(editor).getByRole('group', { name: group }).getByRole('checkbox')).toHaveCount(count);
  }
  await expect(eventType(editor, 'waterPresent')).toHaveAccessibleDescription('Water was detected or is gone.');
});

test('an event type that this console does not know survives a change of the others', async ({ editor, emulator }) => {
  const api = await emulator.as('project.developer');
  const { name } = await connectorCalled(api, 'Leak alarms');
  await api.patch(name, { events: ['waterPresent', 'smokeDetected'] });
  await editor.open('Leak alarms');
  const other = picker(editor).getByRole('group', { name: 'Other' });
  await expect(other.getByRole('checkbox', { name: 'smokeDetected' })).toBeChecked();
  await eventType(editor, 'contact').check();
  await editor.update();
  const [sent] = (await editor.sent()) as [{ events: string[] }];
  expect(sent.events.toSorted()).toEqual(['contact', 'smokeDetected', 'waterPresent']);
  expect((await editor.kept()).events).toEqual(sent.events);
});
