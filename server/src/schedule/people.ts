/** Who stands behind an assignment. */
import { valuesOf } from '../kinds/facts';
import type { Item, ItemIndex, Model } from '../model/model';
import { perFacts } from './perFacts';

export interface People {
  /** The persons of the model, in its order. */
  readonly persons: readonly ItemIndex[];
  /**
   * Whom the assignment of an item means: the person, or every member of the team, each with the share that is written.
   * Empty for -1, which is no item, and for a team without members.
   */
  readonly behind: (assigned: ItemIndex) => readonly ItemIndex[];
}

const NOBODY: readonly ItemIndex[] = [];

/** Takes the persons of a model together by team; a person belongs to the teams that it names and to the one that it stands in. */
export function peopleOf(model: Model, persons: readonly Item[]): People {
  const members = new Map<ItemIndex, Set<ItemIndex>>();
  for (const person of persons) {
    for (const team of teamsOf(model, person)) {
      const known = members.get(team);
      if (known) known.add(person.index);
      else members.set(team, new Set([person.index]));
    }
  }
  const known = new Map<ItemIndex, readonly ItemIndex[]>();
  const behind = (assigned: ItemIndex): readonly ItemIndex[] => {
    const isTeam = model.items[assigned]!.kind?.key === 'team';
    return isTeam ? [...(members.get(assigned) ?? NOBODY)] : [assigned];
  };
  return {
    persons: persons.map(({ index }) => index),
    behind: (assigned) => {
      if (assigned < 0) return NOBODY;
      let found = known.get(assigned);
      if (!found) known.set(assigned, (found = behind(assigned)));
      return found;
    },
  };
}

const namedTeams = perFacts((person): readonly string[] =>
  valuesOf(person, 'team').flatMap((value) => (value.type === 'ref' ? [value.id] : [])),
);

/** The teams to which a person belongs. */
export function teamsOf(model: Model, person: Item): ItemIndex[] {
  const named = namedTeams(person).flatMap((id) => model.byId(id) ?? []);
  const holder = model.items[person.parent];
  return [...named, ...(holder?.kind?.key === 'team' ? [holder] : [])].map(({ index }) => index);
}
