/** What a configuration sets for checks, as far as it is right. */
import { isPathPattern, matchesPath } from './glob';
import { isAboutConfig, isSettable, unknownCode } from './codes';
import type { JsonNode } from './json';
import { writtenIndex } from './schema';
import { Report, type LocatedProblem, type Path } from './report';
import type { Level, RawConfig, RawLevels, RawOverride } from './types';
import type { Text } from '../tongue';
import { cited } from '../values/source';

/** By code (`trace/no-work`), family (`trace/*`), or `*` for all; the most specific of them counts. */
export type Levels = ReadonlyMap<string, Level>;

/** Levels for some files, before the general ones. */
export interface Override {
  /** Does it hold for a path, relative to the project's root? */
  readonly holdsFor: (path: string) => boolean;
  readonly levels: Levels;
}

export interface Settings {
  readonly levels: Levels;
  /** In the order of the text: the last that says something about a code in a file counts. */
  readonly overrides: readonly Override[];
}

export const NO_SETTINGS: Settings = { levels: new Map(), overrides: [] };

/** More overrides than this help nobody, and each is tried on each file. */
const MOST_OVERRIDES = 1000;

/** `root` is the configuration's tree, for positions. */
export function settingsOf(
  config: RawConfig,
  root: JsonNode,
): { readonly settings: Settings; readonly problems: readonly LocatedProblem[] } {
  const report = new Report(root);
  const levels = levelsOf(config.severity, ['severity'], report);
  return { settings: { levels, overrides: overridesOf(config.overrides ?? [], report) }, problems: report.problems };
}

function overridesOf(raw: readonly RawOverride[], report: Report): readonly Override[] {
  const at = (index: number): Path => ['overrides', String(writtenIndex(raw, index))];
  if (raw.length > MOST_OVERRIDES) report.onKey(at(MOST_OVERRIDES), TOO_MANY);
  return raw.slice(0, MOST_OVERRIDES).map((override, index) => overrideOf(override, at(index), report));
}

function levelsOf(raw: RawLevels | undefined, path: Path, report: Report): Levels {
  const levels = new Map<string, Level>();
  for (const [key, level] of Object.entries(raw ?? {})) {
    if (isAboutConfig(key)) report.onKey([...path, key], FIXED);
    else if (isSettable(key)) levels.set(key, level);
    else report.onKey([...path, key], unknownCode(key, 'keys', []));
  }
  return levels;
}

const TOO_MANY: Text = {
  en: `Only the first ${MOST_OVERRIDES} overrides count; this one and those behind it do not.`,
  zh: `只有前 ${MOST_OVERRIDES} 项按文件的设置有效；从这一项起都无效。`,
};

const FIXED: Text = {
  en: 'What is wrong with the configuration is always an error, or other settings could hide it.',
  zh: '配置文件本身的问题始终是错误，不能调整，否则可能被其他设置掩盖。',
};

function overrideOf({ files, severity }: RawOverride, path: Path, report: Report): Override {
  const patterns = (typeof files === 'string' ? [files] : files).filter((pattern, at) => {
    const isRight = isPathPattern(pattern);
    const place = [...path, 'files', ...(typeof files === 'string' ? [] : [String(writtenIndex(files, at))])];
    if (!isRight) report.onValue(place, noPattern(pattern));
    return isRight;
  });
  return {
    holdsFor: (file) => patterns.some((pattern) => matchesPath(pattern, file)),
    levels: levelsOf(severity, [...path, 'severity'], report),
  };
}

const noPattern = (pattern: string): Text => ({
  en: `${cited(pattern)} matches no file: write the path from this folder with \`/\`, in which \`*\` and \`?\` stand for signs of a name and \`**\` for any folders, such as \`drafts/**\`.`,
  zh: `${cited(pattern)} 不能匹配任何文件：请写相对于本文件夹的路径，用 \`/\` 分隔；\`*\` 和 \`?\` 代表名称中的字符，\`**\` 代表任意层文件夹，例如 \`drafts/**\`。`,
});
