import { madeOffline } from "@/lib/charging/bookings/inside";
import type { Context } from "@/lib/core/context";
import type { Authorized } from "@/lib/core/permissions";

import { endSession } from "./end-session";
import { judgeAct } from "./judge-act";
import { findSessionOfBooking, lockSessionRow } from "./store/sessions";

/**
 * Ends the running session of a booking that staff abort on site, without charges and without a receipt, in
 * the caller's transaction: now, or when a phone without network did it. Does nothing where no session runs.
 * Throws what `judgeAct` throws.
 */
export async function abortSession(
  ctx: Context,
  { id: bookingId }: Authorized<{ readonly id: string }>,
  at?: Date,
): Promise<void> {
  const found = await findSessionOfBooking(ctx, bookingId);
  const session = found && (await lockSessionRow(ctx, found.id));
  if (session?.status !== "Active") return;
  const endedAt = await judgeAct(ctx, session, "End", at);
  await endSession(ctx, session, {
    action: "abort",
    changes: madeOffline(ctx, at),
    set: { endedAt },
    payload: ({ thing: { id: sessionId, ownerId } }) => ({ sessionId, bookingId, ownerId }),
  });
}
