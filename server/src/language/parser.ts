/**
 * The grammar of `.delivery`, by recursive descent: one method for each rule, which builds its part of the tree in place.
 *
 * It is total: each rule has an alternative for what should not be there, and every message is one of ours. Braces are balanced
 * before (see balance.ts), so a block always closes.
 */
import type { Atom, Block, Declaration, Field, Phrase, Span, SyntaxMessage, SyntaxProblem, Word } from './ast';
import { toAscii } from './characters';
import { Lookahead } from './lookahead';
import { atomText, compact } from './nodes';
import { shared } from './shared';
import type { TokenList } from './tokenList';
import {
  atomTypeOf,
  Colon,
  Comma,
  EndOfText,
  isAtom,
  isString,
  isText,
  LeftBrace,
  Name,
  RightBrace,
  UnclosedString,
  UnclosedText,
  type TokenType,
} from './tokenTypes';

export interface Parsed {
  readonly declarations: readonly Declaration[];
  readonly problems: readonly SyntaxProblem[];
}

/** Parses the balanced tokens of a segment's text. Never throws. */
export function parse(text: string, tokens: TokenList): Parsed {
  const parser = new Parser(text, tokens);
  return { declarations: parser.document(), problems: compact(parser.problems) };
}

class Parser {
  /** What was found wrong in the text. */
  readonly problems: SyntaxProblem[] = [];
  private readonly ahead: Lookahead;
  /** Number of blocks around the next token. */
  private depth = 0;
  private inOpenTitle = false;

  constructor(
    private readonly text: string,
    tokens: TokenList,
  ) {
    this.ahead = new Lookahead(tokens);
  }

  /** Document = { Declaration | junk } */
  document(): readonly Declaration[] {
    const declarations: Declaration[] = [];
    while (this.ahead.type(1) !== EndOfText)
      if (this.ahead.atTopLevelDeclaration()) declarations.push(this.declaration());
      else this.junk('expected-declaration');
    return compact(declarations);
  }

  /** Declaration = Kind [ Id ] [ Title ] [ Block ] */
  private declaration(): Declaration {
    const { ahead } = this;
    const kind = this.commonWord();
    const id = ahead.type(1) === Name && ahead.sameLine() ? this.word() : undefined;
    if (ahead.atColonInHead()) this.unexpected();
    const title = isString(ahead.type(1)) && ahead.sameLine() ? this.atom() : undefined;
    const openTitle = (this.inOpenTitle = ahead.type(0) === UnclosedString);
    const junk = this.atJunkInHead() ? this.junkInHead() : undefined;
    const block = ahead.type(1) === LeftBrace ? this.block() : undefined;
    const end = block ? ahead.end(0) : (title ?? id ?? kind).end;
    // A title that is never closed has its message, and may go on behind the comma at which it was ended.
    if (junk && !openTitle) this.reportJunkInHead(junk, title);
    else if (!block && !title) this.report('expected-title-or-block', { start: kind.start, end }, kind.text);
    return { start: kind.start, end, kind, id, title, block };
  }

  /** What stands in a head between the title and the block, such as the words of a title without quotes: one message for all of it. */
  private junkInHead(): Span {
    const start = this.ahead.start(1);
    while (this.atJunkInHead()) this.ahead.advance();
    return { start, end: this.ahead.end(0) };
  }

  /** In a block a field may begin behind a title, and a comma end the declaration; at the top level all of the line belongs to it. */
  private atJunkInHead(): boolean {
    const type = this.ahead.type(1);
    return (
      (type === Colon || type === Comma || isAtom(type)) &&
      this.ahead.sameLine() &&
      (this.depth === 0 || this.inOpenTitle || (!this.ahead.atField() && type !== Comma))
    );
  }

  private reportJunkInHead(junk: Span, title: Atom | undefined): void {
    const words = this.text.slice(junk.start, junk.end);
    const mayBeTitle = !title && !/["“”]/.test(words) && /\p{L}/u.test(words);
    this.report('expected-block', junk, mayBeTitle ? shortened(withoutQuotes(words)) : undefined);
  }

  /** Block = "{" { Field [ "," ] | Declaration | Text | junk } "}" */
  private block(): Block {
    const { ahead } = this;
    if (ahead.isFirst(1)) this.report('block-on-next-line', this.span(1));
    const open = ahead.start(1);
    ahead.advance();
    const fields: Field[] = [];
    const declarations: Declaration[] = [];
    const texts: Atom[] = [];
    this.depth++;
    for (let type = ahead.type(1); !closes(type); type = ahead.type(1)) {
      if (isText(type)) texts.push(this.atom());
      else if (type !== Name) this.junk('expected-member');
      else if (ahead.atField()) fields.push(this.field());
      else if (ahead.atHead()) declarations.push(this.declaration());
      else fields.push(this.fieldWithoutColon());
    }
    this.depth--;
    const close = ahead.end(1) > ahead.start(1) ? ahead.start(1) : -1;
    ahead.advance();
    return { open, close, fields: compact(fields), declarations: compact(declarations), texts: compact(texts) };
  }

  /** Field = Name ":" Value */
  private field(): Field {
    const name = this.commonWord();
    const [colon, end] = [this.ahead.start(1), this.ahead.end(1)];
    this.ahead.advance();
    const phrases = this.value();
    if (phrases.length === 0 && !this.isHalfUrl(name))
      this.report('expected-value', { start: name.start, end }, name.text);
    return { start: name.start, end: phrases.at(-1)?.end ?? end, name, colon, phrases };
  }

  /** `link: https:`: the field around it has the message. */
  private isHalfUrl({ text, start }: Word): boolean {
    const last = this.problems.at(-1);
    return (
      /^(https?|ftp|file)$/i.test(text) &&
      last?.problem === 'expected-value' &&
      this.text.slice(last.end, start).trim() === ''
    );
  }

  /** `priority must`, or half a key: a field that lost its colon. */
  private fieldWithoutColon(): Field {
    const name = this.commonWord();
    const before = this.problems.length;
    const phrases = this.value();
    const others = this.problems.splice(before).filter(({ problem }) => problem !== 'unexpected-character');
    this.report('expected-colon', name, name.text);
    this.problems.push(...others);
    return { start: name.start, end: phrases.at(-1)?.end ?? name.end, name, colon: -1, phrases };
  }

  /** Value = Phrase { "," Phrase }, with a comma allowed at its end. */
  private value(): readonly Phrase[] {
    const { ahead } = this;
    const phrases: Phrase[] = [];
    if (ahead.atPhrase(false)) phrases.push(this.phrase());
    while (ahead.type(1) === Comma && (phrases.length > 0 || ahead.sameLine())) {
      if (ahead.type(2) === Comma) this.report('unexpected-character', this.span(1), ',');
      ahead.advance();
      if (ahead.atPhrase(true)) phrases.push(this.phrase());
    }
    return compact(phrases);
  }

  /** Phrase = Atom { Atom }, all on one line. A block that opens here is skipped whole, so that it spoils nothing else. */
  private phrase(): Phrase {
    const { ahead } = this;
    const before = this.problems.length;
    const atoms = [this.atom()];
    for (let type = ahead.type(1); type !== RightBrace && type !== Comma && this.onPhrase(); type = ahead.type(1)) {
      if (type === LeftBrace) this.skippedBlock(headStart(atoms));
      else if (type === Colon) this.unexpected();
      else atoms.push(this.atom());
    }
    if (this.problems.length > before + 1) this.keepFirstUnexpected(before);
    return { start: atoms[0]!.start, end: atoms.at(-1)!.end, atoms: compact(atoms) };
  }

  private onPhrase(): boolean {
    return this.ahead.sameLine() && !this.ahead.atField();
  }

  /** One message for all signs that a phrase cannot hold, such as both quotes of `'x'`. */
  private keepFirstUnexpected(before: number): void {
    const added = this.problems.splice(before);
    const isUnexpected = ({ problem }: SyntaxProblem): boolean => problem === 'unexpected-character';
    const first = added.find(isUnexpected);
    this.problems.push(...added.filter((problem) => problem === first || !isUnexpected(problem)));
  }

  /**
   * A line that is neither field nor declaration nor text: one message for all of it, and none behind a colon, whose field
   * lacks its value. A comma is taken alone, for what stands behind it may be right.
   */
  private junk(problem: SyntaxMessage): void {
    const { ahead } = this;
    const start = ahead.start(1);
    const behindColon = ahead.type(0) === Colon && ahead.sameLine();
    if (ahead.type(1) === Comma) {
      this.unexpected();
      return;
    }
    do this.skip();
    while (this.continuesJunk() && (!isText(ahead.type(1)) || problem === 'expected-declaration'));
    if (!behindColon) this.report(problem, { start, end: ahead.end(0) });
  }

  /** Is the next token on the junk's line, or behind a comma on the next one? Then it goes on as a value would. */
  private continuesJunk(): boolean {
    const { ahead } = this;
    if (ahead.type(1) === RightBrace) return false;
    return ahead.sameLine() || (ahead.type(0) === Comma && this.depth > 0 && ahead.atPhrase(true));
  }

  /** Tokens between balanced braces that belong to nothing; `head` is where the declaration begins that should start a line of its own. */
  private skippedBlock(head?: number): void {
    if (head !== undefined) this.report('declaration-on-new-line', { start: head, end: this.ahead.end(1) });
    this.ahead.advance();
    while (!closes(this.ahead.type(1))) this.skip();
    this.ahead.advance();
  }

  private skip(): void {
    if (this.ahead.type(1) === LeftBrace) this.skippedBlock();
    else this.ahead.advance();
  }

  /** Where a token stands. */
  private span(k: number): Span {
    return { start: this.ahead.start(k), end: this.ahead.end(k) };
  }

  private image(): string {
    return this.text.slice(this.ahead.start(1), this.ahead.end(1));
  }

  /** Takes a name. */
  private word(text = this.image()): Word {
    const word = { start: this.ahead.start(1), end: this.ahead.end(1), text };
    this.ahead.advance();
    return word;
  }

  /** Takes the name of a kind or field. */
  private commonWord(): Word {
    return this.word(shared(this.image()));
  }

  /** Takes an atom, with a problem if the token is not whole. */
  private atom(): Atom {
    const type = this.ahead.type(1);
    const atom = {
      start: this.ahead.start(1),
      end: this.ahead.end(1),
      type: atomTypeOf(type) ?? 'junk',
      text: atomText(type, this.image()),
    };
    this.ahead.advance();
    if (atom.type === 'junk' || type === UnclosedString || type === UnclosedText) this.reportAtom(type, atom);
    return atom;
  }

  private reportAtom(type: TokenType, { start, end }: Atom): void {
    if (type === UnclosedString) this.report('unclosed-string', { start, end });
    else if (type === UnclosedText) this.report('unclosed-text', { start, end: start + 3 });
    else this.report('unexpected-character', { start, end }, this.text.slice(start, end));
  }

  /** Takes a sign that nothing can hold here. */
  private unexpected(): void {
    this.report('unexpected-character', this.span(1), toAscii(this.image()));
    this.ahead.advance();
  }

  private report(problem: SyntaxMessage, { start, end }: Span, subject?: string): void {
    const code = problem.startsWith('unclosed') ? 'syntax/unclosed-text' : 'syntax/unexpected';
    this.problems.push({ code, problem, start, end, ...(subject === undefined ? {} : { subject }) });
  }
}

/** Ends a block. */
const closes = (type: TokenType): boolean => type === RightBrace || type === EndOfText;

/** Quotes of other languages, such as `'title'`, are no part of the title. */
const withoutQuotes = (words: string): string => words.replace(/^['‘’「『]+|['‘’」』]+$/g, '').trim();

/** So much of a pasted line as a message can show. */
const shortened = (words: string): string => (words.length > 60 ? `${words.slice(0, 57).trimEnd()}…` : words);

/** Where the head begins that the last atoms of a phrase may be: `task T-1 "c"`. */
function headStart(atoms: readonly Atom[]): number | undefined {
  const last = atoms.slice(atoms.at(-1)?.type === 'string' ? -3 : -2);
  return (last.find(({ type }) => type === 'name') ?? last[0])?.start;
}
