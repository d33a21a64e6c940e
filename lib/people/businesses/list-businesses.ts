import type { Context } from "@/lib/core/context";
import type { Page, PageQuery } from "@/lib/core/pages";
import { scopeOf } from "@/lib/core/permissions";

import type { BusinessView, ListBusinesses } from "./schema";
import { findBusinesses } from "./store";
import { viewBusiness } from "./view";

/** Businesses by status and search; the queue of requests is `status=PendingApproval&sort=createdAt` (000-18). */
export async function listBusinesses(
  ctx: Context,
  query: ListBusinesses & PageQuery,
): Promise<Page<BusinessView>> {
  const scope = scopeOf(ctx, "business.read");
  const { items, total } = await findBusinesses(ctx, scope, query);
  return { items: items.map((row) => viewBusiness(ctx, row)), total };
}
