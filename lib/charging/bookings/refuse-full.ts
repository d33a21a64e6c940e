import { fail, type AppError } from "@/lib/core/errors";
import { suits, type Met, type Need, type Slot } from "@/lib/sites/schedules/inside";

/**
 * What refuses a claim that found no room: `slot.full`, with how many places are left from its first slot to its last
 * that the car cannot use, so that nobody reads "full" where the station stands half empty.
 */
export function refuseFull({ need }: { readonly need: Need }, { groups, slots }: Met): AppError {
  const own = Map.groupBy(slots, ({ group }) => group);
  const others = groups
    .filter((group) => !suits(group, need))
    .reduce((sum, { number }) => sum + leastFree(own.get(number) ?? []), 0);
  return fail("slot.full", { others });
}

/** The fewest places that are left in any of a group's slots. */
function leastFree(slots: readonly Slot[]): number {
  const free = slots.map(({ capacity, reserved }) => Math.max(0, capacity - reserved));
  return free.length === 0 ? 0 : Math.min(...free);
}
