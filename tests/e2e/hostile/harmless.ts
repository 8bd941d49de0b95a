import { expect, type Page } from '@playwright/test';
import { hidden } from './texts.ts';

/** Counts what the policy of the page forbids, and what gets past it. To be called before the page is opened. */
export async function countViolations(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const counts = window as unknown as { violations: string[] };
    counts.violations = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, sample }) =>
      counts.violations.push(`${effectiveDirective} ${sample}`),
    );
  });
}

/** Fails when what is on screen runs, hides something, leads to a script, or does not fit. */
export async function expectHarmless(page: Page): Promise<void> {
  const found = await page.evaluate(() => {
    const { violations, takenOver } = window as unknown as { violations: string[]; takenOver?: unknown };
    const { scrollWidth, clientWidth } = document.documentElement;
    const attributes = [...document.querySelectorAll('[aria-label], [title], option')].map((element) =>
      [element.getAttribute('aria-label'), element.getAttribute('title'), element.getAttribute('label')].join(' '),
    );
    return {
      violations,
      takenOver: takenOver ?? null,
      scripts: [...document.links].map((link) => link.protocol).filter((protocol) => !/^https?:$/.test(protocol)),
      injected: document.querySelectorAll('main img, dialog img, main script, dialog script, [onfocus], [onload], [onerror]').length,
      overflow: Math.max(0, scrollWidth - clientWidth),
      text: `${document.title}\n${document.body.innerText}\n${attributes.join('\n')}`,
    };
  });
  const { text, ...rest } = found;
  expect(rest).toEqual({ violations: [], takenOver: null, scripts: [], injected: 0, overflow: 0 });
  expect(hidden.exec(text)?.[0], 'a character that hides').toBeUndefined();
}
