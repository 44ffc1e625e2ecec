import { configCheck } from './problems';

/** A configuration that cannot be read as JSON with comments. */
export const configSyntax = configCheck('config/syntax');
