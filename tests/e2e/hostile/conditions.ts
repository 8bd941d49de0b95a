import type { Fault } from '../fixtures/emulator.ts';
import { failures, type Failure } from '../fixtures/failures.ts';

/** A way in which the world can treat a request, and what that usually comes to. */
export interface Condition {
  what: string;
  fault: Omit<Fault, 'path' | 'method'>;
  outcome: Outcome;
  /** How long, in seconds, until the console gives up. */
  patience?: number;
}

/** What comes of a condition. */
export type Outcome =
  /** The console gets over it by itself, and nobody notices. */
  | 'mended'
  /** The session has ended, and asks to sign in again. */
  | 'ended'
  /** Nobody is told, because all that a person does goes on without it. */
  | 'unnoticed'
  /** A person is told what went wrong and what to do. */
  | Told;

export interface Told {
  title: string;
  nextStep: string;
}

const unexpected = { title: 'DT Cloud answered something unexpected', nextStep: 'If it happens again, report it.' };

const problem = (status: number): Told => ({
  title: 'DT Cloud has a problem',
  nextStep: `It answered with HTTP status ${status}. Wait a moment and try again.`,
});

const known = ({ what, fault, title, nextStep }: Failure): Condition => ({ what, fault, outcome: { title, nextStep } });

/** Longer than the console waits. */
const never = 600_000;

/** Every condition of the matrix. Those that do what was asked and say otherwise are the ones that tempt to do it twice. */
export const conditions: readonly Condition[] = [
  { what: '401 once', fault: { status: 401, times: 1 }, outcome: 'mended' },
  { what: '401 always', fault: { status: 401 }, outcome: 'ended' },
  ...failures.map(known),
  {
    what: '429 whose Retry-After cannot be read',
    fault: { status: 429, retryAfter: 60, hidesRetryAfter: true },
    outcome: { title: 'Too many requests', nextStep: 'Try again in 5 s.' },
    patience: 10,
  },
  { what: '503 for longer than is repeated', fault: { status: 503 }, outcome: problem(503), patience: 3 },
  { what: '504 after it was done', fault: { status: 504, asks: true }, outcome: problem(504) },
  {
    what: 'no answer at all',
    fault: { delay: never },
    outcome: { title: 'DT Cloud did not answer in time', nextStep: 'The request was given up after 30 seconds. Try again.' },
    patience: 30,
  },
  {
    what: 'an answer that is cut in the middle',
    fault: { cutHalfway: true },
    outcome: { title: 'DT Cloud could not be reached', nextStep: 'Check the connection and try again' },
  },
  { what: 'JSON of the wrong shape', fault: { body: [{ name: 7 }], asks: true }, outcome: unexpected },
  {
    what: 'a huge answer',
    fault: { padding: 50_000_000 },
    outcome: { title: 'DT Cloud answered far too much', nextStep: 'If it happens again, report it.' },
  },
  { what: 'an empty answer', fault: { body: '', asks: true }, outcome: unexpected },
  { what: 'a page in place of JSON', fault: { body: '<!doctype html><title>Sign in to Guest Wi-Fi</title>' }, outcome: unexpected },
];
