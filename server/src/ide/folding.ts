/** What can be folded: declarations, long values, text blocks, comments and regions. */
import type { Declaration, Span } from '../language/ast';
import { isLineBreak, nextLine } from '../language/characters';
import type { Segment } from '../language/segment';
import { endOf, tokenize } from '../language/tokens';
import type { SourceDocument } from '../language/document';
import { perObject } from '../language/perObject';

/** Offsets in the document; it spans more than one line. */
export interface Fold extends Span {
  readonly type: 'declaration' | 'value' | 'text' | 'comment' | 'region';
  /** Does its last line hold nothing before the sign that ends it? Then that line stays visible. */
  readonly closes: boolean;
}

/** The folds of a file in the order of the text; one that holds others stands before them. */
export function foldsOf(document: SourceDocument): readonly Fold[] {
  const folds = document.segments.flatMap((segment, index) => {
    const shift = document.offsetOf(index);
    return foldsIn(segment).map((fold) => ({ ...fold, start: fold.start + shift, end: fold.end + shift }));
  });
  return [...folds, ...regionsOf(document)].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Relative to the segment. */
const foldsIn = perObject((segment: Segment): readonly Fold[] => {
  const { text, declarations } = segment;
  const folds: Fold[] = [...commentsIn(text)];
  const add = (type: Fold['type'], { start, end }: Span): void => {
    if (isBroken(text, start, end)) folds.push({ type, start, end, closes: closesOnOwnLine(text, end) });
  };
  const visit = ({ block, end }: Declaration): void => {
    if (!block) return;
    add('declaration', {
      start: block.open,
      end: block.close < 0 ? text.slice(0, end).trimEnd().length : block.close + 1,
    });
    for (const field of block.fields) {
      const value = { start: field.colon < 0 ? field.start : field.colon, end: field.end };
      const [only] = field.phrases;
      add(
        field.phrases.length === 1 && only?.atoms.length === 1 && only.atoms[0]!.type === 'text' ? 'text' : 'value',
        value,
      );
    }
    for (const each of block.texts) add('text', each);
    block.declarations.forEach(visit);
  };
  declarations.forEach(visit);
  return folds;
});

function isBroken(text: string, start: number, end: number): boolean {
  const next = nextLine(text, start);
  return next < end && next > start;
}

/** `}` and `"""` that end a fold on a line of their own. */
const closesOnOwnLine = (text: string, end: number): boolean =>
  /(?:^|[\r\n])[^\S\r\n]*(?:[}｝]|["“”＂]{3})$/u.test(text.slice(Math.max(0, end - 400), end));

/** Comments over several lines, and runs of line comments, each on a line of its own. */
function commentsIn(text: string): readonly Fold[] {
  if (!text.includes('/*') && !text.includes('//')) return [];
  const folds: Fold[] = [];
  let run: { start: number; end: number } | undefined;
  const endRun = (): void => {
    if (run && isBroken(text, run.start, run.end)) folds.push({ type: 'comment', ...run, closes: false });
    run = undefined;
  };
  for (const comment of tokenize(text).comments) {
    const [start, end] = [comment.startOffset, endOf(comment)];
    const isLine = comment.image.startsWith('//') && isAlone(text, start) && !REGION.test(comment.image);
    if (!isLine || (run && !follows(text, run.end, start))) endRun();
    if (isLine) run = { start: run?.start ?? start, end };
    else if (isBroken(text, start, end)) folds.push({ type: 'comment', start, end, closes: false });
  }
  endRun();
  return folds;
}

/** Is there nothing but blanks before it on its line? */
const isAlone = (text: string, offset: number): boolean => {
  let at = offset;
  while (at > 0 && !isLineBreak(text.charCodeAt(at - 1))) at--;
  return text.slice(at, offset).trim() === '';
};

/** Does the second stand on the line behind the first? */
const follows = (text: string, end: number, start: number): boolean =>
  /^(?:\r\n|\n|\r)[^\S\r\n]*$/.test(text.slice(end, start));

const REGION = /^\/\/\s*#?(end)?region\b/;

/** `// #region` … `// #endregion`, over any number of declarations. */
function regionsOf(document: SourceDocument): readonly Fold[] {
  const open: number[] = [];
  const folds: Fold[] = [];
  document.segments.forEach(({ text }, index) => {
    if (!text.includes('region')) return;
    for (const comment of tokenize(text).comments) {
      const [region, isEnd] = REGION.exec(comment.image) ?? [];
      const offset = document.offsetOf(index) + comment.startOffset;
      if (region === undefined) continue;
      if (isEnd === undefined) open.push(offset);
      else if (open.length > 0)
        folds.push({ type: 'region', start: open.pop()!, end: offset + comment.image.length, closes: false });
    }
  });
  return folds;
}
