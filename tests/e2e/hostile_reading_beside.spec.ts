import { matrix } from './hostile/matrix.ts';
import { readingBeside } from './hostile/reading_beside.ts';

matrix(readingBeside);
