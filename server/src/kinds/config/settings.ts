/** What a configuration sets besides kinds and fields, as far as it is right. */
import { isPathPattern, matchesPath } from './glob';
import { isAboutConfig, isSettable, RULE, unknownCode } from './codes';
import type { JsonNode } from './json';
import { rulesOf, type TeamRule } from './rules';
import { writtenIndex } from './schema';
import { Report, type LocatedProblem, type Path } from './report';
import { trackersOf, type Tracker } from './trackers';
import type { Level, RawConfig, RawLevels, RawOverride, RawRule } from './types';
import type { KindTable } from '../table';
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
  /** The codes of all rules that are written, be they right or wrong. */
  readonly ruleCodes: ReadonlySet<string>;
  /** The rules that are right by a kind table; the same objects for the same table. */
  readonly rules: (table: KindTable) => readonly TeamRule[];
  readonly trackers: readonly Tracker[];
  /** How dates are worked out where the project does not say so. */
  readonly schedule: 'early' | 'levelled';
}

export const NO_SETTINGS: Settings = {
  levels: new Map(),
  overrides: [],
  ruleCodes: new Set(),
  rules: () => [],
  trackers: [],
  schedule: 'early',
};

/** More overrides than this help nobody, and each is tried on each file. */
const MOST_OVERRIDES = 1000;

/** What reading a configuration gave so far. */
export interface SettingsInput {
  readonly config: RawConfig;
  /** The configuration's tree, for positions. */
  readonly root: JsonNode;
  /** Rules that lost a part because it did not match the schema. */
  readonly spoiledRules: ReadonlySet<string>;
  readonly table: KindTable;
  /** Otherwise kinds and fields may be missing for which rules cannot be blamed. */
  readonly isTableWhole: boolean;
}

export function settingsOf(input: SettingsInput): {
  readonly settings: Settings;
  readonly problems: readonly LocatedProblem[];
} {
  const { config, root, spoiledRules, table, isTableWhole } = input;
  const report = new Report(root);
  const written = root.members.get('rules')?.value?.members.keys() ?? [];
  const ruleCodes = new Set([...written].map((name) => RULE + name));
  const whole = Object.entries(config.rules ?? {}).filter(([name]) => !spoiledRules.has(name));
  const rules = rulesByTable(Object.fromEntries(whole), root);
  rules(table, isTableWhole ? report : undefined);
  const levels = levelsOf(config.severity, ['severity'], ruleCodes, report);
  const overrides = overridesOf(config.overrides ?? [], ruleCodes, report);
  return {
    settings: {
      levels,
      overrides,
      ruleCodes,
      rules,
      trackers: trackersOf(config.trackers ?? {}),
      schedule: config.schedule ?? NO_SETTINGS.schedule,
    },
    problems: report.problems,
  };
}

function rulesByTable(
  raw: Readonly<Record<string, RawRule>>,
  root: JsonNode,
): (table: KindTable, report?: Report) => readonly TeamRule[] {
  const known = new WeakMap<KindTable, readonly TeamRule[]>();
  return (table, report = new Report(root)) => {
    let rules = known.get(table);
    if (!rules) known.set(table, (rules = rulesOf(raw, table, report)));
    return rules;
  };
}

function overridesOf(raw: readonly RawOverride[], rules: ReadonlySet<string>, report: Report): readonly Override[] {
  const at = (index: number): Path => ['overrides', String(writtenIndex(raw, index))];
  if (raw.length > MOST_OVERRIDES) report.onKey(at(MOST_OVERRIDES), TOO_MANY);
  return raw.slice(0, MOST_OVERRIDES).map((override, index) => overrideOf(override, at(index), rules, report));
}

function levelsOf(raw: RawLevels | undefined, path: Path, rules: ReadonlySet<string>, report: Report): Levels {
  const levels = new Map<string, Level>();
  for (const [key, level] of Object.entries(raw ?? {})) {
    if (isAboutConfig(key)) report.onKey([...path, key], FIXED);
    else if (isSettable(key) || rules.has(key)) levels.set(key, level);
    else report.onKey([...path, key], unknownCode(key, 'keys', [...rules]));
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

function overrideOf(
  { files, severity }: RawOverride,
  path: Path,
  rules: ReadonlySet<string>,
  report: Report,
): Override {
  const patterns = (typeof files === 'string' ? [files] : files).filter((pattern, at) => {
    const isRight = isPathPattern(pattern);
    const place = [...path, 'files', ...(typeof files === 'string' ? [] : [String(writtenIndex(files, at))])];
    if (!isRight) report.onValue(place, noPattern(pattern));
    return isRight;
  });
  return {
    holdsFor: (file) => patterns.some((pattern) => matchesPath(pattern, file)),
    levels: levelsOf(severity, [...path, 'severity'], rules, report),
  };
}

const noPattern = (pattern: string): Text => ({
  en: `${cited(pattern)} matches no file: write the path from this folder with \`/\`, in which \`*\` and \`?\` stand for signs of a name and \`**\` for any folders, such as \`drafts/**\`.`,
  zh: `${cited(pattern)} 不能匹配任何文件：请写相对于本文件夹的路径，用 \`/\` 分隔；\`*\` 和 \`?\` 代表名称中的字符，\`**\` 代表任意层文件夹，例如 \`drafts/**\`。`,
});
