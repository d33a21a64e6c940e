import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { transition, type Deed } from "@/lib/core/transitions";

import { sessionMachine } from "./rules";
import { endPauses } from "./store/pauses";
import {
  findSession,
  lockSessionRow,
  updateSessionRow,
  type SessionChanges,
  type SessionRow,
} from "./store/sessions";

type Actions = (typeof sessionMachine)["actions"];

/**
 * The one place where a session ends: locked, its pause over with it, told, in the caller's transaction. Answers it
 * as it is stored then. Throws `session.ended` when it has ended already.
 */
export async function endSession<A extends "finalize" | "abort">(
  ctx: Context,
  { id }: Pick<SessionRow, "id">,
  {
    set,
    ...deed
  }: Deed<SessionRow, Actions, A> & { readonly set: SessionChanges & { readonly endedAt: Date } },
): Promise<SessionRow> {
  const session = await lockSessionRow(ctx, id);
  if (!session) throw fail("session.not_found");
  return transition(ctx, sessionMachine, session, {
    ...deed,
    update: async (step) => {
      if (!(await updateSessionRow(ctx, id, step, { ...set, pausedAt: null }))) return null;
      await endPauses(ctx, id, set.endedAt);
      return findSession(ctx, id);
    },
  });
}
