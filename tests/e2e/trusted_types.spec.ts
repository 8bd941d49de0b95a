import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const ready = (page: Page) => expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();

/** Every way from a text to markup or code, as a script on the page would try it. */
const sinks: Record<string, () => unknown> = {
  innerHTML: () => (document.createElement('p').innerHTML = '<b>text</b>'),
  outerHTML: () => (document.body.appendChild(document.createElement('p')).outerHTML = '<b>text</b>'),
  insertAdjacentHTML: () => document.body.insertAdjacentHTML('beforeend', '<b>text</b>'),
  'document.write': () => document.write('<b>text</b>'),
  DOMParser: () => new DOMParser().parseFromString('<b>text</b>', 'text/html'),
  'the content of a frame': () => (document.createElement('iframe').srcdoc = '<b>text</b>'),
  'the content of a script': () => (document.createElement('script').text = 'alert(1)'),
  'the source of a script': () => (document.createElement('script').src = '/assets/x.js'),
  'an event handler': () => document.body.setAttribute('onclick', 'alert(1)'),
};

for (const [name, sink] of Object.entries(sinks)) {
  test(`a text does not become markup or code through ${name}`, async ({ page, watch }) => {
    watch.allow(/requires '?Trusted(HTML|Script|ScriptURL)'? assignment/);
    await page.goto('/');
    await ready(page);
    await expect(page.evaluate(sink)).rejects.toThrow(/requires '?Trusted/);
  });
}

test('no policy can be made that would let texts through', async ({ page, watch }) => {
  watch.allow(/trusted-types 'none'|Refused to create a TrustedTypePolicy|Creating a TrustedTypePolicy/);
  await page.goto('/');
  await ready(page);
  for (const name of ['default', 'console']) {
    const made = page.evaluate((policy) => {
      const factory = (globalThis as unknown as { trustedTypes: { createPolicy(name: string, rules: object): unknown } })
        .trustedTypes;
      factory.createPolicy(policy, { createHTML: (text: string) => text });
    }, name);
    await expect(made).rejects.toThrow(/disallowed|Content Security Policy/);
  }
});

test('a script that somebody puts into the page does not run', async ({ page, watch }) => {
  watch.allow(/TrustedScript|Executing inline script violates/);
  await page.goto('/');
  await ready(page);
  const violated = page.evaluate(() => {
    const script = document.createElement('script');
    script.append('document.title = "taken over"');
    const violation = new Promise((tell) =>
      document.addEventListener('securitypolicyviolation', (event) => tell(event.effectiveDirective)),
    );
    document.body.append(script);
    return violation;
  });
  expect(['require-trusted-types-for', 'script-src-elem']).toContain(await violated);
  await expect(page).toHaveTitle('Sign in – Data Connector Console');
});

/** Texts as Leptos writes the parts of its views that never change, from a few of its pieces in every order. */
function* staticViews(depth: number): Generator<string> {
  const texts = ['plain', 'a &lt;b&gt; &amp; "c" &amp;lt;', ' ', 'ünïcödé 🔑\n'];
  const attributes = ['', ' class="a b"', ' aria-label="&quot;q&quot; &amp; &lt;"', ' hidden data-x=""'];
  for (const attribute of attributes) {
    yield `<br${attribute}>`;
    for (const text of texts) yield `<p${attribute}>${text}</p>`;
    if (depth === 0) continue;
    for (const inner of staticViews(depth - 1)) {
      yield `<section${attribute}>${inner}<code>x</code>${inner} end</section>`;
    }
  }
  yield '<svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d="M1 1"></path><g><title>t</title></g></svg>';
}

test('the parts of views that never change are built as a browser would parse them', async ({ page }) => {
  const module = path.resolve(import.meta.dirname, '../../assets/static_view.js');
  const source = (await readFile(module, 'utf8')).replace('export function', 'function');
  const views = [...staticViews(2)];
  expect(views.length).toBeGreaterThan(300);
  // A page without the policy, where the browser may parse.
  await page.goto('about:blank');
  const different = await page.evaluate(
    ([code, all]) => {
      const fill = new Function(`${code}; return fill;`)() as (target: Element, markup: string) => void;
      return (all as string[]).filter((markup) => {
        const [built, parsed] = [document.createElement('template'), document.createElement('template')];
        fill(built, markup);
        parsed.innerHTML = markup;
        return !built.content.isEqualNode(parsed.content);
      });
    },
    [source, views] as const,
  );
  expect(different).toEqual([]);
});

test('what Leptos would not write is refused whole', async ({ page }) => {
  const module = path.resolve(import.meta.dirname, '../../assets/static_view.js');
  const source = (await readFile(module, 'utf8')).replace('export function', 'function');
  await page.goto('about:blank');
  for (const markup of ['</p>', '<p></b>', "<p class='a'>", '<!-- c -->', '<p onclick=x>', '<']) {
    const built = page.evaluate(([code, text]) => {
      (new Function(`${code}; return fill;`)() as (target: Element, markup: string) => void)(
        document.createElement('template'),
        text as string,
      );
    }, [source, markup] as const);
    await expect(built, markup).rejects.toThrow(/not a view that Leptos wrote|not iterable/);
  }
});
