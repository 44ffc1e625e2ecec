/** Worlds made of specs, in memory. */
import { createWorld, type World } from '../../server/src/ide/world';
import type { Cursor } from '../../server/src/ide/spot';
import { builtInTable } from '../../server/src/kinds/table';
import { SourceDocument } from '../../server/src/language/document';
import { configFile } from '../../server/src/model/configFile';
import { CONFIG_FILE, type Item, type Place } from '../../server/src/model/model';
import { rangeOf } from '../../server/src/model/range';
import { CONFIG_NAME } from '../../server/src/model/roots';
import { parseSpec, type Spec } from './spec';

export const ROOT = 'file:///plan';

export interface Fixture {
  readonly spec: Spec;
  readonly world: World;
  /** Where `$0` stood; throws if the spec has none. */
  readonly cursor: Cursor;
  /** The item of an id; throws if there is none. */
  readonly item: (id: string) => Item;
  /** The text that a place covers. */
  readonly textOf: (place: Place) => string;
  /** "main.delivery:3:5 REQ-1": file, line and column from 1, and the text that the place covers. */
  readonly describe: (place: Place) => string;
}

/** A world of the `.delivery` files of a spec, with the kinds of its `delivery.config.json` if it has one; `today` is in days since 1970-01-01. */
export function fixture(source: string, today?: number): Fixture {
  const spec = parseSpec(source);
  const files = spec.files
    .filter(({ path }) => path.endsWith('.delivery'))
    .map(({ path, text }) => ({ uri: `${ROOT}/${path}`, document: new SourceDocument(text) }));
  const settings = spec.files.find(({ path }) => path === CONFIG_NAME);
  const config = settings && configFile(`${ROOT}/${CONFIG_NAME}`, settings.text);
  const table = config?.config.table ?? builtInTable;
  const world = createWorld({
    root: ROOT,
    revision: 1,
    files,
    table,
    config,
    ...(today === undefined ? {} : { today }),
  });
  const textOf = ({ file, segment, start, end }: Place): string =>
    (file === CONFIG_FILE ? config!.text : world.model.files[file]!.document.segments[segment]!.text).slice(start, end);
  return {
    spec,
    world,
    get cursor() {
      if (!spec.cursor) throw new Error('the spec has no $0');
      return { file: fileNumber(world, spec.cursor.path), offset: spec.cursor.offset };
    },
    item: (id) => {
      const item = world.model.byId(id);
      if (!item) throw new Error(`the spec has no item ${id}`);
      return item;
    },
    textOf,
    describe: (place) => {
      const { uri, start } = rangeOf(world.model, place);
      return `${uri.slice(ROOT.length + 1)}:${start.line + 1}:${start.character + 1} ${textOf(place)}`;
    },
  };
}

const fileNumber = ({ model }: World, path: string): number =>
  model.files.findIndex(({ uri }) => uri === `${ROOT}/${path}`);
