import type { Page } from '@playwright/test';
import { checkAccessibility, expect, test } from './fixtures.ts';
import { signInHere } from './fixtures/sign_in.ts';

const minute = 60_000;

const warning = (page: Page) => page.getByRole('dialog', { name: 'Are you still here?' });
const locked = (page: Page) => page.getByRole('status').filter({ hasText: 'Locked, because nobody was here' });

async function chooseLimit(page: Page, label: string): Promise<void> {
  await page.getByRole('button', { name: 'Session' }).click();
  await page.getByRole('menuitem', { name: 'Session' }).click();
  // Everything is read before time leaps, for what comes later would need a token of that time.
  await expect(page.getByRole('row', { name: 'Trondheim cold storage' })).toBeVisible();
  await page.getByRole('combobox', { name: 'Lock' }).selectOption({ label });
}

test.beforeEach(async ({ page }) => {
  await page.clock.install();
});

test('the console warns a minute before it locks, and then shows and keeps nothing', async ({ editor, page, emulator }) => {
  await editor.open('Gate log');
  await editor.field('Display name').fill('Gates');
  await page.clock.fastForward(29 * minute + 5_000);
  await expect(warning(page)).toContainText(/It locks in 5\d seconds, and what is not saved is then lost\./);
  await checkAccessibility(page);
  await page.clock.fastForward(minute);
  await expect(locked(page)).toContainText('This tab has forgotten key, token and all that it showed');
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  expect(await page.locator('body').innerHTML()).not.toContain('Gate');
  const received = (await emulator.journal()).length;
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  expect(await emulator.journal()).toHaveLength(received);
});

test('whoever is warned can stay, and has lost nothing', async ({ editor, page }) => {
  await editor.open('Gate log');
  await editor.field('Display name').fill('Gates');
  await page.clock.fastForward(29 * minute + 5_000);
  await warning(page).getByRole('button', { name: 'Stay signed in' }).click();
  await expect(warning(page)).toBeHidden();
  await page.clock.fastForward(28 * minute);
  await expect(warning(page)).toBeHidden();
  await expect(editor.field('Display name')).toHaveValue('Gates');
  await editor.update();
});

test('Escape takes the warning away as well, and gives the focus back', async ({ editor, page }) => {
  await editor.open('Gate log');
  await editor.field('Display name').focus();
  await page.clock.fastForward(29 * minute + 5_000);
  await expect(warning(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(warning(page)).toBeHidden();
  await expect(editor.field('Display name')).toBeFocused();
});

test('whoever is warned can lock at once', async ({ list, page }) => {
  await list.open('Oslo office');
  await page.clock.fastForward(29 * minute + 5_000);
  await page.mouse.move(50, 50);
  await page.mouse.move(60, 60);
  await warning(page).getByRole('button', { name: 'Lock now' }).click();
  await expect(locked(page)).toBeVisible();
});

test('input counts, so that nobody at work is locked out', async ({ list, page }) => {
  await list.open('Oslo office');
  for (let half = 0; half < 4; half += 1) {
    await page.clock.fastForward(20 * minute);
    await page.mouse.move(100 + half, 100);
    await expect(warning(page)).toBeHidden();
  }
  await expect(list.names).toHaveCount(9);
});

test('the first input after a long absence comes too late', async ({ list, page }) => {
  await list.open('Oslo office');
  // Timers stand still on a machine that sleeps.
  await page.clock.pauseAt(Date.now() + minute);
  await page.clock.setFixedTime(Date.now() + 10 * 60 * minute);
  await page.keyboard.press('ArrowDown');
  await expect(locked(page)).toBeVisible();
});

test('how long the console waits can be set, and stays set', async ({ page, signIn, emulator, advance }) => {
  await signIn('project.user');
  await chooseLimit(page, 'After 5 minutes without input');
  await page.clock.fastForward(4 * minute + 5_000);
  await expect(warning(page)).toBeVisible();
  await page.clock.fastForward(minute);
  await expect(locked(page)).toBeVisible();
  // DT Cloud accepts no assertion from the future.
  await advance('6m');
  await page.reload();
  await signInHere(page, emulator.account('project.user'));
  await expect(page.getByRole('combobox', { name: 'Lock' })).toHaveValue('5');
});

test('whoever turns it off is not locked out', async ({ page, signIn }) => {
  await signIn('project.user');
  await chooseLimit(page, 'Never');
  await page.clock.fastForward(24 * 60 * minute);
  await expect(page.getByRole('combobox', { name: 'Lock' })).toBeVisible();
  await expect(warning(page)).toBeHidden();
});

test('a lock cannot be undone by a reload: a kept key is given up with it', async ({ page, emulator }) => {
  const { keyId, secret, email } = emulator.account('project.developer');
  await page.goto('/');
  const form = page.getByRole('form', { name: 'Service account' });
  await form.getByLabel('Key ID').fill(keyId);
  await form.getByLabel('Secret').fill(secret);
  await form.getByLabel('Service account email').fill(email);
  await form.getByRole('checkbox', { name: 'Keep me signed in on this device' }).check();
  await form.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('link', { name: 'Oslo office' })).toBeVisible();
  await page.clock.fastForward(31 * minute);
  await expect(locked(page)).toContainText('this browser keeps no key');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  await expect(form).toBeVisible();
});

test('somebody at work in one tab keeps the other open, and a lock closes both', async ({ list, page, context, emulator }) => {
  await list.open('Oslo office');
  const other = await context.newPage();
  await other.goto('/');
  await signInHere(other, emulator.account('project.user'));
  await expect(other.getByRole('link', { name: 'Oslo office' })).toBeVisible();
  await page.clock.fastForward(20 * minute);
  await other.mouse.move(200, 200);
  await page.clock.fastForward(20 * minute);
  await expect(list.names).toHaveCount(9);
  await expect(warning(page)).toBeHidden();
  await page.clock.fastForward(11 * minute);
  await expect(locked(page)).toBeVisible();
  await expect(locked(other)).toBeVisible();
});
