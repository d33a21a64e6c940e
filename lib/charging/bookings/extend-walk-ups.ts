import { inTransaction, type Context } from "@/lib/core/context";
import { isAppError } from "@/lib/core/errors";
import { scopeOf } from "@/lib/core/permissions";
import { transition } from "@/lib/core/transitions";
import { moneyView } from "@/lib/core/money";
import { claimPlaces } from "@/lib/sites/schedules/inside";

import { tellChange } from "./change-status";
import { needOf, wantedClaimOf } from "./claim-range";
import { bookingMachine, estimateCharge } from "./rules";
import { lockBookingRow, shareStations, updateBooking } from "./store/bookings";
import { findStation } from "./store/stations";
import { claimOverdue, type OverdueWalkUp } from "./store/walk-ups";

/**
 * Gives walk-ups whose car stays the next slot of their station once it begins, where it has a place (product.md,
 * Walk-in); where it has none, they stay over their time as any session does, and are asked for again: a place may
 * come free. Each in a transaction of its own; several workers may do it at once. Returns how many slots were taken.
 */
export async function extendWalkUps(ctx: Context): Promise<{ count: number }> {
  scopeOf(ctx, "booking.extend");
  let count = 0;
  /** Those that could not be given what they seemed to get: somebody was faster. */
  const left: string[] = [];
  for (;;) {
    const done = await inTransaction(ctx, async (ctx) => {
      const overdue = await claimOverdue(ctx, left);
      return overdue && { id: overdue.id, isTaken: await extend(ctx, overdue) };
    }).catch((error: unknown) => {
      // Its owner booked that time in between: the constraint says so, and the next round sees it.
      if (isAppError(error, "booking.overlap")) return null;
      throw error;
    });
    if (!done) return { count };
    if (done.isTaken) count += 1;
    else left.push(done.id);
  }
}

async function extend(ctx: Context, { id, next }: OverdueWalkUp): Promise<boolean> {
  const booking = await lockBookingRow(ctx, id);
  if (!booking) return false;
  const { stationId, tariff, createdAt, estimateMinor: before } = booking;
  // A claimed booking is skipped by those who hold its station exclusively, so waiting for the station is safe here.
  await shareStations(ctx, [stationId]);
  // The car stays where it stands.
  const need = { ...needOf(booking), group: booking.placeGroup };
  const taken = await claimPlaces(ctx, wantedClaimOf({ stationId, ...next }, need));
  if (!taken) return false;
  const { endsAt } = next;
  const powerW = (await findStation(ctx, stationId))?.powerW ?? null;
  const estimateMinor = estimateCharge(
    tariff,
    { startsAt: createdAt, endsAt },
    { powerW },
  ).totalMinor;
  const money = (amountMinor: number) => moneyView(amountMinor, tariff.currency);
  await transition(ctx, bookingMachine, booking, {
    action: "extend",
    changes: {
      endsAt: [booking.endsAt, endsAt],
      ...(estimateMinor !== before && { estimate: [money(before), money(estimateMinor)] }),
    },
    payload: tellChange(undefined),
    update: async (step) => {
      const row = await updateBooking(ctx, id, step, { endsAt, estimateMinor });
      return row && { ...booking, ...row };
    },
  });
  return true;
}
