/** Reading: warm parse, keystroke, memory and growth, against JSON.parse and Langium in the same run. */
import './groupBy';
import { createServicesForGrammar } from 'langium/grammar';
import { SourceDocument } from '../../server/src/language/document';
import { applyEdit } from '../property/edits';
import { generate, toDelivery, toJson } from './generate';
import { fastest, heapUsed, note, percentile, report, times } from './measure';

/** The peer's grammar: the same blocks, fields and atoms, without the recovery and the full-width signs. */
const GRAMMAR = `
grammar Delivery
entry Document: declarations+=Declaration*;
Declaration: kind=ID name=ID? title=STRING? block=Block;
Block: open='{' (fields+=Field | declarations+=Declaration | texts+=TEXT)* '}';
Field: name=ID ':' phrases+=Phrase (',' phrases+=Phrase)*;
Phrase: first=Atom ('..' to=Atom | sign=('+' | '-') lag=Atom | share=PERCENT)?;
Atom: value=(STRING | DATE | QUANTITY | NUMBER | ID);
hidden terminal WS: /\\s+/;
hidden terminal COMMENT: /\\/\\/[^\\n\\r]*/;
terminal TEXT: /"""[^]*?"""/;
terminal STRING: /"(?:[^"\\\\\\n]|\\\\.)*"/;
terminal DATE: /\\d{4}-\\d\\d-\\d\\d/;
terminal PERCENT: /\\d+%/;
terminal QUANTITY: /\\d+(\\.\\d+)?[a-z]+/;
terminal NUMBER: /\\d+(\\.\\d+)?/;
terminal ID: /[A-Za-z_\\u00AA-\\uFFFF][A-Za-z0-9_.\\-\\u00AA-\\uFFFF]*/;
`;

/** A document that has been read: by itself it waits until somebody asks what it says. What is too long stays one segment. */
function read(source: string): SourceDocument {
  const document = new SourceDocument(source);
  if (document.segments.length < 2) throw new Error('the text is too long to be read');
  return document;
}

const LINES = 100_000;
const entries = generate(LINES);
const text = toDelivery(entries);
const json = toJson(entries);
const lineCount = text.split('\n').length;
console.log(`\nReading ${lineCount} lines, ${text.length} characters`);

memory(); // first, while the heap holds nothing else
const jsonTime = fastest(() => JSON.parse(json) as unknown, 25);
const parseTime = fastest(() => read(text), 25);
note('JSON.parse of the same data', jsonTime, 'ms');
note('parse', parseTime, 'ms');
report('parse / JSON.parse', parseTime / jsonTime, 6);

keystrokes('x', () => 'x');
keystrokes('{ } """ /* "', (index) => ['{', '}', '"""', '/*', '"'][index % 5]!);
growth();
await langium();

/** Types a sign at places all over the text, each in the original text. */
function keystrokes(name: string, sign: (index: number) => string): void {
  const document = read(text);
  const places = Array.from({ length: 5000 }, (_, index) => (index * 7919 * 331) % text.length);
  for (const place of places.slice(0, 500)) document.edit(place, place, 'y');
  const sorted = times(places.length, (index) => document.edit(places[index]!, places[index]!, sign(index)));
  report(`keystroke ${name}: p50 / full parse`, percentile(sorted, 0.5) / parseTime, 1 / 1000);
  report(`keystroke ${name}: p99 / full parse`, percentile(sorted, 0.99) / parseTime, 1 / 100);
}

function memory(): void {
  const kept: unknown[] = [];
  const grownBy = (make: () => unknown): number => {
    const before = heapUsed();
    kept.push(make());
    return heapUsed() - before;
  };
  const ofJson = grownBy(() => JSON.parse(json) as unknown);
  const ofDocument = grownBy(() => read(text));
  report('bytes of a document / bytes of the JSON object graph', ofDocument / ofJson, 5);
  const before = heapUsed();
  for (let edit = 0; edit < 10_000; edit++) {
    const document = kept[1] as SourceDocument;
    const place = (edit * 7919) % (document.length - 10);
    kept[1] = document.edit(place, place, 'x').edit(place, place + 1, '');
  }
  report('heap growth over 10,000 edits', (heapUsed() - before) / 1e6, 1, 'MB');
}

/** The exponent with which time grows from 4,000 lines to 400,000, which is about as much as a file may have. */
function growth(): void {
  const time = (lines: number): number => {
    const sized = toDelivery(generate(lines));
    return fastest(() => read(sized), lines > 100_000 ? 3 : 9) / sized.length;
  };
  const [small, large] = [time(4_000), time(400_000)];
  report('exponent of growth from 4,000 to 400,000 lines', 1 + Math.log(large / small) / Math.log(100), 1.1, ' ');
}

/** The peer: Langium with an equivalent grammar, without links or validation. */
async function langium(): Promise<void> {
  const services = await createServicesForGrammar({ grammar: GRAMMAR });
  const parser = services.parser.LangiumParser;
  const { parserErrors } = parser.parse(text);
  if (parserErrors.length > 0) throw new Error(`the peer cannot read the text: ${parserErrors[0]!.message}`);
  const peer = fastest(() => parser.parse(text), 5);
  note('Langium, parse only', peer, 'ms');
  report('parse / Langium', parseTime / peer, 1);
  const edited = applyEdit(text, { start: 5000, end: 5000, inserted: 'x' });
  const document = read(text);
  const keystroke = percentile(
    times(200, () => document.edit(5000, 5000, 'x')),
    0.5,
  );
  report(
    'keystroke / Langium (which parses the whole file)',
    keystroke / fastest(() => parser.parse(edited), 3),
    1 / 1000,
  );
}
