import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { isUuid } from "@/lib/core/ids";
import { authorize, type Authorized, type Permission } from "@/lib/core/permissions";

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

/** One session: an owner's own, an operator's stations', a business's, any. Throws `session.not_found`. */
export async function readSession(
  ctx: Context,
  { id }: { readonly id: string },
): Promise<SessionView> {
  return viewSession(ctx, await getPermitted(ctx, "session.read", id));
}
