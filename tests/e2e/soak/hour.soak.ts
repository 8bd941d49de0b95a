import { expect, test } from '../fixtures.ts';
import { returnsTo, Scales, table } from './footprint.ts';
import { minutesPerRound, Person } from './person.ts';

const roundsOfAnHour = 65 / minutesPerRound;

test('an hour of use leaves the page as it was after the hour before', async ({ page, emulator }) => {
  await page.clock.install();
  const scales = await Scales.under(page);
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  const person = new Person(page, emulator);
  const work = async (rounds: number): Promise<void> => {
    await person.signIn();
    for (let round = 0; round < rounds; round++) await person.round();
    await person.signOut();
  };
  const fresh = await scales.weigh();

  await work(roundsOfAnHour);
  const before = await scales.weigh();
  const tokensBefore = await emulator.tokenRequests();

  await work(roundsOfAnHour);
  const tokens = (await emulator.tokenRequests()) - tokensBefore;
  for (let times = 0; times < 3; times++) await work(1);
  const after = await scales.weigh();

  console.log(table({ fresh, 'after an hour': before, 'after another': after }));
  expect(tokens, 'one to sign in, and one that renews it').toBe(2);
  returnsTo(before, after, 0.05);
});
