/** Durations and efforts in the text. */
import { addField } from '../../../checks/repair/field';
import { inserting, replacing, type RepairEdit } from '../../../checks/repair/repair';
import { fieldOf } from '../../../kinds/facts';
import type { Tongue } from '../../../kinds/tongue';
import type { Duration, DurationUnit } from '../../../kinds/value';
import { digitsOf } from '../../../kinds/values/amount';
import { formatDuration, partsOf } from '../../../kinds/values/durations';
import type { Atom } from '../../../language/ast';
import type { Item, Model } from '../../../model/model';
import { minutesOf, type Lengths } from '../../../schedule/lengths';

/** Minutes as a duration in a unit if they are whole or half ones, otherwise in a finer one. */
export function durationOf(minutes: number, unit: DurationUnit, elapsed: boolean, lengths: Lengths): Duration {
  const size = Math.abs(minutes);
  for (const finer of UNITS.slice(UNITS.indexOf(unit))) {
    const length = minutesOf({ type: 'duration', amount: 1, unit: finer, elapsed }, lengths);
    const amount = Math.round((size / length) * 2) / 2;
    if (Math.abs(amount * length - size) < 0.1)
      return { type: 'duration', amount: minutes < 0 ? -amount : amount, unit: finer, elapsed };
  }
  return { type: 'duration', amount: Math.round(minutes), unit: 'min', elapsed };
}

/** From coarse to fine. */
const UNITS: readonly DurationUnit[] = ['mo', 'w', 'd', 'h', 'min'];

/** A duration in words, in the unit as it is written already where that is the same one. */
export function durationText(duration: Duration, tongue: Tongue, before?: { atom: Atom; duration: Duration }): string {
  const isSame = before?.duration.unit === duration.unit && before.duration.elapsed === duration.elapsed;
  return isSame ? digitsOf(duration.amount) + partsOf(before.atom).unit : formatDuration(duration, tongue);
}

/**
 * Writes how long something takes, `duration` or `effort`, in minutes. Of an estimate the likely point moves, and takes the best
 * or the worst along only where it passes them. No edits if what stands there cannot be read.
 */
export function writeLength(
  model: Model,
  item: Item,
  key: 'duration' | 'effort',
  minutes: number,
  lengths: Lengths,
): readonly RepairEdit[] {
  const field = fieldOf(item, key);
  if (!field) return addField(model, item, key, formatDuration(durationOf(minutes, 'd', false, lengths), item.tongue));
  const given = field.values.find(({ value }) => value?.type === 'estimate');
  if (given?.value?.type !== 'estimate') return [];
  const { best, likely, worst } = given.value;
  const atoms = given.phrase.atoms.filter(({ type }) => type === 'quantity');
  const [first, second, third] = atoms;
  if (!first) return [];
  // Between two points the likely one is the middle, which may be in minutes: it is then written as the first one is.
  const unit = atoms.length === 2 ? best.unit : likely.unit;
  const wanted = durationOf(minutes, unit, likely.elapsed, lengths);
  const written = { atom: third ? second! : first, duration: third ? likely : best };
  const text = durationText(wanted, item.tongue, written);
  if (!second) return [replacing(item, first, text)];
  const passes = { best: minutes < minutesOf(best, lengths), worst: minutes > minutesOf(worst, lengths) };
  return [
    ...(passes.best ? [replacing(item, first, text)] : []),
    ...(third ? [replacing(item, second, text)] : []),
    ...(third && passes.worst ? [replacing(item, third, text)] : []),
    ...(third
      ? []
      : [passes.worst ? replacing(item, second, `${text}..${text}`) : inserting(item, second.start, `${text}..`)]),
  ];
}
