import { expect } from '@playwright/test';
import type { Condition, Outcome } from './conditions.ts';
import type { Operation } from './operation.ts';

/** What the page of a console that is not set up says. */
function setUp({ fault, outcome }: Condition): Outcome {
  // The file is on the console's own origin, of which CORS asks nothing.
  if (fault.noCors) return 'mended';
  const title = '/config.json cannot be used';
  if (fault.status !== undefined) return { title, nextStep: `The file answers with HTTP status ${fault.status}.` };
  const misread = typeof outcome === 'object' && outcome.title === 'DT Cloud answered something unexpected';
  return { title, nextStep: misread ? 'The file is not a JSON object.' : 'The file could not be fetched.' };
}

/** What is fetched from the console's own origin while it runs. */
export const starting: readonly Operation[] = [
  {
    what: 'reading where DT Cloud is',
    request: 'GET /config.json',
    arrange: async () => '/config.json',
    act: async ({ page }) => void (await page.goto('/')),
    told: ({ page }) => page.getByRole('main').getByRole('alert'),
    outcome: setUp,
    again: ({ page }) => page.getByRole('button', { name: 'Try again' }).click(),
    ends: ({ page }) => expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible(),
  },
  {
    what: 'loading the rest of the console',
    request: 'GET /assets/deferred-{file}.wasm',
    arrange: async ({ watch }) => {
      // What the browser says of a file that is not the one that was built, or does not come.
      watch.allow(/^console error: (TypeError|CompileError|TimeoutError): |(digest|Fetch API).*\/deferred-/);
      return '/assets/deferred-*.wasm';
    },
    act: ({ signIn }) => signIn('project.developer'),
    told: ({ page }) => page.getByRole('main').getByRole('alert'),
    outcome: ({ fault }) =>
      // It is asked for as soon as somebody types, and once more when it is needed.
      fault.noCors || fault.times
        ? 'mended'
        : { title: 'A part of it could not be loaded', nextStep: 'Check the connection and try again.' },
    again: ({ page }) => page.getByRole('button', { name: 'Try again' }).click(),
    ends: ({ page }) => expect(page.getByRole('link', { name: 'Oslo office' })).toBeVisible(),
  },
];
