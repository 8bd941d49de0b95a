import { defineConfig } from '@playwright/test';
import journeys from '../playwright.config.ts';

/** The soak runs in the browser of the journeys, but alone and for longer. */
export default defineConfig({
  ...journeys,
  testDir: '.',
  testMatch: '**/*.soak.ts',
  outputDir: '../test-results/soak',
  workers: 1,
  timeout: 1_200_000,
  reporter: [['list']],
});
