import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

interface Stop {
  what: string;
  /** Whether something marks it: itself, or the box that it stands in. */
  marked: boolean;
  /** Whether it can be seen, and no bar lies over it. */
  uncovered: boolean;
}

/** Everything that Tab leads to, from the top of the page to its end. */
async function walk(page: Page): Promise<Stop[]> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const stops: Stop[] = [];
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const focused = document.activeElement;
      if (!focused || focused === document.body) return null;
      const shows = (element: Element | null) => {
        const style = element && getComputedStyle(element);
        return style !== null && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
      };
      const { left, top, width, height } = focused.getBoundingClientRect();
      const hit = document.elementFromPoint(left + width / 2, top + height / 2);
      const name = focused.getAttribute('aria-label') ?? focused.textContent?.trim().slice(0, 40);
      return {
        what: `${focused.tagName.toLowerCase()} ${name || focused.id}`,
        marked: shows(focused) || shows(focused.parentElement),
        uncovered: hit !== null && (hit === focused || focused.contains(hit) || hit.contains(focused)),
      };
    });
    if (!stop) return stops;
    stops.push(stop);
  }
  throw new Error('Tab leads round in circles');
}

for (const [width, height] of [
  [1280, 900],
  [360, 740],
] as const) {
  test(`in a window ${width} wide every stop of the keyboard is marked and nothing lies over it`, async ({ editor, page }) => {
    test.slow();
    await page.setViewportSize({ width, height });
    await editor.open('Cleaning on demand');
    await editor.field('Display name').fill('Cleaning');
    const stops = await walk(page);
    expect(stops.length).toBeGreaterThan(45);
    expect(stops.filter(({ marked }) => !marked)).toEqual([]);
    expect(stops.filter(({ uncovered }) => !uncovered)).toEqual([]);
  });
}
