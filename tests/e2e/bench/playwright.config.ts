import { defineConfig } from '@playwright/test';
import journeys from '../playwright.config.ts';

/** Otherwise Chromium lets what follows a key press wait for the next frame, and the wait would be measured too. */
const undeferred = '--disable-features=DeferRendererTasksAfterInput';

const { launchOptions } = journeys.use ?? {};

/** Benchmarks run in the browser of the journeys, but alone: what runs beside them would be measured too. */
export default defineConfig({
  ...journeys,
  testDir: '.',
  testMatch: '**/*.bench.ts',
  outputDir: '../test-results/bench',
  workers: 1,
  timeout: 600_000,
  reporter: [['list'], ['./report.ts']],
  use: {
    ...journeys.use,
    launchOptions: { ...launchOptions, args: [...(launchOptions?.args ?? []), undeferred] },
  },
});
