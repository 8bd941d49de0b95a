import type { Page } from '@playwright/test';

/** What a key press cost the page's thread, in milliseconds. */
export interface KeyPress {
  /** Everything that the thread did from this key until the next one, but for drawing. */
  handled: number;
  /** Drawing: callbacks of the frame, style, layout and paint. */
  frame: number;
}

/** A piece of work, as the browser records it; times are in microseconds. */
interface Work {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  args: { data?: { type?: string } };
}

/** What runs listeners, promises and timers, with the layout that they and the editing itself cause at once. */
const handling = new Set(['EventDispatch', 'FunctionCall', 'TimerFire', 'RunMicrotasks', 'MinorGC', 'MajorGC']);

/**
 * Presses keys, each of which changes the text under the cursor, and takes from the browser's own record what each cost.
 * A clock in the page could not tell: the browser may put the next frame before whatever would stop it.
 */
export async function tracedPresses(page: Page, keys: readonly string[]): Promise<KeyPress[]> {
  const browser = page.context().browser();
  if (browser === null) throw new Error('the page has no browser that could record it');
  await browser.startTracing(page, { categories: ['devtools.timeline'] });
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: Work[] };
  const presses = pressesIn(outermost(traceEvents));
  if (presses.length !== keys.length) throw new Error(`${presses.length} of ${keys.length} keys changed the text`);
  return presses;
}

/** The work of the thread that handles the keys, in order. Of the work that is part of other work only inputs, without their time. */
function outermost(all: readonly Work[]): Work[] {
  const key = all.find((work) => isDispatch(work, 'keydown'));
  const own = all.filter(({ ph, pid, tid }) => ph === 'X' && pid === key?.pid && tid === key.tid);
  let ended = 0;
  return own
    .toSorted((one, other) => one.ts - other.ts || end(other) - end(one))
    .flatMap((work) => {
      if (end(work) <= ended) return isDispatch(work, 'input') ? [{ ...work, dur: 0 }] : [];
      ended = end(work);
      return [work];
    });
}

function pressesIn(thread: readonly Work[]): KeyPress[] {
  const presses: (KeyPress & { changed: boolean })[] = [];
  for (const work of thread) {
    if (isDispatch(work, 'keydown')) presses.push({ handled: 0, frame: 0, changed: false });
    const press = presses.at(-1);
    if (press === undefined) continue;
    press.changed ||= isDispatch(work, 'input');
    press[handling.has(work.name) ? 'handled' : 'frame'] += (work.dur ?? 0) / 1000;
  }
  return presses.filter(({ changed }) => changed);
}

function isDispatch({ name, args }: Work, type: string): boolean {
  return name === 'EventDispatch' && args.data?.type === type;
}

function end({ ts, dur = 0 }: Work): number {
  return ts + dur;
}
