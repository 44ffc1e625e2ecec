/** A project's configuration as a file that findings can point into. It is no spec: it holds no items. */
import { nextLine } from '../language/characters';
import { readConfig, type Config } from '../kinds/config/config';
import type { Position } from '../language/document';

export interface ConfigFile {
  /** "file:///plan/delivery.config.json" */
  readonly uri: string;
  readonly text: string;
  readonly config: Config;
  /** Position of an offset inside the text. */
  readonly positionAt: (offset: number) => Position;
}

export function configFile(uri: string, text: string): ConfigFile {
  let starts: readonly number[] | undefined;
  const positionAt = (offset: number): Position => {
    starts ??= lineStarts(text);
    const line = lineOf(starts, offset);
    return { line, character: offset - starts[line]! };
  };
  return { uri, text, config: readConfig(text), positionAt };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = nextLine(text, 0); at > starts.at(-1)!; at = nextLine(text, at)) starts.push(at);
  // What ends in a line break has one more, empty line; what does not has ended within its last one.
  if (starts.length > 1 && !/[\r\n]$/.test(text)) starts.pop();
  return starts;
}

/** The last line that starts at or before the offset. */
function lineOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
