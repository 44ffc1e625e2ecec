/** Snippets as editors read them, and as plain text. */
import type { Blank, Snippet } from './types';

/** The place where the cursor is at last. */
export const LAST: Blank = { choices: [''], last: true };

/** A place that is to be filled in. */
export const blank = (...choices: readonly string[]): Blank => ({ choices });

/** The snippet with the first choice everywhere. */
export const plainText = (snippet: Snippet): string =>
  snippet.map((part) => (typeof part === 'string' ? part : (part.choices[0] ?? ''))).join('');

/**
 * In the syntax of the Language Server Protocol: `task T-1 "$1" {\n\t$0\n}`. Only to an editor that can show them, choices
 * are written out; to others the first one is what stands there.
 */
export function snippetText(snippet: Snippet, withChoices: boolean): string {
  let number = 0;
  return snippet
    .map((part) =>
      typeof part === 'string'
        ? part.replace(/[\\$]/g, '\\$&')
        : blankText(part, part.last ? 0 : ++number, withChoices),
    )
    .join('');
}

function blankText({ choices }: Blank, number: number, withChoices: boolean): string {
  const [first = ''] = choices;
  if (withChoices && choices.length > 1)
    return `\${${number}|${choices.map((choice) => choice.replace(/[\\$},|]/g, '\\$&')).join(',')}|}`;
  return first === '' ? `$${number}` : `\${${number}:${escaped(first)}}`;
}

const escaped = (text: string): string => text.replace(/[\\$}]/g, '\\$&');
