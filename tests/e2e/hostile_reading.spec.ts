import { matrix } from './hostile/matrix.ts';
import { reading } from './hostile/reading.ts';

matrix(reading);
