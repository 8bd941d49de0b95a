import { expect, type Page } from '@playwright/test';
import { submitToken } from '../fixtures/sign_in.ts';
import type { Condition, Outcome } from './conditions.ts';
import type { Operation } from './operation.ts';

const account = (page: Page) => page.getByRole('form', { name: 'Service account' });

const atProjects = ({ page }: { page: Page }) =>
  expect(page.getByRole('heading', { level: 1, name: 'Projects' })).toBeVisible();

/** What of the API would mean a missing role or resource, of a token endpoint means that it is none. */
const noTokenEndpoint = {
  title: 'The token endpoint answered something unexpected',
  nextStep: 'Check the token URL in this console’s setup.',
};

function ofTokenEndpoint({ fault, outcome }: Condition): Outcome | undefined {
  if (fault.status !== undefined && [403, 404, 409].includes(fault.status)) return noTokenEndpoint;
  const misread = typeof outcome === 'object' && outcome.title === 'DT Cloud answered something unexpected';
  return misread ? noTokenEndpoint : undefined;
}

/** Where nothing is repeated, a 429 says at once how long to wait. */
export const signingIn: readonly Operation[] = [
  {
    what: 'signing in',
    request: 'POST /oauth2/token',
    arrange: async ({ page, emulator }) => {
      const { keyId, secret, email } = emulator.account('project.developer');
      await page.goto('/');
      await account(page).getByLabel('Key ID').fill(keyId);
      await account(page).getByLabel('Secret').fill(secret);
      await account(page).getByLabel('Service account email').fill(email);
      return '/oauth2/token';
    },
    act: ({ page }) => account(page).getByRole('button', { name: 'Sign in' }).click(),
    told: ({ page }) => account(page).getByRole('alert'),
    outcome: (condition) =>
      condition.fault.status === 401
        ? {
            title: 'DT Cloud did not accept these credentials',
            nextStep: 'Check the key ID, the secret and the email, and that the key was not deleted.',
          }
        : ofTokenEndpoint(condition),
    keeps: async ({ page, emulator }) => {
      const { keyId, secret, email } = emulator.account('project.developer');
      await expect(account(page).getByLabel('Key ID')).toHaveValue(keyId);
      await expect(account(page).getByLabel('Secret')).toHaveValue(secret);
      await expect(account(page).getByLabel('Service account email')).toHaveValue(email);
    },
    again: ({ page }) => account(page).getByRole('button', { name: 'Sign in' }).click(),
    ends: atProjects,
  },
  {
    what: 'checking an access token',
    request: 'GET /v2/projects',
    arrange: async ({ page }) => {
      await page.goto('/');
      return '/v2/projects';
    },
    act: async ({ page, emulator }) => submitToken(page, (await emulator.as('project.developer')).accessToken),
    told: ({ page }) => page.getByRole('form', { name: 'Access token' }).getByRole('alert'),
    outcome: ({ fault }) =>
      fault.status === 401
        ? { title: 'DT Cloud did not accept this token', nextStep: 'It may have ended, as access tokens do after an hour' }
        : undefined,
    keeps: ({ page }) => expect(page.getByRole('textbox', { name: 'Access token' })).not.toHaveValue(''),
    again: ({ page }) => page.getByRole('button', { name: 'Sign in with token' }).click(),
    ends: atProjects,
  },
  {
    what: 'renewing the token',
    request: 'POST /oauth2/token',
    arrange: async ({ list, advance, watch }) => {
      watch.allow(/status of 401 /);
      await list.open('Bergen warehouse');
      await expect(list.names).toHaveCount(4);
      await advance('61m');
      return '/oauth2/token';
    },
    act: ({ list }) => list.refresh.click(),
    told: ({ page }) => page.getByRole('main').getByRole('status'),
    outcome: (condition) => {
      if (condition.fault.status === 401) return 'ended';
      // A token endpoint that answers something else is told like one that cannot be reached.
      return ofTokenEndpoint(condition) && { title: 'DT Cloud could not be reached', nextStep: 'Check the connection and try again' };
    },
    keeps: ({ list }) => expect(list.names).toHaveCount(4),
    again: ({ list }) => list.refresh.click(),
    ends: async ({ page, list }) => {
      await expect(page.getByText('What is shown below is what was read before.')).toBeHidden();
      await expect(list.names).toHaveCount(4);
    },
  },
];
