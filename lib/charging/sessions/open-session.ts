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
  // Sent together: it is read behind the lock.
  const [, places] = await Promise.all([
    lockChoosing(ctx, stationId),
    findPlaces(ctx, stationId, since),
  ]);
  return places;
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
  const stored = insertSession(ctx, {
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
  const audited = recordAudit(ctx, {
    entity: "Session",
    entityId: id,
    action: "Create",
    to: "Active",
    changes: { bookingId, connector: connector.number, ...madeOffline(ctx, scannedAt) },
    businessId,
    stationId,
    ownerId,
  });
  const told = publishEvent(ctx, {
    type: "session.started",
    payload: { sessionId: id, bookingId, ownerId },
    businessId,
    stationId,
  });
  // A connection answers in order: what is read is read behind what is stored.
  const [view] = await Promise.all([viewCheckedIn(ctx, id, booking), stored, audited, told]);
  return view;
}

/** A session with its booking, as whoever let the car in sees them. */
export async function viewCheckedIn(
  ctx: Context,
  id: string,
  booking: Authorized<Booking>,
): Promise<CheckedIn> {
  const [session, view] = await Promise.all([
    getPermitted(ctx, "session.checkin", id),
    bookingView(ctx, booking),
  ]);
  return { ...viewSession(ctx, session), booking: view };
}
