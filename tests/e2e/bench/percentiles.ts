/** The middle and the upper end of some durations, and the first of them, in milliseconds. */
export interface Percentiles {
  medianMs: number;
  p95Ms: number;
  p99Ms: number;
  maxMs: number;
  firstMs: number;
}

/** Those of these durations, in the order in which they were measured. */
export function percentilesOf(durations: readonly number[]): Percentiles {
  const sorted = durations.toSorted((one, other) => one - other);
  const notExceededBy = (percent: number): number => rounded(sorted[Math.ceil((sorted.length * percent) / 100) - 1]);
  return {
    medianMs: notExceededBy(50),
    p95Ms: notExceededBy(95),
    p99Ms: notExceededBy(99),
    maxMs: notExceededBy(100),
    firstMs: rounded(durations[0]),
  };
}

/** To the hundredth: the browser's clock ticks ten times in a millisecond. */
function rounded(duration = 0): number {
  return Math.round(duration * 100) / 100;
}
