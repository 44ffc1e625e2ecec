import { printed, type Reporter } from './report';

/** What `JSON.stringify({ findings, summary }, null, 2)` gives. */
export const json: Reporter = function* ({ shown, summary, tongue }) {
  const indented = (value: object, blanks: string): string =>
    JSON.stringify(value, null, 2).replaceAll('\n', `\n${blanks}`);
  let front = '{\n  "findings": [\n    ';
  for (const each of shown) {
    yield front + indented(printed(each, tongue), '    ');
    front = ',\n    ';
  }
  yield shown.length === 0 ? '{\n  "findings": []' : '\n  ]';
  yield `,\n  "summary": ${indented(summary, '  ')}\n}\n`;
};
