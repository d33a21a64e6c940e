import { assertOwnerActive } from "@/lib/people/accounts/inside";
import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { asHolder } from "@/lib/core/permissions";

import { getPermitted } from "./get-booking";
import { tokenOf } from "./issue-qr";
import { isQrShown } from "./rules";
import type { QrView } from "./schema";
import { findLiveQr } from "./store/qr-tokens";
import { viewQr } from "./view";

/**
 * The QR code of the owner's booking, from its approval until it is over (000-83, 000-89). Throws
 * `booking.not_found`, `owner.deactivated` (the code is hidden then) or `qr.not_available`.
 */
export async function readQr(ctx: Context, { id }: { readonly id: string }): Promise<QrView> {
  const booking = await getPermitted(ctx, "booking.qr", id);
  assertOwnerActive(asHolder(ctx, "booking.qr"));
  const qr = isQrShown(booking.status) ? await findLiveQr(ctx, id) : null;
  if (!qr) throw fail("qr.not_available");
  return viewQr(ctx, qr, tokenOf(ctx.config.qrKeys, booking, qr));
}
