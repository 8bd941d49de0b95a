import { expect, test as base, type Page } from '@playwright/test';
import { ConnectorEditor } from './fixtures/connector_editor.ts';
import { ConnectorList } from './fixtures/connector_list.ts';
import { complaintsAbout } from './fixtures/complaints.ts';
import { Emulator, type Account, type Fault } from './fixtures/emulator.ts';
import { PageWatch } from './fixtures/page_watch.ts';
import { signInAs } from './fixtures/sign_in.ts';

export { expect } from '@playwright/test';
export { checkAccessibility } from './fixtures/accessibility.ts';

interface PerTest {
  /** What the browser complains about, checked when the test ends. */
  watch: PageWatch;
  /** Signs in through the form as the demo account with this role, or as this account, and goes to `path`. */
  signIn: (who: string | Account, path?: string) => Promise<void>;
  /** Makes the requests from now on go wrong, and expects the browser's own lines about just those. */
  provoke: (fault: Fault) => Promise<void>;
  /** Moves DT Cloud's clock by this long (`61m`) for the requests from now on. */
  advance: (duration: string) => Promise<void>;
  /** The page of a Data Connector, once it is opened. */
  editor: ConnectorEditor;
  /** The list of a project's Data Connectors, once it is opened. */
  list: ConnectorList;
}

interface PerWorker {
  /** The emulated DT Cloud, reset before each test. */
  emulator: Emulator;
}

export const test = base.extend<PerTest, PerWorker>({
  emulator: [
    async ({}, use) => {
      const emulator = await Emulator.start();
      await use(emulator);
      await emulator.stop();
    },
    { scope: 'worker' },
  ],

  baseURL: ({ emulator }, use) => use(emulator.console),

  watch: [
    async ({ page, emulator }, use) => {
      await emulator.reset();
      const watch = new PageWatch(page, [emulator.console, emulator.api]);
      await use(watch);
      const complaints = watch.unexpected();
      await emptyClipboard(page);
      expect(complaints, 'what the browser complained about').toEqual([]);
    },
    { auto: true },
  ],

  signIn: ({ page, emulator, watch: _ }, use) =>
    use((who, path = '/') => signInAs(page, typeof who === 'string' ? emulator.account(who) : who, path)),

  provoke: ({ emulator, watch }, use) =>
    use(async (fault) => {
      await watch.quiet();
      watch.allow(complaintsAbout(fault, [emulator.api, emulator.console]));
      await emulator.fault(fault);
    }),

  advance: ({ emulator, watch }, use) =>
    use(async (duration) => {
      await watch.quiet();
      await emulator.advance(duration);
    }),

  editor: ({ page, emulator, signIn }, use) => use(new ConnectorEditor(page, emulator, signIn)),

  list: ({ page, emulator, signIn }, use) => use(new ConnectorList(page, emulator, signIn)),
});

/** What a test has copied is not for the next one to find, with which it shares the browser. Only one that was allowed to copy can. */
async function emptyClipboard(page: Page): Promise<void> {
  if (page.isClosed()) return;
  await page.evaluate(() => navigator.clipboard?.writeText('').catch(() => undefined)).catch(() => undefined);
}
