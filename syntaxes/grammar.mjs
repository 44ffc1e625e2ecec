// Writes syntaxes/delivery.tmLanguage.json from the kind table. Usage: node syntaxes/grammar.mjs [--check]
//
// The grammar is flat: fields, heads and atoms are read line by line wherever they stand, so a missing brace spoils
// nothing. Only comments and text blocks reach over lines, and both end at a declaration head in column 0. Names are
// told apart by the structure of the text; the table only adds what structure cannot show: half-typed heads of known
// kinds, fields that lost their colon, and the words of enumerations.
import { readFileSync, writeFileSync } from 'node:fs';

const TABLE = 'schemas/kinds.json';
const GRAMMAR = 'syntaxes/delivery.tmLanguage.json';

// Pieces of patterns. `B` are blanks inside a line, `Q` the quotes of any width, `WORD` what a name goes on with.
const B = '[[:blank:]]';
const Q = '["“”＂]';
const WORD = '\\p{L}\\p{M}\\p{N}_';
const NAME = `[\\p{L}_][${WORD}]*+(?:[-.][${WORD}]++)*+`;
/** Stands before a name: no start inside another one, which also keeps the search for one linear. */
const NAME_START = `(?<![${WORD}])(?<![${WORD}][-.])`;
/** Stands behind a fixed word that must be a whole name. */
const NAME_END = `(?![${WORD}]|[-.][${WORD}])`;
/** Blanks, braces and commas at the end of a line do not belong to a string that was never closed. */
const TAIL = '[[:blank:]{}｛｝,，]';
const LINE_TAIL = `(?<!${TAIL})(?=${TAIL}*+$)`;
const STRING = stringsOf([
  ['"', '"'],
  ['“”', '"”'],
  ['＂', '"＂'],
]);
/** `Kind [Id] [Title] {`: in column 0 it ends whatever is open above it. */
const BLOCK_HEAD = `${NAME}${B}*+(?:${NAME})?+${B}*+(?:(?!${Q}{3})${STRING})?+${B}*+[{｛]`;
/** What may stand between a head and its `{` while the title is still without quotes. */
const HEAD_REST = `(?:${STRING}|[^:：,，、{}｛｝"“”＂/\\n]|/(?![/*]))*+`;
/** A statement begins a line, or follows a brace. */
const STATEMENT = `(?:^|(?<=[{｛}｝]))${B}*+`;

function stringsOf(pairs) {
  const one = ([open, close]) => {
    const inner = `(?:[^${close}\\\\\\n]|\\\\.)`;
    return `[${open}](?:${inner}*+[${close}]|${inner}*?${LINE_TAIL})`;
  };
  return `(?:${pairs.map(one).join('|')})`;
}

const scoped = (name) => ({ name: `${name}.delivery` });
const rule = (match, name) => ({ match, name: `${name}.delivery` });
const include = (...names) => names.map((name) => ({ include: `#${name}` }));

/** The words as one pattern, each once, in the table's order. */
const anyOf = (words) => `(?:${[...words].map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`;
const bothTongues = ({ names }) => [...names.en, ...names.zh];

/** The names in a kind table: kinds, fields that are no kinds, enumeration words. */
function namesOf(table) {
  const kinds = Object.values(table.kinds);
  const fields = [table.fields, ...kinds.map((kind) => kind.fields)].flatMap((group) => Object.values(group));
  const kindNames = new Set(kinds.flatMap(bothTongues));
  return {
    kinds: kindNames,
    fields: new Set(fields.flatMap(bothTongues).filter((name) => !kindNames.has(name))),
    words: new Set(fields.flatMap((field) => Object.values(field.values ?? {}).flatMap(bothTongues))),
  };
}

/** A head up to its title or block. `after` is what must follow. */
const head = (start, after) => ({
  begin: `${start}(?:${B}++(${NAME}))?+${after}`,
  beginCaptures: { 1: scoped('keyword.declaration.kind'), 2: scoped('entity.name.type.item') },
  end: `(?=[^[:blank:]"“”＂/]|${Q}{3})|$`,
  patterns: include('title', 'comment'),
});

const blockHead = head(`${STATEMENT}(${NAME})`, `(?=${HEAD_REST}[{｛])`);

function heads({ kinds, fields }) {
  const titled = head(`${STATEMENT}(?!${anyOf(fields)}${NAME_END})(${NAME})`, `(?=${B}*+(?!${Q}{3})${Q})`);
  const halfTyped = head(`${STATEMENT}(${anyOf(kinds)}${NAME_END})`, `(?=${B}*+(?:$|[}｝]|//|/\\*))`);
  const aloneInColumn0 = head(`^(${NAME})`, `(?=${B}*+$)`);
  return { patterns: [...include('block-head'), titled, halfTyped, aloneInColumn0] };
}

const string = (open, close, name) => ({
  name: `string.quoted.double.${name}delivery`,
  begin: `[${open}]`,
  beginCaptures: { 0: scoped('punctuation.definition.string.begin') },
  end: `([${close}])|${LINE_TAIL}`,
  endCaptures: { 1: scoped('punctuation.definition.string.end') },
  patterns: [rule('\\\\["“”＂\\\\]', 'constant.character.escape')],
});
const strings = (name) => ({ patterns: [string('"', '"', name), string('“”', '"”', name), string('＂', '"＂', name)] });

/**
 * A text block with Markdown inside. The inner rule goes on by `while`, which is asked before anything that Markdown left
 * open: neither a fence nor a list can keep a line from closing the block. The indentation of the first line is taken
 * away, or Markdown would read a text that stands four columns in as code.
 */
function textBlock(open, close) {
  const piece = `(?:\\\\(?:"""|.)?|(?!${close})[^\\\\\\n])`;
  const goesOn = `(?!${piece}*+${close})`;
  const delimiter = (side) => ({
    0: { name: `string.quoted.triple.delivery punctuation.definition.string.${side}.delivery` },
  });
  return {
    name: 'meta.text.delivery',
    begin: open,
    beginCaptures: delimiter('begin'),
    end: `${close}|(?=^${BLOCK_HEAD})`,
    endCaptures: delimiter('end'),
    contentName: 'meta.embedded.block.markdown',
    patterns: [
      {
        begin: `^(${B}*+)(?=\\S)${goesOn}`,
        while: `^(?!${BLOCK_HEAD})${goesOn}(?:\\1|${B}*+$)`,
        patterns: [{ include: 'text.html.markdown' }],
      },
      {
        match: `(?=\\S)${piece}++`,
        captures: {
          0: { patterns: [rule('\\\\(?=""")', 'constant.character.escape'), { include: 'text.html.markdown#inline' }] },
        },
      },
    ],
  };
}

const comments = {
  patterns: [
    {
      match: '(//).*$',
      name: 'comment.line.double-slash.delivery',
      captures: { 1: scoped('punctuation.definition.comment') },
    },
    {
      name: 'comment.block.delivery',
      begin: '/\\*',
      beginCaptures: { 0: scoped('punctuation.definition.comment.begin') },
      end: `\\*/|(?=^${BLOCK_HEAD})`,
      endCaptures: { 0: scoped('punctuation.definition.comment.end') },
    },
  ],
};

/** Themes give the keys of JSON a calm colour of their own, where plain property names may be as loud as CSS. */
const FIELD_NAME = 'support.type.property-name.json';

function fields({ fields: names }) {
  return {
    patterns: [
      {
        match: `${NAME_START}(${NAME})${B}*+([:：])`,
        captures: { 1: scoped(FIELD_NAME), 2: scoped('punctuation.separator.key-value') },
      },
      {
        match: `${STATEMENT}(${anyOf(names)})${NAME_END}(?=${B}*+$|${B}++[^[:blank:]:：,，、{}｛｝/\\n])`,
        captures: { 1: scoped(FIELD_NAME) },
      },
    ],
  };
}

const DIGITS = '[0-9]++(?:\\.[0-9]++)?+';
/** Stands before digits that need a unit: no second try inside a long number. */
const DIGITS_START = '(?<![0-9])(?<![0-9]\\.)';
const UNIT = '[A-Za-zµ\\x{3400}-\\x{9FFF}]++[%％]?+';
const numbers = {
  patterns: [
    rule('[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{1,2}[:：][0-9]{2}(?::[0-9]{2})?+', 'constant.numeric.date-time'),
    rule('[0-9]{4}-[0-9]{2}-[0-9]{2}', 'constant.numeric.date'),
    rule('[0-9]{1,2}[:：][0-9]{2}', 'constant.numeric.time'),
    {
      match: `${DIGITS_START}(${DIGITS})(?:([%％])|(${UNIT}))`,
      captures: {
        1: scoped('constant.numeric.quantity'),
        2: scoped('keyword.other.unit.percent'),
        3: scoped('keyword.other.unit'),
      },
    },
    {
      match: `${DIGITS_START}(${DIGITS})${B}++([A-Z]{3})${NAME_END}(?:${B}*+([/／])${B}*+(${UNIT}))?+`,
      captures: {
        1: scoped('constant.numeric.money'),
        2: scoped('keyword.other.unit.currency'),
        3: scoped('keyword.operator.arithmetic'),
        4: scoped('keyword.other.unit'),
      },
    },
    rule(DIGITS, 'constant.numeric.decimal'),
  ],
};

/** Words of the value types, as in server/src/kinds/values/words.ts: what links, stamps and recurrences are joined with … */
const PHRASE_WORDS =
  'by on at until rev FS SS FF SF 由 于 时间 至 到 截至 版本 完成-开始 完成开始 开始-开始 开始开始 完成-完成 完成完成 开始-完成 开始完成';
/** … and what weekdays are called. */
const WEEKDAYS =
  'mon monday tue tuesday tues wed wednesday thu thursday thur thurs fri friday sat saturday sun sunday ' +
  '周一 周二 周三 周四 周五 周六 周日 周天 星期一 星期二 星期三 星期四 星期五 星期六 星期日 星期天 ' +
  '礼拜一 礼拜二 礼拜三 礼拜四 礼拜五 礼拜六 礼拜天';

const names = ({ words }) => ({
  patterns: [
    rule(`${NAME_START}${anyOf(PHRASE_WORDS.split(' '))}${NAME_END}`, 'keyword.other.word'),
    rule(`${NAME_START}${anyOf(new Set([...words, ...WEEKDAYS.split(' ')]))}${NAME_END}`, 'constant.language.enum'),
    rule(`${NAME_START}${NAME}`, 'variable.other.constant.reference'),
  ],
});

const operators = {
  patterns: [
    rule('\\.\\.', 'keyword.operator.range'),
    rule('[<>!＜＞！][=＝]|[<>=＜＞＝≤≥≠]', 'keyword.operator.comparison'),
    rule('[-+/－＋／]', 'keyword.operator.arithmetic'),
  ],
};

/**
 * A comma at the end of a line carries the value to the next: what stands there is no statement, unless it holds a `{`.
 * Where this ends, behind the indentation, no other statement can begin.
 */
const continuation = {
  begin: `[,，、](?=${B}*+(?:$|//|/\\*))`,
  beginCaptures: { 0: scoped('punctuation.separator.sequence') },
  end: '(?=[^[:blank:]\\n/]|/(?![/*]))',
  patterns: include('comment', 'block-head'),
};

const punctuation = {
  patterns: [
    rule('[{｛]', 'punctuation.section.block.begin'),
    rule('[}｝]', 'punctuation.section.block.end'),
    rule('[,，、]', 'punctuation.separator.sequence'),
  ],
};

/** The whole grammar for a kind table. */
function grammarFor(table) {
  const known = namesOf(table);
  return {
    $comment: `Made by syntaxes/grammar.mjs from ${TABLE}. Do not edit.`,
    name: 'Delivery Spec',
    scopeName: 'source.delivery',
    fileTypes: ['delivery'],
    patterns: include(
      'comment',
      'text',
      'head',
      'url',
      'field',
      'string',
      'number',
      'name',
      'operator',
      'continuation',
      'punctuation',
    ),
    repository: {
      comment: comments,
      text: { patterns: [textBlock('"""', '"""'), textBlock(`${Q}{3}`, `${Q}{3}`)] },
      'block-head': blockHead,
      head: heads(known),
      title: strings('title.'),
      url: rule(
        `${NAME_START}(?:https?|ftp|file|HTTPS?)://[^\\s"“”,，、{}｛｝]*+`,
        'string.unquoted.url markup.underline.link',
      ),
      field: fields(known),
      string: strings(''),
      number: numbers,
      name: names(known),
      operator: operators,
      continuation,
      punctuation,
    },
  };
}

const text = JSON.stringify(grammarFor(JSON.parse(readFileSync(TABLE, 'utf8'))), null, 2) + '\n';
if (!process.argv.includes('--check')) writeFileSync(GRAMMAR, text);
else if (readFileSync(GRAMMAR, 'utf8') !== text) {
  console.error(`${GRAMMAR} is stale: run "node syntaxes/grammar.mjs".`);
  process.exitCode = 1;
}
