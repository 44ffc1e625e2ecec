/** A project's configuration as a file that findings can point into. It is no spec: it holds no items. */
import { readConfig, type Config } from '../kinds/config/config';
import type { Settings } from '../kinds/config/settings';
import type { Position } from '../language/document';
import { lastAtMost, lineStartsIn } from '../language/lineStarts';

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
    starts ??= lineStartsIn(text);
    const line = lastAtMost(starts, offset);
    return { line, character: offset - starts[line]! };
  };
  const config = readConfig(text);
  const settings = config.isReadable ? config.settings : (before?.settings ?? config.settings);
  return { uri, text, config, settings, positionAt };
}
