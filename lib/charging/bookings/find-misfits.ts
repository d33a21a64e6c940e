import { findConflict, type Slot } from "@/lib/sites/schedules/inside";
import type { ConflictReason } from "@/lib/sites/schedules/schema";

import { overlapping, type Range } from "./rules";
import { isOpen, type BookingStatus } from "./schema";

interface Holder extends Range {
  readonly id: string;
  readonly stationId: string;
  readonly status: BookingStatus;
}

/** Whether there is anything left to decide: it has not begun. */
export function isDecidable({ status, startsAt }: Holder, now: Date): boolean {
  return isOpen(status) && startsAt > now;
}

/**
 * The bookings of one station that no longer fit its slots, and why. Where there are more bookings than places,
 * whoever charges already goes first, then whoever booked first: only the latest beyond the capacity are flagged,
 * so that settling exactly those settles all. `holders` come in the order of their making, `slots` by start.
 */
export function findMisfits(
  holders: readonly Holder[],
  slots: readonly Slot[],
): Map<string, ConflictReason> {
  const misfits = new Map<string, ConflictReason>();
  const placed = new Map<Slot, number>();
  const inOrder = holders.toSorted(
    (one, other) => Number(other.status === "InProgress") - Number(one.status === "InProgress"),
  );
  for (const holder of inOrder) {
    const own = overlapping(holder, slots);
    const full = own.some((slot) => (placed.get(slot) ?? 0) >= slot.capacity);
    const outside = findConflict(holder, slots) === "OutsideSlots";
    if (outside || full) misfits.set(holder.id, outside ? "OutsideSlots" : "OverCapacity");
    if (!full) for (const slot of own) placed.set(slot, (placed.get(slot) ?? 0) + 1);
  }
  return misfits;
}
