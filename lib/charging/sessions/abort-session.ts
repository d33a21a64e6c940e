import { recordAudit } from "@/lib/records/audit/inside";
import type { Context } from "@/lib/core/context";
import type { Authorized } from "@/lib/core/permissions";
import { publishEvent } from "@/lib/records/outbox/inside";

import { changeActiveSession, endPauses, findSessionOfBooking } from "./store/sessions";

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
  const now = ctx.clock.now();
  const endedAt = now > session.startedAt ? now : session.startedAt;
  const changes = { status: "Aborted" as const, endedAt, pausedAt: null };
  if (!(await changeActiveSession(ctx, session.id, changes))) return;
  await endPauses(ctx, session.id, endedAt);
  const { businessId, stationId, ownerId } = session;
  await recordAudit(ctx, {
    entity: "Session",
    entityId: session.id,
    action: "Abort",
    from: "Active",
    to: "Aborted",
    businessId,
    stationId,
    ownerId,
  });
  await publishEvent(ctx, {
    type: "session.aborted",
    payload: { sessionId: session.id, bookingId, ownerId },
    businessId,
    stationId,
  });
}
