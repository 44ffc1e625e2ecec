/** Names and sentences of a configuration, filled up for both tongues. */
import { relatedTo, taken, type Named, type Path, type Report } from './report';
import type { NameScope } from './names';
import { writtenIndex } from './schema';
import type { RawNames, RawText } from './types';
import type { Names } from '../table';
import type { Text, Tongue } from '../tongue';

/** The sentence in both tongues; one that is missing is replaced by the other, and both by the fallback. */
export function textOf(raw: RawText | undefined, fallback: Text): Text {
  if (raw === undefined) return fallback;
  if (typeof raw === 'string') return { en: raw, zh: raw };
  return { en: raw.en ?? raw.zh ?? fallback.en, zh: raw.zh ?? raw.en ?? fallback.zh };
}

interface Naming {
  readonly key: string;
  readonly raw: RawNames | undefined;
  /** Of the kind, field or value that is named. */
  readonly path: Path;
  readonly what: Named;
  readonly scope: NameScope;
  /** Key of what this replaces: its names may be used again. */
  readonly replaces: string | undefined;
}

/**
 * The names of something in both tongues. For a tongue without names the key serves if it is in its script, otherwise the
 * names of the other tongue do. They are entered in the scope. A name that belongs to something else is reported and left
 * out; undefined if that is the key itself.
 */
export function takeNames(naming: Naming, report: Report): Names | undefined {
  const { key, raw, path, what, scope, replaces } = naming;
  const owner = scope.ownerOf(key, replaces);
  if (owner) {
    report.onKey(path, taken(key, what, owner), relatedTo(owner));
    return undefined;
  }
  const free = {
    en: freeNames(naming, 'en', raw?.en, report),
    zh: freeNames(naming, 'zh', raw?.zh, report),
  };
  const span = report.keyOf(path);
  for (const name of [key, ...free.en, ...free.zh]) scope.take(name, { key, span });
  const [asEnglish, asChinese] = /^[\x20-\x7e]*$/.test(key) ? [[key], []] : [[], [key]];
  return {
    en: firstFilled(free.en, asEnglish, free.zh, [key]),
    zh: firstFilled(free.zh, asChinese, free.en, [key]),
  };
}

const firstFilled = (...lists: readonly (readonly string[])[]): readonly string[] =>
  lists.find((list) => list.length > 0) ?? [];

function freeNames(naming: Naming, tongue: Tongue, raw: RawNames['en'], report: Report): readonly string[] {
  const { path, what, scope, replaces, key } = naming;
  const list = raw === undefined ? [] : typeof raw === 'string' ? [raw] : raw;
  const free = list.filter((name, index) => {
    const owner = scope.ownerOf(name, replaces);
    if (!owner || owner.key === key) return true;
    const at = [...path, 'names', tongue, ...(Array.isArray(raw) ? [String(writtenIndex(raw, index))] : [])];
    report.onValue(at, taken(name, what, owner), relatedTo(owner));
    return false;
  });
  return [...new Set(free)];
}
