/**
 * A world: everything that can be said about one project at one moment, as a pure function of its texts. Each change makes
 * a new one; whoever asks a question asks it of a world. Its parts are computed when they are first asked for.
 */
import { check, checkForm } from '../checks';
import type { CheckContext, Finding } from '../checks/check';
import { editsByFile } from '../checks/repair/apply';
import type { Repair, RepairEdit } from '../checks/repair/repair';
import { addedTo, areMended } from '../checks/repair/verify';
import type { Settled } from '../checks/settle';
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
  /** What is wrong with how declarations are written, whatever else is in the project; computed without all others. */
  readonly formFindings: readonly Finding[];
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

export const createWorld = (input: WorldInput): World => new LazyWorld(input);

/**
 * Its getters are the class's: those of an object literal would give each world a hidden class of its own, which lets every
 * access miss its inline cache and keeps the world alive until the next major garbage collection.
 */
class LazyWorld implements World, CheckContext {
  readonly root: string;
  readonly revision: number;
  readonly today: number | undefined;
  readonly #input: WorldInput;
  #model: Model | undefined;
  #schedule: ModelSchedule | undefined;
  #settled: Settled | undefined;

  constructor(input: WorldInput) {
    this.root = input.root;
    this.revision = input.revision;
    this.today = input.today;
    this.#input = input;
  }

  get model(): Model {
    const { files, table, config } = this.#input;
    return (this.#model ??= buildModel(withinLimit(byAddress(files)), table, config));
  }

  get schedule(): ModelSchedule {
    return (this.#schedule ??= scheduleModel(this.model));
  }

  get findings(): readonly Finding[] {
    return this.#checked().findings;
  }

  get formFindings(): readonly Finding[] {
    return checkForm(this.model, this);
  }

  get suppressed(): readonly Finding[] {
    return this.#checked().suppressed;
  }

  readonly isSound = (finding: Finding, { edits }: Repair): boolean => {
    const { findings } = edited(this, edits);
    return areMended([finding], this.findings, findings) && addedTo(this.findings, findings).length === 0;
  };

  #checked(): Settled {
    return (this.#settled ??= check(this.model, this));
  }
}

/** So that the order in which files were found or opened changes nothing. */
const byAddress = (files: readonly SourceFile[]): readonly SourceFile[] =>
  files.toSorted((a, b) => (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0));

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
