/** Patterns of paths and words: `*` and `?` inside a name, `**` for folders. No regular expressions, which a hostile pattern could hang. */

/**
 * Does a path match a pattern? Both are relative, with `/` between names. `?` stands for one sign of a name, `*` for any
 * number of them, and `**` for any number of folders. Takes time in proportion to the product of both lengths at most.
 */
export const matchesPath = (pattern: string, path: string): boolean =>
  matches(pattern.split('/'), path.split('/'), '**', matchesWord);

/** Does a whole word match a pattern in which `?` stands for one sign and `*` for any number of them? */
export const matchesWord = (pattern: string, word: string): boolean =>
  matches(Array.from(pattern), Array.from(word), '*', (one, sign) => one === '?' || one === sign);

/**
 * Does a sequence match a pattern, in which `many` stands for any number of elements? Where the pattern fails, only the last
 * `many` before can take more: letting an earlier one take more would gain nothing.
 */
function matches(
  pattern: readonly string[],
  sequence: readonly string[],
  many: string,
  fits: (pattern: string, element: string) => boolean,
): boolean {
  let next = 0;
  let retry: { readonly next: number; at: number } | undefined;
  for (let at = 0; at < sequence.length;) {
    const wanted = pattern[next];
    if (wanted === many) retry = { next: ++next, at };
    else if (wanted !== undefined && fits(wanted, sequence[at]!)) {
      next++;
      at++;
    } else if (retry) {
      next = retry.next;
      at = ++retry.at;
    } else return false;
  }
  return pattern.slice(next).every((rest) => rest === many);
}

/** Can the pattern match a path at all? It cannot when it leaves the folder or uses signs that mean something elsewhere only. */
export const isPathPattern = (pattern: string): boolean =>
  pattern !== '' &&
  !/[\\{}[\]]|^!/.test(pattern) &&
  pattern.split('/').every((name) => name !== '' && name !== '.' && name !== '..');
