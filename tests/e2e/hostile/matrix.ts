import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { signInHere } from '../fixtures/sign_in.ts';
import { conditions, type Condition, type Outcome } from './conditions.ts';
import { isWrite, type Operation, type Scene } from './operation.ts';

/** Makes a test of each of these operations under each condition. */
export function matrix(operations: readonly Operation[]): void {
  for (const operation of operations) {
    for (const condition of conditions) {
      test(`${operation.what}: ${condition.what}`, async ({ page, emulator, editor, list, signIn, advance, watch, provoke }) => {
        await underCondition(operation, condition, { page, emulator, editor, list, signIn, advance, watch }, provoke);
      });
    }
  }
}

async function underCondition(
  operation: Operation,
  condition: Condition,
  scene: Scene,
  provoke: (fault: Condition['fault'] & { path: string; method?: string }) => Promise<void>,
): Promise<void> {
  const { page, emulator, watch } = scene;
  const outcome: Outcome = operation.outcome?.(condition) ?? condition.outcome;
  if (condition.patience) await page.clock.install();
  const path = await operation.arrange(scene);
  const [method = ''] = operation.request.split(' ');
  const sent = () => watch.writes().filter((write) => write === `${method} ${path}`).length;
  const before = sent();

  await provoke({ method, path, ...condition.fault });
  await operation.act(scene, condition);
  const expired = page.getByRole('dialog', { name: 'Your session has ended' });
  if (outcome === 'ended') {
    await expect(expired).toBeVisible();
    await emulator.clearFaults();
    await signInHere(page, emulator.account('project.developer'));
    await expect(expired).toBeHidden();
  } else if (typeof outcome === 'object') {
    const told = operation.told?.(scene);
    if (!told) throw new Error(`${operation.what} tells nothing of ${condition.what}`);
    await isToldOf(page, condition, told.filter({ hasText: outcome.title }));
    await expect(told.filter({ hasText: outcome.title })).toContainText(outcome.nextStep);
  }
  // After a 401 nothing was done, so that the request is sent once more with a new token; else a write never is by itself.
  if (isWrite(operation)) await expect.poll(() => sent() - before).toBe(condition.fault.status === 401 ? 2 : 1);
  if (outcome !== 'mended') {
    await operation.keeps?.(scene);
    await emulator.clearFaults();
    if (outcome !== 'ended' || operation.byHand) await operation.again(scene, condition);
  }
  await operation.ends(scene);
}

/** Waits for the message; lets the time pass that the console waits by itself. */
async function isToldOf(page: Page, { patience }: Condition, told: Locator): Promise<void> {
  if (!patience) {
    await expect(told).toBeVisible();
    return;
  }
  await expect(async () => {
    await page.clock.fastForward(5_000);
    await expect(told).toBeVisible({ timeout: 150 });
  }).toPass();
}
