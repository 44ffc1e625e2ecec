/**
 * What is too much to read. A file that a machine wrote by mistake must not take the memory of the editor; a finding says
 * that it is not read. In memory, a character of a spec takes up to a hundred bytes.
 */

/** Most UTF-16 code units of a file: a quarter of a million lines. */
export const LONGEST_FILE = 10_000_000;

/** Most UTF-16 code units of all files of a project together. */
export const LONGEST_PROJECT = 20_000_000;
