import type { Context } from "@/lib/core/context";
import type { Authorized } from "@/lib/core/permissions";

import { endOf, endSession } from "./end-session";
import { findSessionOfBooking } from "./store/sessions";

/**
 * Ends the running session of a booking that staff abort on site, without charges and without a receipt, in
 * the caller's transaction. Does nothing where no session runs.
 */
export async function abortSession(
  ctx: Context,
  { id: bookingId }: Authorized<{ readonly id: string }>,
): Promise<void> {
  const session = await findSessionOfBooking(ctx, bookingId);
  if (session?.status !== "Active") return;
  await endSession(ctx, session, {
    action: "abort",
    set: { endedAt: endOf(ctx, session) },
    payload: ({ thing: { id: sessionId, ownerId } }) => ({ sessionId, bookingId, ownerId }),
  });
}
