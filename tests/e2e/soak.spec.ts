import { test } from './fixtures.ts';
import { returnsTo, Scales } from './soak/footprint.ts';
import { Person } from './soak/person.ts';

// `cargo xtask soak` does so for hours, and weighs what a few minutes cannot tell.
test('signing in, working and signing out leaves no node and no listener behind', async ({ page, emulator }) => {
  test.setTimeout(90_000);
  await page.clock.install();
  const scales = await Scales.under(page);
  await page.goto('/');
  const person = new Person(page, emulator);
  const work = async (): Promise<void> => {
    await person.signIn();
    await person.round();
    await person.signOut();
  };
  await work();
  const before = await scales.weigh();
  await work();
  await work();
  const { nodes, listeners } = await scales.weigh();
  returnsTo(before, { ...before, nodes, listeners }, 0.05);
});
