import { matrix } from './hostile/matrix.ts';
import { signingIn } from './hostile/signing_in.ts';

matrix(signingIn);
