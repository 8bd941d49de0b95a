import { matrix } from './hostile/matrix.ts';
import { writing } from './hostile/writing.ts';

matrix(writing);
