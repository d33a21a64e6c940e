import { userOf } from "@/lib/core/actor";
import type { SigningKey } from "@/lib/core/config";
import { inTransaction, type Context } from "@/lib/core/context";
import { fail, failField } from "@/lib/core/errors";
import { inScope, scopeOf, type Authorized } from "@/lib/core/permissions";
import { isOwnerActive } from "@/lib/people/accounts/inside";
import { claimPlaces } from "@/lib/sites/schedules/inside";

import { changeStatus } from "./change-status";
import { lockBooking, permitBooking } from "./get-booking";
import { atStation, belongingsOf, claimOf } from "./rules";
import { hashOwner, sameText, verifyQr, type QrPayload } from "./sign-qr";
import { findBooking, hasOverlap, type Booking } from "./store/bookings";
import { consumeQr, findQrByCode, findQrIssuedAt, type QrRow } from "./store/qr-tokens";

/** How a booking is named at check-in: the scanned token or the typed code, exactly one of them. */
interface Admission {
  readonly qr?: string;
  readonly code?: string;
  /** Admits a QR code that was used already, or that of a deactivated owner; audited. */
  readonly override?: { readonly reason: string };
}

/**
 * Lets a booking in by its QR code or typed code: Approved → InProgress, or NoShow → InProgress for a late arrival
 * inside the window if its places are still free (C-51; no override is needed). The first success uses the code up;
 * an override with a reason admits a used one again while the booking is InProgress, which changes nothing but is
 * audited. Nor is a deactivated owner admitted without one, who may have kept the code from before. It never admits
 * too early, too late or elsewhere.
 * Throws, in this order, `qr.bad_signature` or `qr.unknown_code`, `qr.superseded`, `qr.wrong_station`,
 * `qr.already_used`, `qr.wrong_status`, `qr.too_early`, `qr.expired`, `qr.owner_deactivated`; for a late arrival also
 * `slot.full` and `booking.overlap`.
 */
export async function admitBooking(
  ctx: Context,
  admission: Admission,
): Promise<Authorized<Booking>> {
  const scope = scopeOf(ctx, "session.checkin");
  return inTransaction(ctx, async (ctx) => {
    const found = await recognize(ctx, admission);
    if (found.qr.revokedAt) throw fail("qr.superseded");
    if (!inScope(scope, belongingsOf(found.booking))) throw fail("qr.wrong_station");
    const permitted = permitBooking(ctx, "session.checkin", found.booking);
    const booking = await lockBooking(ctx, permitted, { owner: true });
    // Read again behind the lock: another scan may just have used it, a move revoked it.
    const qr = await findQrIssuedAt(ctx, booking.id, found.qr.issuedAt);
    if (!qr || qr.revokedAt) throw fail("qr.superseded");
    if (qr.consumedAt) return readmit(ctx, booking, qr.consumedAt, admission.override?.reason);
    assertAdmissible(booking, qr, ctx.clock.now());
    const { ownerId } = booking;
    const isActive = ownerId !== null && (await isOwnerActive(ctx, ownerId));
    const reason = admission.override?.reason;
    if (!isActive && reason === undefined) throw fail("qr.owner_deactivated");
    if (booking.status === "NoShow") await retakePlaces(ctx, booking);
    if (!(await consumeQr(ctx, qr.id, ctx.clock.now()))) throw fail("qr.superseded");
    return changeStatus(ctx, booking, {
      action: "checkIn",
      changes: booking.status === "NoShow" ? { lateArrival: true } : undefined,
      ...(!isActive && { reason }),
    });
  });
}

/** The booking and the code that a token or typed code means. */
async function recognize(
  ctx: Context,
  { qr: token, code }: Admission,
): Promise<{ booking: Booking; qr: QrRow }> {
  if (token === undefined && code === undefined) throw failField("request.invalid", ["qr", "code"]);
  if (token !== undefined) return recognizeToken(ctx, token);
  const typed = (code ?? "").toUpperCase().replace(/[\s-]/g, "");
  const qr = /^[0-9A-Z]{8}$/.test(typed) ? await findQrByCode(ctx, typed) : null;
  const booking = qr && (await findBooking(ctx, qr.bookingId));
  // A typed code can be guessed: whether it is one of another business is nobody's to hear.
  if (!booking || booking.businessId !== userOf(ctx)?.businessId) throw fail("qr.unknown_code");
  return { booking, qr };
}

async function recognizeToken(
  ctx: Context,
  token: string,
): Promise<{ booking: Booking; qr: QrRow }> {
  const payload = verifyQr(ctx.config.qrKeys, token);
  const key = ctx.config.qrKeys.find(({ id }) => id === payload?.keyId);
  if (!payload || !key) throw fail("qr.bad_signature");
  const booking = await findBooking(ctx, payload.bookingId);
  if (!booking || !isOwnedBy(booking, key, payload)) throw fail("qr.bad_signature");
  const qr = await findQrIssuedAt(ctx, booking.id, payload.issuedAt);
  if (!qr) throw fail("qr.bad_signature");
  return { booking, qr };
}

/** Whether the token was signed for the booking's owner. */
function isOwnedBy({ ownerId }: Booking, key: SigningKey, { ownerHash }: QrPayload): boolean {
  return ownerId !== null && sameText(hashOwner(key, ownerId), ownerHash);
}

function assertAdmissible(booking: Booking, qr: QrRow, now: Date): void {
  const { status, timeZone } = booking;
  if (status !== "Approved" && status !== "NoShow") throw fail("qr.wrong_status", { status });
  if (now < qr.opensAt) {
    throw fail("qr.too_early", { opensAt: qr.opensAt, ...atStation(timeZone) });
  }
  if (now > qr.expiresAt) {
    throw fail("qr.expired", { closedAt: qr.expiresAt, ...atStation(timeZone) });
  }
}

/** A used code: refused, or let pass once more by an operator who says why. */
async function readmit(
  ctx: Context,
  booking: Authorized<Booking>,
  usedAt: Date,
  reason: string | undefined,
): Promise<Authorized<Booking>> {
  if (reason === undefined) {
    throw fail("qr.already_used", { usedAt, ...atStation(booking.timeZone) });
  }
  if (booking.status !== "InProgress") throw fail("qr.wrong_status", { status: booking.status });
  return changeStatus(ctx, booking, { action: "readmit", reason });
}

/** A no-show gave its places back: all of them are taken again, or none. */
async function retakePlaces(ctx: Context, booking: Booking): Promise<void> {
  if (await hasOverlap(ctx, booking.ownerId, booking, booking.id)) throw fail("booking.overlap");
  const taken = await claimPlaces(ctx, claimOf(booking));
  if (taken.length === 0) throw fail("slot.full");
}
