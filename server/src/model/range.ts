/** Places as lines and characters, for those who show them. */
import type { Position } from '../language/document';
import { CONFIG_FILE, type Model, type Place } from './model';

/** Where a place stands in its file, as in the Language Server Protocol. */
export interface FileRange {
  readonly uri: string;
  readonly start: Position;
  readonly end: Position;
}

/** The address and the positions of a place in a spec or in the configuration. */
export function rangeOf({ files, config }: Model, { file, segment, start, end }: Place): FileRange {
  if (file === CONFIG_FILE && config)
    return { uri: config.uri, start: config.positionAt(start), end: config.positionAt(end) };
  const { uri, document } = files[file]!;
  return { uri, start: document.positionIn(segment, start), end: document.positionIn(segment, end) };
}
