/**
 * The same string, copied. V8 keeps the whole old text alive for each slice of it; 126 edits of a large file once grew the
 * heap by 136 MB. Concatenating makes a new string, and slicing it again keeps only that one alive.
 */
export const flat = (text: string): string => (text.length < 13 ? text : (' ' + text).slice(1));
