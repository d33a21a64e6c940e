import { groupPlaces, type PlaceGroup } from "./place-groups";
import type { SlotPlan } from "./rules";

const nowhere: PlaceGroup = { key: "", standards: [], powerW: null, places: [] };

/** The groups of the plan's places with their numbers at the station; a new group has the next one. */
export function numberGroups({
  places,
  groupNumbers,
}: Pick<SlotPlan, "places" | "groupNumbers">): (PlaceGroup & { readonly number: number })[] {
  // Without any place there is still time that none is left in.
  const [first = 1] = groupNumbers.values();
  if (places.length === 0) return [{ ...nowhere, number: first }];
  let last = Math.max(0, ...groupNumbers.values());
  return groupPlaces(places).map((group) => ({
    ...group,
    number: groupNumbers.get(group.key) ?? (last += 1),
  }));
}
