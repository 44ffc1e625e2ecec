import { printed, printedMendings, type Reporter } from './report';

/** Findings that are written at a time. */
const AT_ONCE = 100;

/** What `JSON.stringify({ findings, mended, summary }, null, 2)` gives; `mended` with `--fix` only. */
export const json: Reporter = function* ({ shown, fixed, summary, tongue }) {
  let front = '{\n  "findings": [';
  for (let first = 0; first < shown.length; first += AT_ONCE) {
    const some = shown.slice(first, first + AT_ONCE).map((each) => printed(each, tongue));
    yield front + entriesOf(JSON.stringify({ findings: some }, null, 2), '{\n  "findings": [', '\n  ]\n}');
    front = ',';
  }
  yield shown.length === 0 ? '{\n  "findings": []' : '\n  ]';
  const rest = JSON.stringify({ ...(fixed ? { mended: printedMendings(fixed, tongue) } : {}), summary }, null, 2);
  yield `,${rest.slice('{'.length)}\n`;
};

const entriesOf = (written: string, front: string, back: string): string =>
  written.slice(front.length, written.length - back.length);
