/** Who stands behind an assignment. */
import { valuesOf } from '../kinds/facts';
import type { Item, ItemIndex, Model } from '../model/model';
import { perFacts } from './perFacts';

export interface People {
  /** The persons of the model, in its order. */
  readonly persons: readonly ItemIndex[];
  /**
   * Whom the assignment of an id means: the person, or every member of the team, each with the share that is written.
   * Empty where there is no such item, or nobody in the team.
   */
  readonly behind: (id: string) => readonly ItemIndex[];
}

const NOBODY: readonly ItemIndex[] = [];

/** Reads persons and teams of a model; a person belongs to the teams that it names and to the one that it stands in. */
export function peopleOf(model: Model): People {
  const persons = model.items.filter(({ kind }) => kind?.key === 'person');
  const members = new Map<ItemIndex, Set<ItemIndex>>();
  for (const person of persons) {
    for (const team of teamsOf(model, person)) {
      const known = members.get(team);
      if (known) known.add(person.index);
      else members.set(team, new Set([person.index]));
    }
  }
  const known = new Map<string, readonly ItemIndex[]>();
  const behind = (id: string): readonly ItemIndex[] => {
    const item = model.byId(id);
    if (!item) return NOBODY;
    return item.kind?.key === 'team' ? [...(members.get(item.index) ?? NOBODY)] : [item.index];
  };
  return {
    persons: persons.map(({ index }) => index),
    behind: (id) => {
      let found = known.get(id);
      if (!found) known.set(id, (found = behind(id)));
      return found;
    },
  };
}

const namedTeams = perFacts((person): readonly string[] =>
  valuesOf(person, 'team').flatMap((value) => (value.type === 'ref' ? [value.id] : [])),
);

function teamsOf(model: Model, person: Item): ItemIndex[] {
  const named = namedTeams(person).flatMap((id) => model.byId(id) ?? []);
  const holder = model.items[person.parent];
  return [...named, ...(holder?.kind?.key === 'team' ? [holder] : [])].map(({ index }) => index);
}
