// Writes a bundle in ASCII: its text is then half as large in memory, and is read and compiled faster at each start.
import { readFileSync, writeFileSync } from 'node:fs';

/** Outside ASCII esbuild leaves nothing but signs in regular expressions, which have the same escapes as strings. */
const OTHER = /(\\*)([^\0-\x7f])/g;

/** A plugin of esbuild, for one of the files that it writes. */
export const inAscii = (file) => ({
  name: 'in-ascii',
  setup: (build) => {
    build.onEnd(({ errors }) => {
      if (errors.length > 0) return;
      const text = readFileSync(file, 'utf8');
      const escaped = text.replace(OTHER, (_, backslashes, sign) => {
        if (backslashes.length % 2 === 1)
          throw new Error(`${file}: what is escaped cannot be escaped once more: ${sign}`);
        return `${backslashes}\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
      });
      writeFileSync(file, escaped);
    });
  },
});
