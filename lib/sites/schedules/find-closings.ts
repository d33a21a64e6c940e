import type { Context } from "@/lib/core/context";
import { hourMs } from "@/lib/core/durations";

import { placesOf } from "./open-places";
import type { SlotPlan } from "./rules";
import { instantOf, spanOf } from "./span-openings";
import { findPlans } from "./store/plans";

/** How far ahead a closing is told: as long as anybody says at the gate that they will stay. */
const aheadMs = 4 * hourMs;

/**
 * When connectors that are open now close within the next 4 hours while their stations stay open, by their ids: for a
 * hold, an outage that is to come, or a day with fewer places (product.md, Slot).
 */
export async function findClosings(
  ctx: Context,
  stationIds: readonly string[],
): Promise<ReadonlyMap<string, Date>> {
  if (stationIds.length === 0) return new Map();
  const now = ctx.clock.now();
  const plans = await findPlans(ctx, stationIds, now);
  return new Map(plans.flatMap((plan) => closingsOf(plan, now.getTime())));
}

function closingsOf(plan: SlotPlan, now: number): (readonly [string, Date])[] {
  const openAt = (at: number) => placesOf(plan)(at, at + 1).open;
  const changes = [...plan.holds, ...plan.outages].map((range) => spanOf(range).start);
  const days = plan.schedule.capacityOverrides.map(({ date }) =>
    instantOf(date, "00:00", plan.station.timeZone),
  );
  const instants = [...changes, ...days]
    .filter((at) => at > now && at <= now + aheadMs)
    .toSorted((one, other) => one - other)
    .map((at) => ({ at, open: openAt(at) }));
  return [...openAt(now)].flatMap((id) => {
    const first = instants.find(({ open }) => !open.has(id));
    return first ? [[id, new Date(first.at)] as const] : [];
  });
}
