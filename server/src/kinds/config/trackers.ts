/** Where the items of other systems are found: `"CRM-#": "https://tracker.example.com/browse/CRM-#"`. */

export interface Tracker {
  /** What stands before the number; never empty. */
  readonly prefix: string;
  /** Finds the numbers in a text as words of their own; the first group is the number. */
  readonly pattern: RegExp;
  readonly urlOf: (number: string) => string;
}

/** The trackers of a configuration that matches its schema: each name and each address holds one `#`, which stands for a number. */
export const trackersOf = (raw: Readonly<Record<string, string>>): readonly Tracker[] =>
  Object.entries(raw).map(([name, address]) => {
    const [prefix = '', suffix = ''] = name.split('#');
    return {
      prefix,
      pattern: new RegExp(`${NOT_IN_WORD}${literal(prefix)}(\\d{1,18})${literal(suffix)}(?![A-Za-z\\d_-])`, 'g'),
      urlOf: (number) => address.replaceAll('#', number),
    };
  });

/** Chinese letters may stand right beside a number: 见CRM-12的说明. */
const NOT_IN_WORD = '(?<![A-Za-z\\d_-])';

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
