import { calendarDay } from "@/lib/core/calendar";
import type { Context } from "@/lib/core/context";
import { dayMs } from "@/lib/core/durations";
import { daySpan } from "@/lib/core/time-zones";

import { loweringsOf, meetsSlot } from "./find-lowerings";
import type { SlotPlan } from "./rules";
import type { LoweringCause } from "./schema";
import { findPlans } from "./store/plans";
import { findSlotsAt, type StationTime } from "./store/slots";

/** That a station has fewer places than usual in what is left of its day. */
export interface LoweredCapacity {
  readonly stationId: string;
  /** The connectors in service, and the fewest places of a slot of the day that is not over. */
  readonly usual: number;
  readonly capacity: number;
  /** From the first slot with fewer places to the end of the last one. */
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** Since when what takes them lasts, or will. */
  readonly since: Date;
  readonly causes: readonly LoweringCause[];
}

/**
 * Which of the stations have fewer places than usual in a slot of their own day that is not over, because of an
 * override, a hold or an outage. Two statements, however many stations there are.
 */
export async function findLoweredCapacity(
  ctx: Context,
  stationIds: readonly string[],
): Promise<LoweredCapacity[]> {
  if (stationIds.length === 0) return [];
  const now = ctx.clock.now();
  // The longest day of any zone, and whatever is left of it.
  const until = new Date(now.getTime() + dayMs + dayMs / 24);
  const [plans, slots] = await Promise.all([
    findPlans(ctx, stationIds, now),
    findSlotsAt(ctx, stationIds, now, until),
  ]);
  const of = Map.groupBy(slots, ({ stationId }) => stationId);
  return plans.flatMap((plan) => {
    const lowered = loweredIn(plan, of.get(plan.stationId) ?? [], now);
    return lowered ? [{ stationId: plan.stationId, ...lowered }] : [];
  });
}

/** What is lowered of the station's slots in what is left of its day; null for nothing. Pure. */
export function loweredIn(
  plan: SlotPlan,
  slots: readonly Pick<StationTime, "startsAt" | "endsAt" | "capacity">[],
  now: Date,
): Omit<LoweredCapacity, "stationId"> | null {
  const { timeZone } = plan.station;
  const today = daySpan(calendarDay(now, timeZone), timeZone);
  const usual = plan.places.length;
  const reasons = loweringsOf(plan);
  const lowered = slots
    .filter((slot) => slot.endsAt > now && slot.startsAt < today.to && slot.capacity < usual)
    .map((slot) => ({ slot, why: reasons.filter((reason) => meetsSlot(reason, slot)) }))
    .filter(({ why }) => why.length > 0);
  const [first] = lowered;
  const last = lowered.at(-1);
  if (!first || !last) return null;
  const why = lowered.flatMap((one) => one.why);
  const earliest = Math.min(...why.map(({ startsAt }) => startsAt.getTime()));
  return {
    usual,
    capacity: Math.min(...lowered.map(({ slot }) => slot.capacity)),
    startsAt: first.slot.startsAt,
    endsAt: last.slot.endsAt,
    since: new Date(earliest),
    causes: [...new Set(why.map(({ cause }) => cause))].toSorted(),
  };
}
