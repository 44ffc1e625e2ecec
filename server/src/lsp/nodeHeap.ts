import { setFlagsFromString } from 'node:v8';

/**
 * Lets every object begin among the young. V8 would put what a function makes among the old at once, if much of what it made
 * before grew old: here, while a project is read. But what a keystroke makes is gone with the next one; among the old it would
 * stay for hundreds of them, with all young ones that it refers to, and these would be copied over and over.
 */
export const forShortLives = (): void => setFlagsFromString('--no-allocation-site-pretenuring');
