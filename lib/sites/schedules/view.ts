import { wholeWeek } from "@/lib/core/opening-hours";

import type { StationLowering } from "./find-lowerings";
import type { NumberedGroup } from "./lot-of";
import { timesOf, type Hold, type Schedule, type Slot } from "./rules";
import type { HoldView, Lowering, ScheduleView, SlotView } from "./schema";

/** What anyone may know of a station's times, of those groups of places that are given. */
export function viewSlots(groups: readonly NumberedGroup[], slots: readonly Slot[]): SlotView[] {
  const plugs = new Map(groups.map(({ number, standards }) => [number, standards]));
  const shown = slots.filter(({ group }) => plugs.has(group));
  const left = new Map<number, Record<string, number>>();
  for (const { group, startsAt, capacity, reserved } of shown) {
    const of = left.get(startsAt.getTime()) ?? {};
    for (const plug of plugs.get(group) ?? []) {
      of[plug] = (of[plug] ?? 0) + Math.max(0, capacity - reserved);
    }
    left.set(startsAt.getTime(), of);
  }
  return timesOf(shown).map((time) => ({
    startsAt: time.startsAt.toISOString(),
    endsAt: time.endsAt.toISOString(),
    capacity: time.capacity,
    remaining: time.remaining,
    byStandard: left.get(time.startsAt.getTime()) ?? {},
  }));
}

/** The station's weekly hours and its exceptions; `updatedAt` is null for a station that has none set. */
export function viewSchedule(
  station: { readonly id: string; readonly timeZone: string },
  schedule: Schedule,
  updatedAt: Date | null,
): ScheduleView {
  return {
    stationId: station.id,
    timeZone: station.timeZone,
    weekly: wholeWeek(schedule.weekly),
    exceptions: schedule.exceptions.map((one) => ({ ...one, windows: [...one.windows] })),
    capacityOverrides: [...schedule.capacityOverrides],
    updatedAt: updatedAt?.toISOString() ?? null,
  };
}

/** The hold as its staff see it. */
export function viewHold(
  hold: Hold & { id: string; stationId: string; reason: string; createdAt: Date },
): HoldView {
  return {
    id: hold.id,
    stationId: hold.stationId,
    startsAt: hold.startsAt.toISOString(),
    endsAt: hold.endsAt.toISOString(),
    connectors: hold.connectors,
    connectorIds: hold.connectorIds && [...hold.connectorIds],
    reason: hold.reason,
    createdAt: hold.createdAt.toISOString(),
  };
}

/** What takes places from a station, as its staff see it. */
export function viewLowering({
  cause,
  reason,
  connectors,
  startsAt,
  endsAt,
}: StationLowering): Lowering {
  return {
    kind: cause,
    reason,
    connectors,
    from: startsAt.toISOString(),
    to: endsAt?.toISOString() ?? null,
  };
}
