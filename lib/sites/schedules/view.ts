import { wholeWeek } from "@/lib/core/opening-hours";

import type { StationLowering } from "./find-lowerings";
import type { Hold, Schedule, TimeSlot } from "./rules";
import type { HoldView, Lowering, ScheduleView, SlotView } from "./schema";

/** What anyone may know of a slot. */
export function viewSlot(slot: TimeSlot): SlotView {
  return {
    startsAt: slot.startsAt.toISOString(),
    endsAt: slot.endsAt.toISOString(),
    capacity: slot.capacity,
    remaining: slot.remaining,
  };
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
