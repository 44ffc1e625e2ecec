/** How severe findings are by the configuration. */
import { familyOf, isAboutConfig } from '../kinds/config/codes';
import type { Levels, Settings } from '../kinds/config/settings';
import type { Level } from '../kinds/config/types';
import { folderOf, pathInRoot } from '../model/roots';
import type { Model } from '../model/model';
import { perObject } from '../language/perObject';
import type { Severity } from './check';

/** How severe a code is in a file, where `usual` says it if nobody else does. */
export type LevelOf = (code: string, file: number, usual: Severity) => Level;

/** Where nothing is set. */
export const asUsual: LevelOf = (_code, _file, usual) => usual;

/**
 * The levels of a model's findings. What is set for a file counts before what is set for all; of several settings for the
 * file, the last; within one setting, the most specific. Findings about the configuration itself stay what they are.
 */
export function levelOf({ config, files }: Model): LevelOf {
  if (!config || isEmpty(config.settings)) return asUsual;
  const { settings, uri } = config;
  const root = folderOf(uri);
  const byFile: ByCode[] = [];
  return (code, file, usual) =>
    isAboutConfig(code) ? usual : ((byFile[file] ??= levelsFor(settings, root, files[file]!.uri))(code) ?? usual);
}

const isEmpty = ({ levels, overrides }: Settings): boolean => levels.size === 0 && overrides.length === 0;

type ByCode = (code: string) => Level | undefined;

/** By the address below the root: which patterns match it takes long to tell, and stays. */
const levelsByAddress = perObject<Settings, Map<string, ByCode>>(() => new Map());

function levelsFor(settings: Settings, root: string, uri: string): ByCode {
  const byAddress = levelsByAddress(settings);
  const address = uri.slice(root.length);
  let levels = byAddress.get(address);
  if (!levels) byAddress.set(address, (levels = remembered(layersFor(settings, pathInRoot(root, uri)))));
  return levels;
}

/** What counts for a path, first that which counts before the others. */
const layersFor = ({ levels, overrides }: Settings, path: string): readonly Levels[] => [
  ...overrides
    .filter(({ holdsFor }) => holdsFor(path))
    .map((override) => override.levels)
    .reverse(),
  levels,
];

function remembered(layers: readonly Levels[]): ByCode {
  const byCode = new Map<string, Level | undefined>();
  return (code) => {
    if (!byCode.has(code)) byCode.set(code, firstOf(layers, code));
    return byCode.get(code);
  };
}

function firstOf(layers: readonly Levels[], code: string): Level | undefined {
  for (const levels of layers) {
    const level = levels.get(code) ?? levels.get(`${familyOf(code)}/*`) ?? levels.get('*');
    if (level) return level;
  }
  return undefined;
}
