import type { Tongue } from '../../kinds/tongue';
import { printed, type PrintedFinding, type Reporter, type Shown } from './report';

/**
 * JUnit's XML, which nearly every CI server shows: a suite for each file, and a failed test for each finding in it. Hints and
 * informations are no failures and are left out; a file in which nothing is wrong is one test that passed.
 * https://github.com/testmoapp/junitxml
 */
export const junit: Reporter = function* ({ shown, files, tongue }) {
  const suites = suitesOf(shown, files, tongue);
  const failures = suites.reduce((sum, { failed }) => sum + failed.length, 0);
  const tests = suites.reduce((sum, { failed }) => sum + Math.max(1, failed.length), 0);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<testsuites name="delivery check" tests="${tests}" failures="${failures}">\n`;
  for (const { file, failed } of suites) {
    yield `  <testsuite name="${escaped(file)}" tests="${Math.max(1, failed.length)}" failures="${failed.length}">\n`;
    if (failed.length === 0) yield `    <testcase name="delivery check" classname="${escaped(file)}"/>\n`;
    for (const finding of failed) yield testcase(finding);
    yield '  </testsuite>\n';
  }
  yield '</testsuites>\n';
};

interface Suite {
  readonly file: string;
  readonly failed: readonly PrintedFinding[];
}

function suitesOf(shown: readonly Shown[], files: readonly string[], tongue: Tongue): readonly Suite[] {
  const suites = new Map<string, PrintedFinding[]>(files.map((file) => [file, []]));
  for (const each of shown) {
    const finding = printed(each, tongue);
    if (finding.severity !== 'error' && finding.severity !== 'warning') continue;
    const known = suites.get(finding.file);
    if (known) known.push(finding);
    else suites.set(finding.file, [finding]);
  }
  return [...suites].map(([file, failed]) => ({ file, failed }));
}

function testcase({ code, severity, file, range: { start }, id, message }: PrintedFinding): string {
  const at = `${file}:${start.line + 1}:${start.character + 1}`;
  return (
    `    <testcase name="${escaped(id === null ? code : `${code} ${id}`)}" classname="${escaped(file)}">\n` +
    `      <failure type="${severity}" message="${escaped(message)}">${escaped(at)}</failure>\n` +
    '    </testcase>\n'
  );
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
};

/** Text for XML 1.0, in which most control characters and lone surrogates cannot stand at all. */
const escaped = (text: string): string =>
  text
    .replace(/[&<>"\n\t]/g, (sign) => ENTITIES[sign]!)
    .replace(
      /[\u0000-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      '�',
    );
