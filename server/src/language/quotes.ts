/** The content of strings and text blocks: what stands between the quotes, without escapes. */

/** Content of a string as written with its quotes: `"say \"hi\""` gives `say "hi"`. */
export function stringText(image: string, closed: boolean): string {
  const inner = image.slice(1, closed ? -1 : undefined);
  return inner.includes('\\') ? inner.replace(/\\(["\\])/g, '$1') : inner;
}

/** Content of a text block as written with its quotes: the common indentation and the blank first and last lines are removed. */
export function blockText(image: string, closed: boolean): string {
  const inner = image.slice(3, closed ? -3 : undefined).replace(/\\"""/g, '"""');
  const lines = inner.split(/\r\n|\r|\n/);
  if (lines.length === 1) return inner.trim();
  const indent = commonIndent(lines.slice(1));
  const [first = '', ...rest] = lines;
  const content = [first.trimStart(), ...rest.map((line) => line.slice(indent).trimEnd())];
  while (content.length > 0 && content[0]!.trim() === '') content.shift();
  while (content.length > 0 && content.at(-1)!.trim() === '') content.pop();
  return content.join('\n');
}

/** Least number of leading blanks over all lines that hold more than blanks. */
function commonIndent(lines: readonly string[]): number {
  let indent = Infinity;
  for (const line of lines) if (line.trim() !== '') indent = Math.min(indent, line.length - line.trimStart().length);
  return indent === Infinity ? 0 : indent;
}
