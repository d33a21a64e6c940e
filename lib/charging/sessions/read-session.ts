import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { isUuid } from "@/lib/core/ids";
import { authorize } from "@/lib/core/permissions";

import type { SessionView } from "./schema";
import { findSession, type SessionRow } from "./store/sessions";
import { viewSession } from "./view";

/** The stored session. Throws `session.not_found`. The caller authorizes. */
export async function getSession(ctx: Context, id: string): Promise<SessionRow> {
  const row = isUuid(id) ? await findSession(ctx, id) : null;
  if (!row) throw fail("session.not_found");
  return row;
}

/** The stored session, if the actor may read it. Throws `session.not_found`. */
export async function getVisibleSession(ctx: Context, id: string): Promise<SessionRow> {
  const row = await getSession(ctx, id);
  authorize(ctx, "session.read", { ...row, userId: row.ownerId }, "session.not_found");
  return row;
}

/** One session: an owner's own, an operator's stations', a business's, any. Throws `session.not_found`. */
export async function readSession(
  ctx: Context,
  { id }: { readonly id: string },
): Promise<SessionView> {
  return viewSession(await getVisibleSession(ctx, id), ctx.clock.now());
}
