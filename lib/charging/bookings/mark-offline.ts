import { createHash } from "node:crypto";

import type { Context } from "@/lib/core/context";

import { tokenOf } from "./issue-qr";
import type { BookingRow } from "./store/bookings";
import type { QrRow } from "./store/qr-tokens";

/** What a phone without network knows a booking's code by. */
export interface OfflineMarks {
  /** Hex SHA-256 of the QR code's content. */
  readonly tokenSha256: string;
  /** Hex of the first 4 bytes of SHA-256 of `<bookingId>:<code>`. */
  readonly codeCheck: string;
}

/**
 * By what the code of a booking is known without network (api.md, operator/queue): nothing from which token, code or
 * key could be told. The token is made anew from the row, as it is never stored.
 */
export function markOffline(ctx: Context, booking: BookingRow, qr: QrRow): OfflineMarks {
  const sha256 = (text: string) => createHash("sha256").update(text).digest();
  return {
    tokenSha256: sha256(tokenOf(ctx.config.qrKeys, booking, qr)).toString("hex"),
    codeCheck: sha256(`${booking.id}:${qr.code}`).subarray(0, 4).toString("hex"),
  };
}
