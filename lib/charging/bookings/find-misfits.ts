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
 * The bookings of one station about which somebody must decide, because they no longer fit its slots, and why. Who
 * charges already or whose time has begun has a place in each of its slots, full or not: there is nothing to decide
 * about it. Then whoever booked first; only the latest beyond the capacity are misfits, so that settling exactly
 * those settles all. `holders` come in the order of their making, `slots` by start.
 */
export function findMisfits(
  holders: readonly Holder[],
  slots: readonly Slot[],
  now: Date,
): Map<string, ConflictReason> {
  const misfits = new Map<string, ConflictReason>();
  const placed = new Map<Slot, number>();
  const place = (own: readonly Slot[]) => {
    for (const slot of own) placed.set(slot, (placed.get(slot) ?? 0) + 1);
  };
  const open = holders.filter((holder) => isDecidable(holder, now));
  for (const holder of holders) {
    if (!isDecidable(holder, now)) place(overlapping(holder, slots));
  }
  for (const holder of open) {
    const own = overlapping(holder, slots);
    const full = own.some((slot) => (placed.get(slot) ?? 0) >= slot.capacity);
    const outside = findConflict(holder, slots) === "OutsideSlots";
    if (outside || full) misfits.set(holder.id, outside ? "OutsideSlots" : "OverCapacity");
    if (!full) place(own);
  }
  return misfits;
}
