/** Where that is described which an item is: its kind. */
import { readJson } from '../kinds/config/json';
import { CONFIG_FILE, type Model, type Place } from '../model/model';
import { itemAt, spotAt, type Cursor } from './spot';

/** The place of a team's own kind in the configuration; of a built-in one, which stands in no file of the project, its key. */
export type TypeDefinition = { readonly place: Place } | { readonly builtIn: string };

/** The kind of the item under the cursor, declared there or referred to; undefined where there is none. */
export function typeDefinitionAt(model: Model, cursor: Cursor): TypeDefinition | undefined {
  const kind = itemAt(model, spotAt(model, cursor))?.kind;
  if (!kind) return undefined;
  const own = readJson(model.config?.text ?? '')
    .root?.members.get('kinds')
    ?.value?.members.get(kind.key);
  if (!own) return { builtIn: kind.key };
  return { place: { file: CONFIG_FILE, segment: 0, start: own.key.start, end: own.key.end } };
}

/** The heading of a kind's section in the reference of the language, in which the key stands last: its line, from 0, and how long it is. */
export function headingOfKind(
  reference: string,
  key: string,
): { readonly line: number; readonly length: number } | undefined {
  const lines = reference.split(/\r\n|\r|\n/);
  const line = lines.findIndex((text) => text.startsWith('### ') && text.endsWith(` ${key}`));
  return line < 0 ? undefined : { line, length: lines[line]!.length };
}
