/** Which risks matter. */
import { valueOf } from '../../kinds/facts';
import type { Item } from '../../model/model';
import { lengthsOf, minutesOf } from '../../schedule/lengths';

/** An exposure up to this, in working days, is accepted. */
const ACCEPTED_DAYS = 1;

/**
 * Is the exposure (probability × impact, as in ISO 31000 and PMBOK) worth looking after? One day of working time or less is
 * not, any amount of money is. One that nobody assessed is not known.
 */
export function isExposed(item: Item, project: Item | undefined): boolean {
  const [probability, impact] = [valueOf(item, 'probability'), valueOf(item, 'impact')];
  if (probability?.type !== 'percent') return false;
  if (impact?.type === 'money') return probability.fraction * impact.amount > 0;
  if (impact?.type !== 'duration') return false;
  const lengths = lengthsOf(project);
  return probability.fraction * minutesOf(impact, lengths) > ACCEPTED_DAYS * lengths.d;
}
