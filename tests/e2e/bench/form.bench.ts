import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import type { ConnectorEditor } from '../fixtures/connector_editor.ts';
import { makeBigConnector, middleHeader, size } from './big_connector.ts';
import { tracedPresses, type KeyPress } from './key_trace.ts';
import { percentilesOf } from './percentiles.ts';
import { attachResults, type FieldResult } from './report.ts';

const pressesPerField = 200;

/** A field to type in, and what: a word, which is taken back letter by letter and typed again. */
interface Typing {
  field: string;
  input: Locator;
  word: string;
  /** What shows beside it before and after. */
  beside?: Locator;
}

function typings(editor: ConnectorEditor): Typing[] {
  const labels = editor.section('Labels');
  const suggestion = labels.getByRole('option', { name: '22 of 22 devices' }).first();
  return [
    { field: 'Display name', input: editor.field('Display name'), word: 'west' },
    { field: 'Endpoint URL', input: editor.field('Endpoint URL'), word: 'push' },
    { field: 'Value of the 25th header', input: editor.field(`Value of ${middleHeader}`), word: 'west' },
    { field: 'Label keys, with suggestions', input: labels.getByRole('combobox'), word: 'room', beside: suggestion },
    { field: 'Filter event types', input: editor.form.getByRole('searchbox'), word: 'temp' },
  ];
}

/** The keys that type a word and take it back, again and again, so that the text stays as short as a person's. */
function keys(word: string): string[] {
  const round = [...word, ...Array.from(word, () => 'Backspace')];
  return Array.from({ length: pressesPerField }, (_, index) => round[index % round.length] ?? '');
}

async function typeInto(page: Page, { input, word, beside = input }: Typing): Promise<KeyPress[]> {
  const before = await input.inputValue();
  await input.click();
  await input.press('End');
  await expect(beside).toBeVisible();
  const presses = await tracedPresses(page, keys(word));
  await expect(input, 'the last key took back the last letter').toHaveValue(before);
  await expect(beside).toBeVisible();
  return presses;
}

async function openCodePane(page: Page): Promise<void> {
  const pane = page.getByRole('complementary', { name: 'As code' });
  await pane.getByText('As code', { exact: true }).click();
  await expect(pane.getByRole('region', { name: 'Code' })).toContainText('curl');
}

async function measure(page: Page, typing: Typing, screen: string): Promise<FieldResult> {
  const presses = await typeInto(page, typing);
  const handled = percentilesOf(presses.map((press) => press.handled));
  const frame = percentilesOf(presses.map((press) => press.frame));
  return { screen, field: typing.field, presses: presses.length, handled, frame };
}

test('key presses in a page that does nothing', async ({ page }, info) => {
  await page.setContent('<!doctype html><title>Nothing</title><label>Text <input></label>');
  const typing: Typing = { field: 'Text', input: page.getByRole('textbox', { name: 'Text' }), word: 'west' };
  await attachResults(info, [await measure(page, typing, 'A page that does nothing')]);
});

for (const codePane of ['closed', 'open'] as const) {
  test(`key presses with the code pane ${codePane}`, async ({ editor, emulator, page }, info) => {
    const connector = await makeBigConnector(await emulator.as('project.developer'));
    await editor.open(connector.displayName);
    if (codePane === 'open') await openCodePane(page);
    const results: FieldResult[] = [];
    for (const typing of typings(editor)) {
      results.push(await measure(page, typing, `${size}, As code ${codePane}`));
    }
    await attachResults(info, results);
  });
}
