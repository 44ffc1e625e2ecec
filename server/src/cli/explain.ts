/** `delivery explain`: what a check means, with a wrong and a right example. */
import config from '../../../docs/checks/config.md';
import ignore from '../../../docs/checks/ignore.md';
import join from '../../../docs/checks/join.md';
import kind from '../../../docs/checks/kind.md';
import name from '../../../docs/checks/name.md';
import plan from '../../../docs/checks/plan.md';
import quality from '../../../docs/checks/quality.md';
import risk from '../../../docs/checks/risk.md';
import rule from '../../../docs/checks/rule.md';
import syntax from '../../../docs/checks/syntax.md';
import trace from '../../../docs/checks/trace.md';
import { RULE } from '../kinds/config/codes';
import { noneOf } from './wrongUse';

const PAGES = [syntax, kind, name, trace, quality, plan, join, risk, rule, ignore, config];

/** The section on each code, in the order of the pages; a team's own rules share one. */
export const SECTIONS: ReadonlyMap<string, string> = new Map(
  PAGES.flatMap((page) =>
    page
      .split(/^## /m)
      .slice(1)
      .map((section) => [codeOf(section), `${section.replace(/^.*\n+/, '').trim()}\n`] as const),
  ),
);

function codeOf(section: string): string {
  return section.split('\n')[0]!.replaceAll('\\', '').trim();
}

/** Prints the section on a code, or all codes with their first sentences. */
export function explainCommand(code: string | undefined): void {
  process.stdout.write(code === undefined ? overview() : `${code}\n\n${sectionOf(code)}`);
}

function sectionOf(code: string): string {
  const section = SECTIONS.get(code.startsWith(RULE) ? `${RULE}*` : code);
  if (section === undefined) throw noneOf({ en: 'check', zh: '检查' }, code, [...SECTIONS.keys()]);
  return section;
}

const overview = (): string =>
  [...SECTIONS].map(([code, section]) => `${code.padEnd(WIDEST)}  ${firstSentence(section)}\n`).join('');

const WIDEST = Math.max(...[...SECTIONS.keys()].map(({ length }) => length));

/** Behind the severity, which stands in emphasis: "_Warning._ A task that nobody does." */
const firstSentence = (section: string): string =>
  section
    .replace(/^[_*]\w+\.[_*]\s*/, '')
    .replaceAll('\n', ' ')
    .replace(/(?<=[.。:]) .*$/s, '')
    .replace(/[:]$/, '.');
