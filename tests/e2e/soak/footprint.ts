import { expect, type CDPSession, type Page } from '@playwright/test';

/** What a page holds on to. */
export interface Footprint {
  /** Nodes of documents, also those that are in none any more and are still referred to. */
  nodes: number;
  listeners: number;
  /** What JavaScript's heap holds once its garbage is collected. */
  heapBytes: number;
  /** The WebAssembly's memory, which never shrinks. */
  wasmBytes: number;
}

/** Asserts that a page holds what it held, give or take this part of it. */
export function returnsTo(before: Footprint, after: Footprint, tolerance: number): void {
  for (const what of ['nodes', 'listeners', 'heapBytes', 'wasmBytes'] as const) {
    const difference = Math.abs(after[what] - before[what]);
    expect(difference, `${what}: ${before[what]} before, ${after[what]} after`).toBeLessThanOrEqual(before[what] * tolerance);
  }
}

/** The footprints, a line each under a heading. */
export function table(footprints: Record<string, Footprint>): string {
  const line = (cells: (string | number)[]): string =>
    cells.map((cell, index) => (index === 0 ? String(cell).padEnd(16) : String(cell).padStart(10))).join('');
  const kilobytes = (bytes: number): number => Math.round(bytes / 1000);
  const lines = Object.entries(footprints).map(([when, { nodes, listeners, heapBytes, wasmBytes }]) =>
    line([when, nodes, listeners, kilobytes(heapBytes), kilobytes(wasmBytes)]),
  );
  return [line(['', 'nodes', 'listeners', 'heap kB', 'wasm kB']), ...lines].join('\n');
}

declare global {
  interface Window {
    wasmMemories: WebAssembly.Memory[];
  }
}

/** Weighs a page, from outside. */
export class Scales {
  private constructor(
    private readonly page: Page,
    private readonly devtools: CDPSession,
  ) {}

  /** Must be asked for before the page is opened. */
  static async under(page: Page): Promise<Scales> {
    await page.addInitScript(noteWasmMemories);
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Performance.enable');
    return new Scales(page, devtools);
  }

  async weigh(): Promise<Footprint> {
    // What is finalized in one collection is freed by the next.
    for (let times = 0; times < 3; times++) await this.devtools.send('HeapProfiler.collectGarbage');
    const { metrics } = await this.devtools.send('Performance.getMetrics');
    const metric = (name: string): number => metrics.find((candidate) => candidate.name === name)?.value ?? NaN;
    return {
      nodes: metric('Nodes'),
      listeners: metric('JSEventListeners'),
      heapBytes: metric('JSHeapUsedSize'),
      wasmBytes: await this.page.evaluate(() =>
        window.wasmMemories.reduce((bytes, memory) => bytes + memory.buffer.byteLength, 0),
      ),
    };
  }
}

/** Runs in the page before anything else, and so uses nothing from around it. */
function noteWasmMemories(): void {
  const memories: WebAssembly.Memory[] = [];
  window.wasmMemories = memories;
  const note = ({ exports }: WebAssembly.Instance): void => {
    if (exports['memory'] instanceof WebAssembly.Memory) memories.push(exports['memory']);
  };
  const { instantiateStreaming } = WebAssembly;
  WebAssembly.instantiateStreaming = async (...given) => {
    const made = await instantiateStreaming(...given);
    note(made.instance);
    return made;
  };
}
