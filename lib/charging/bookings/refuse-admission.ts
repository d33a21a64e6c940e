import { userOf } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { fail, type AppError } from "@/lib/core/errors";
import { findTrail } from "@/lib/records/audit/inside";
import { findGroups, findGroupSlots, suits, timesOf } from "@/lib/sites/schedules/inside";

import { needOf } from "./claim-range";
import { atStation } from "./rules";
import type { Booking } from "./store/bookings";
import type { QrRow } from "./store/qr-tokens";

// Why a code does not let in, each with all that whoever stands at the gate needs to know (issue 11, point 2).

/** The code is of a time from which the booking was moved away, or the booking has ended since. */
export function superseded(booking: Booking): AppError {
  const { status, startsAt, timeZone } = booking;
  const isMoved = status === "Pending" || status === "Approved" || status === "NoShow";
  if (!isMoved && status !== "InProgress") return wrongStatus(booking);
  return fail("qr.superseded", { startsAt, status, ...atStation(timeZone) });
}

/** The booking is at a station that is not the operator's; which, only its own business hears. */
export function wrongStation(ctx: Context, { businessId, stationName }: Booking): AppError {
  const isOurs = businessId === userOf(ctx)?.businessId;
  return fail("qr.wrong_station", { isOurs, stationName: isOurs ? stationName : "" });
}

/** Nothing is to be checked in any more, or not yet, and since when. */
export function wrongStatus({ status, updatedAt, timeZone }: Booking): AppError {
  return fail("qr.wrong_status", { status, since: updatedAt, ...atStation(timeZone) });
}

export function tooEarly({ timeZone }: Booking, { opensAt }: QrRow): AppError {
  return fail("qr.too_early", { opensAt, ...atStation(timeZone) });
}

/** The window is over; whether the slot that runs has a place that suits tells if a walk-in may help. */
export async function expired(
  ctx: Context,
  booking: Booking,
  { expiresAt }: QrRow,
): Promise<AppError> {
  const now = ctx.clock.now();
  const { stationId, timeZone } = booking;
  const groups = await findGroups(ctx, [stationId]);
  const suiting = groups.filter((group) => suits(group, needOf(booking)));
  const running = await findGroupSlots(ctx, [stationId], now, new Date(now.getTime() + 1));
  const own = running.filter(({ group }) => suiting.some(({ number }) => number === group));
  const placesLeft = timesOf(own).map(({ remaining }) => remaining);
  return fail("qr.expired", {
    closedAt: expiresAt,
    placesLeft: Math.max(0, ...placesLeft),
    ...atStation(timeZone),
  });
}

/** Somebody let the car in already: when, and who. */
export async function alreadyUsed(ctx: Context, booking: Booking, usedAt: Date): Promise<AppError> {
  const trail = await findTrail(ctx, "Booking", booking.id);
  const by = trail.findLast(({ action }) => action === "Checkin")?.actor.name ?? "";
  return fail("qr.already_used", { usedAt, by, ...atStation(booking.timeZone) });
}
