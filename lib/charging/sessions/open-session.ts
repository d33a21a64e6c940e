import { recordAudit } from "@/lib/records/audit/inside";
import {
  bookingView,
  judgeInstant,
  madeOffline,
  type Booking,
} from "@/lib/charging/bookings/inside";
import type { Context } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import type { Authorized } from "@/lib/core/permissions";
import { publishEvent } from "@/lib/records/outbox/inside";

import { getPermitted } from "./read-session";
import type { Place } from "./choose-connector";
import type { CheckedIn } from "./schema";
import { findPlaces, insertSession, lockChoosing } from "./store/sessions";
import { viewSession } from "./view";

/**
 * The station's connectors in service by number, no other car choosing one until the transaction ends. One on which
 * another car has charged since an instant is not free then.
 */
export async function holdConnectors(
  ctx: Context,
  stationId: string,
  since?: Date,
): Promise<Place[]> {
  await lockChoosing(ctx, stationId);
  return findPlaces(ctx, stationId, since);
}

interface Opening {
  readonly connector: Place;
  readonly checkedInBy: string;
  /** When a phone without network let the car in. */
  readonly scannedAt?: Date | undefined;
}

/**
 * Starts the session of a booking that was let in, now or when a phone without network did it, on a connector of
 * `holdConnectors`, in its transaction. Throws what `judgeInstant` throws.
 */
export async function openSession(
  ctx: Context,
  booking: Authorized<Booking>,
  { connector, checkedInBy, scannedAt }: Opening,
): Promise<CheckedIn> {
  const { id: bookingId, stationId, businessId, ownerId } = booking;
  const id = newId();
  await insertSession(ctx, {
    id,
    bookingId,
    stationId,
    businessId,
    ownerId,
    connectorId: connector.id,
    checkedInBy,
    startedAt: judgeInstant(ctx, scannedAt, "scannedAt"),
    currency: booking.tariff.currency,
  });
  await recordAudit(ctx, {
    entity: "Session",
    entityId: id,
    action: "Create",
    to: "Active",
    changes: { bookingId, connector: connector.number, ...madeOffline(ctx, scannedAt) },
    businessId,
    stationId,
    ownerId,
  });
  await publishEvent(ctx, {
    type: "session.started",
    payload: { sessionId: id, bookingId, ownerId },
    businessId,
    stationId,
  });
  return viewCheckedIn(ctx, id, booking);
}

/** A session with its booking, as whoever let the car in sees them. */
export async function viewCheckedIn(
  ctx: Context,
  id: string,
  booking: Authorized<Booking>,
): Promise<CheckedIn> {
  const session = viewSession(ctx, await getPermitted(ctx, "session.checkin", id));
  return { ...session, booking: await bookingView(ctx, booking) };
}
