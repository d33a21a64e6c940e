import type { Context } from "@/lib/core/context";
import type { Page, PageQuery } from "@/lib/core/pages";
import { scopeOf } from "@/lib/core/permissions";

import type { ListActiveSessions, ListSessions, SessionView } from "./schema";
import { findSessions } from "./store/sessions";
import { viewSession } from "./view";

/** The sessions that the actor may see, filtered and paged. */
export async function listSessions(
  ctx: Context,
  query: ListSessions & PageQuery,
): Promise<Page<SessionView>> {
  const { items, total } = await findSessions(ctx, scopeOf(ctx, "session.read"), query);
  return { items: items.map((row) => viewSession(ctx, row)), total };
}

/** Cars that charge now, the longest first; `overstay` tells which are past their booked time. */
export async function listActiveSessions(
  ctx: Context,
  query: ListActiveSessions & PageQuery,
): Promise<Page<SessionView>> {
  return listSessions(ctx, { ...query, status: "Active", sort: "startedAt" });
}
