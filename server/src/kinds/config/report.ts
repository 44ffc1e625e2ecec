/** Collects what is wrong with the meaning of a configuration, at the places that are meant. */
import type { Span } from '../../language/ast';
import type { JsonNode } from './json';
import { problem, type ConfigProblem, type ConfigProblemCode } from './problem';
import { locate } from './schema';
import type { NameOwner, NameScope } from './names';
import type { Text } from '../tongue';
import { nearest } from '../near';
import { cited } from '../values/source';

/** From the root of the configuration to a value: `['kinds', 'interface', 'prefix']`. */
export type Path = readonly string[];

export interface LocatedProblem extends ConfigProblem {
  /** The value that the problem is about. */
  readonly subject: JsonNode;
}

export class Report {
  readonly #problems: LocatedProblem[] = [];

  constructor(private readonly root: JsonNode) {}

  get problems(): readonly LocatedProblem[] {
    return this.#problems;
  }

  /** Where the name of the member at a path stands. */
  keyOf(path: Path): Span {
    const { key, value } = locate(this.root, path);
    return key ?? { start: value.start, end: value.start + 1 };
  }

  /** Is there a member at the path in the text, be it right or wrong? */
  isWritten(path: Path): boolean {
    return locate(this.root, path.slice(0, -1)).value.members.has(path.at(-1) ?? '');
  }

  onKey(
    path: Path,
    message: Text,
    related?: ConfigProblem['related'],
    code: ConfigProblemCode = 'config/conflict',
  ): void {
    const { value } = locate(this.root, path);
    this.#problems.push({ ...problem(code, this.keyOf(path), message, related), subject: value });
  }

  onValue(path: Path, message: Text, related?: ConfigProblem['related']): void {
    const { value } = locate(this.root, path);
    this.#problems.push({ ...problem('config/conflict', value, message, related), subject: value });
  }
}

/** What names stand for, for messages. */
export type Named = 'kind' | 'field' | 'value';

const NOUNS: Readonly<Record<Named, Text>> = {
  kind: { en: 'kind', zh: '类型' },
  field: { en: 'field', zh: '字段' },
  value: { en: 'value', zh: '取值' },
};

/** "The name `port` already belongs to the kind `endpoint`." */
export function taken(name: string, what: Named, owner: NameOwner): Text {
  const builtIn = owner.span ? { en: '', zh: '' } : { en: 'built-in ', zh: '内置' };
  const { en, zh } = NOUNS[what];
  return {
    en: `The name ${cited(name)} already belongs to the ${builtIn.en}${en} ${cited(owner.key)}.`,
    zh: `名称 ${cited(name)} 已属于${builtIn.zh}${zh} ${cited(owner.key)}。`,
  };
}

/** The place where the configuration gives the name to something else. */
export const relatedTo = ({ span, key }: NameOwner): ConfigProblem['related'] =>
  span && { ...span, message: { en: `${cited(key)} has the name here`, zh: `${cited(key)} 在此使用该名称` } };

/** "There is no kind `reqirement`; did you mean `requirement`?" */
export function unknownName(name: string, what: Named, scope: NameScope, of?: string): Text {
  const near = nearest(name, scope.names());
  const { en, zh } = NOUNS[what];
  return {
    en: `${of === undefined ? 'There is' : `${cited(of)} has`} no ${en} ${cited(name)}${near ? `; did you mean ${cited(near)}?` : '.'}`,
    zh: `${of === undefined ? '' : `${cited(of)} `}没有${of === undefined ? '名为' : ''}${of === undefined ? ` ${cited(name)} 的${zh}` : `${zh} ${cited(name)}`}${near ? `，是否想写 ${cited(near)}？` : '。'}`,
  };
}
