import type { Context } from "@/lib/core/context";
import { asHolder } from "@/lib/core/permissions";

import type { LoginView } from "./schema";
import { findOpenSessions } from "./store/credentials";

/** Where the caller is signed in now (api.md, GET auth/sessions): the browser or app that asks, then by last use. */
export async function readLogins(ctx: Context): Promise<LoginView[]> {
  const { actor } = asHolder(ctx, "account.self");
  const rows = await findOpenSessions(ctx, actor.userId, ctx.clock.real());
  return rows
    .map(({ id, device, startedAt, seenAt }) => ({
      id,
      device,
      startedAt: startedAt.toISOString(),
      seenAt: (seenAt ?? startedAt).toISOString(),
      isThis: id === actor.sessionId,
    }))
    .toSorted((one, other) => Number(other.isThis) - Number(one.isThis));
}
