/** Codes of checks that an item may ignore. */
import { allCodes } from '../../checks/all';
import { isSuppressible } from '../../kinds/config/codes';
import { blank, plainText } from './snippet';
import type { Completion, Question } from './types';

/** All codes, with a reason to fill in; those of what is found about the item come first. */
export function codeEntries({ world, context: { item, file, segment }, tongue }: Question): readonly Completion[] {
  const found = new Map(
    world.findings
      .filter(({ id, place }) => id === item?.id && place.file === file && place.segment === segment)
      .map(({ code, message }) => [code, message[tongue]] as const),
  );
  const codes = new Set([...found.keys(), ...allCodes]);
  return [...codes].filter(isSuppressible).map((label, index) => {
    const snippet = [`${label} "`, blank({ en: 'reason', zh: '理由' }[tongue]), '"'];
    return {
      label,
      type: 'word',
      insert: plainText(snippet),
      snippet,
      detail: found.get(label) ?? '',
      alias: '',
      documentation: '',
      rank: (found.has(label) ? 0 : 700) + index,
    };
  });
}
