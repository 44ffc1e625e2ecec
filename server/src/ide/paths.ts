/** The files that specs name by their paths. */
import { placeIn, type Place } from '../model/model';
import { folderOf } from '../model/roots';
import type { World } from './world';

/** A path in a field, such as the evidence of a criterion. */
export interface WrittenPath {
  /** The string with its quotes. */
  readonly place: Place;
  /** As written: "docs/manual.pdf". */
  readonly text: string;
  /** The folders from which it may count, as URIs: that of the spec, and the project's root. */
  readonly folders: readonly string[];
}

/** The paths in the fields of a file's items, in the order of the text. */
export function pathsIn({ root, model }: World, file: number): readonly WrittenPath[] {
  const { uri, document } = model.files[file]!;
  return document.segments.flatMap((_, segment) =>
    model.itemsIn(file, segment).flatMap(({ fields }) =>
      fields.flatMap(({ values }) =>
        values.flatMap(({ phrase, value }) =>
          value?.type === 'path'
            ? [
                {
                  place: placeIn({ file, segment }, phrase),
                  text: value.text,
                  folders: pathFolders(uri, root, value.text),
                },
              ]
            : [],
        ),
      ),
    ),
  );
}

/** The folders from which a path in a spec may count, the likeliest first. */
export function pathFolders(spec: string, root: string, path: string): readonly string[] {
  const here = folderOf(spec);
  // A path that climbs can only count from its spec: nobody means files outside of the project from its root.
  return here === root || path.startsWith('..') ? [here] : [here, root];
}

/** The URI of a path that counts from a folder; undefined when it climbs above the top. */
export function resolvePath(folder: string, path: string): string | undefined {
  const [, origin = '', top = ''] = /^([^:]*:\/\/[^/]*)([^]*)$/.exec(folder) ?? [];
  const parts = path.startsWith('/') ? [] : partsOf(top);
  for (const part of path.split('/')) {
    if (part === '..' && parts.length === 0) return undefined;
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(encodeURIComponent(part));
  }
  return `${origin}/${parts.join('/')}`;
}

/** The path that leads from a folder to a file or folder, both URIs; undefined when they have no top in common. */
export function relativePath(folder: string, uri: string): string | undefined {
  const split = (address: string): readonly string[] => /^([^:]*:\/\/[^/]*)([^]*)$/.exec(address)?.slice(1) ?? [];
  const [[origin, from = ''], [other, to = '']] = [split(folder), split(uri)];
  if (origin === undefined || origin !== other) return undefined;
  const [here, there] = [partsOf(from).map(decoded), partsOf(to).map(decoded)];
  let common = 0;
  while (common < here.length && common < there.length - 1 && here[common] === there[common]) common++;
  return [...here.slice(common).map(() => '..'), ...there.slice(common)].join('/');
}

const partsOf = (path: string): string[] => path.split('/').filter((part) => part !== '');

/** Without percent signs that stand for other characters; as it is, if they are no such code. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
