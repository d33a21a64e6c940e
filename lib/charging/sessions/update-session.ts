import { recordAudit } from "@/lib/records/audit/inside";
import { inTransaction, type Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { publishEvent } from "@/lib/records/outbox/inside";

import { getPermitted, getAgain } from "./read-session";
import type { SessionView, UpdateSession } from "./schema";
import { changeActiveSession, endPauses, insertPause, type SessionRow } from "./store/sessions";
import { viewSession } from "./view";

/**
 * Changes the notes of a running session, pauses or resumes it; pausing is a flag, not a booking status (C-68).
 * Throws `session.not_found`, `session.ended`, `session.paused` or `session.not_paused`.
 */
export async function updateSession(
  ctx: Context,
  { id, notes, paused }: { readonly id: string } & UpdateSession,
): Promise<SessionView> {
  return inTransaction(ctx, async (ctx) => {
    const session = await getPermitted(ctx, "session.update", id);
    // Takes the row's lock, so that two who pause at once are heard one after the other.
    if (
      !(await changeActiveSession(ctx, id, { notes: notes === undefined ? session.notes : notes }))
    ) {
      throw fail("session.ended");
    }
    if (paused !== undefined) await setPaused(ctx, await getAgain(ctx, session), paused);
    const { businessId, stationId, ownerId } = session;
    await recordAudit(ctx, {
      entity: "Session",
      entityId: session.id,
      action: paused === undefined ? "Update" : paused ? "Pause" : "Resume",
      changes: notes === undefined ? undefined : { notes: [session.notes, notes] },
      businessId,
      stationId,
      ownerId,
    });
    await publishEvent(ctx, {
      type: "session.updated",
      payload: { sessionId: session.id, bookingId: session.bookingId, ownerId },
      businessId,
      stationId,
    });
    return viewSession(await getAgain(ctx, session), ctx.clock.now());
  });
}

async function setPaused(ctx: Context, session: SessionRow, paused: boolean): Promise<void> {
  if (paused && session.pausedAt) throw fail("session.paused");
  if (!paused && !session.pausedAt) throw fail("session.not_paused");
  const now = ctx.clock.now();
  await changeActiveSession(ctx, session.id, { pausedAt: paused ? now : null });
  await (paused ? insertPause(ctx, session.id, now) : endPauses(ctx, session.id, now));
}
