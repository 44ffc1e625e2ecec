/** Repairs of syntax problems. Each is read again before it is offered: one that leaves as many problems is none. */
import type { Span, SyntaxMessage, SyntaxProblem } from '../../language/ast';
import { SourceDocument } from '../../language/document';
import { applyEdits } from '../../language/format/edits';
import { toAscii } from '../../language/characters';
import { endOf, tokenize } from '../../language/tokens';
import { nearest } from '../../kinds/near';
import { allNames } from '../../kinds/table';
import type { Text } from '../../kinds/tongue';
import { quoted } from '../../kinds/values/source';
import type { Item, Model, SegmentPlace } from '../../model/model';
import { cutting } from '../repair/cut';
import { inserting, replacing, type Repair, type RepairEdit } from '../repair/repair';
import { indentationAt, isBroken, lineBreakAt, lineEnd, lineStart, textAt } from '../repair/source';

/** What a repair is made from. */
interface Broken {
  readonly model: Model;
  readonly at: SegmentPlace;
  readonly problem: SyntaxProblem;
  readonly text: string;
  /** The innermost item around the problem. */
  readonly item: Item | undefined;
  readonly wanted: 'sure' | undefined;
}

type Mend = (broken: Broken) => readonly Repair[];

/** A problem of a segment. `index` is that of the item around it, in the segment. */
interface Found {
  readonly at: SegmentPlace;
  readonly problem: SyntaxProblem;
  readonly index: number;
  /** `sure`: only what is certain is wanted. */
  readonly wanted: 'sure' | undefined;
}

/** What would mend a problem of a segment, best first. */
export function syntaxRepairs(model: Model, { at, problem, index, wanted }: Found): readonly Repair[] {
  const text = textAt(model, at);
  const item = model.itemsIn(at.file, at.segment)[index];
  const repairs = MENDS[problem.problem]?.({ model, at, problem, text, item, wanted }) ?? [];
  // In a text with several problems, what the reader made of it need not be what was meant.
  const alone = problemsIn(text) === 1;
  return repairs
    .filter((repair) => mends(text, repair))
    .map((repair) => (repair.sure && !alone && problem.problem !== 'full-width' ? { ...repair, sure: false } : repair));
}

const problemsIn = (text: string): number =>
  new SourceDocument(text).segments
    .flatMap(({ problems }) => problems)
    .filter(({ problem }) => problem !== 'full-width').length;

function mends(text: string, { edits }: Repair): boolean {
  const sorted = edits
    .map(({ place, text: written }) => ({ ...place, text: written }))
    .sort((a, b) => a.start - b.start);
  if (edits.some(({ place }) => place.file !== edits[0]!.place.file || place.segment !== edits[0]!.place.segment))
    return true;
  const count = (source: string): number =>
    new SourceDocument(source).segments.reduce((sum, { problems }) => sum + problems.length, 0);
  return count(applyEdits(text, sorted)) < count(text);
}

const repair = (title: Text, edits: readonly RepairEdit[], sure = false): readonly Repair[] =>
  edits.length === 0 ? [] : [{ title, edits, sure }];

const writing = (sign: string): Text => ({ en: `Insert \`${sign}\``, zh: `插入 \`${sign}\`` });
const changing = (sign: string): Text => ({ en: `Change to \`${sign}\``, zh: `改为 \`${sign}\`` });
const taking = (sign: string): Text => ({ en: `Remove \`${sign}\``, zh: `删除 \`${sign}\`` });

const MENDS: Partial<Record<SyntaxMessage, Mend>> = {
  'unclosed-block': closeBlock,
  'unclosed-string': closeString,
  'unclosed-text': closeText,
  'unclosed-comment': closeComment,
  'stray-brace': ({ model, at, problem }) => repair(taking('}'), cutting(model, at, [problem]), true),
  'full-width': narrow,
  'expected-colon': insertColon,
  'expected-block': quoteTitle,
  'expected-value': ({ model, at, problem, item }) => {
    const field = item?.fields.find(({ node }) => node.start === problem.start);
    const word = problem.subject ?? '';
    return field ? repair(taking(`${word}:`), cutting(model, at, [field.node])) : [];
  },
  'block-on-next-line': ({ at, problem, text }) => {
    const head = text.slice(0, problem.start).trimEnd().length;
    return repair(
      { en: 'Move `{` to the line of its declaration', zh: '把 `{` 移到声明所在的行' },
      [replacing(at, { start: head, end: problem.start }, ' ')],
      true,
    );
  },
  'declaration-on-new-line': ({ model, at, problem, text }) => {
    const before = text.slice(0, problem.start).trimEnd().length;
    const line = `${lineBreakAt(model, at)}${indentationAt(text, problem.start)}`;
    return repair(
      { en: 'Start a new line', zh: '另起一行' },
      [replacing(at, { start: before, end: problem.start }, line)],
      true,
    );
  },
  'unexpected-character': replaceSign,
  'expected-member': commentOut,
  'expected-declaration': commentOut,
};

/** Where the reader ends the block: behind its last word and what is said about it. */
function closeBlock({ model, at, problem, text }: Broken): readonly Repair[] {
  const declaration = model
    .itemsIn(at.file, at.segment)
    .find((item) => item.declaration.block?.open === problem.end - 1)?.declaration;
  if (!declaration?.block || declaration.block.close >= 0) return [];
  const head = indentationAt(text, problem.start);
  const { tokens, comments } = tokenize(text);
  let end = tokens.reduce((last, token) => (endOf(token) <= declaration.end ? endOf(token) : last), problem.end);
  for (const comment of comments) {
    if (comment.startOffset < end) continue;
    const line = comment.startOffset;
    if (isBroken(text, { start: end, end: line }) && indentationAt(text, line).length <= head.length) break;
    end = endOf(comment);
  }
  const onLine =
    !isBroken(text, { start: declaration.block.open, end }) && lineStart(text, end) === lineStart(text, problem.start);
  const hasComment = comments.some((comment) => endOf(comment) === end && comment.image.startsWith('//'));
  const closing = onLine && end > problem.end && !hasComment ? ' }' : `${lineBreakAt(model, at)}${head}}`;
  return repair(writing('}'), [inserting(at, end, closing)], true);
}

function closeString({ at, problem, text }: Broken): readonly Repair[] {
  const image = text.slice(problem.start, problem.end);
  const backslashes = /(?<!\\)\\*$/.exec(image)![0].length;
  const quote = image.startsWith('“') ? '”' : '"';
  // One that would be cut short at a comma, or goes on below, may end elsewhere.
  const rest = text.slice(problem.end, lineEnd(text, problem.end));
  const sure = /^\s*(?:[{}｛｝]+\s*)?$/u.test(rest);
  return repair(writing(quote), [inserting(at, problem.end, `${backslashes % 2 === 1 ? '\\' : ''}${quote}`)], sure);
}

/** Before the braces that stand alone on the last lines, for these close the blocks around. */
function closeText(broken: Broken): readonly Repair[] {
  const indent = indentationAt(broken.text, broken.problem.start);
  return repair(
    writing('"""'),
    closeSwallowing(broken, (line) => `${line}${indent}"""`),
  );
}

function closeComment(broken: Broken): readonly Repair[] {
  const end = lineEnd(broken.text, broken.problem.start);
  const here = repair({ en: 'End the comment on its line', zh: '在本行结束注释' }, [inserting(broken.at, end, ' */')]);
  return [
    ...here,
    ...repair(
      writing('*/'),
      closeSwallowing(broken, () => ' */'),
    ),
  ];
}

function closeSwallowing({ model, at, problem, text }: Broken, sign: (line: string) => string): readonly RepairEdit[] {
  const line = lineBreakAt(model, at);
  const open = model
    .itemsIn(at.file, at.segment)
    .map(({ declaration }) => declaration)
    .filter(({ block }) => block && block.close < 0 && block.open < problem.start);
  const content = text.trimEnd();
  const closers = closingLines(content);
  const count = closers.replace(/[^}｝]/g, '').length;
  const end = content.length - (count <= open.length ? closers.length : 0);
  const missing = open
    .slice(0, Math.max(0, open.length - (count <= open.length ? count : 0)))
    .reverse()
    .map(({ start }) => `${line}${indentationAt(text, start)}}`);
  const edits = [inserting(at, end, sign(line))];
  return missing.length === 0
    ? edits
    : end === content.length
      ? [inserting(at, end, `${sign(line)}${missing.join('')}`)]
      : [...edits, inserting(at, content.length, missing.join(''))];
}

/** The last lines, as far as each holds a closing brace and nothing else, with the line breaks before them. */
function closingLines(content: string): string {
  for (let end = content.length; ;) {
    const start = lineStart(content, end);
    if (start === 0 || !/^[^\S\r\n]*[}｝][^\S\r\n]*$/.test(content.slice(start, end))) return content.slice(end);
    end = start - (content.startsWith('\r\n', start - 2) ? 2 : 1);
  }
}

/** Full-width signs of this declaration, or of the whole file. */
function narrow({ model, at, wanted }: Broken): readonly Repair[] {
  const here = repair({ en: 'Write these signs in ASCII', zh: '改为半角标点' }, narrowed(textAt(model, at), at), true);
  return wanted === 'sure' ? here : [...here, ...narrowFile(model, at, here[0]?.edits.length ?? 0)];
}

/** Offered where it would do more than that. */
function narrowFile({ files }: Model, at: SegmentPlace, least: number): readonly Repair[] {
  const { segments } = files[at.file]!.document;
  const all = segments.flatMap(({ text }, segment) => narrowed(text, { file: at.file, segment }));
  if (all.length <= least) return [];
  return repair({ en: 'Write such signs in ASCII in the whole file', zh: '将整个文件的标点改为半角' }, all);
}

function narrowed(text: string, at: SegmentPlace): readonly RepairEdit[] {
  return tokenize(text).tokens.flatMap(({ image, startOffset: start }) => {
    const end = start + image.length;
    if (!/^["“”＂]/u.test(image)) {
      const ascii = /^\p{L}/u.test(image) ? image : toAscii(image);
      return ascii === image ? [] : [replacing(at, { start, end }, ascii)];
    }
    // What stands inside the quotes stays. A sign that the new quotes would take for their end keeps the old ones.
    const width = /^["“”＂]{3}/u.test(image) ? 3 : 1;
    const inner = image.slice(width, -width);
    const isWide = toAscii(image.slice(0, width) + image.slice(-width)) !== image.slice(0, width) + image.slice(-width);
    if (!isWide || /["\\]/.test(inner) || image.length < 2 * width || !/["“”＂]$/u.test(image)) return [];
    const quotes = '"'.repeat(width);
    return [replacing(at, { start, end: start + width }, quotes), replacing(at, { start: end - width, end }, quotes)];
  });
}

/** `priority must` and `duration = 3d`; a name that is slightly wrong is put right at once. */
function insertColon({ at, problem, text, item }: Broken): readonly Repair[] {
  const field = item?.fields.find(({ node }) => node.start === problem.start)?.node;
  if (!field || !item.kind || field.phrases.length === 0) return [];
  const known = item.kind.field(field.name.text) !== undefined;
  const names = item.kind.fields.flatMap(({ names: all }) => allNames(all));
  const name = known ? field.name.text : nearest(field.name.text, names);
  if (name === undefined) return [];
  const sign = /^\s*=\s*/.exec(text.slice(field.name.end))?.[0];
  const end = field.name.end + (sign?.length ?? 0);
  return repair(
    changing(`${name}:`),
    [replacing(at, { start: field.name.start, end }, `${name}:${sign ? ' ' : ''}`)],
    known && !sign,
  );
}

/** The words between an id and `{`. */
function quoteTitle({ at, problem, text, item }: Broken): readonly Repair[] {
  if (!item || item.declaration.title || problem.subject === undefined) return [];
  const words = text
    .slice(problem.start, problem.end)
    .replace(/^['‘’「『]+|(?<!['‘’」』])['‘’」』]+$/g, '')
    .trim();
  return repair(changing(quoted(words)), [replacing(at, problem, quoted(words))], /\d/.test(item.id ?? ''));
}

function replaceSign(broken: Broken): readonly Repair[] {
  const { model, at, problem, text } = broken;
  const sign = text.slice(problem.start, problem.end);
  if (/^[,，、:：]$/u.test(sign)) return repair(taking(sign), cutting(model, at, [problem]), true);
  if (/^[;；]$/u.test(sign)) return separate(broken, sign);
  const closing = QUOTES.get(sign[0] ?? '');
  const line = text.slice(problem.start, lineEnd(text, problem.start));
  const end = closing === undefined ? -1 : line.indexOf(closing, 1);
  if (end < 0) return [];
  const title = quoted(line.slice(1, end));
  return repair(changing(title), [replacing(at, { start: problem.start, end: problem.start + end + 1 }, title)], true);
}

const QUOTES: ReadonlyMap<string, string> = new Map([
  ["'", "'"],
  ['‘', '’'],
  ['「', '」'],
  ['『', '』'],
]);

/** `;` where a comma separates fields, or nothing is needed at a line's end. */
function separate({ model, at, problem, text }: Broken, sign: string): readonly Repair[] {
  const rest = text.slice(problem.end, lineEnd(text, problem.end));
  return /^\s*(?:\/\/.*|[}｝].*)?$/u.test(rest)
    ? repair(taking(sign), cutting(model, at, [problem]), true)
    : repair(changing(','), [replacing(at, problem, ',')], true);
}

/** A line that is nothing of the language, as a comment. */
function commentOut({ at, problem, text }: Broken): readonly Repair[] {
  const alone = text.slice(lineStart(text, problem.start), problem.start).trim() === '';
  const whole: Span = { start: problem.start, end: lineEnd(text, problem.start) };
  if (!alone || text.slice(problem.end, whole.end).trim() !== '' || isBroken(text, problem)) return [];
  return repair({ en: 'Turn the line into a comment', zh: '将本行改为注释' }, [inserting(at, problem.start, '// ')]);
}
