import type { Segment } from '../language/segment';

/** Can a segment be read whole? Where it cannot, what is written into it may be read as something else. */
export const isReadable = ({ problems }: Segment): boolean => problems.every(({ code }) => code === FULL_WIDTH);

/** A matter of spelling: what it marks is read like its ASCII twin. */
const FULL_WIDTH = 'syntax/full-width';
