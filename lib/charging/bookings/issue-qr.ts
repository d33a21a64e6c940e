import type { KeyRing, SigningKey } from "@/lib/core/config";
import type { Context } from "@/lib/core/context";
import { newId, plainCode } from "@/lib/core/ids";
import { publishEvent } from "@/lib/records/outbox/inside";
import { getSettings, type Settings } from "@/lib/records/settings/inside";

import { checkInWindow } from "./rules";
import type { QrView } from "./schema";
import { signQr } from "./sign-qr";
import type { BookingRow } from "./store/bookings";
import { findLastQr, insertQr, revokeQr, type QrRow } from "./store/qr-tokens";
import { viewQr } from "./view";

interface IssueOptions {
  /** The settings in force, of a booking made just now, which has no older code to look for. */
  readonly first?: Settings;
  /** It was approved before: nothing else says in the same moment that there is a code. */
  readonly isReissue?: boolean;
}

/**
 * Issues the code of an approved booking, in place of an older one, with the window by the settings in force now
 * (000-82, 000-83, 000-89). The caller holds the booking and a transaction.
 */
export async function issueQr(
  ctx: Context,
  booking: BookingRow,
  { first, isReissue = false }: IssueOptions = {},
): Promise<QrView> {
  const now = ctx.clock.now();
  const [settings, last] = first
    ? [first, null]
    : await Promise.all([
        getSettings(ctx, booking),
        findLastQr(ctx, booking.id),
        revokeQr(ctx, booking.id, now),
      ]);
  // A token names its moment of issue, so two of one booking never share it.
  const issuedAt = last && last.issuedAt >= now ? new Date(last.issuedAt.getTime() + 1) : now;
  const qr: QrRow = {
    id: newId(),
    bookingId: booking.id,
    code: plainCode(8),
    keyId: ctx.config.qrKeys[0].id,
    issuedAt,
    ...checkInWindow(booking, settings),
    consumedAt: null,
    revokedAt: null,
  };
  await insertQr(ctx, qr);
  const { businessId, stationId, ownerId } = booking;
  await publishEvent(ctx, {
    type: "qr.issued",
    payload: { bookingId: booking.id, ownerId, ...(isReissue && { isReissue }) },
    businessId,
    stationId,
  });
  return viewQr(ctx, qr, tokenOf(ctx.config.qrKeys, booking, qr));
}

/** The token of a stored code: the same each time, unless the key that signed it has left the ring meanwhile. */
export function tokenOf(keys: KeyRing, booking: BookingRow, qr: QrRow): string {
  const key: SigningKey = keys.find(({ id }) => id === qr.keyId) ?? keys[0];
  const { issuedAt, expiresAt } = qr;
  const { id: bookingId, ownerId } = booking;
  if (ownerId === null) throw new Error("A guest at the gate has no code.");
  return signQr(key, { bookingId, ownerId, issuedAt, expiresAt });
}
