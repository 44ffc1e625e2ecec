/** A project's configuration as a file that findings can point into. It is no spec: it holds no items. */
import { nextLine } from '../language/characters';
import { readConfig, type Config } from '../kinds/config/config';
import type { Settings } from '../kinds/config/settings';
import type { Position } from '../language/document';

export interface ConfigFile {
  /** "file:///plan/delivery.config.json" */
  readonly uri: string;
  readonly text: string;
  readonly config: Config;
  /** What counts for checks: of a text that cannot be read what counted before, if anybody knows. */
  readonly settings: Settings;
  /** Position of an offset inside the text. */
  readonly positionAt: (offset: number) => Position;
}

/** `before` is what the file was before an edit. */
export function configFile(uri: string, text: string, before?: ConfigFile): ConfigFile {
  let starts: readonly number[] | undefined;
  const positionAt = (offset: number): Position => {
    starts ??= lineStarts(text);
    const line = lineOf(starts, offset);
    return { line, character: offset - starts[line]! };
  };
  const config = readConfig(text);
  const settings = config.isReadable ? config.settings : (before?.settings ?? config.settings);
  return { uri, text, config, settings, positionAt };
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
