import type { Page } from '@playwright/test';

/** What a key press cost the page's thread, in milliseconds. */
export interface KeyPress {
  /** From the dispatch of `keydown` until everything that it caused is done, but for drawing. */
  handled: number;
  /** The next frame: its callbacks, style, layout and paint, without the wait for it. */
  frame: number;
}

/** Takes the time of key presses in a page, from inside. */
export class KeyWatch {
  private constructor(private readonly page: Page) {}

  /** Begins, in a page that is not going to be left. */
  static async over(page: Page): Promise<KeyWatch> {
    await page.evaluate(watchKeys);
    return new KeyWatch(page);
  }

  /** Presses a key that changes the text under the cursor, and waits until that is drawn. */
  async press(key: string): Promise<KeyPress> {
    await this.page.keyboard.press(key);
    return this.page.evaluate(() => window.nextKeyPress());
  }
}

declare global {
  interface Window {
    /** The oldest key press that was not asked for yet, once it is drawn. */
    nextKeyPress(): Promise<KeyPress>;
  }
}

/** Runs in the page, and so uses nothing from around it. */
function watchKeys(): void {
  const drawn: Promise<KeyPress>[] = [];
  let pressed = 0;

  /** Calls back in a task of its own, after the present one with all its promises and reactive effects. */
  const afterThisTask = (call: () => void): void => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      call();
    };
    port2.postMessage(undefined);
  };

  const untilDrawn = (): Promise<KeyPress> =>
    new Promise((resolve) => {
      const began = pressed;
      let handled: number | undefined;
      // The browser may put the frame first; by then what the key caused is done as well.
      const nowHandled = (): number => (handled ??= performance.now() - began);
      afterThisTask(nowHandled);
      requestAnimationFrame(() => {
        const handled = nowHandled();
        const frameBegan = performance.now();
        afterThisTask(() => resolve({ handled, frame: performance.now() - frameBegan }));
      });
    });

  // Before any listener of the console.
  window.addEventListener('keydown', () => (pressed = performance.now()), { capture: true });
  window.addEventListener('input', () => drawn.push(untilDrawn()), { capture: true });
  window.nextKeyPress = () => drawn.shift() ?? Promise.reject(new Error('the key changed no text'));
}
