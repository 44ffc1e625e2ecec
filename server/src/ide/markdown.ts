/** Markdown that shows text as it is: what users write must not become links, images or HTML. */

/** The text with every sign that Markdown or HTML could read escaped; `:` and `@` too, which make links of bare addresses. */
export const escapeMarkdown = (text: string): string =>
  text.replace(/[\\`*_{}[\]()#+\-.!|~<>&$=:@]/g, (sign) =>
    sign === '<' ? '&lt;' : sign === '&' ? '&amp;' : `\\${sign}`,
  );

/** The text as inline code, whatever backticks it holds. */
export function inlineCode(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${space}${text.replace(/\s+/g, ' ')}${space}${fence}`;
}

/** The text as inline code that leads to an address, or only as inline code without one. */
export const linkTo = (text: string, address: string | undefined): string =>
  address === undefined ? inlineCode(text) : `[${inlineCode(text)}](${escapeAddress(address)})`;

/** Signs that would end a link's address or be read as Markdown, as URIs write them. */
const escapeAddress = (address: string): string =>
  address.replace(/[()[\]\\<>`*_~&'"\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`);
