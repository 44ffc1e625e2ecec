import { digitsOf, readAmount } from './amount';
import { defineType } from './define';
import type { PhraseReader } from './reader';
import { cited, sourceOf, spanOf } from './source';

/** `4.5/5`, or `4.5` alone. */
export const scoreType = defineType({
  name: 'score',
  noun: { en: 'a score', zh: '评分' },
  examples: ['4.5/5', '4.5'],
  parse: (reader) => {
    const atom = reader.take('number');
    if (!atom) return withUnit(reader);
    const score = readAmount(reader, atom.text, atom);
    if (score === undefined) return undefined;
    if (!reader.take('slash')) return { type: 'score', score, outOf: undefined };
    const best = reader.take('number');
    const outOf = best
      ? readAmount(reader, best.text, best)
      : reader.missing({ en: 'the best score', zh: '满分' }, '4.5/5');
    if (outOf === undefined) return undefined;
    return outOf > 0 && score <= outOf ? { type: 'score', score, outOf } : tooGreat(reader);
  },
  format: ({ score, outOf }) => digitsOf(score) + (outOf === undefined ? '' : `/${digitsOf(outOf)}`),
});

function tooGreat(reader: PhraseReader): undefined {
  const atoms = reader.atoms.slice(reader.position - 3, reader.position);
  reader.fail(spanOf(atoms), {
    en: `A score is at most the best score, which is more than 0: \`4.5/5\`, not ${cited(sourceOf(atoms))}.`,
    zh: `评分不能超过满分，满分应大于 0：应写 \`4.5/5\`，而不是 ${cited(sourceOf(atoms))}。`,
  });
}

/** `90%`, `4.5分`. */
function withUnit(reader: PhraseReader): undefined {
  const atom = reader.at('percent', 'quantity');
  const match = /^([\d.]+)(%|分|points|pts)$/.exec(atom?.text ?? '');
  if (!atom || !match) return;
  const right = match[2] === '%' ? `${match[1]}/100` : match[1]!;
  reader.fail(atom, { en: `A score is written as ${cited(right)}.`, zh: `评分写作 ${cited(right)}。` }, right);
}
