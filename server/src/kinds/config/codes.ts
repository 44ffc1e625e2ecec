/** The codes of all checks, as `schemas/checks.schema.json` lists them; a test keeps that list and the checks equal. */
import checks from '../../../../schemas/checks.schema.json';
import { nearest } from '../near';
import type { Text } from '../tongue';
import { cited } from '../values/source';

/** Codes, families (`trace/*`) and `*`: what a severity may be set for, besides the rules of a team's own. */
const SETTABLE: ReadonlySet<string> = new Set(Object.keys(checks.definitions.severities.properties));

export const isSettable = (key: string): boolean => SETTABLE.has(key);

export const isCheck = (code: string): boolean => SETTABLE.has(code) && !code.endsWith('*');

export const familyOf = (code: string): string => code.slice(0, code.indexOf('/'));

/** Findings about the configuration: it could hide what is wrong with it. */
export const isAboutConfig = (code: string): boolean => familyOf(code) === 'config';

/** Can an item suppress such findings? Those about suppressions and about the configuration it cannot, or they could hide themselves. */
export const isSuppressible = (code: string): boolean => !isAboutConfig(code) && familyOf(code) !== 'ignore';

/** How the codes of a team's own rules begin. */
export const RULE = 'rule/';

/** "There is no check `trace/no-wrok`; did you mean `trace/no-work`?" `more` are codes that count besides the built-in ones. */
export function unknownCode(code: string, among: 'checks' | 'keys', more: readonly string[]): Text {
  const known = [...SETTABLE].filter((key) => among === 'keys' || !key.endsWith('*'));
  const near = nearest(code, [...known, ...more]);
  if (near)
    return {
      en: `There is no check ${cited(code)}; did you mean ${cited(near)}?`,
      zh: `没有检查项 ${cited(code)}，是否想写 ${cited(near)}？`,
    };
  return code.includes('*')
    ? {
        en: `No check matches ${cited(code)}: write \`*\` for all or a family such as \`trace/*\`.`,
        zh: `没有检查项与 ${cited(code)} 匹配：全部写 \`*\`，一类写 \`trace/*\` 这样的形式。`,
      }
    : {
        en: `There is no check ${cited(code)}; a code looks like \`trace/no-work\`.`,
        zh: `没有检查项 ${cited(code)}；代码的形式为 \`trace/no-work\`。`,
      };
}
