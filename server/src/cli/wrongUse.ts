import { nearestFew } from '../kinds/near';
import type { Text } from '../kinds/tongue';

/** The command was used wrongly, which is no finding: exit code 2. */
export class WrongUse extends Error {
  constructor(readonly text: Text) {
    super(text.en);
  }
}

/** "there is no item REQ-99. Did you mean REQ-9 or REQ-98?" */
export function noneOf(what: Text, written: string, names: readonly string[]): WrongUse {
  const near = nearestFew(written, [...new Set(names)]);
  const meant = near.length === 0 ? { en: '', zh: '' } : didYouMean(near);
  return new WrongUse({
    en: `there is no ${what.en} ${written}.${meant.en}`,
    zh: `没有${what.zh} ${written}。${meant.zh}`,
  });
}

function didYouMean(near: readonly string[]): Text {
  const last = near.at(-1)!;
  const others = near.slice(0, -1);
  return {
    en: ` Did you mean ${others.length === 0 ? last : `${others.join(', ')} or ${last}`}?`,
    zh: `是否想写 ${near.join('、')}？`,
  };
}
