import { roleOf } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { offersOn } from "@/lib/core/machines";
import { moneyView } from "@/lib/core/money";
import { pricingView } from "@/lib/money/tariffs/inside";
import type { AuditView } from "@/lib/records/audit/schema";

import { minutesOf } from "./cut-ranges";
import { bookingMachine } from "./rules";
import type { BookingView, HistoryEntry, QrView } from "./schema";
import type { Booking } from "./store/bookings";
import type { QrRow } from "./store/qr-tokens";

/** A booking's code as its owner gets it; `token` is what the picture says. */
export function viewQr(ctx: Context, qr: QrRow, token: string): QrView {
  const [issuedAt, expiresAt] = [qr.issuedAt.toISOString(), qr.expiresAt.toISOString()];
  return {
    token,
    code: qr.code,
    issuedAt,
    opensAt: qr.opensAt.toISOString(),
    expiresAt,
    issuedAtUtc: issuedAt,
    expiresAtUtc: expiresAt,
    pngUrl: `${ctx.config.baseUrl}/api/v1/bookings/${qr.bookingId}/qr.png`,
  };
}

/** The booking as the API shows it to the actor; money in its tariff's currency, instants in UTC. */
export function viewBooking(ctx: Context, booking: Booking): BookingView {
  const { tariff, conflict, conflictAt } = booking;
  const money = (amountMinor: number) =>
    amountMinor > 0 ? moneyView(amountMinor, tariff.currency) : null;
  const offers = offersOn(ctx, bookingMachine, booking);
  const mayCharge = offers.can.includes("cancel") && roleOf(ctx.actor) === "Operator";
  return {
    id: booking.id,
    bookingId: booking.id,
    number: booking.number,
    status: booking.status,
    stationId: booking.stationId,
    stationName: booking.stationName,
    timeZone: booking.timeZone,
    startsAt: booking.startsAt.toISOString(),
    endsAt: booking.endsAt.toISOString(),
    minutes: minutesOf(booking),
    origin: booking.origin,
    ownerId: booking.ownerId,
    ownerNic: booking.ownerNic,
    ownerName: booking.ownerName,
    vehicleId: booking.vehicleId,
    vehiclePlate: booking.vehiclePlate,
    wishedConnectorId: booking.wishedConnectorId,
    standard: booking.standard,
    minPowerKw: booking.minPowerW === null ? null : booking.minPowerW / 1_000,
    estimate: moneyView(booking.estimateMinor, tariff.currency),
    tariff: { ...pricingView(tariff) },
    lateFee: money(booking.lateFeeMinor),
    lateCancelFee: mayCharge ? money(tariff.lateCancelFeeMinor) : null,
    conflict: conflict && conflictAt ? { reason: conflict, since: conflictAt.toISOString() } : null,
    lateUntil: booking.lateUntil?.toISOString() ?? null,
    createdAt: booking.createdAt.toISOString(),
    updatedAt: booking.updatedAt.toISOString(),
    approvedAt: booking.approvedAt?.toISOString() ?? null,
    ...offers,
  };
}

/** What was done to a booking, as its owner and staff read it. */
export function viewHistory(trail: readonly AuditView[]): HistoryEntry[] {
  return trail.map(({ at, actor, action, from, to, reason, changes }) => ({
    at,
    by: actor.name,
    role: actor.role,
    action,
    from,
    to,
    reason,
    changes,
  }));
}
