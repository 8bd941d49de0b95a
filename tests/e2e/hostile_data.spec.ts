import { checkAccessibility, expect, test } from './fixtures.ts';
import { connectorCalled, projectCalled } from './fixtures/connectors.ts';
import { devicesBeside } from './fixtures/devices.ts';
import { countViolations, expectHarmless } from './hostile/harmless.ts';
import { calledBy, texts } from './hostile/texts.ts';

const phone = { width: 360, height: 800 };

for (const { what, text, shown } of texts) {
  test(`${what} is shown as it is and harms nothing, wherever somebody may have put it`, async ({ page, signIn, emulator, watch }) => {
    const called = calledBy(shown);
    await page.setViewportSize(phone);
    await countViolations(page);
    const admin = await emulator.as('organization.admin');
    const project = await projectCalled(admin, 'Bergen warehouse');
    const { name } = await connectorCalled(admin, 'Gate log');
    await admin.patch(project.name, { displayName: text });
    await admin.patch(name, { displayName: text, labels: [text] });
    const [device] = await devicesBeside(admin, name);
    await admin.post(`${device?.name}/labels`, { key: `key ${text}`, value: text });

    await signIn('organization.admin');
    const heading = page.getByRole('heading', { level: 1 });
    await expect(page.getByRole('link', { name: called, exact: true })).toBeVisible();
    await expect(page.getByRole('cell', { name: '3 active' })).toBeVisible();
    await expectHarmless(page);

    await page.getByRole('button', { name: 'Session' }).click();
    await page.getByRole('menuitem', { name: 'Session' }).click();
    await expect(page.getByRole('rowheader', { name: called, exact: true })).toBeVisible();
    await expectHarmless(page);
    await checkAccessibility(page, ['light']);
    await page.goBack();

    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog', { name: 'Jump to' }).getByRole('link', { name: called, exact: true })).toBeVisible();
    await expectHarmless(page);
    await page.keyboard.press('Escape');

    await page.getByRole('link', { name: called, exact: true }).click();
    await expect(page.getByRole('rowheader').getByRole('link', { name: called, exact: true })).toBeVisible();
    await expect(page.getByRole('navigation', { name: 'Breadcrumbs' })).toContainText(shown);
    await expectHarmless(page);
    await page.setViewportSize({ width: 1280, height: 800 });
    await expectHarmless(page);
    await checkAccessibility(page, ['light']);
    await page.setViewportSize(phone);

    await page.getByRole('rowheader').getByRole('link', { name: called, exact: true }).click();
    await expect(heading).toHaveText(shown);
    const label = page.getByRole('textbox', { name: 'Display name' });
    await expect(label).toHaveValue(text.replaceAll(/[\r\n]/g, ''));
    await page.getByRole('combobox', { name: 'Label keys' }).fill('key');
    await page.getByText('As code').click();
    await expect(page.getByRole('region', { name: 'Code', exact: true })).toBeVisible();
    await expectHarmless(page);
    await checkAccessibility(page, ['light']);

    await page.getByRole('button', { name: 'Duplicate…' }).click();
    await expect(page.getByRole('combobox', { name: 'Project' }).getByRole('option')).toHaveCount(3);
    await expectHarmless(page);
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();

    await label.fill(`${text} and more`);
    await page.getByRole('button', { name: 'Update Data Connector' }).click();
    const review = page.getByRole('dialog', { name: 'Review changes' });
    await expect(review).toBeVisible();
    await expectHarmless(page);
    watch.allow(/status of 400 /);
    await emulator.fault({ path: `/v2/${name}`, method: 'PATCH', status: 400, body: { error: text, code: 400, help: text }, times: 1 });
    await review.getByRole('button', { name: 'Update Data Connector' }).click();
    await expect(page.getByRole('form').getByRole('alert')).toContainText('Correct it and try again; nothing was changed.');
    await expectHarmless(page);
    await page.getByRole('button', { name: 'Update Data Connector' }).click();
    await review.getByRole('button', { name: 'Update Data Connector' }).click();
    await expect(page.getByText('No changes', { exact: true })).toBeVisible();

    await page.getByRole('button', { name: 'Session' }).click();
    await page.getByRole('menuitem', { name: 'History' }).click();
    await expect(page.getByRole('dialog', { name: 'History' }).getByRole('listitem')).toBeVisible();
    await expectHarmless(page);
    await page.getByRole('dialog', { name: 'History' }).getByRole('button', { name: /^Undo/ }).click();
    await expect(page.getByRole('dialog', { name: 'History' })).toContainText('Undone');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('region', { name: 'Notifications' })).toContainText('is as it was.');
    await expectHarmless(page);

    await page.getByRole('button', { name: 'Delete Data Connector' }).click();
    const deletion = page.getByRole('dialog', { name: /^Delete / });
    await expectHarmless(page);
    await checkAccessibility(page, ['light']);
    const asked = await deletion.getByRole('textbox').evaluate((input: HTMLInputElement) => input.labels?.[0]?.textContent ?? '');
    const typed = /^Type (.*) to confirm$/.exec(asked)?.[1] ?? '';
    expect(typed).toBe(shown === text && text.length < 80 ? text : name.split('/').at(-1));
    await deletion.getByRole('textbox').fill(typed);
    await deletion.getByRole('button', { name: 'Delete Data Connector' }).click();
    await expect(heading).toHaveText('Data Connectors');
    await expect(page.getByRole('region', { name: 'Notifications' })).toContainText('deleted.');
    await expectHarmless(page);
  });
}
