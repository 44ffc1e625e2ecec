import type { Text, Tongue } from '../../kinds/tongue';
import type { Severity } from '../../checks/check';
import { outputColors, type Colors } from '../colors';
import { plural } from '../plural';
import { frameOf } from './frame';
import { printed, printedMendings, type Range, type Reporter, type Summary } from './report';

/**
 * A line for each finding and each related place; on a terminal in colours, and with the line of the text that is meant. In
 * a pipe there is one finding a line, for `grep` and the like.
 */
export const text: Reporter = function* ({ shown, fixed = [], summary, tongue }) {
  const isTerminal = process.stdout.isTTY;
  const colors = outputColors();
  for (const { code, file, range, repair } of printedMendings(fixed, tongue))
    yield `${colors.bold(where(file, range))} ${colors.green(MENDED[tongue])} ${repair} ${colors.dim(code)}\n`;
  for (const each of shown) {
    const { code, severity, file, range, message, related } = printed(each, tongue);
    const paint = paints(colors)[severity];
    yield `${colors.bold(where(file, range))} ${paint(severity)} ${message} ${colors.dim(code)}\n`;
    if (isTerminal) yield frameOf(each, (line) => colors.dim(line), paint);
    for (const other of related) yield `    ${where(other.file, other.range)} ${other.message}\n`;
  }
  yield `${inWords(summary, tongue)}\n`;
};

const MENDED: Text = { en: 'mended', zh: '已修复' };

const paints = (colors: Colors): Readonly<Record<Severity, (text: string) => string>> => ({
  error: colors.red,
  warning: colors.yellow,
  information: colors.blue,
  hint: colors.dim,
});

const where = (file: string, { start }: Range): string => `${file}:${start.line + 1}:${start.character + 1}`;

function inWords(
  { files, items, links, errors, warnings, suppressed, mended, suggested = 0 }: Summary,
  tongue: Tongue,
): string {
  const parts =
    tongue === 'zh'
      ? [`${errors} 个错误`, `${warnings} 个警告`]
      : [plural(errors, 'error'), plural(warnings, 'warning')];
  if (mended !== undefined) parts.unshift(tongue === 'zh' ? `${mended} 个已修复` : `${mended} mended`);
  if (suppressed > 0) parts.push(tongue === 'zh' ? `${suppressed} 个已忽略` : `${suppressed} ignored`);
  const more = suggested === 0 ? '' : SUGGESTED[tongue](suggested);
  return tongue === 'zh'
    ? `${files} 个文件，${items} 个条目，${links} 个链接：${parts.join('，')}${more}`
    : `${plural(files, 'file')}, ${plural(items, 'item')}, ${plural(links, 'link')}: ${parts.join(', ')}${more}`;
}

const SUGGESTED: Readonly<Record<Tongue, (count: number) => string>> = {
  en: (count) =>
    `; ${plural(count, 'finding')} ${count === 1 ? 'has' : 'have'} suggestions to choose from in the editor`,
  zh: (count) => `；${count} 个问题有修改建议，可在编辑器中选择`,
};
