import { admitBooking, changeGroup, isToldLate } from "@/lib/charging/bookings/inside";
import { inTransaction, type Context } from "@/lib/core/context";
import { asHolder } from "@/lib/core/permissions";
import { groupKey } from "@/lib/sites/schedules/inside";

import { holdConnectors, openSession, viewCheckedIn } from "./open-session";
import { findArrivals } from "./find-arrivals";
import { chooseConnector } from "./choose-connector";
import type { CheckedIn, CheckIn } from "./schema";
import { findSessionIdOf } from "./store/sessions";

/**
 * Lets a booked car in: the booking is admitted by its QR code or typed code (every refusal says why), a session
 * starts now, or when a phone without network scanned the code, on the given connector, or on the one that the owner
 * wished for where it is free, or on a free one of its booking's group of places, or that suits it (product.md,
 * Session; 000-94, 000-95). Throws what `admitBooking` and `chooseConnector` throw; then the code stays unused.
 */
export async function checkIn(ctx: Context, input: CheckIn): Promise<CheckedIn> {
  const { actor } = asHolder(ctx, "session.checkin");
  return inTransaction(ctx, async (ctx) => {
    const { connectorId: wanted, ...admission } = input;
    // What refuses it refuses the whole check-in: it needs no transaction of its own.
    const booking = await admitBooking({ ...ctx, joinable: true }, admission);
    const { stationId } = booking;
    const [places, running] = await Promise.all([
      holdConnectors(ctx, stationId, input.scannedAt),
      findSessionIdOf(ctx, booking.id),
    ]);
    // Let in once more by an override: the car charges already.
    if (running !== null) return viewCheckedIn(ctx, running, booking);
    const arrivalOf = await findArrivals(ctx, [booking], new Map([[stationId, places]]));
    const arrival = arrivalOf(booking);
    // Who was let in without network stands there already.
    const stands = isToldLate(ctx, input.scannedAt);
    const connector = chooseConnector(
      places,
      stands ? { ...arrival, early: null } : arrival,
      wanted,
    );
    // It stands in its booking's group already, where that is known.
    if (!arrival.group || groupKey(arrival.group) !== groupKey(connector)) {
      await changeGroup(ctx, booking, connector);
    }
    const { scannedAt } = input;
    return openSession(ctx, booking, { connector, checkedInBy: actor.userId, scannedAt });
  });
}
