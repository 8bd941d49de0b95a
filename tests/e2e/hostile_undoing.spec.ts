import { matrix } from './hostile/matrix.ts';
import { undoing } from './hostile/undoing.ts';

matrix(undoing);
