import { defineConfig } from '@playwright/test';
import journeys from '../playwright.config.ts';

/** Benchmarks run in the browser of the journeys, but alone: what runs beside them would be measured too. */
export default defineConfig({
  ...journeys,
  testDir: '.',
  testMatch: '**/*.bench.ts',
  outputDir: '../test-results/bench',
  workers: 1,
  timeout: 600_000,
  reporter: [['list'], ['./report.ts']],
});
