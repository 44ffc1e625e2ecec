import { printed, printedMendings, type Reporter } from './report';

/** What `JSON.stringify({ findings, mended, summary }, null, 2)` gives; `mended` with `--fix` only. */
export const json: Reporter = function* ({ shown, fixed, summary, tongue }) {
  const indented = (value: object, blanks: string): string =>
    JSON.stringify(value, null, 2).replaceAll('\n', `\n${blanks}`);
  let front = '{\n  "findings": [\n    ';
  for (const each of shown) {
    yield front + indented(printed(each, tongue), '    ');
    front = ',\n    ';
  }
  yield shown.length === 0 ? '{\n  "findings": []' : '\n  ]';
  if (fixed) yield `,\n  "mended": ${indented(printedMendings(fixed, tongue), '  ')}`;
  yield `,\n  "summary": ${indented(summary, '  ')}\n}\n`;
};
