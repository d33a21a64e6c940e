import { outAt, placesOf } from "./open-places";
import type { SlotPlan } from "./rules";
import { isOpenAt } from "./span-openings";

/** What is known of the moment: the connectors on which cars charge, and whether a slot of the station runs. */
interface Moment {
  readonly busy: ReadonlySet<string>;
  readonly runs: boolean;
  readonly now: Date;
}

/** The ids of the connectors on which a car could begin to charge, in the order of their numbers. */
export function freeConnectors(plan: SlotPlan, { busy, runs, now }: Moment): string[] {
  if (plan.station.status !== "Active" || !(runs || isOpenAt(plan, now))) return [];
  const at = now.getTime();
  const out = outAt(plan, at);
  const inService = plan.places.filter(({ id }) => !out.has(id));
  const free = inService.filter(({ id }) => !busy.has(id));
  const places = placesOf(plan)(at, at + 1).open.size - (inService.length - free.length);
  return free
    .toSorted((one, other) => one.number - other.number)
    .slice(0, Math.max(0, places))
    .map(({ id }) => id);
}
