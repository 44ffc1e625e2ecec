/** Specs as people and tools might write them, made from a list of numbers, so that fast-check can make a failing one smaller. */
import fc from 'fast-check';

/** Any spec: nearly always without problems, in any state of disorder. */
export const anySpec: fc.Arbitrary<string> = fc
  .array(fc.nat(9999), { minLength: 20, maxLength: 400, size: 'max' })
  .map((numbers) => specOf(numbers));

type Draw = <T>(choices: readonly T[]) => T;

const KINDS = ['requirement', 'task', 'phase', '需求', '任务', 'source', 'milestone', 'x'];
const IDS = ['REQ-1', 'T-1', '需求-登录', 'auth.sso-2', 'a', ''];
const TITLES = ['"Sign in"', '“单点登录”', '“说"', '"“引用”，：｛”"', '"a \\"b\\" c"', '＂全角＂', '"//"', '', ''];
const NAMES = ['priority', 'after', '优先级', '来自', 'x'];
const COMMENTS = ['/* c */', '/**/', '/* 注释，：｛“ */', '/* a {\n     b\n   c */', '/*\n * star\n\t * tab\n */'];
const LINE_COMMENTS = ['// c', '// 说明，“引用” { ', '//', '// a /* b'];
const BLANKS = [' ', ' ', ' ', '  ', '\t', '\u3000', ' \u00a0'];
const PHRASES: readonly (readonly string[])[] = [
  ['T-1'],
  ['T-1', 'SS', '+', '2d'],
  ['T-1', '－', '1d'],
  ['3d', '..', '5d', '..', '10d'],
  ['1200', 'CNY', '/', 'd'],
  ['4.5', '／', '5'],
  ['login_p95', '<=', '2s'],
  ['≥', '99.9％'],
  ['！＝', '-', '5'],
  ['2026-02-16', '..', '"春节"'],
  ['..', '2026-03-01T09：30'],
  ['2026', '-', '3', '-', '2'],
  ['周一', '..', '周五'],
  ['"a, b"', '“c”', 'by', 'lin'],
  ['https://example.com/a', '/', 'b'],
  ['trace', '/', 'no-work', '"x"', 'until', '2026-06-30'],
  ['"""one line"""'],
  ['"""\n   two\n     lines  \n\n  """'],
  ['“”', 'x'],
  ['“““中文“引用”\n  二\n”””'],
  ['=', '=', '2'],
  ['-', '-', '3d'],
];
const TEXTS = [
  '"""Markdown"""',
  '"""\nnone\n"""',
  '"""\n      deep\n    less\n\n\n      deep  \n    """',
  '"""first\n   second\n     third"""',
  '"""\n\u3000\u3000段落一\n\u3000\u3000段落二\n"""',
  '"""\n\tx\n\t\ty \\""" z\\\n"""',
  '”””全角”””',
  '"""\n\n"""',
];

/** What spoils a declaration. */
const BROKEN = ['priority:\n', 'priority must\n', '"\n', '}\n', '{\n', '"""\n', ') x\n'];
const RARELY = Array.from({ length: 40 }, (_, index) => index === 39);

function specOf(numbers: readonly number[]): string {
  let at = 0;
  const draw: Draw = (choices) => choices[(numbers[at++] ?? 0) % choices.length]!;
  const eol = draw(['\n', '\n', '\n', '\r\n']);
  const parts: string[] = [draw(['', '', '\n\n', '\ufeff', '// head\n\n', '  /* x\n  y */ '])];
  while (at < numbers.length) parts.push(declaration(draw, 0, numbers.length - at), between(draw));
  const text = parts.join('');
  return eol === '\n' ? text : text.replace(/\n/g, eol);
}

const some = (draw: Draw, most: number): number => draw(Array.from({ length: most + 1 }, (_, index) => index));

/** Between two pieces on one line. */
const inLine = (draw: Draw): string => draw([...BLANKS, ...BLANKS, ' /* c */ ']);

/** Between two members or declarations: at least one line break. */
function between(draw: Draw): string {
  const blank = (): string => draw(['', '  ', '\t', '      ']);
  const parts = [draw(['', '', '', ` ${draw(LINE_COMMENTS)}`, `   ${draw(COMMENTS)}`]), '\n'];
  for (let count = some(draw, 3); count > 0; count--)
    parts.push(
      draw(['\n', '\n', `${blank()}${draw(LINE_COMMENTS)}\n`, `${blank()}${draw(COMMENTS)}\n`, `${draw(COMMENTS)} `]),
    );
  return parts.join('') + blank();
}

function declaration(draw: Draw, depth: number, budget: number): string {
  const [kind, id, title] = [draw(KINDS), draw(IDS), draw(TITLES)];
  const words = [kind, id, title].filter((word) => word !== '');
  const head = words.reduce((text, word) => text + inLine(draw) + word);
  if (title !== '' && draw([true, false, false, false])) return head;
  const open = draw(['{', '{', '{', '｛']);
  const close = draw(['}', '}', '}', '｝']);
  const before = draw([' ', '', '  ', ' /* c */ ']);
  const inner = draw([true, false]) ? lineOfFields(draw) : members(draw, depth + 1, budget);
  return `${head}${before}${open}${inner}${close}`;
}

/** Fields on one line, with and without commas. */
function lineOfFields(draw: Draw): string {
  const fields = Array.from({ length: some(draw, 3) }, () => field(draw, () => inLine(draw), false));
  const separator = (): string => draw([', ', ',', '，', ' ', ' /* c */, ', ', /* c */ ', ' /* c */ ']);
  const text = draw(['', '', '', '"""t""" ']);
  const line = fields.length === 0 ? '' : fields.reduce((all, one) => all + separator() + one);
  return (
    draw(['', ' ', '  ']) + text + line + draw(['', ' ', ', ', ' /* c */ ']).replace(/^,/, fields.length ? ',' : '')
  );
}

function members(draw: Draw, depth: number, budget: number): string {
  let text = between(draw);
  for (let count = some(draw, Math.min(5, budget)); count > 0; count--) {
    const member = draw(['field', 'field', 'field', 'text', depth < 4 ? 'declaration' : 'field']);
    if (draw(RARELY)) text += draw(BROKEN);
    if (member === 'field')
      text += field(draw, () => draw([' ', ' ', '\n    ', ' // c\n', '\n\n']), true) + draw(['', '', ',']);
    else text += member === 'text' ? draw(TEXTS) : `  ${declaration(draw, depth, budget >> 1)}`;
    text += between(draw);
  }
  return text;
}

/** `around` stands behind commas, and before some. */
function field(draw: Draw, around: () => string, texts: boolean): string {
  const phrase = (): string => {
    const words = draw(PHRASES.filter((all) => texts || !all.some((word) => word.includes('\n'))));
    return words.reduce((all, word) => all + glue(draw, all, word) + word);
  };
  const phrases = Array.from({ length: 1 + some(draw, 2) }, phrase);
  const comma = (): string => draw(['', '', '', around()]) + draw([',', ',', '，', '、']) + around();
  const colon = draw([':', ':', '：', ' :', ':/* c */', ': ,']);
  return `${draw(NAMES)}${colon}${draw([' ', '', '  '])}${phrases.reduce((all, one) => all + comma() + one)}`;
}

/** Blanks, or none where two words do not become one. */
function glue(draw: Draw, before: string, word: string): string {
  const joins = /[\p{L}\p{N}_"“”＂.<>=/-]$/u.test(before) && /^[\p{L}\p{N}_"“”＂.<>=/-]/u.test(word);
  return joins && draw([true, true, false]) ? ' ' : draw([' ', '', '  ', ' /* c */ ']);
}
