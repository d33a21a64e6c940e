import type { Context } from "@/lib/core/context";
import { instantAt } from "@/lib/core/time-zones";

import type { Range, SlotPlan } from "./rules";
import type { LoweringCause } from "./schema";
import { findPlans } from "./store/plans";

/** What takes places away from a station. */
export interface StationLowering {
  readonly cause: LoweringCause;
  /** As a person wrote it. */
  readonly reason: string | null;
  /** How many of the connectors in service it takes, whatever else takes the same. */
  readonly connectors: number;
  readonly startsAt: Date;
  /** Null until further notice. */
  readonly endsAt: Date | null;
}

/** What takes places from the station's slots that end after the instant. */
export async function findLowerings(
  ctx: Context,
  stationId: string,
  from: Date,
): Promise<StationLowering[]> {
  return (await findPlans(ctx, [stationId], from)).flatMap(loweringsOf);
}

/** The overrides, holds and outages of a plan that take anything. Pure. */
export function loweringsOf(plan: SlotPlan): StationLowering[] {
  const { places, schedule, holds, outages } = plan;
  const active = places.map(({ id }) => id);
  const { timeZone } = plan.station;
  const overrides = schedule.capacityOverrides.map(({ date, connectors }) => ({
    cause: "Override" as const,
    reason: null,
    connectors: active.length - connectors,
    startsAt: instantAt(date, "00:00", timeZone),
    endsAt: instantAt(date, "24:00", timeZone),
  }));
  const held = holds.map(({ reason = null, connectors, connectorIds, startsAt, endsAt }) => ({
    cause: "Hold" as const,
    reason,
    connectors: connectors ?? (connectorIds ?? []).filter((id) => active.includes(id)).length,
    startsAt,
    endsAt,
  }));
  const out = outages.map(({ reason = null, connectorId, startsAt, endsAt }) => ({
    cause: "Outage" as const,
    reason,
    connectors: active.includes(connectorId) ? 1 : 0,
    startsAt,
    endsAt,
  }));
  return [...overrides, ...held, ...out].filter(({ connectors }) => connectors > 0);
}

/** Whether it takes places of the slot. */
export const meetsSlot = (
  { startsAt, endsAt }: Pick<StationLowering, "startsAt" | "endsAt">,
  slot: Range,
): boolean => startsAt < slot.endsAt && (endsAt === null || endsAt > slot.startsAt);
