import { factsOf } from "@/lib/core/changes";
import { inTransaction, type Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { inScope, scopeOf, type Authorized } from "@/lib/core/permissions";
import { isOwnerActive } from "@/lib/people/accounts/inside";
import { claimOrMeet } from "@/lib/sites/schedules/inside";

import { changeStatus } from "./change-status";
import { lockBooking, permitBooking } from "./get-booking";
import { judgeInstant, madeOffline } from "./judge-instant";
import { recognizeBooking, type ShownCode } from "./recognize-booking";
import {
  alreadyUsed,
  expired,
  superseded,
  tooEarly,
  wrongStation,
  wrongStatus,
} from "./refuse-admission";
import { needOf, wantedClaimOf } from "./claim-range";
import { refuseFull } from "./refuse-full";
import { belongingsOf } from "./rules";
import { hasOverlap, type Booking } from "./store/bookings";
import { consumeQr, findQrIssuedAt, type QrRow } from "./store/qr-tokens";

interface Admission extends ShownCode {
  /** Admits a QR code that was used already, or that of a deactivated owner; audited. */
  readonly override?: { readonly reason: string };
  /** When a phone without network let the car in; the window is judged at that instant. Now by default. */
  readonly scannedAt?: Date;
}

/**
 * Lets a booking in by its QR code or typed code: Approved → InProgress, or NoShow → InProgress for a late arrival
 * inside the window if its places are still free (C-51; no override is needed); so too for a car that was scanned in
 * time without network and marked as a no-show meanwhile. The first success uses the code up; an override with a
 * reason admits a used one again while the booking is InProgress, which changes nothing but is audited. Nor is a
 * deactivated owner admitted without one, who may have kept the code from before. It never admits too early, too late
 * or elsewhere.
 * Throws, in this order, `offline.too_old` or `offline.ahead`, `qr.bad_signature` or `qr.unknown_code`,
 * `qr.wrong_station`, `qr.superseded`, `qr.already_used`, `qr.wrong_status`, `qr.too_early`, `qr.expired`,
 * `qr.owner_deactivated`; for a no-show also `slot.full` and `booking.overlap`. Each says all that is known of why.
 */
export async function admitBooking(
  ctx: Context,
  { scannedAt, override, ...shown }: Admission,
): Promise<Authorized<Booking>> {
  const scope = scopeOf(ctx, "session.checkin");
  return inTransaction(ctx, async (ctx) => {
    const at = judgeInstant(ctx, scannedAt, "scannedAt");
    const found = await recognizeBooking(ctx, shown);
    if (!inScope(scope, belongingsOf(found.booking))) throw wrongStation(ctx, found.booking);
    const permitted = permitBooking(ctx, "session.checkin", found.booking);
    const { ownerId } = permitted;
    // Read again behind the lock: another scan may just have used it, a move revoked it.
    const [booking, qr, isOwnersActive] = await Promise.all([
      lockBooking(ctx, permitted, { owner: true }),
      findQrIssuedAt(ctx, permitted.id, found.qr.issuedAt),
      ownerId !== null && isOwnerActive(ctx, ownerId),
    ]);
    if (!qr || qr.revokedAt) throw superseded(booking);
    const reason = override?.reason;
    if (qr.consumedAt) return readmit(ctx, booking, qr.consumedAt, reason);
    await assertAdmissible(ctx, booking, qr, at);
    if (!isOwnersActive && reason === undefined) throw fail("qr.owner_deactivated");
    const placeGroup =
      booking.status === "NoShow" ? await retakePlaces(ctx, booking) : booking.placeGroup;
    if (!(await consumeQr(ctx, qr.id, at))) throw superseded(booking);
    // Who was scanned before they were marked as a no-show was in time.
    const isLate = booking.status === "NoShow" && at >= booking.updatedAt;
    return changeStatus(ctx, booking, {
      action: "checkIn",
      set: { placeGroup },
      changes: factsOf(isLate && { lateArrival: true }, madeOffline(ctx, scannedAt)),
      ...(!isOwnersActive && { reason }),
    });
  });
}

async function assertAdmissible(
  ctx: Context,
  booking: Booking,
  qr: QrRow,
  at: Date,
): Promise<void> {
  const { status } = booking;
  if (status !== "Approved" && status !== "NoShow") throw wrongStatus(booking);
  if (at < qr.opensAt) throw tooEarly(booking, qr);
  if (at > qr.expiresAt) throw await expired(ctx, booking, qr);
}

/** A used code: refused, or let pass once more by an operator who says why. */
async function readmit(
  ctx: Context,
  booking: Authorized<Booking>,
  usedAt: Date,
  reason: string | undefined,
): Promise<Authorized<Booking>> {
  if (reason === undefined) {
    throw await alreadyUsed(ctx, booking, usedAt);
  }
  if (booking.status !== "InProgress") throw wrongStatus(booking);
  return changeStatus(ctx, booking, { action: "readmit", reason });
}

/** A no-show gave its places back: all of them are taken again, or none. Answers in which group. */
async function retakePlaces(ctx: Context, booking: Booking): Promise<number> {
  if (await hasOverlap(ctx, booking.ownerId, booking, booking.id)) throw fail("booking.overlap");
  const wanted = wantedClaimOf(booking, needOf(booking));
  const claimed = await claimOrMeet(ctx, wanted);
  if (!claimed.taken) throw refuseFull(wanted, claimed.met);
  return claimed.taken.group;
}
