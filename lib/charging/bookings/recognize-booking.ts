import { userOf } from "@/lib/core/actor";
import type { SigningKey } from "@/lib/core/config";
import type { Context } from "@/lib/core/context";
import { fail, failField, isAppError } from "@/lib/core/errors";

import { hashOwner, sameText, verifyQr, type QrPayload } from "./sign-qr";
import { findBooking, findBookingByCode, type Booking } from "./store/bookings";
import { findQrByCode, findQrIssuedAt, type QrRow } from "./store/qr-tokens";

/** How a booking is named at check-in: the scanned token or the typed code, exactly one of them. */
export interface ShownCode {
  readonly qr?: string;
  readonly code?: string;
}

/**
 * The booking and the code that a token or typed code means. Throws `qr.bad_signature` or `qr.unknown_code`: a typed
 * code can be guessed, so whether it is one of another business is nobody's to hear (A22).
 */
export async function recognizeBooking(
  ctx: Context,
  { qr: token, code }: ShownCode,
): Promise<{ booking: Booking; qr: QrRow }> {
  if (token === undefined && code === undefined) throw failField("request.invalid", ["qr", "code"]);
  if (token !== undefined) return recognizeToken(ctx, token);
  const typed = (code ?? "").toUpperCase().replace(/[\s-]/g, "");
  if (!/^[0-9A-Z]{8}$/.test(typed)) throw fail("qr.unknown_code");
  const [qr, booking] = await Promise.all([
    findQrByCode(ctx, typed),
    findBookingByCode(ctx, typed),
  ]);
  if (!qr || !booking || booking.businessId !== userOf(ctx)?.businessId)
    throw fail("qr.unknown_code");
  return { booking, qr };
}

/** The booking that a code means, if it is one of the caller's business; null for any other. */
export async function findShownBooking(ctx: Context, shown: ShownCode): Promise<Booking | null> {
  try {
    const { booking } = await recognizeBooking(ctx, shown);
    return booking.businessId === userOf(ctx)?.businessId ? booking : null;
  } catch (error) {
    if (isAppError(error)) return null;
    throw error;
  }
}

async function recognizeToken(
  ctx: Context,
  token: string,
): Promise<{ booking: Booking; qr: QrRow }> {
  const payload = verifyQr(ctx.config.qrKeys, token);
  const key = ctx.config.qrKeys.find(({ id }) => id === payload?.keyId);
  if (!payload || !key) throw fail("qr.bad_signature");
  const [booking, qr] = await Promise.all([
    findBooking(ctx, payload.bookingId),
    findQrIssuedAt(ctx, payload.bookingId, payload.issuedAt),
  ]);
  if (!booking || !isOwnedBy(booking, key, payload)) throw fail("qr.bad_signature");
  if (!qr) throw fail("qr.bad_signature");
  return { booking, qr };
}

/** Whether the token was signed for the booking's owner. */
function isOwnedBy({ ownerId }: Booking, key: SigningKey, { ownerHash }: QrPayload): boolean {
  return ownerId !== null && sameText(hashOwner(key, ownerId), ownerHash);
}
