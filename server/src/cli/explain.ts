/** `delivery explain`: what a check means, with a wrong and a right example. */
import { RULE } from '../kinds/config/codes';
import type { Text, Tongue } from '../kinds/tongue';
import { noneOf, WrongUse } from './wrongUse';

/** The section on each code, in the order of the pages; a team's own rules share one. */
export async function sectionsOf(tongue: Tongue): Promise<ReadonlyMap<string, string>> {
  const { PAGES } = await import('./explainPages.js');
  return new Map(
    PAGES[tongue].flatMap((page) =>
      page
        .split(/^## /m)
        .slice(1)
        .map((section) => [codeOf(section), `${section.replace(/^.*\n+/, '').trim()}\n`] as const),
    ),
  );
}

function codeOf(section: string): string {
  return section.split('\n')[0]!.replaceAll('\\', '').trim();
}

/** Prints the section on a code, or all codes with their first sentences. */
export async function explainCommand(
  code: string | undefined,
  { language }: { readonly language: Tongue },
): Promise<void> {
  const sections = await sectionsOf(language);
  process.stdout.write(code === undefined ? overview(sections) : `${code}\n\n${sectionOn(code, sections)}`);
}

/** A code without its family, such as `no-work`, is answered with what was meant. */
function sectionOn(code: string, sections: ReadonlyMap<string, string>): string {
  const section = sections.get(code.startsWith(RULE) ? `${RULE}*` : code);
  if (section !== undefined) return section;
  const sameName = [...sections.keys()].filter((known) => known.endsWith(`/${code}`));
  if (sameName.length > 0) throw new WrongUse(inFull(code, sameName));
  throw noneOf({ en: 'check', zh: '检查' }, code, [...sections.keys()]);
}

const inFull = (code: string, known: readonly string[]): Text => ({
  en: `there is no check ${code}. Did you mean ${known.join(' or ')}?`,
  zh: `没有检查 ${code}。是否想写 ${known.join('、')}？`,
});

function overview(sections: ReadonlyMap<string, string>): string {
  const widest = Math.max(...[...sections.keys()].map(({ length }) => length));
  return [...sections].map(([code, section]) => `${code.padEnd(widest)}  ${firstSentence(section)}\n`).join('');
}

/** Behind the severity, which stands in emphasis: "_Warning._ A task that nobody does." */
const firstSentence = (section: string): string =>
  section
    .replace(/^[_*].+?[_*]\s*/, '')
    .replaceAll('\n', ' ')
    .replace(/(?<=[.:] |[。：]).*$/s, '')
    .trimEnd()
    .replace(/:$/, '.')
    .replace(/：$/, '。');
