import { matrix } from './hostile/matrix.ts';
import { starting } from './hostile/starting.ts';

matrix(starting);
