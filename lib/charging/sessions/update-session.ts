import { inTransaction, type Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { transition } from "@/lib/core/transitions";

import { getPermitted } from "./read-session";
import { sessionMachine } from "./rules";
import type { SessionView, UpdateSession } from "./schema";
import { endPauses, insertPause } from "./store/pauses";
import { lockSessionRow, updateSessionRow } from "./store/sessions";
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
    await getPermitted(ctx, "session.update", id);
    // Behind the row's lock, so that two who pause at once are heard one after the other.
    const session = await lockSessionRow(ctx, id);
    if (!session) throw fail("session.not_found");
    const now = ctx.clock.now();
    const changes = {
      ...(notes !== undefined && { notes }),
      ...(paused !== undefined && { pausedAt: paused ? now : null }),
    };
    const changed = await transition(ctx, sessionMachine, session, {
      action: paused === undefined ? "annotate" : paused ? "pause" : "resume",
      changes: notes === undefined ? undefined : { notes: [session.notes, notes] },
      payload: ({ thing }) => ({
        sessionId: thing.id,
        bookingId: thing.bookingId,
        ownerId: thing.ownerId,
      }),
      update: async (step) => {
        if (!(await updateSessionRow(ctx, id, step, changes))) return null;
        if (paused !== undefined) await (paused ? insertPause : endPauses)(ctx, id, now);
        return { ...session, ...changes };
      },
    });
    return viewSession(ctx, changed);
  });
}
