import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { isUuid } from "@/lib/core/ids";
import {
  authorize,
  stillAuthorized,
  type Authorized,
  type Permission,
} from "@/lib/core/permissions";

import type { SessionView } from "./schema";
import { findSession, type SessionRow } from "./store/sessions";
import { viewSession } from "./view";

/** The stored session, if the actor may do that with it. Throws `session.not_found`. */
export async function getPermitted(
  ctx: Context,
  permission: Permission,
  id: string,
): Promise<Authorized<SessionRow>> {
  const row = isUuid(id) ? await findSession(ctx, id) : null;
  if (!row) throw fail("session.not_found");
  return authorize(ctx, permission, { ...row, userId: row.ownerId }, "session.not_found");
}

/** What was authorized, as it is stored now. */
export async function getAgain(
  ctx: Context,
  session: Authorized<SessionRow>,
): Promise<Authorized<SessionRow>> {
  const row = await findSession(ctx, session.id);
  if (!row) throw fail("session.not_found");
  return stillAuthorized(session, row);
}

/** One session: an owner's own, an operator's stations', a business's, any. Throws `session.not_found`. */
export async function readSession(
  ctx: Context,
  { id }: { readonly id: string },
): Promise<SessionView> {
  return viewSession(await getPermitted(ctx, "session.read", id), ctx.clock.now());
}
