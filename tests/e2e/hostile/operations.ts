import { reading } from './reading.ts';
import { readingBeside } from './reading_beside.ts';
import { signingIn } from './signing_in.ts';
import { starting } from './starting.ts';
import { undoing } from './undoing.ts';
import { writing } from './writing.ts';

/** Every operation of the matrix. */
export const operations = [...starting, ...signingIn, ...reading, ...readingBeside, ...writing, ...undoing];
