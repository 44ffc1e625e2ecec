import { mend, type Mending } from '../ide/mend';
import { withFiles, type World } from '../ide/world';
import type { Text } from '../kinds/tongue';
import { rewrite } from './rewrite';

/** A project whose files were mended on disk. */
export interface Fixed {
  /** As it is on disk now. */
  readonly world: World;
  /** What was mended in files that could be written. */
  readonly mended: readonly Mending[];
  /** Files that were left as they were, with the reason. */
  readonly leftAlone: readonly { readonly uri: string; readonly reason: Text }[];
}

/** Mends the files that are asked for, as far as that can be done unasked, and writes those that changed. */
export async function fix(world: World, isAsked: (uri: string) => boolean): Promise<Fixed> {
  const { files } = world.model;
  const mended = mend(world, (file) => isAsked(files[file]!.uri));
  const refused = new Map<number, Text>();
  for (const [file, { uri, document }] of mended.world.model.files.entries()) {
    const old = files[file]!.document;
    const reason = document === old ? undefined : await rewrite(uri, old.text, document.text);
    if (reason) refused.set(file, reason);
  }
  return {
    world: refused.size === 0 ? mended.world : withoutChanges(mended.world, world, refused),
    mended: mended.mended.filter(({ file }) => !refused.has(file)),
    leftAlone: [...refused].map(([file, reason]) => ({ uri: files[file]!.uri, reason })),
  };
}

const withoutChanges = (mended: World, before: World, refused: ReadonlyMap<number, Text>): World =>
  withFiles(
    mended,
    mended.model.files.map((file, index) => (refused.has(index) ? before.model.files[index]! : file)),
  );
