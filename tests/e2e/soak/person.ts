import { expect, type Locator, type Page } from '@playwright/test';
import type { Emulator } from '../fixtures/emulator.ts';
import { signInHere } from '../fixtures/sign_in.ts';

/** How long a round takes, in minutes of the page and of DT Cloud. */
export const minutesPerRound = 5;

/** Somebody who works with the console all day: looks around, changes something, takes it back, has a coffee. */
export class Person {
  constructor(
    private readonly page: Page,
    private readonly emulator: Emulator,
  ) {}

  /** Signs in through the form on screen, and stays on the page of projects. */
  async signIn(): Promise<void> {
    await signInHere(this.page, this.emulator.account('project.developer'));
    await expect(this.heading('Projects')).toBeVisible();
  }

  /** Signs out, from the page of projects. */
  async signOut(): Promise<void> {
    await this.page.getByRole('button', { name: 'Session' }).click();
    await this.page.getByRole('menuitem', { name: 'Sign out' }).click();
    await expect(this.heading('Sign in')).toBeVisible();
  }

  /** From the page of projects through everything that there is, and back. */
  async round(): Promise<void> {
    await this.page.getByRole('link', { name: 'Oslo office' }).first().click();
    await this.lookAtTheList();
    await this.lookAtEachType();
    await this.changeAndTakeBack();
    await this.beginAndThinkBetterOfIt();
    await this.jump('Session');
    await this.jump('All projects', 'Projects');
    await this.haveACoffee();
    await this.page.getByRole('button', { name: 'Refresh' }).click();
    await expect(this.page.getByRole('link', { name: 'Bergen warehouse' })).toBeVisible();
  }

  private async lookAtTheList(): Promise<void> {
    const search = this.page.getByRole('searchbox', { name: 'Search name, URL, label, header or ID' });
    const names = this.page.getByRole('rowheader');
    await expect(names).toHaveCount(9);
    await search.fill('energy');
    await expect(names).toHaveCount(1);
    await search.fill('');
    await expect(names).toHaveCount(9);
    await this.page.getByRole('columnheader', { name: 'Type' }).getByRole('button').click();
    await this.page.getByRole('button', { name: 'Refresh' }).click();
    await expect(names).toHaveCount(9);
  }

  private async lookAtEachType(): Promise<void> {
    for (const name of ['Facility data lake', 'Work orders', 'Occupancy analytics', 'Leak alarms']) {
      await this.open(name);
      await this.page.goBack();
      await expect(this.heading('Data Connectors')).toBeVisible();
    }
  }

  private async changeAndTakeBack(): Promise<void> {
    await this.open('Building operations');
    await this.field('Display name').fill('Building operations, at night');
    await this.field('Endpoint URL').fill('https://ops.example.com/night');
    await this.page.getByRole('button', { name: 'Add header' }).click();
    await this.page.getByRole('button', { name: 'Update Data Connector' }).click();
    const review = this.page.getByRole('dialog', { name: 'Review changes' });
    await review.getByRole('button', { name: 'Update Data Connector' }).click();
    await expect(this.heading('Building operations, at night')).toBeVisible();
    await this.page.getByRole('button', { name: 'Undo' }).first().click();
    await expect(this.heading('Building operations')).toBeVisible();
    await this.page.goBack();
    await expect(this.heading('Data Connectors')).toBeVisible();
  }

  private async beginAndThinkBetterOfIt(): Promise<void> {
    await this.open('Cleaning on demand');
    await this.field('Display name').fill('Never mind');
    await this.page.getByRole('button', { name: 'Discard' }).click();
    await expect(this.field('Display name')).toHaveValue('Cleaning on demand');
  }

  /** Goes somewhere through the palette. */
  private async jump(to: string, heading = to): Promise<void> {
    await this.page.keyboard.press('Control+k');
    await this.page.getByRole('dialog', { name: 'Jump to' }).getByRole('link', { name: to }).click();
    await expect(this.heading(heading)).toBeVisible();
  }

  private async haveACoffee(): Promise<void> {
    await this.emulator.advance(`${minutesPerRound}m`);
    await this.page.clock.runFor(minutesPerRound * 60_000);
  }

  private async open(name: string): Promise<void> {
    await this.page.getByRole('link', { name, exact: true }).click();
    await expect(this.heading(name)).toBeVisible();
    await expect(this.field('Display name')).toBeVisible();
  }

  private field(label: string): Locator {
    return this.page.getByRole('textbox', { name: label, exact: true });
  }

  private heading(name: string): Locator {
    return this.page.getByRole('heading', { level: 1, name, exact: true });
  }
}
