import { markOffline, viewBooking } from "@/lib/charging/bookings/inside";
import { viewSession, type SessionRow } from "@/lib/charging/sessions/inside";
import type { Context } from "@/lib/core/context";
import { inScope, scopeOf } from "@/lib/core/permissions";
import type { LoweredCapacity } from "@/lib/sites/schedules/inside";

import { sayRefused } from "./say-refused";
import type {
  ConnectorOffer,
  OfflineException,
  QueuedApproval,
  QueuedArrival,
  QueuedException,
  QueuedSession,
} from "./schema";
import type { CodedBooking, QueueConnector, QueueStation } from "./store/queue";
import type { RefusalRow } from "./store/refusals";

/** A booking that waits to be reviewed: since it was made, or last changed. */
export function viewApproval(ctx: Context, booking: CodedBooking): QueuedApproval {
  return {
    ...viewBooking(ctx, booking),
    waitingSince: booking.updatedAt.toISOString(),
    action: "approve",
  };
}

/** A car that comes, and the connectors that suit it, in order; nothing for a booking without a code. */
export function viewArrival(
  ctx: Context,
  { qr, ...booking }: CodedBooking,
  suiting: readonly QueueConnector[],
): QueuedArrival[] {
  if (!qr) return [];
  const opensAt = qr.opensAt.toISOString();
  const proposed = suiting.find(({ busy }) => !busy);
  return [
    {
      ...viewBooking(ctx, booking),
      waitingSince: opensAt,
      action: "checkIn",
      opensAt,
      closesAt: qr.expiresAt.toISOString(),
      ...markOffline(ctx, booking, qr),
      proposedConnector: proposed ? viewOffer(proposed) : null,
      suitingConnectorIds: suiting.map(({ id: connectorId }) => connectorId),
    },
  ];
}

function viewOffer({ id, number, standards, powerW }: QueueConnector): ConnectorOffer {
  return { id, number, standards, maxPowerKw: powerW === null ? null : powerW / 1000 };
}

/** A car that charges, and the connectors that suit it, in order. */
export function viewCharging(
  ctx: Context,
  row: SessionRow,
  suiting: readonly QueueConnector[],
): QueuedSession {
  return {
    ...viewSession(ctx, row),
    waitingSince: row.startedAt.toISOString(),
    action: "finalize",
    suitingConnectorIds: suiting.map(({ id }) => id),
  };
}

/** What is wrong about a booking: one exception for each thing, as it may be several. */
export function viewTroubles(ctx: Context, booking: CodedBooking): QueuedException[] {
  const { id, status, conflict, conflictAt, lateUntil, qr, updatedAt } = booking;
  const now = ctx.clock.now();
  const { can } = viewBooking(ctx, booking);
  const checkIn = can.includes("checkIn") && { action: "checkIn" as const };
  const { at, facts } = aboutBooking(booking);
  const troubles: QueuedException[] = [];
  if (qr && status === "NoShow") {
    troubles.push({
      ...at,
      id: `NoShow:${id}`,
      kind: "NoShow",
      since: updatedAt.toISOString(),
      ...(now <= qr.expiresAt && checkIn),
      facts: { ...facts, closesAt: qr.expiresAt.toISOString() },
    });
  }
  if (qr && status === "Approved" && now > qr.expiresAt) {
    troubles.push({
      ...at,
      id: `CodeExpired:${id}`,
      kind: "CodeExpired",
      since: qr.expiresAt.toISOString(),
      action: "move",
      facts: { ...facts, closesAt: qr.expiresAt.toISOString() },
    });
  }
  if (lateUntil && status === "Approved" && now < lateUntil) {
    troubles.push({
      ...at,
      id: `RunningLate:${id}`,
      kind: "RunningLate",
      since: updatedAt.toISOString(),
      ...checkIn,
      facts: { ...facts, lateUntil: lateUntil.toISOString() },
    });
  }
  if (conflict && conflictAt) {
    const since = conflictAt.toISOString();
    const what = { id: `Conflict:${id}`, kind: "Conflict", since, action: "move" } as const;
    troubles.push({ ...at, ...what, facts: { ...facts, reason: conflict } });
  }
  return troubles;
}

/** Where and what an exception's booking is. */
function aboutBooking(booking: CodedBooking) {
  const { id: bookingId, stationId, stationName, timeZone } = booking;
  return {
    at: { stationId, stationName, timeZone, bookingId },
    facts: {
      bookingNumber: booking.number,
      ownerName: booking.ownerName,
      vehiclePlate: booking.vehiclePlate,
      startsAt: booking.startsAt.toISOString(),
      endsAt: booking.endsAt.toISOString(),
    },
  };
}

/** A car past its booked time; nothing for one that is not. */
export function viewOverstay(ctx: Context, row: SessionRow): QueuedException[] {
  const { overstay, next } = viewSession(ctx, row);
  if (!overstay) return [];
  const { id, bookingId, stationId, stationName, timeZone } = row;
  return [
    {
      id: `Overstay:${id}`,
      kind: "Overstay",
      stationId,
      stationName,
      timeZone,
      bookingId,
      sessionId: id,
      since: row.bookedUntil.toISOString(),
      action: "finalize",
      facts: {
        bookingNumber: row.bookingNumber,
        ownerName: row.ownerName,
        vehiclePlate: row.vehiclePlate,
        startsAt: row.startedAt.toISOString(),
        endsAt: row.bookedUntil.toISOString(),
        connectorNumber: row.connectorNumber,
        next,
      },
    },
  ];
}

/** A station with fewer places than usual. */
export function viewLowered(station: QueueStation, lowered: LoweredCapacity): QueuedException {
  const { id, name, timeZone } = station;
  return {
    id: `CapacityChanged:${id}`,
    kind: "CapacityChanged",
    stationId: id,
    stationName: name,
    timeZone,
    since: lowered.since.toISOString(),
    facts: {
      usual: lowered.usual,
      capacity: lowered.capacity,
      startsAt: lowered.startsAt.toISOString(),
      endsAt: lowered.endsAt.toISOString(),
      causes: [...lowered.causes],
    },
  };
}

/** An act without network that was refused. */
export function viewRefusal(ctx: Context, row: RefusalRow): OfflineException {
  const { refusal, settledBy } = row;
  const { stationId, businessId, settledAt } = refusal;
  const may =
    settledAt === null && inScope(scopeOf(ctx, "exception.settle"), { stationId, businessId });
  return {
    id: refusal.id,
    kind: "OfflineRefused",
    stationId,
    stationName: row.stationName,
    timeZone: row.timeZone,
    since: refusal.createdAt.toISOString(),
    bookingId: refusal.bookingId,
    sessionId: refusal.sessionId,
    ...(may && { action: "settle" }),
    facts: {
      bookingNumber: row.bookingNumber,
      ownerName: row.ownerName,
      vehiclePlate: row.vehiclePlate,
      startsAt: row.startsAt.toISOString(),
      endsAt: row.endsAt.toISOString(),
      act: refusal.act,
      at: refusal.actedAt.toISOString(),
      by: row.by,
      told: refusal.told,
      connectorNumber: row.connectorNumber,
      currency: row.tariff.currency,
      code: refusal.code,
      details: refusal.details,
      message: sayRefused(ctx, refusal),
      found: refusal.found as OfflineException["facts"]["found"],
    },
    settledAt: settledAt?.toISOString() ?? null,
    settledBy,
    note: refusal.note,
  };
}

/** The same as the queue has it, where none is settled. */
export function viewOpenRefusal(ctx: Context, row: RefusalRow): QueuedException {
  const { settledAt: _at, settledBy: _by, note: _note, ...open } = viewRefusal(ctx, row);
  return open;
}
