import type { StoredSlots } from "./diff-slots";
import type { NumberedGroup } from "./lot-of";
import type { Kind } from "./place-groups";
import type { Slot } from "./rules";

/** That so many slots of a group would have another number of places. */
export interface GroupChange extends Kind {
  readonly before: number;
  readonly after: number;
  readonly slots: number;
}

/**
 * What changes of each group in the times that stay: what opens or closes altogether is told by its slots. Alike changes
 * together, those that take most first; none of a station whose places are all alike, of which the slots tell all. Pure.
 */
export function compareGroups(
  groups: readonly NumberedGroup[],
  stored: StoredSlots,
  slots: readonly Slot[],
): GroupChange[] {
  const known = new Map<string, number>();
  const stays = new Set<number>(stored.starts);
  for (const [index, start] of stored.starts.entries()) {
    known.set(`${stored.groups[index]} ${start}`, stored.capacities[index] ?? 0);
  }
  const used = new Set([...stored.groups, ...slots.map(({ group }) => group)]);
  if (used.size < 2) return [];
  const changed = slots
    .filter(({ startsAt }) => stays.has(startsAt.getTime()))
    .map(({ group, startsAt, capacity }) => ({
      group,
      before: known.get(`${group} ${startsAt.getTime()}`) ?? 0,
      after: capacity,
    }))
    .filter(({ before, after }) => before !== after);
  return [...Map.groupBy(changed, (one) => `${one.group} ${one.before} ${one.after}`).values()]
    .flatMap((alike) => {
      const [first] = alike;
      const group = groups.find(({ number }) => number === first?.group);
      if (!first || !group) return [];
      const { standards, powerW, plugPowersW } = group;
      const { before, after } = first;
      return [{ standards, powerW, plugPowersW, before, after, slots: alike.length }];
    })
    .toSorted((one, other) => one.after - one.before - (other.after - other.before));
}
