import { madeOffline } from "@/lib/charging/bookings/inside";
import { inTransaction, type Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { asHolder } from "@/lib/core/permissions";
import { transition } from "@/lib/core/transitions";

import { changeConnector, lockConnectors } from "./change-connector";
import { judgeAct, judgeNote } from "./judge-act";
import { getPermitted } from "./read-session";
import { sessionMachine } from "./rules";
import type { SessionView, UpdateSession } from "./schema";
import { insertNote } from "./store/notes";
import { endPauses, insertPause } from "./store/pauses";
import { findSession, lockSessionRow, updateSessionRow, type SessionRow } from "./store/sessions";
import { tellSession } from "./tell-session";
import { viewSession } from "./view";

/**
 * Changes a running session: writes its notes or adds one, pauses or resumes it, moves it to another connector; each
 * is told by itself, and all are done or none; now, or when a phone without network did it. Pausing is a flag, not a
 * booking status (C-68). Throws what `judgeAct` throws, `session.not_found`, `session.ended`, `session.paused`, `session.not_paused`, `connector.not_found` or
 * `session.connector_busy`.
 */
export async function updateSession(
  ctx: Context,
  { id, ...wanted }: { readonly id: string } & UpdateSession,
): Promise<SessionView> {
  return inTransaction(ctx, async (ctx) => {
    const found = await getPermitted(ctx, "session.update", id);
    const { connectorId, paused } = wanted;
    if (connectorId !== undefined) await lockConnectors(ctx, found);
    // Behind the row's lock, so that two who pause at once are heard one after the other.
    const session = await lockSessionRow(ctx, id);
    if (!session) throw fail("session.not_found");
    await annotate(ctx, session, wanted);
    if (paused !== undefined) await pauseOrResume(ctx, session, paused, wanted.at);
    if (connectorId !== undefined) await changeConnector(ctx, session, connectorId);
    const changed = await findSession(ctx, id);
    if (!changed) throw fail("session.not_found");
    return viewSession(ctx, changed);
  });
}

/** Sets the session's text, adds a note, or both. */
async function annotate(
  ctx: Context,
  session: SessionRow,
  { notes, addNote, at: given }: Pick<UpdateSession, "notes" | "addNote" | "at">,
): Promise<void> {
  if (notes === undefined && addNote === undefined) return;
  const { actor } = asHolder(ctx, "session.update");
  const at = judgeNote(ctx, session, given);
  await transition(ctx, sessionMachine, session, {
    action: "annotate",
    changes: {
      ...(notes !== undefined && { notes: [session.notes, notes] }),
      ...(addNote !== undefined && { note: addNote }),
      ...madeOffline(ctx, given),
    },
    payload: tellSession,
    update: async (step) => {
      if (!(await updateSessionRow(ctx, session.id, step, { notes }))) return null;
      if (addNote !== undefined) {
        const note = { id: newId(), sessionId: session.id, at, writtenBy: actor.userId };
        await insertNote(ctx, { ...note, text: addNote });
      }
      return session;
    },
  });
}

async function pauseOrResume(
  ctx: Context,
  session: SessionRow,
  paused: boolean,
  given: Date | undefined,
): Promise<void> {
  const at = await judgeAct(ctx, session, paused ? "Pause" : "Resume", given);
  await transition(ctx, sessionMachine, session, {
    action: paused ? "pause" : "resume",
    changes: madeOffline(ctx, given),
    payload: tellSession,
    update: async (step) => {
      const pausedAt = paused ? at : null;
      if (!(await updateSessionRow(ctx, session.id, step, { pausedAt }))) return null;
      await (paused ? insertPause : endPauses)(ctx, session.id, at);
      return { ...session, pausedAt };
    },
  });
}
