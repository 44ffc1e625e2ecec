/** Reads and writes who did something and a note about it: `by lin "confirmed by their IT"`. */
import type { Reference } from '../value';
import type { PhraseReader } from './reader';
import type { Tongue } from '../tongue';
import { formatReference, readReference } from './references';
import { cited, joined, maybeQuoted } from './source';
import { CONNECTIVES, nameIn } from './words';

export interface Signature {
  readonly by: Reference | undefined;
  readonly note: string | undefined;
}

/** Reads both parts in either order; each may be absent. */
export function readSignature(reader: PhraseReader): Signature {
  const early = reader.take('string')?.text;
  const by = readBy(reader);
  return { by, note: early ?? reader.take('string')?.text };
}

/** `by lin "note"`; empty when there is neither. */
export const formatSignature = ({ by, note }: Signature, tongue: Tongue): string =>
  joined(by && `${nameIn(CONNECTIVES.by, 'by', tongue)} ${formatReference(by, tongue)}`, maybeQuoted(note));

function readBy(reader: PhraseReader): Reference | undefined {
  if (reader.word(CONNECTIVES.by) === undefined) return withoutBy(reader);
  return (
    readReference(reader) ?? reader.missing({ en: 'the id of a person or team', zh: '人员或团队的标识符' }, 'by lin')
  );
}

/** `2026-02-14 lin`. */
function withoutBy(reader: PhraseReader): undefined {
  const name = reader.at('name');
  if (!name || reader.correction() !== undefined) return;
  const right = `by ${name.text}`;
  reader.fail(
    name,
    { en: `\`by\` says who did it: ${cited(right)}.`, zh: `用 \`由\` 注明是谁：${cited(`由 ${name.text}`)}。` },
    right,
  );
}
