/**
 * A world: everything that can be said about one project at one moment, as a pure function of its texts. Each change makes
 * a new one; whoever asks a question asks it of a world. Its parts are computed when they are first asked for.
 */
import { check } from '../checks';
import type { Finding } from '../checks/check';
import { editsByFile } from '../checks/repair/apply';
import type { RepairEdit } from '../checks/repair/repair';
import { addedTo, areMended } from '../checks/repair/verify';
import type { KindTable } from '../kinds/table';
import { LONGEST_FILE, LONGEST_PROJECT } from '../language/limits';
import type { ConfigFile } from '../model/configFile';
import { buildModel, type Model, type SourceFile } from '../model/model';
import { scheduleModel, type ModelSchedule } from '../schedule/fromModel';

export interface World {
  /** Folder of the project: "file:///plan/erp". */
  readonly root: string;
  /** Rises with every change. */
  readonly revision: number;
  readonly model: Model;
  readonly schedule: ModelSchedule;
  /** With the severities that the configuration sets, and without what it switches off or an item suppresses. */
  readonly findings: readonly Finding[];
  /** What items suppress. */
  readonly suppressed: readonly Finding[];
  /** The day on which it was made, in days since 1970-01-01. */
  readonly today: number | undefined;
}

export interface WorldInput {
  readonly root: string;
  readonly revision: number;
  readonly files: readonly SourceFile[];
  readonly table: KindTable;
  /** The day on which it is made, in days since 1970-01-01; without it, nothing expires. */
  readonly today?: number;
  /** The project's configuration, if it has one. Its kinds count only as far as the table has them. */
  readonly config?: ConfigFile;
}

export function createWorld({ root, revision, files, table, config, today }: WorldInput): World {
  // By address, so that the order in which files were found or opened changes nothing.
  const sorted = [...files].sort((a, b) => (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0));
  const read = withinLimit(sorted);
  const model = lazy(() => buildModel(read, table, config));
  const schedule = lazy(() => scheduleModel(model()));
  const checked = lazy(() =>
    check(model(), {
      today,
      get schedule() {
        return schedule();
      },
      isSound: (finding, { edits }) => {
        const { findings } = edited(world, edits);
        return areMended([finding], world.findings, findings) && addedTo(world.findings, findings).length === 0;
      },
    }),
  );
  const world: World = {
    root,
    revision,
    today,
    get model() {
      return model();
    },
    get schedule() {
      return schedule();
    },
    get findings() {
      return checked().findings;
    },
    get suppressed() {
      return checked().suppressed;
    },
  };
  return world;
}

/** The files, in the order of their addresses, up to as much text as is read of a project; the rest says that it is left out. */
function withinLimit(files: readonly SourceFile[]): readonly SourceFile[] {
  let length = 0;
  return files.map((file) => {
    const { length: own } = file.document;
    if (own > LONGEST_FILE || length + own <= LONGEST_PROJECT) {
      length += own > LONGEST_FILE ? 0 : own;
      return file;
    }
    return { ...file, document: file.document.unread('project-too-long') };
  });
}

/** The same project on the same day, with other texts. */
export const withFiles = (
  { root, revision, model: { table, config }, today }: World,
  files: readonly SourceFile[],
): World => createWorld({ root, revision, files, table, config, ...(today === undefined ? {} : { today }) });

/** The same project after edits that do not touch the same text. */
export function edited(world: World, edits: readonly RepairEdit[]): World {
  const byFile = editsByFile(world.model, edits);
  return withFiles(
    world,
    world.model.files.map(({ uri, document }, file) => ({
      uri,
      // From the end, so that the places before stay where they are.
      document: (byFile.get(file) ?? []).reduceRight(
        (text, { start, end, text: by }) => text.edit(start, end, by),
        document,
      ),
    })),
  );
}

function lazy<T>(compute: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => (known ??= { value: compute() }).value;
}
