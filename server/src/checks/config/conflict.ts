import { configCheck } from './problems';

/** A name that is taken, a kind or field that does not exist, and other contradictions in the configuration. */
export const configConflict = configCheck('config/conflict');
