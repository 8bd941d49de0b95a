import type { TestInfo } from '@playwright/test';
import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { Percentiles } from './percentiles.ts';

/** What key presses in one field cost; `KeyPress` says what of. */
export interface FieldResult {
  /** What the field is part of, in words. */
  screen: string;
  field: string;
  presses: number;
  handled: Percentiles;
  frame: Percentiles;
}

const attachment = 'results';

/** Hands results to the report. */
export async function attachResults(info: TestInfo, results: FieldResult[]): Promise<void> {
  await info.attach(attachment, { body: JSON.stringify(results), contentType: 'application/json' });
}

/** Shows the results as tables, and writes them to the file that `BENCH_JSON` names, once there are all. */
export default class Report implements Reporter {
  private readonly results: FieldResult[] = [];

  onTestEnd(_: TestCase, { attachments }: TestResult): void {
    const bodies = attachments.filter(({ name }) => name === attachment).flatMap(({ body }) => body ?? []);
    this.results.push(...bodies.flatMap((body) => JSON.parse(body.toString()) as FieldResult[]));
  }

  async onEnd({ status }: FullResult): Promise<void> {
    if (status !== 'passed') return;
    for (const screen of new Set(this.results.map((result) => result.screen))) {
      const rows = this.results.filter((result) => result.screen === screen);
      console.log(`\n${table(screen, rows)}`);
    }
    const file = process.env['BENCH_JSON'];
    if (file === undefined) return;
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, `${JSON.stringify({ cores: availableParallelism(), fields: this.results }, undefined, 2)}\n`);
  }
}

function table(title: string, rows: FieldResult[]): string {
  const columns = ['median ms', 'p95 ms', 'p99 ms', 'max ms', 'frame ms', 'frame p95'];
  const lines = rows.map(({ field, handled, frame }) => {
    const times = [handled.medianMs, handled.p95Ms, handled.p99Ms, handled.maxMs, frame.medianMs, frame.p95Ms];
    return line(field, times.map((time) => time.toFixed(1)));
  });
  return [line(title, columns), ...lines].join('\n');
}

function line(what: string, cells: string[]): string {
  return what.padEnd(46) + cells.map((cell) => cell.padStart(10)).join('');
}
