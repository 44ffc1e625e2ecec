/**
 * The grammar of `.delivery`, as an embedded-actions parser that builds the tree in place.
 *
 * It is total: each rule has an alternative for what should not be there, so that no input makes Chevrotain's own recovery
 * run and every message is one of ours. Braces are balanced before (see balance.ts), so a block always closes.
 */
import './polyfill';
import { EmbeddedActionsParser, EOF, type IToken } from 'chevrotain';
import type {
  Atom as AtomNode,
  Block,
  Declaration,
  Field,
  Phrase,
  Span,
  SyntaxMessage,
  SyntaxProblem,
  Word,
} from './ast';
import { toAscii } from './characters';
import {
  Atom,
  atomTypeOf,
  Colon,
  Comma,
  endOf,
  LeftBrace,
  Name,
  RightBrace,
  UnclosedString,
  UnclosedText,
  vocabulary,
} from './tokens';
import { Lookahead } from './lookahead';
import { atomText, commonWord, compact, isString, isText, tokenSpan, word } from './nodes';

export interface Parsed {
  readonly declarations: readonly Declaration[];
  readonly problems: readonly SyntaxProblem[];
}

/** Fields, declarations and texts of a block while it is being read. */
interface Members {
  readonly fields: Field[];
  readonly declarations: Declaration[];
  readonly texts: AtomNode[];
}

class DeliveryParser extends EmbeddedActionsParser {
  readonly ahead = new Lookahead((k) => this.LA(k));
  /** What was found wrong in the text. */
  problems: SyntaxProblem[] = [];

  /** Validating the grammar takes as long as reading a small project; a test does it. */
  constructor(skipValidations: boolean) {
    super(vocabulary, { maxLookahead: 1, recoveryEnabled: false, skipValidations });
    this.performSelfAnalysis();
  }

  /** Document = { Declaration | junk } */
  readonly document = this.RULE('document', (): Declaration[] => {
    const declarations: Declaration[] = [];
    this.MANY(() =>
      this.OR({
        DEF: [
          {
            GATE: () => this.ahead.atTopLevelDeclaration(),
            ALT: () => declarations.push(this.SUBRULE(this.declaration)),
          },
          { ALT: () => this.SUBRULE(this.junk, { ARGS: ['expected-declaration'] }) },
        ],
        IGNORE_AMBIGUITIES: true,
      }),
    );
    return declarations;
  });

  /** Declaration = Kind [ Id ] [ Title ] [ Block ] */
  private readonly declaration = this.RULE('declaration', (): Declaration => {
    const kind = commonWord(this.CONSUME(Name));
    let id: Word | undefined;
    let title: AtomNode | undefined;
    let block: Block | undefined;
    this.OPTION({ GATE: () => this.ahead.sameLine(), DEF: () => (id = word(this.CONSUME1(Name))) });
    this.OPTION4({ GATE: () => this.ahead.atColonInHead(), DEF: () => this.unexpected(this.CONSUME(Colon)) });
    this.OPTION1({
      GATE: () => this.ahead.sameLine() && isString(this.LA(1).tokenType),
      DEF: () => (title = this.atom(this.CONSUME(Atom))),
    });
    const openTitle = (this.inOpenTitle = this.LA(0).tokenType === UnclosedString);
    let junk: Span | undefined;
    this.OPTION3({ GATE: () => this.atJunkInHead(), DEF: () => (junk = this.SUBRULE(this.junkInHead)) });
    this.OPTION2(() => (block = this.SUBRULE(this.block)));
    const end = block ? this.lastEnd() : (title ?? id ?? kind).end;
    this.ACTION(() => {
      // A title that is never closed has its message, and may go on behind the comma at which it was ended.
      if (junk && !openTitle) this.reportJunkInHead(junk, title);
      else if (!block && !title) this.report('expected-title-or-block', { start: kind.start, end }, kind.text);
    });
    return { start: kind.start, end, kind, id, title, block };
  });

  /** What stands in a head between the title and the block, such as the words of a title without quotes: one message for all of it. */
  private readonly junkInHead = this.RULE('junkInHead', (): Span => {
    const start = this.LA(1).startOffset;
    this.AT_LEAST_ONE({
      GATE: () => this.atJunkInHead(),
      DEF: () =>
        this.OR([
          { ALT: () => this.CONSUME(Atom) },
          { ALT: () => this.CONSUME(Colon) },
          { ALT: () => this.CONSUME(Comma) },
        ]),
    });
    return { start, end: this.lastEnd() };
  });

  private inOpenTitle = false;

  private reportJunkInHead(junk: Span, title: AtomNode | undefined): void {
    const words = this.ahead.text.slice(junk.start, junk.end);
    const mayBeTitle = !title && !/["“”]/.test(words) && /\p{L}/u.test(words);
    this.report('expected-block', junk, mayBeTitle ? shortened(withoutQuotes(words)) : undefined);
  }

  /** Block = "{" { Field [ "," ] | Declaration | Text } "}" */
  private readonly block = this.RULE('block', (): Block => {
    const onNextLine = this.ACTION(() => this.ahead.isFirst(1));
    const brace = this.CONSUME(LeftBrace);
    this.ACTION(() => {
      if (onNextLine) this.report('block-on-next-line', tokenSpan(brace));
    });
    const around = this.members;
    const members = (this.members = { fields: [], declarations: [], texts: [] } as Members);
    this.depth++;
    this.MANY(() => {
      this.next = this.classify();
      this.OR(this.memberAlternatives);
    });
    const close = this.CONSUME(RightBrace);
    this.members = around;
    this.depth--;
    return {
      open: brace.startOffset,
      close: close.image === '' ? -1 : close.startOffset,
      fields: compact(members.fields),
      declarations: compact(members.declarations),
      texts: compact(members.texts),
    };
  });

  /** The block that is being read, and what begins at the next token; kept outside the rules so that these need no closures. */
  private members: Members = { fields: [], declarations: [], texts: [] };
  /** Number of blocks around the next token. */
  private depth = 0;
  private next: 'field' | 'declaration' | 'bare' | 'text' | 'junk' = 'junk';

  /** { Field | Declaration | Text | junk }, made once, since making them for each member took a third of the time. */
  private readonly memberAlternatives = {
    DEF: [
      { GATE: () => this.next === 'field', ALT: () => this.members.fields.push(this.SUBRULE(this.field)) },
      {
        GATE: () => this.next === 'declaration',
        ALT: () => this.members.declarations.push(this.SUBRULE(this.declaration)),
      },
      { GATE: () => this.next === 'bare', ALT: () => this.members.fields.push(this.SUBRULE(this.fieldWithoutColon)) },
      { GATE: () => this.next === 'text', ALT: () => this.members.texts.push(this.atom(this.CONSUME(Atom))) },
      { ALT: () => this.SUBRULE(this.junk, { ARGS: ['expected-member'] }) },
    ],
    IGNORE_AMBIGUITIES: true,
  };

  private classify(): DeliveryParser['next'] {
    const { tokenType } = this.LA(1);
    if (tokenType !== Name) return isText(tokenType) ? 'text' : 'junk';
    if (this.ahead.atField()) return 'field';
    return this.ahead.atHead() ? 'declaration' : 'bare';
  }

  /** Field = Name ":" Value */
  private readonly field = this.RULE('field', (): Field => {
    const name = commonWord(this.CONSUME(Name));
    const colon = this.CONSUME(Colon);
    const phrases = this.SUBRULE(this.value);
    return this.ACTION(() => {
      const span = { start: name.start, end: endOf(colon) };
      if (phrases.length === 0 && !this.isHalfUrl(name)) this.report('expected-value', span, name.text);
      return { start: name.start, end: phrases.at(-1)?.end ?? span.end, name, colon: colon.startOffset, phrases };
    });
  });

  /** `link: https:`: the field around it has the message. */
  private isHalfUrl({ text, start }: Word): boolean {
    const last = this.problems.at(-1);
    return (
      /^(https?|ftp|file)$/i.test(text) &&
      last?.problem === 'expected-value' &&
      this.ahead.text.slice(last.end, start).trim() === ''
    );
  }

  /** `priority must`, or half a key: a field that lost its colon. */
  private readonly fieldWithoutColon = this.RULE('fieldWithoutColon', (): Field => {
    const name = commonWord(this.CONSUME(Name));
    const before = this.problems.length;
    const phrases = this.SUBRULE(this.value);
    return this.ACTION(() => {
      const others = this.problems.splice(before).filter(({ problem }) => problem !== 'unexpected-character');
      this.report('expected-colon', name, name.text);
      this.problems.push(...others);
      return { start: name.start, end: phrases.at(-1)?.end ?? name.end, name, colon: -1, phrases };
    });
  });

  /** Value = Phrase { "," Phrase }, with a comma allowed at its end. */
  private readonly value = this.RULE('value', (): Phrase[] => {
    const phrases: Phrase[] = (this.phrases = []);
    this.OPTION(this.firstPhrase);
    this.MANY(this.nextPhrases);
    return compact(phrases);
  });

  private phrases: Phrase[] = [];
  private readonly firstPhrase = {
    GATE: () => this.ahead.atPhrase(false),
    DEF: () => this.phrases.push(this.SUBRULE(this.phrase)),
  };
  private readonly nextPhrases = {
    GATE: () => this.phrases.length > 0 || this.ahead.sameLine(),
    DEF: () => {
      const comma = this.CONSUME(Comma);
      this.ACTION(() => {
        if (this.LA(1).tokenType === Comma) this.report('unexpected-character', tokenSpan(comma), ',');
      });
      this.OPTION1(this.phraseBehindComma);
    },
  };
  private readonly phraseBehindComma = {
    GATE: () => this.ahead.atPhrase(true),
    DEF: () => this.phrases.push(this.SUBRULE1(this.phrase)),
  };

  /** Phrase = Atom { Atom }, all on one line. A block that opens here is skipped whole, so that it spoils nothing else. */
  private readonly phrase = this.RULE('phrase', (): Phrase => {
    const atoms: AtomNode[] = (this.atoms = []);
    const before = this.problems.length;
    this.AT_LEAST_ONE(this.phraseAtoms);
    this.MANY(this.phraseJunk);
    if (this.problems.length > before + 1) this.keepFirstUnexpected(before);
    return { start: atoms[0]?.start ?? 0, end: atoms.at(-1)?.end ?? 0, atoms: compact(atoms) };
  });

  /** One message for all signs that a phrase cannot hold, such as both quotes of `'x'`. */
  private keepFirstUnexpected(before: number): void {
    const added = this.problems.splice(before);
    const isUnexpected = ({ problem }: SyntaxProblem): boolean => problem === 'unexpected-character';
    const first = added.find(isUnexpected);
    this.problems.push(...added.filter((problem) => problem === first || !isUnexpected(problem)));
  }

  private atoms: AtomNode[] = [];
  private readonly phraseAtoms = {
    GATE: () => this.atoms.length === 0 || (this.ahead.sameLine() && !this.ahead.atField()),
    DEF: () => this.atoms.push(this.atom(this.CONSUME(Atom))),
  };
  private readonly phraseJunk = {
    GATE: () => {
      const { tokenType } = this.LA(1);
      return tokenType !== RightBrace && tokenType !== Comma && this.ahead.sameLine() && !this.ahead.atField();
    },
    DEF: () =>
      this.OR([
        { ALT: () => this.SUBRULE(this.skippedBlock, { ARGS: [headStart(this.atoms)] }) },
        { ALT: () => this.unexpected(this.CONSUME(Colon)) },
        { ALT: () => this.atoms.push(this.atom(this.CONSUME1(Atom))) },
      ]),
  };

  /**
   * A line that is neither field nor declaration nor text: one message for all of it, and none behind a colon, whose field
   * lacks its value. A comma is taken alone, for what stands behind it may be right.
   */
  private readonly junk = this.RULE('junk', (problem?: SyntaxMessage) => {
    const first = this.LA(1);
    const behindColon = this.ACTION(() => this.LA(0).tokenType === Colon && this.ahead.sameLine());
    let end = first.startOffset;
    let count = 0;
    this.AT_LEAST_ONE({
      GATE: () =>
        count === 0 ||
        (first.tokenType !== Comma &&
          this.continuesJunk() &&
          this.LA(1).tokenType !== RightBrace &&
          (!isText(this.LA(1).tokenType) || problem === 'expected-declaration')),
      DEF: () => {
        this.OR({
          DEF: [
            { ALT: () => this.CONSUME(Atom) },
            { ALT: () => this.CONSUME(Colon) },
            { ALT: () => this.CONSUME(Comma) },
            { ALT: () => this.SUBRULE(this.skippedBlock) },
          ],
        });
        count++;
        end = this.lastEnd();
      },
    });
    this.ACTION(() => {
      if (first.tokenType === Comma) this.unexpected(first);
      else if (!behindColon) this.report(problem ?? 'expected-member', { start: first.startOffset, end });
    });
  });

  /** Is the next token on the junk's line, or behind a comma on the next one? Then it goes on as a value would. */
  private continuesJunk(): boolean {
    if (this.ahead.sameLine()) return true;
    return (
      this.LA(0).tokenType === Comma && this.depth > 0 && this.LA(1).tokenType !== EOF && this.ahead.atPhrase(true)
    );
  }

  /** Tokens between balanced braces that belong to nothing; `head` is where the declaration begins that should start a line of its own. */
  private readonly skippedBlock = this.RULE('skippedBlock', (head?: number) => {
    const brace = this.CONSUME(LeftBrace);
    this.ACTION(() => {
      if (head !== undefined) this.report('declaration-on-new-line', { start: head, end: endOf(brace) });
    });
    this.MANY(() =>
      this.OR([
        { ALT: () => this.CONSUME(Atom) },
        { ALT: () => this.CONSUME(Colon) },
        { ALT: () => this.CONSUME(Comma) },
        { ALT: () => this.SUBRULE(this.skippedBlock) },
      ]),
    );
    this.CONSUME(RightBrace);
  });

  /** In a block a field may begin behind a title, and a comma end the declaration; at the top level all of the line belongs to it. */
  private atJunkInHead(): boolean {
    const { tokenType } = this.LA(1);
    const isJunk = tokenType === Colon || tokenType === Comma || atomTypeOf(tokenType) !== undefined;
    return (
      isJunk &&
      this.ahead.sameLine() &&
      (this.depth === 0 || this.inOpenTitle || (!this.ahead.atField() && tokenType !== Comma))
    );
  }

  private lastEnd(): number {
    return endOf(this.LA(0));
  }

  /** The node of an atom, with a problem if the token is not whole. */
  private atom(token: IToken): AtomNode {
    const { tokenType, startOffset: start } = token;
    const end = endOf(token);
    const type = atomTypeOf(tokenType) ?? 'junk';
    if (type === 'junk') this.report('unexpected-character', { start, end }, token.image);
    if (tokenType === UnclosedString) this.report('unclosed-string', { start, end });
    if (tokenType === UnclosedText) this.report('unclosed-text', { start, end: start + 3 });
    return { start, end, type, text: atomText(token) };
  }

  private unexpected(token: IToken): void {
    this.ACTION(() => this.report('unexpected-character', tokenSpan(token), toAscii(token.image)));
  }

  private report(problem: SyntaxMessage, { start, end }: Span, subject?: string): void {
    const code = problem.startsWith('unclosed') ? 'syntax/unclosed-text' : 'syntax/unexpected';
    this.problems.push({ code, problem, start, end, ...(subject === undefined ? {} : { subject }) });
  }
}

/** Quotes of other languages, such as `'title'`, are no part of the title. */
const withoutQuotes = (words: string): string => words.replace(/^['‘’「『]+|['‘’」』]+$/g, '').trim();

/** So much of a pasted line as a message can show. */
const shortened = (words: string): string => (words.length > 60 ? `${words.slice(0, 57).trimEnd()}…` : words);

/** Where the head begins that the last atoms of a phrase may be: `task T-1 "c"`. */
function headStart(atoms: readonly AtomNode[]): number | undefined {
  const last = atoms.slice(atoms.at(-1)?.type === 'string' ? -3 : -2);
  return (last.find(({ type }) => type === 'name') ?? last[0])?.start;
}

// One parser serves all: two instances in one process slow each other down.
const parser = new DeliveryParser(true);

/** Throws if the grammar is ambiguous or otherwise wrong. */
export function validateGrammar(): void {
  new DeliveryParser(false);
}

/** Parses the balanced tokens of a segment's text. Never throws. */
export function parse(text: string, tokens: IToken[]): Parsed {
  parser.ahead.text = text;
  parser.problems = [];
  parser.input = tokens;
  const declarations = parser.document();
  const problems = parser.problems;
  parser.ahead.text = '';
  parser.problems = [];
  parser.input = [];
  return { declarations, problems };
}
