import { recordAudit } from "@/lib/records/audit/inside";
import {
  admitBooking,
  bookingView,
  judgeInstant,
  madeOffline,
  type Booking,
} from "@/lib/charging/bookings/inside";
import { inTransaction, type Context } from "@/lib/core/context";
import { fail, failField } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { asHolder, type Authorized } from "@/lib/core/permissions";
import { publishEvent } from "@/lib/records/outbox/inside";

import { getPermitted } from "./read-session";
import type { CheckedIn, CheckIn } from "./schema";
import { findPlaces, findSessionOfBooking, insertSession, lockChoosing } from "./store/sessions";
import { viewSession } from "./view";

/**
 * Lets a booked car in: the booking is admitted by its QR code or typed code (every refusal says why), a session
 * starts now, or when a phone without network scanned it, on the given connector, or on the one that the owner wished for where it is free, or on the free one with the lowest number (product.md, Session; 000-94, 000-95).
 * Throws what `admitBooking` throws, `connector.not_found`, `session.connector_busy` or `session.no_connector`; then
 * the code stays unused.
 */
export async function checkIn(ctx: Context, input: CheckIn): Promise<CheckedIn> {
  const { actor } = asHolder(ctx, "session.checkin");
  return inTransaction(ctx, async (ctx) => {
    const { connectorId: wanted, ...admission } = input;
    const startedAt = judgeInstant(ctx, input.scannedAt, "scannedAt");
    const booking = await admitBooking(ctx, admission);
    const { stationId, businessId, ownerId } = booking;
    const running = await findSessionOfBooking(ctx, booking.id);
    // Let in once more by an override: the car charges already.
    if (running) return checkedIn(ctx, running.id, booking);
    const connector = await chooseConnector(ctx, booking, wanted, input.scannedAt);
    const id = newId();
    await insertSession(ctx, {
      id,
      bookingId: booking.id,
      stationId,
      businessId,
      ownerId,
      connectorId: connector.id,
      checkedInBy: actor.userId,
      startedAt,
      currency: booking.tariff.currency,
    });
    await recordAudit(ctx, {
      entity: "Session",
      entityId: id,
      action: "Create",
      to: "Active",
      changes: {
        bookingId: booking.id,
        connector: connector.number,
        ...madeOffline(ctx, input.scannedAt),
      },
      businessId,
      stationId,
      ownerId,
    });
    await publishEvent(ctx, {
      type: "session.started",
      payload: { sessionId: id, bookingId: booking.id, ownerId },
      businessId,
      stationId,
    });
    return checkedIn(ctx, id, booking);
  });
}

async function checkedIn(
  ctx: Context,
  id: string,
  booking: Authorized<Booking>,
): Promise<CheckedIn> {
  const session = viewSession(ctx, await getPermitted(ctx, "session.checkin", id));
  return { ...session, booking: await bookingView(ctx, booking) };
}

async function chooseConnector(
  ctx: Context,
  { stationId, wishedConnectorId }: Booking,
  wanted: string | undefined,
  since: Date | undefined,
) {
  await lockChoosing(ctx, stationId);
  const places = await findPlaces(ctx, stationId, since);
  if (wanted === undefined) {
    const all = places.filter(({ busy }) => !busy);
    const free = all.find(({ id }) => id === wishedConnectorId) ?? all[0];
    if (!free) throw fail("session.no_connector");
    return free;
  }
  const place = places.find(({ id }) => id === wanted.toLowerCase());
  if (!place) throw failField("connector.not_found", "connectorId");
  if (place.busy) throw failField("session.connector_busy", "connectorId");
  return place;
}
