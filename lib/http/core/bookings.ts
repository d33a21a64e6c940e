import { z } from "zod";

import type { BookingView, DailyCapacity } from "@/lib/charging/bookings/schema";

/** A booking with the first contract's names beside ours. */
export const coreBooking = (view: BookingView) => ({
  ...view,
  slotStartUtc: view.startsAt,
  slotEndUtc: view.endsAt,
  ownerNIC: view.ownerNic,
  createdAtUtc: view.createdAt,
  approvedAtUtc: view.approvedAt,
});

/** Under its names an owner's bookings carry their codes: it has no other call that gives them (C1). */
export const withCodes = {
  names: [],
  schema: z.object({}),
  into: () => ({ include: "qr" }),
} as const;

/** A day's slots with the first contract's names beside ours. */
export const coreDailyCapacity = (view: DailyCapacity) => ({
  ...view,
  slots: view.slots.map((slot) => ({
    ...slot,
    slotStartUtc: slot.startsAt,
    slotEndUtc: slot.endsAt,
  })),
});
