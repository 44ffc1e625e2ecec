import { configCheck } from './problems';

/** A setting that does not exist, is missing, or has a value of the wrong form. */
export const configSchema = configCheck('config/schema');
